// The tab-separated files of templates/, as they are compiled into the program.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace daftar::accounting {

/// Rows of a tab-separated file without comments; each as long as the longest.
std::vector<std::vector<std::string>> table_rows(std::string_view text);
/// A file of templates/; a bug when there is none of that name.
std::string_view embedded_template(std::string_view name);
/// All of them: name and text, in the order of their names.
std::vector<std::pair<std::string_view, std::string_view>> embedded_templates();

}  // namespace daftar::accounting
