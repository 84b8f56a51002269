#include "server/demo_papers.hpp"

#include <algorithm>

namespace daftar::server {
namespace {

using namespace documents;

MadeCountry country_of(const DemoResidence& residence) {
    return std::string_view(residence.country) == "BE" ? MadeCountry::belgium : MadeCountry::morocco;
}

/// Morocco's 7 and 14 % ended with 2025.
bool has_former_rate(const MadeInvoice& invoice) {
    return std::ranges::any_of(invoice.taxes, [](const auto& tax) {
        return tax.rate == Decimal{7, 0} || tax.rate == Decimal{14, 0};
    });
}

DemoPaper drawn(const DemoResidence& residence, MadeInvoice invoice, std::size_t style, const Date& day) {
    invoice.customer.name = residence.name;
    invoice.customer.town = residence.city;
    invoice.issue_date = day;
    invoice.due_date = day.plus_days(30);
    invoice.period_start = invoice.period_end = {};
    const auto styles = known_styles();
    auto pdf = draw_pdf(invoice, styles[style % styles.size()], false);
    return {std::move(invoice), std::move(pdf)};
}

/// A made invoice of the residence's country, the same for the same seed.
MadeInvoice invoice_from(const DemoResidence& residence, std::uint64_t seed) {
    for (;; ++seed) {
        auto invoice = make_invoice(seed);
        if (invoice.country == country_of(residence) && invoice.kind == MadeKind::invoice && invoice.language == "fr")
            return invoice;
    }
}

}  // namespace

std::vector<DemoPaper> waiting_papers(const DemoResidence& residence, const Date& today, int count) {
    std::vector<DemoPaper> papers;
    for (std::uint64_t seed = 7'000 + static_cast<std::uint64_t>(residence.lots);
         static_cast<int>(papers.size()) < count; ++seed) {
        auto invoice = make_invoice(seed);
        if (invoice.country != country_of(residence) || invoice.kind == MadeKind::credit_note ||
            has_former_rate(invoice))
            continue;
        const auto made = static_cast<unsigned>(papers.size());
        papers.push_back(
            drawn(residence, std::move(invoice), made, Date(today.year(), 1 + made % 10, 1 + made * 5 % 27)));
    }
    return papers;
}

DemoPaper paper_of(const DemoResidence& residence, std::size_t which, const std::string& number, const Date& day,
                   Decimal net) {
    const auto& supplier = residence.suppliers.at(which);
    auto invoice = invoice_from(residence, 100 * (which + 1) + 10'000 * static_cast<std::uint64_t>(residence.lots));
    const auto rate = *Decimal::parse(supplier.vat_rate) * Decimal{100, 0};
    const auto tax = divide(net * rate, Decimal{100, 0}, 2);
    invoice.issuer.name = supplier.name;
    invoice.number = number;
    invoice.lines = {{supplier.description, Decimal{1, 0}, net, rate.normalized(), net}};
    invoice.taxes = {{rate.normalized(), net, tax}};
    invoice.discount = invoice.paid = invoice.previous = Decimal{0, 2};
    invoice.total_excluding_tax = net;
    invoice.total_tax = tax;
    invoice.total_including_tax = invoice.due = net + tax;
    return drawn(residence, std::move(invoice), which, day);
}

}  // namespace daftar::server
