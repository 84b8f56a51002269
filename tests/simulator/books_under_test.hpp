// Signing up on a fresh server, as its first administrator does: an organization, its accountant, its accounts.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace daftar::simulator {

struct BooksUnderTest {
    std::uint16_t port = 0;
    std::string organization_id;
    std::string authorization;          ///< of the accountant, good for fifteen minutes
    std::vector<std::string> accounts;  ///< codes that can be posted to; the first is a bank account
};

/// Uses the one-time address that the server has printed into `server_log`. Throws std::runtime_error with the refusal.
BooksUnderTest open_books(std::uint16_t port, std::string_view server_log);

/// Cents by account code of the trial balance at the end of the year, zero balances left out.
std::map<std::string, std::int64_t> balances_of(const BooksUnderTest& books);

/// A field of a JSON object as text ("" when it is not there): a string without quotes, anything else as written.
std::string text_in(std::string_view json, std::string_view field);

}  // namespace daftar::simulator
