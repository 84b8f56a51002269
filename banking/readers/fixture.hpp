// Helpers of the reader tests: records of fixed columns written by what they hold.
#pragma once
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <utility>

#include "banking/readers/read_statement.hpp"

namespace daftar::banking::fixture {

/// A line of `width` blanks with texts put at their columns, counted from 1.
inline std::string record(std::size_t width, std::initializer_list<std::pair<std::size_t, std::string>> parts) {
    std::string line(width, ' ');
    for (const auto& [column, text] : parts) line.replace(column - 1, text.size(), text);
    return line;
}

inline StatementReading read(const std::string& bytes, const ReadingHints& hints = {}) {
    return read_statement(bytes, "releve.txt", hints);
}

/// Codes of the problems that made a file refused.
inline std::vector<std::string> codes(const Problems& problems) {
    std::vector<std::string> found;
    for (const auto& problem : problems) found.push_back(problem.code);
    return found;
}

/// Amounts of the movements of a statement, as texts with two decimals.
inline std::vector<std::string> amounts(const Statement& statement) {
    std::vector<std::string> found;
    for (const auto& movement : statement.movements) found.push_back(movement.amount.rounded(2).text());
    return found;
}

}  // namespace daftar::banking::fixture
