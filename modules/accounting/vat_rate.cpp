#include "modules/accounting/vat_rate.hpp"

#include "core/text_parts.hpp"
#include "embedded/vat_rates.hpp"
#include "modules/accounting/vat_rate.sql.hpp"

namespace daftar::accounting {
namespace {

std::vector<VatRate> read_rates(std::string_view text) {
    std::vector<VatRate> rates;
    for (const auto line : split(text, '\n')) {
        if (line.empty() || line.starts_with('#') || line.starts_with("country\t")) continue;
        const auto cells = split(line, '\t');
        ensure(cells.size() == 8, "vat_rates.tsv: eight columns a line");
        const auto rate = Decimal::parse(cells[1]);
        const auto kind = enum_from<VatRateKind>(cells[2]);
        const auto from = Date::parse(cells[4]);
        const auto to = cells[5].empty() ? std::optional<Date>() : Date::parse(cells[5]);
        ensure(rate && kind && from && (to || cells[5].empty()), "vat_rates.tsv: unreadable line");
        rates.push_back({std::string(cells[0]), *rate, *kind, std::string(cells[3]), *from, to, std::string(cells[6]),
                         cells[7] == "yes"});
    }
    return rates;
}

struct RateRequest {
    std::optional<Text<2, 2>> country;  ///< that of the books when absent
    std::optional<Date> date;           ///< today when absent
};
BOOST_DESCRIBE_STRUCT(RateRequest, (), (country, date))

Page<VatRate> list_rates(Context& context, const RateRequest& request) {
    const auto country = request.country ? request.country->value : vat_regime(context).country;
    return {vat_rates_on(country, request.date.value_or(context.today())), {}};
}

}  // namespace

const std::vector<VatRate>& all_vat_rates() {
    static const auto rates = [] {
        for (const auto& file : daftar::vat_rates)
            if (file.name == "vat_rates.tsv") return read_rates(file.text);
        return std::vector<VatRate>();
    }();
    return rates;
}

std::vector<VatRate> vat_rates_on(std::string_view country, const Date& day) {
    std::vector<VatRate> found;
    for (const auto& rate : all_vat_rates())
        if (rate.country == country && rate.valid_from <= day && (!rate.valid_to || day <= *rate.valid_to))
            found.push_back(rate);
    std::ranges::sort(found, [](const auto& left, const auto& right) { return left.rate > right.rate; });
    return found;
}

bool is_vat_rate(std::string_view country, Decimal rate, const Date& day) {
    if (rate == Decimal{0, 0}) return true;  // exempt operations exist everywhere
    return std::ranges::any_of(vat_rates_on(country, day), [&](const auto& known) { return known.rate == rate; });
}

std::string percent_name(Decimal rate) {
    auto text = (rate * Decimal{100, 0}).normalized().text();
    std::ranges::replace(text, '.', '_');
    return text;
}

std::string french_percent(Decimal rate) {
    auto text = (rate * Decimal{100, 0}).normalized().text();
    std::ranges::replace(text, '.', ',');
    return text + " %";
}

VatRegime vat_regime(Context& context) { return context.one<sql::vat_regime>(context.organization()); }

constexpr Route routes[] = {
    {"GET", "/api/v1/vat-rates", "read_chart", operation<list_rates>},
};
const std::span<const Route> vat_rate_routes = routes;

}  // namespace daftar::accounting
