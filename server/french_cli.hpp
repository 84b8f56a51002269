// CLI11 in French: headings of the help, and what was wrong with a command line.
#pragma once
#include <CLI/CLI.hpp>
#include <string>

namespace daftar::server {

/// Headings, "--help" and the layout of the help. Before the first option or command: these inherit it.
void speak_french(CLI::App& program);
/// A whole number in a range, refused with a French sentence.
CLI::Validator between(int least, int most);
/// A file that can be read.
CLI::Validator readable_file();
/// One sentence for a command line that could not be read, and where help is.
std::string explanation_of(const CLI::ParseError& error, const CLI::App& program);

}  // namespace daftar::server
