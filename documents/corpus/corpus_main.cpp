// daftar-corpus FOLDER [COUNT] [SEED]: made papers with their truth beside, known/ and unseen/ layouts apart, some as
// scans.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "documents/corpus/corpus.hpp"

namespace {

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

int main(int argument_count, char** arguments) {
    using namespace daftar::documents;
    if (argument_count < 2) {
        std::cerr << "usage: daftar-corpus FOLDER [COUNT] [SEED]\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    const int count = argument_count > 2 ? std::stoi(arguments[2]) : 60;
    const auto seed = argument_count > 3 ? std::stoull(arguments[3]) : 1u;
    for (const bool unseen : {false, true}) {
        const auto target = folder / (unseen ? "unseen" : "known");
        std::filesystem::create_directories(target);
        const auto styles = unseen ? unseen_styles() : known_styles();
        for (int i = 0; i < count; ++i) {
            const auto& style = styles[static_cast<std::size_t>(i) % styles.size()];
            const auto number = seed * 1'000'003 + static_cast<std::uint64_t>(i) + (unseen ? 500'000 : 0);
            const auto invoice = make_invoice(number);
            const auto name = std::string(style.name) + "-" + std::to_string(i);
            write(target / (name + ".pdf"), draw_pdf(invoice, style, unseen));
            write(target / (name + ".json"), truth_json(invoice));
            if (i % 10 != 0) continue;
            write(target / (name + "-scan.png"), draw_scan(invoice, style, unseen, {200, 0.6, 12}, number));
            write(target / (name + "-scan.json"), truth_json(invoice));
        }
    }
    std::cout << count << " papers of each set in " << folder.string() << "\n";
}
