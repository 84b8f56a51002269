// Values that a layout carries wherever they stand: numbers, dates, identifiers. What they mean is decided elsewhere.
#pragma once
#include <string>
#include <vector>

#include "core/date.hpp"
#include "documents/reading/layout.hpp"
#include "documents/reading/numbers.hpp"

namespace daftar::documents {

struct NumberValue {
    int first = 0, last = 0;  ///< tokens
    Area area;
    PrintedNumber number;
    int confidence = 1000;  ///< of the characters

    /// Printed as money: with two decimals or a currency.
    bool is_money() const { return !number.percent && (number.decimals == 2 || !number.currency.empty()); }
};

struct DateValue {
    int first = 0, last = 0;
    Area area;
    Date date;
    bool ambiguous = false;
    int confidence = 1000;
};

struct IdentifierValue {
    std::string kind;    ///< as in IdentifierReading, or "ogm"
    std::string value;   ///< canonical
    bool valid = false;  ///< its check digits agree (false as well for kinds without any)
    bool has_check = false;
    int first = 0, last = 0;
    Area area;
};

struct Values {
    std::vector<NumberValue> numbers;
    std::vector<DateValue> dates;
    std::vector<IdentifierValue> identifiers;
    std::vector<char> taken;  ///< per token: 'd' date, 'n' number, 'i' identifier, 0 free
};

Values find_values(const Layout& layout, bool month_first);

/// The identifiers only (identifiers.cpp); marks their tokens.
std::vector<IdentifierValue> find_identifiers(const Layout& layout, std::vector<char>& taken);

}  // namespace daftar::documents
