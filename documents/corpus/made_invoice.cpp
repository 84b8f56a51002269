#include "documents/corpus/made_invoice.hpp"

#include <algorithm>

#include "documents/corpus/made_names.hpp"
#include "registry/identifiers/identifiers.hpp"

namespace daftar::documents {
namespace {

/// Digits followed by the two that make `valid` true: tried in turn, at most 97 of them can be needed.
std::string with_key(std::string digits, bool (*valid)(std::string_view), int key_digits) {
    for (int key = 0; key < (key_digits == 1 ? 10 : 100); ++key) {
        auto text = std::to_string(key);
        if (static_cast<int>(text.size()) < key_digits) text.insert(0, "0");
        if (valid(digits + text)) return digits + text;
    }
    return digits;
}

std::string made_iban(Dice& dice, MadeCountry country) {
    if (country == MadeCountry::morocco) {
        static constexpr const char* banks[] = {"007", "011", "013", "021", "022", "101", "145", "190", "225", "230"};
        return registry::iban_of_rib(
            with_key(std::string(dice.pick(banks)) + "780" + dice.digits(16), registry::is_valid_rib, 2));
    }
    const std::string prefix = country == MadeCountry::belgium ? "BE" : "FR";
    std::string account;
    if (country == MadeCountry::belgium) {
        account = "0" + dice.digits(9);
        int rest = 0;
        for (const char c : account) rest = (rest * 10 + c - '0') % 97;
        if (rest == 0) rest = 97;
        account += (rest < 10 ? "0" : "") + std::to_string(rest);
    } else {
        account = dice.digits(23);
    }
    for (int key = 2; key <= 98; ++key) {
        const auto iban = prefix + (key < 10 ? "0" : "") + std::to_string(key) + account;
        if (registry::is_valid_iban(iban)) return iban;
    }
    return "";
}

void add_identifiers(Dice& dice, MadeCountry country, MadeParty& party) {
    if (country == MadeCountry::morocco) {
        const auto ice = with_key("00" + dice.digits(7) + "0000", registry::is_valid_ice, 2);
        party.identifiers = {{"ma_ice", ice},
                             {"ma_if", "4" + dice.digits(7)},
                             {"ma_rc", "1" + dice.digits(4)},
                             {"ma_patente", "3" + dice.digits(7)}};
    } else if (country == MadeCountry::belgium) {
        const auto number =
            with_key("0" + std::to_string(dice.between(4, 8)) + dice.digits(6), registry::is_valid_be_enterprise, 2);
        party.identifiers = {{"eu_vat", "BE" + number}};
    } else {
        const auto siren = with_key(std::to_string(dice.between(3, 9)) + dice.digits(7), registry::is_valid_siren, 1);
        const auto siret = with_key(siren + "000" + std::to_string(dice.between(1, 4)), registry::is_valid_siret, 1);
        std::string vat;
        for (int key = 0; key < 97 && vat.empty(); ++key) {
            const auto text = "FR" + std::string(key < 10 ? "0" : "") + std::to_string(key) + siren;
            if (registry::is_valid_vat(text)) vat = text;
        }
        party.identifiers = {{"fr_siret", siret}, {"eu_vat", vat}};
    }
}

Decimal cents(std::int64_t units) { return {units, 2}; }

void draw_lines(Dice& dice, MadeInvoice& invoice) {
    static constexpr int rates_ma[] = {200, 200, 200, 100, 140}, rates_be[] = {210, 210, 60},
                         rates_fr[] = {200, 200, 100, 55};
    const int first_rate = invoice.country == MadeCountry::morocco   ? dice.pick(rates_ma)
                           : invoice.country == MadeCountry::belgium ? dice.pick(rates_be)
                                                                     : dice.pick(rates_fr);
    const int second_rate = invoice.country == MadeCountry::morocco   ? 100
                            : invoice.country == MadeCountry::belgium ? 60
                                                                      : 55;
    const bool two_rates = dice.one_in(4) && first_rate != second_rate;
    const int count = invoice.kind == MadeKind::utility_bill ? dice.between(2, 4) : dice.between(1, 8);
    for (int i = 0; i < count; ++i) {
        MadeLine line;
        line.label = made_label(dice, invoice.language, invoice.kind);
        const bool measured = invoice.kind == MadeKind::utility_bill || dice.one_in(6);
        line.quantity =
            measured ? Decimal{dice.between(120, 9000), 1} : Decimal{dice.one_in(2) ? 1 : dice.between(2, 24), 0};
        line.unit_price = cents(measured         ? dice.between(15, 900)
                                : dice.one_in(4) ? dice.between(100000, 900000)
                                                 : dice.between(350, 65000));
        line.rate = Decimal{two_rates && i % 2 == 1 ? second_rate : first_rate, 1}.normalized();
        line.amount = (line.quantity * line.unit_price).rounded(2);
        invoice.lines.push_back(std::move(line));
    }
}

void add_up(Dice& dice, MadeInvoice& invoice) {
    for (const auto& line : invoice.lines) {
        const auto same = std::find_if(invoice.taxes.begin(), invoice.taxes.end(),
                                       [&](const MadeTax& tax) { return tax.rate == line.rate; });
        if (same == invoice.taxes.end())
            invoice.taxes.push_back({line.rate, line.amount, {}});
        else
            same->base = same->base + line.amount;
    }
    if (invoice.kind == MadeKind::invoice && dice.one_in(8)) {
        invoice.discount = divide(invoice.taxes[0].base, Decimal{dice.one_in(2) ? 10 : 20, 0}, 2);
        invoice.taxes[0].base = invoice.taxes[0].base - invoice.discount;
    }
    invoice.total_excluding_tax = invoice.total_tax = cents(0);
    for (auto& tax : invoice.taxes) {
        tax.tax = divide(tax.base * tax.rate, Decimal{100, 0}, 2);
        invoice.total_excluding_tax = invoice.total_excluding_tax + tax.base;
        invoice.total_tax = invoice.total_tax + tax.tax;
    }
    invoice.total_including_tax = invoice.total_excluding_tax + invoice.total_tax;
    if (invoice.kind == MadeKind::invoice && dice.one_in(7))
        invoice.paid = divide(invoice.total_including_tax * Decimal{3, 0}, Decimal{10, 0}, 2);
    if (invoice.kind == MadeKind::utility_bill && dice.one_in(3)) invoice.previous = cents(dice.between(5000, 90000));
    invoice.due = invoice.total_including_tax - invoice.paid + invoice.previous;
}

}  // namespace

std::uint64_t Dice::next() {
    std::uint64_t mixed = state_ += 0x9e3779b97f4a7c15u;
    mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
    return mixed ^ mixed >> 31;
}

int Dice::between(int low, int high) {
    return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
}

std::string Dice::digits(int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += static_cast<char>('0' + between(0, 9));
    return out;
}

MadeInvoice make_invoice(std::uint64_t seed) {
    Dice dice(seed * 7919 + 13);
    MadeInvoice invoice;
    invoice.country = static_cast<MadeCountry>(dice.between(0, 2));
    invoice.kind = dice.one_in(8) ? MadeKind::credit_note : dice.one_in(6) ? MadeKind::utility_bill : MadeKind::invoice;
    invoice.language = invoice.country != MadeCountry::belgium                    ? "fr"
                       : invoice.kind == MadeKind::utility_bill || dice.one_in(2) ? "fr"
                       : dice.one_in(3)                                           ? "en"
                                                                                  : "nl";
    invoice.issuer = made_issuer(dice, invoice.country, invoice.kind);
    invoice.customer = made_customer(dice, invoice.country);
    add_identifiers(dice, invoice.country, invoice.issuer);
    if (dice.one_in(2)) add_identifiers(dice, invoice.country, invoice.customer);
    invoice.issuer.iban = made_iban(dice, invoice.country);
    const int year = dice.between(2023, 2026);
    static constexpr const char* prefixes[] = {"FA", "F", "FAC-", "", "", "INV-", "FV"};
    const std::string prefix =
        invoice.kind == MadeKind::credit_note ? (dice.one_in(2) ? "AV-" : "NC") : dice.pick(prefixes);
    const int style = dice.between(0, 3);
    const auto serial = dice.digits(dice.between(3, 5));
    invoice.number = style == 0   ? prefix + std::to_string(year) + "-" + serial
                     : style == 1 ? prefix + std::to_string(year) + "/" + serial
                     : style == 2 ? prefix + std::to_string(dice.between(10, 99)) + serial
                                  : prefix + serial + "/" + std::to_string(year % 100);
    invoice.customer_number = "C" + dice.digits(5);
    invoice.issue_date =
        Date(year, static_cast<unsigned>(dice.between(1, 12)), static_cast<unsigned>(dice.between(1, 28)));
    static constexpr int delays[] = {0, 8, 15, 30, 30, 45, 60};
    invoice.due_date = invoice.issue_date.plus_days(dice.pick(delays));
    if (invoice.kind == MadeKind::utility_bill) {
        invoice.period_start = Date(invoice.issue_date.year(), invoice.issue_date.month(), 1).plus_months(-1);
        invoice.period_end = invoice.period_start->end_of_month();
    }
    invoice.currency = invoice.country == MadeCountry::morocco ? "MAD" : "EUR";
    draw_lines(dice, invoice);
    add_up(dice, invoice);
    if (invoice.country == MadeCountry::belgium && dice.one_in(2))
        invoice.structured_communication = with_key(dice.digits(10), registry::is_valid_ogm, 2);
    return invoice;
}

std::string truth_json(const MadeInvoice& invoice) {
    const auto quoted = [](const std::string& text) {
        std::string out = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\') out += '\\';
            out += c;
        }
        return out + "\"";
    };
    static constexpr const char* kinds[] = {"supplier_invoice", "credit_note", "utility_bill"};
    std::string out = "{\n  \"type\": " + quoted(kinds[static_cast<int>(invoice.kind)]) +
                      ",\n  \"language\": " + quoted(invoice.language);
    const auto text = [&](const char* name, const std::string& value) {
        out += ",\n  \"" + std::string(name) + "\": " + quoted(value);
    };
    const auto amount = [&](const char* name, Decimal value) {
        out += ",\n  \"" + std::string(name) + "\": " + value.rounded(2).text();
    };
    text("issuer", invoice.issuer.name);
    text("issuer_identifier", invoice.issuer.identifiers[0].second);
    text("customer", invoice.customer.name);
    text("number", invoice.number);
    text("issue_date", invoice.issue_date.text());
    text("due_date", invoice.due_date.text());
    text("currency", invoice.currency);
    text("payment_iban", invoice.issuer.iban);
    text("structured_communication", invoice.structured_communication);
    amount("total_excluding_tax", invoice.total_excluding_tax);
    amount("total_tax", invoice.total_tax);
    amount("total_including_tax", invoice.total_including_tax);
    amount("amount_paid", invoice.paid);
    amount("previous_balance", invoice.previous);
    amount("amount_due", invoice.due);
    out += ",\n  \"lines\": [";
    for (std::size_t i = 0; i < invoice.lines.size(); ++i) {
        const auto& line = invoice.lines[i];
        out += std::string(i ? "," : "") + "\n    {\"label\": " + quoted(line.label) +
               ", \"quantity\": " + line.quantity.text() + ", \"unit_price\": " + line.unit_price.text() +
               ", \"rate\": " + line.rate.text() + ", \"amount\": " + line.amount.text() + "}";
    }
    return out + "\n  ]\n}\n";
}

}  // namespace daftar::documents
