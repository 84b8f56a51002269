#include "modules/accounting/vat_declaration.hpp"

#include "modules/accounting/vat_declaration.sql.hpp"

namespace daftar::accounting {

struct VatLine {
    Id<ledger::Entry> entry_id;
    std::int32_t line_number = 0;
    Date date;
    std::string description;
    VatDirection direction = VatDirection::deductible;
    Money vat;
    std::optional<Decimal> rate;
    std::optional<Money> base;
    Money charges;  ///< of the whole entry, debit positive
};
BOOST_DESCRIBE_STRUCT(VatLine, (), (entry_id, line_number, date, description, direction, vat, rate, base, charges))

struct VatReturnState {
    Id<VatReturn> id;
    VatFiling status = VatFiling::draft;
};
BOOST_DESCRIBE_STRUCT(VatReturnState, (), (id, status))

struct VatAccounts {
    std::optional<std::string> deductible, collected;
};
BOOST_DESCRIBE_STRUCT(VatAccounts, (), (deductible, collected))

namespace {

constexpr std::int64_t inference_tolerance = 2;  // minor units: what rounding by line may add up to

/// The rate under which the charges of a manual entry give its VAT; nothing when there is none.
std::optional<Decimal> inferred_rate(const VatLine& line, std::string_view country) {
    const auto base = line.direction == VatDirection::deductible ? line.charges : -line.charges;
    if (base.is_zero() || line.vat.is_zero()) return {};
    for (const auto& rate : vat_rates_on(country, line.date))
        if (std::abs((times(base, rate.rate) - line.vat).minor) <= inference_tolerance && rate.rate > Decimal{0, 0})
            return rate.rate;
    return {};
}

VatBox& box_of(std::vector<VatBox>& boxes, VatDirection direction, const std::optional<Decimal>& rate,
               const Money& zero) {
    for (auto& box : boxes)
        if (box.direction == direction && box.rate == rate) return box;
    return boxes.emplace_back(VatBox{direction, rate, zero, zero, {}});
}

Json details_of(const VatDeclaration& declaration, VatDirection direction, const std::vector<VatRate>& rates,
                const Money& zero) {
    Json::Object details;
    const auto add = [&](const std::string& name, const Money& base, const Money& vat) {
        details.emplace_back(name, Json::Object{{"base", JsonNumber{base.text()}}, {"vat", JsonNumber{vat.text()}}});
    };
    std::vector<Decimal> shown;
    for (auto rate = rates.rbegin(); rate != rates.rend(); ++rate) {
        if (rate->rate == Decimal{0, 0} || std::ranges::find(shown, rate->rate) != shown.end()) continue;
        shown.push_back(rate->rate);
        const auto box = std::ranges::find_if(declaration.boxes, [&](const auto& each) {
            return each.direction == direction && each.rate == rate->rate;
        });
        if (box == declaration.boxes.end())
            add("vat_" + percent_name(rate->rate) + "_percent", zero, zero);
        else
            add("vat_" + percent_name(rate->rate) + "_percent", box->base, box->vat);
    }
    // Rates that are no longer in force, and lines without a rate, so that the details always sum to the total.
    for (const auto& box : declaration.boxes) {
        if (box.direction != direction || (box.rate && std::ranges::find(shown, *box.rate) != shown.end())) continue;
        add(box.rate ? "vat_" + percent_name(*box.rate) + "_percent" : "vat_unknown_rate", box.base, box.vat);
    }
    return details;
}

}  // namespace

std::optional<Problem> VatPeriodRequest::broken_rule() const {
    if (year < 1950 || year > 2150) return Problem{"year", "out_of_range", "Une année à quatre chiffres est attendue."};
    if (quarter.has_value() == month.has_value())
        return Problem{"quarter", "quarter_or_month", "Donnez un trimestre ou un mois, et un seul des deux."};
    if (quarter && (*quarter < 1 || *quarter > 4))
        return Problem{"quarter", "out_of_range", "Un trimestre va de 1 à 4."};
    if (month && (*month < 1 || *month > 12)) return Problem{"month", "out_of_range", "Un mois va de 1 à 12."};
    return {};
}
Date VatPeriodRequest::start() const {
    return Date(year, static_cast<unsigned>(quarter ? *quarter * 3 - 2 : *month), 1);
}
Date VatPeriodRequest::end() const { return start().plus_months(quarter ? 2 : 0).end_of_month(); }
std::string VatPeriodRequest::name() const {
    return quarter ? std::to_string(year) + "-Q" + std::to_string(*quarter) : start().text().substr(0, 7);
}

VatDeclaration vat_declaration(Context& context, const VatPeriodRequest& period) {
    const Money zero(0, context.currency());
    const auto regime = vat_regime(context);
    VatDeclaration declaration;
    declaration.period = period.name();
    declaration.start_date = period.start();
    declaration.end_date = period.end();
    declaration.deducts_vat = regime.deducts;
    declaration.vat_collected = declaration.vat_deductible = zero;
    for (auto& line :
         context.rows<sql::vat_lines>(context.organization(), declaration.start_date, declaration.end_date)) {
        auto rate = line.rate;
        const bool inferred = !rate && (rate = inferred_rate(line, regime.country));
        const auto base = line.base.value_or(!rate                                        ? zero
                                             : line.direction == VatDirection::deductible ? line.charges
                                                                                          : -line.charges);
        auto& box = box_of(declaration.boxes, line.direction, rate, zero);
        box.base += base;
        box.vat += line.vat;
        box.entries.push_back(
            {line.entry_id, line.line_number, line.date, std::move(line.description), base, line.vat, inferred});
        (line.direction == VatDirection::deductible ? declaration.vat_deductible : declaration.vat_collected) +=
            line.vat;
    }
    declaration.vat_balance = declaration.vat_collected - declaration.vat_deductible;
    declaration.status = declaration.vat_balance.is_zero()   ? VatBalance::Nil
                         : declaration.vat_balance.minor > 0 ? VatBalance::ToPay
                                                             : VatBalance::ToReclaim;
    const auto rates = vat_rates_on(regime.country, declaration.end_date);
    declaration.rates_confirmed = std::ranges::all_of(rates, &VatRate::confirmed);
    declaration.details = details_of(declaration, VatDirection::deductible, rates, zero);
    declaration.collected_details = details_of(declaration, VatDirection::collected, rates, zero);
    if (const auto filed = context.maybe<sql::vat_return_of_period>(context.organization(), declaration.period)) {
        declaration.filing = filed->status;
        declaration.vat_return_id = filed->id;
    }
    const auto accounts = context.one<sql::vat_account_codes>(context.organization());
    const auto link = [&](const std::optional<std::string>& code) {
        return "/api/v1/accounting/ledger?account_code=" + code.value_or("") +
               "&start_date=" + declaration.start_date.text() + "&end_date=" + declaration.end_date.text();
    };
    declaration.links =
        Json::Object{{"vat_deductible", link(accounts.deductible)}, {"vat_collected", link(accounts.collected)}};
    return declaration;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/reports/vat-declaration", "read_reports", operation<vat_declaration>},
};
const std::span<const Route> vat_declaration_routes = routes;

}  // namespace daftar::accounting
