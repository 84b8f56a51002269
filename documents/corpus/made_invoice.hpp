// Invoices that nobody sent, with everything a reader should find in them: the truth beside each made paper.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "core/decimal.hpp"

namespace daftar::documents {

/// Numbers that depend on the seed and on nothing else (SplitMix64), the same on every machine.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next();
    /// From `low` to `high`, both included.
    int between(int low, int high);
    bool one_in(int times) { return between(1, times) == 1; }
    template <class List> const auto& pick(const List& list) {
        return list[static_cast<std::size_t>(between(0, static_cast<int>(std::size(list)) - 1))];
    }
    std::string digits(int count);

private:
    std::uint64_t state_;
};

enum class MadeCountry { morocco, belgium, france };
enum class MadeKind { invoice, credit_note, utility_bill };

struct MadeParty {
    std::string name, street, town;
    std::string mail, site, phone;
    /// Kind (as in IdentifierReading) and canonical value; the first is the one the bench asks for.
    std::vector<std::pair<std::string, std::string>> identifiers;
    std::string iban;
};

struct MadeLine {
    std::string label;
    Decimal quantity;
    Decimal unit_price;
    Decimal rate;    ///< percent
    Decimal amount;  ///< without tax
};

struct MadeTax {
    Decimal rate, base, tax;
};

struct MadeInvoice {
    MadeCountry country = MadeCountry::morocco;
    MadeKind kind = MadeKind::invoice;
    std::string language;  ///< fr, nl, en
    MadeParty issuer, customer;
    std::string number, customer_number;
    Date issue_date, due_date;
    std::optional<Date> period_start, period_end;
    std::vector<MadeLine> lines;
    std::vector<MadeTax> taxes;
    Decimal discount{0, 2};  ///< taken off before tax, at the rate of the first line
    Decimal total_excluding_tax, total_tax, total_including_tax;
    Decimal paid{0, 2}, previous{0, 2}, due;
    std::string currency;
    std::string structured_communication;  ///< twelve digits, Belgium only
};

/// The same invoice for the same seed.
MadeInvoice make_invoice(std::uint64_t seed);

/// The truth as JSON text, amounts with two decimals.
std::string truth_json(const MadeInvoice& invoice);

}  // namespace daftar::documents
