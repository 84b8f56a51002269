// The same made books in three forms, so that ours, hledger and ledger are measured on equal content.
//
//   journal --format text --lines 1000000 --accounts 514100,611000,…         a journal that hledger and ledger read
//   journal --format batches --lines 1000000 --accounts … --batch 1000       bodies for our batch posting, one a line
#include <CLI/CLI.hpp>

#include <iostream>

#include "bench/load/random_entry.hpp"

int main(int count, char** arguments) {
    using namespace daftar::bench;
    std::size_t lines = 1'000'000, batch = 1'000;
    int year = 2025;
    std::string format = "text";
    std::vector<std::string> accounts;
    CLI::App app{"Made books of a year"};
    app.add_option("--format", format)->check(CLI::IsMember({"text", "batches"}));
    app.add_option("--lines", lines);
    app.add_option("--batch", batch, "entries in a batch");
    app.add_option("--year", year);
    app.add_option("--accounts", accounts)->delimiter(',')->required();
    CLI11_PARSE(app, count, arguments);
    std::ios::sync_with_stdio(false);

    std::mt19937_64 random(20250101);
    const auto entries = lines / 4;
    for (std::size_t number = 0; number < entries; ++number) {
        const auto entry = random_entry(random, accounts.size(), year);
        if (format == "text") {
            std::cout << entry.date << " Facture " << number << "\n";
            for (const auto& line : entry.lines)
                std::cout << "    " << accounts[line.account] << "    " << (line.amount < 0 ? "-" : "")
                          << plain_amount(line.amount) << " MAD\n";
            std::cout << "\n";
        } else {
            std::cout << (number % batch == 0 ? "{\"entries\":[" : ",") << json_of(entry, accounts, number);
            if (number % batch == batch - 1 || number == entries - 1) std::cout << "]}\n";
        }
    }
}
