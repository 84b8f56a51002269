#include <array>

#include "documents/corpus/corpus.hpp"

namespace daftar::documents {
namespace {

std::string below_hundred(int n) {
    static constexpr std::array<const char*, 17> small{"",      "un",     "deux",     "trois",  "quatre", "cinq",
                                                       "six",   "sept",   "huit",     "neuf",   "dix",    "onze",
                                                       "douze", "treize", "quatorze", "quinze", "seize"};
    static constexpr std::array<const char*, 10> tens{
        "", "dix", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"};
    if (n < 17) return small[static_cast<std::size_t>(n)];
    if (n < 20) return std::string("dix-") + small[static_cast<std::size_t>(n - 10)];
    const int ten = n / 10;
    const int rest = ten == 7 || ten == 9 ? n - ten * 10 + 10 : n % 10;
    std::string out = tens[static_cast<std::size_t>(ten)];
    if (rest == 0) return n == 80 ? out + "s" : out;
    if ((rest == 1 || rest == 11) && ten < 8) return out + " et " + below_hundred(rest);
    return out + "-" + below_hundred(rest);
}

std::string below_thousand(int n) {
    std::string out;
    if (n >= 200)
        out = below_hundred(n / 100) + (n % 100 == 0 ? " cents" : " cent");
    else if (n >= 100)
        out = "cent";
    if (n % 100 != 0) out += (out.empty() ? "" : " ") + below_hundred(n % 100);
    return out;
}

std::string grouped(const std::string& digits, const std::string& mark) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) out += mark;
        out += digits[i];
    }
    return out;
}

}  // namespace

std::string french_words(Decimal amount, const std::string& currency) {
    const auto cents_in_all = amount.rounded(2).units;
    const int whole = static_cast<int>(cents_in_all / 100), cents = static_cast<int>(cents_in_all % 100);
    std::string out;
    if (whole >= 2000) {
        out = below_thousand(whole / 1000);
        if (out.ends_with("cents") || out.ends_with("vingts")) out.pop_back();  // invariable before "mille"
        out += " mille";
    } else if (whole >= 1000) {
        out = "mille";
    }
    if (whole % 1000 != 0) out += (out.empty() ? "" : " ") + below_thousand(whole % 1000);
    if (whole == 0) out = "zéro";
    out += currency == "MAD" ? " dirhams" : " euros";
    if (cents != 0) out += " et " + below_hundred(cents) + " centimes";
    return out;
}

std::string printed_amount(Decimal amount, AmountFormat format, const std::string& currency) {
    const auto text = amount.rounded(2).text();
    const bool negative = text.starts_with('-');
    const auto point = text.find('.');
    const auto whole = text.substr(negative ? 1 : 0, point - (negative ? 1 : 0)), fraction = text.substr(point + 1);
    const std::string sign = negative ? "-" : "", symbol = currency == "MAD" ? "DH" : "€";
    switch (format) {
        case AmountFormat::spaced_symbol:
            return sign + grouped(whole, "\u00a0") + "," + fraction + "\u00a0" + symbol;
        case AmountFormat::dotted:
            return sign + grouped(whole, ".") + "," + fraction;
        case AmountFormat::english:
            return sign + grouped(whole, ",") + "." + fraction;
        case AmountFormat::plain_symbol_first:
            return symbol + " " + sign + whole + "," + fraction;
        case AmountFormat::spaced_plain:
            return sign + grouped(whole, " ") + "," + fraction;
    }
    return text;
}

std::string printed_date(const Date& date, DateFormat format, const std::string& language) {
    static constexpr const char* french_months[] = {"janvier",   "février", "mars",     "avril",
                                                    "mai",       "juin",    "juillet",  "août",
                                                    "septembre", "octobre", "novembre", "décembre"};
    static constexpr const char* dutch_months[] = {"januari",   "februari", "maart",    "april",
                                                   "mei",       "juni",     "juli",     "augustus",
                                                   "september", "oktober",  "november", "december"};
    static constexpr const char* english_months[] = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const auto day = two(date.day_of_month()), month = two(date.month()), year = std::to_string(date.year());
    const auto& names = language == "nl" ? dutch_months : language == "en" ? english_months : french_months;
    switch (format) {
        case DateFormat::slashes:
            return day + "/" + month + "/" + year;
        case DateFormat::dashes_short:
            return day + "-" + month + "-" + year.substr(2);
        case DateFormat::words:
            return std::to_string(date.day_of_month()) + " " + names[date.month() - 1] + " " + year;
        case DateFormat::dots:
            return day + "." + month + "." + year;
        case DateFormat::iso:
            return date.text();
    }
    return date.text();
}

}  // namespace daftar::documents
