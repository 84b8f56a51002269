// The VAT declaration of a quarter or a month, computed from the lines on the VAT accounts.
#pragma once
#include "ledger/types.hpp"
#include "modules/accounting/vat_rate.hpp"

namespace daftar::accounting {

struct VatReturn;

/// A calendar quarter or month; exactly one of the two.
struct VatPeriodRequest {
    std::int32_t year = 0;
    std::optional<std::int32_t> quarter, month;

    std::optional<Problem> broken_rule() const;
    Date start() const;
    Date end() const;
    /// "2025-Q4" or "2025-03"
    std::string name() const;
};
BOOST_DESCRIBE_STRUCT(VatPeriodRequest, (), (year, quarter, month))

enum class VatBalance { ToReclaim, ToPay, Nil };
BOOST_DESCRIBE_ENUM(VatBalance, ToReclaim, ToPay, Nil)
enum class VatDirection { deductible, collected };
BOOST_DESCRIBE_ENUM(VatDirection, deductible, collected)
/// draft: only computed; withdrawn: filed by mistake, replaced.
enum class VatFiling { draft, filed, settled, withdrawn };
BOOST_DESCRIBE_ENUM(VatFiling, draft, filed, settled, withdrawn)

/// A line on a VAT account that counts in a box.
struct VatSource {
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 0;
    Date date;
    std::string description;
    Money base, vat;
    bool rate_inferred = false;  ///< found by comparing the VAT of a manual entry with its charges
};
BOOST_DESCRIBE_STRUCT(VatSource, (), (entry_id, line_number, date, description, base, vat, rate_inferred))

/// Everything of one direction and rate; without a rate, lines whose rate nobody knows.
struct VatBox {
    VatDirection direction = VatDirection::deductible;
    std::optional<Decimal> rate;
    Money base, vat;
    std::vector<VatSource> entries;
};
BOOST_DESCRIBE_STRUCT(VatBox, (), (direction, rate, base, vat, entries))

struct VatDeclaration {
    std::string period;
    Money vat_collected, vat_deductible;
    Money vat_balance;  ///< collected − deductible: positive is owed to the State
    VatBalance status = VatBalance::Nil;
    Json details;  ///< of the deductible VAT: {"vat_21_percent": {"base", "vat"}}, one member per rate in force
    Json collected_details;  ///< the same of the collected VAT
    std::vector<VatBox> boxes;
    Date start_date, end_date;
    bool deducts_vat = false;      ///< false: the VAT of purchases is part of their cost and does not appear
    bool rates_confirmed = false;  ///< false: the official texts of the rates are still to be read
    VatFiling filing = VatFiling::draft;
    std::optional<Id<VatReturn>> vat_return_id;
    Json links;  ///< figure → the query that opens its lines
};
BOOST_DESCRIBE_STRUCT(VatDeclaration, (),
                      (period, vat_collected, vat_deductible, vat_balance, status, details, collected_details, boxes,
                       start_date, end_date, deducts_vat, rates_confirmed, filing, vat_return_id, links))

VatDeclaration vat_declaration(Context& context, const VatPeriodRequest& period);

/// Where the filing of a period stands; draft when nothing was filed.
struct FiledPeriod {
    std::string period;
    VatFiling status = VatFiling::draft;
};
/// The quarters (or months) of a calendar year that hold VAT, with their filing.
std::vector<FiledPeriod> filing_of_year(Context& context, const Date& start, const Date& end);

extern const std::span<const Route> vat_declaration_routes;
extern const std::span<const Route> vat_filing_routes;
/// The declaration on paper and as a workbook, with the lines behind each box.
extern const std::span<const Route> vat_declaration_paper_routes;

}  // namespace daftar::accounting
