// tidy ROOT: reads from standard input the paths of the files to check, relative to ROOT, one a line
// (`git ls-files | build/tools/tidy/tidy .`), prints what breaks a rule and ends with 1 when something does.
#include <fstream>
#include <iostream>
#include <iterator>

#include "tools/tidy/rules.hpp"

int main(int count, char** arguments) {
    if (count != 2) {
        std::cerr << "usage: git ls-files | tidy ROOT\n";
        return 2;
    }
    int files = 0, broken = 0;
    for (std::string path; std::getline(std::cin, path);) {
        std::ifstream file(std::string(arguments[1]) + "/" + path, std::ios::binary);
        if (!file) continue;  // deleted, not committed yet
        const std::string content{std::istreambuf_iterator<char>(file), {}};
        ++files;
        for (const auto& finding : daftar::tidy::check_file(path, content)) {
            ++broken;
            std::cout << finding.path << (finding.line ? ":" + std::to_string(finding.line) : "") << ": "
                      << finding.message << "\n";
        }
    }
    std::cout << files << " files read, " << broken << " findings\n";
    return broken || !files ? 1 : 0;
}
