// `daftar verify FILE`: checks a proof or an exported book without the database.
#pragma once
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

namespace daftar::ledger {

struct VerifyOptions {
    std::optional<std::string> key_id;             ///< the key printed on paper: another one is refused
    std::optional<std::filesystem::path> earlier;  ///< an export made before: every entry of it must stand unchanged
};

/// Reads an inclusion proof, a consistency proof or an exported book, and writes what it finds in French. A changed,
/// removed or inserted entry is named. True when everything holds.
bool verify_file(const std::filesystem::path& file, std::ostream& out, const VerifyOptions& options = {});

}  // namespace daftar::ledger
