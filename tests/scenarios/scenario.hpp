// Scenarios: tests in an accountant's words.
//
//   organization "Les Tilleuls" chart ma-syndicat year 2025
//   as Syndic
//   POST /accounts {"code":"61345","name":"Portail","account_type":"Expense","parent_code":"6134"}   -> 201
//   POST /accounting/journal-entries {"date":"2025-01-05", …}                                        -> 422
//   lines_must_balance keep entry id                                          the member `id` of the last answer, used
//   as {entry} expect net_result -1650.00                             a member of the last answer, by its path balance
//   2025-12-31  5121 -605.00  6112 605.00
//
// Paths are below /api/v1. A line that starts with # is a comment.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/test_books.hpp"

namespace daftar::tests {

/// Runs a scenario; every difference with the line it stands on: "ledger/closing.scenario:12: …".
std::vector<std::string> run_scenario(const std::filesystem::path& file);

}  // namespace daftar::tests
