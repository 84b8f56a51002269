// Random entries that balance, the same for the same seed: four lines over the given accounts.
#pragma once
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace daftar::bench {

struct RandomLine {
    std::size_t account = 0;  ///< index into the list of accounts
    std::int64_t amount = 0;  ///< cents, debit positive
};

struct RandomEntry {
    std::string date;  ///< ISO
    std::vector<RandomLine> lines;
};

/// Three debits against one credit on the first account (the bank), spread over the twelve months of `year`.
inline RandomEntry random_entry(std::mt19937_64& random, std::size_t account_count, int year) {
    const auto below = [&](std::uint64_t limit) { return random() % limit; };
    const auto two = [](std::uint64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
    RandomEntry entry;
    entry.date = std::to_string(year) + "-" + two(1 + below(12)) + "-" + two(1 + below(28));
    std::int64_t total = 0;
    for (int line = 0; line < 3; ++line) {
        const auto amount = static_cast<std::int64_t>(100 + below(5'000'00));
        entry.lines.push_back({1 + below(account_count - 1), amount});
        total += amount;
    }
    entry.lines.push_back({0, -total});
    return entry;
}

/// "1234.05" of 123405, without a sign.
inline std::string plain_amount(std::int64_t cents) {
    const auto magnitude = cents < 0 ? -cents : cents;
    const auto rest = std::to_string(magnitude % 100);
    return std::to_string(magnitude / 100) + "." + (rest.size() < 2 ? "0" : "") + rest;
}

/// The body of a posting, in the form that our API and the Django peer share.
inline std::string json_of(const RandomEntry& entry, const std::vector<std::string>& accounts, std::uint64_t number) {
    std::string body = "{\"date\":\"" + entry.date + "\",\"journal_code\":\"OD\",\"description\":\"Facture " +
                       std::to_string(number) + "\",\"lines\":[";
    for (const auto& line : entry.lines) {
        if (&line != entry.lines.data()) body += ',';
        body += "{\"account_code\":\"" + accounts[line.account] + "\",\"description\":\"Ligne\",\"" +
                (line.amount > 0 ? "debit" : "credit") + "\":" + plain_amount(line.amount) + "}";
    }
    return body + "]}";
}

}  // namespace daftar::bench
