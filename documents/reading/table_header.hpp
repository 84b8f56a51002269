// Where the table of lines begins and ends: the words over its columns, and the totals under it.
#pragma once
#include <string_view>

#include "documents/reading/evidence.hpp"

namespace daftar::documents {

struct Column {
    std::string_view name;
    Area area;
};

struct Header {
    std::vector<Column> columns;  ///< from left to right
    Area area;

    const Column* find(std::string_view name) const;
};

/// A header names an amount and at least one more column, and has no amounts of its own.
std::vector<Header> find_headers(const Evidence& seen);

/// The line is one of the totals under the table.
bool ends_table(const Evidence& seen, const Line& line);

}  // namespace daftar::documents
