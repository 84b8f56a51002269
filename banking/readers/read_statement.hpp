// Bytes of unknown origin in, statements or located French faults out. Pure: no clock, no database, no file.
#pragma once
#include <optional>
#include <string_view>

#include "banking/readers/statement.hpp"
#include "banking/readers/table.hpp"

namespace daftar::banking {

/// What is known besides the bytes.
struct ReadingHints {
    std::string account_identifier;       ///< of the bank account that the file is imported for
    std::string currency;                 ///< the account's, for formats that name none (CSV, QIF)
    std::optional<TableMapping> mapping;  ///< the bank's saved table layout
};

/// A file read, with the layout that was found when it is a table: it can be saved as the bank's.
struct StatementReading : Reading {
    std::optional<TableMapping> mapping;
};

/// Finds the format from the content (the name only helps the message) and reads all of it or nothing.
StatementReading read_statement(std::string_view bytes, std::string_view filename, const ReadingHints& hints = {});

}  // namespace daftar::banking
