// The project's own rules on its sources, checked on text: nothing is compiled.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace daftar::tidy {

/// One broken rule at one place.
struct Finding {
    std::string path;
    int line = 0;  ///< from 1; 0 for the file as a whole
    std::string message;
};

/// The broken rules of one file. `path` is relative to the root of the repository.
/// - an include goes down the order core ← identity ← ledger ← registry ← banking ← documents, assistant ← modules ←
/// server,
///   and a module never includes another;
/// - no floating point where money lives (ledger/, modules/);
/// - at most 400 lines; nothing left open; no registry's host name in a lock file;
/// - RESTinio, slow to compile, is included in one translation unit only (`restinio_unit`).
std::vector<Finding> check_file(std::string_view path, std::string_view content);

inline constexpr std::string_view restinio_unit = "core/http_server.cpp";
inline constexpr int lines_max = 400;

}  // namespace daftar::tidy
