// embed_files HEADER.hpp VARIABLE FILE…: text files as constants `daftar::VARIABLE`, an array of {name, text} sorted by
// name.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: embed_files HEADER.hpp VARIABLE FILE...\n";
        return 1;
    }
    const std::filesystem::path header = argv[1];
    std::vector<std::filesystem::path> files(argv + 3, argv + argc);
    std::ranges::sort(files, {}, [](const auto& file) { return file.filename(); });
    std::filesystem::create_directories(header.parent_path());
    std::ofstream out(header);
    out << "// Generated. Do not edit.\n#pragma once\n#include \"core/embedded_file.hpp\"\n\nnamespace daftar {\n"
        << "inline constexpr EmbeddedFile " << argv[2] << "[] = {\n";
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        out << "{\"" << file.filename().string() << "\",\n";
        out << "R\"EMBEDDED(" << text << ")EMBEDDED\"},\n";
    }
    out << "};\n}  // namespace daftar\n";
}
