#include "documents/reading/payment_terms.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "documents/reading/fold.hpp"

namespace daftar::documents {
namespace {

template <std::size_t size> bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 6> units{"jours", "jour", "days", "dagen", "tage", "tagen"};
/// Without one of these, days are those of a delivery, a warranty, a complaint.
constexpr std::array<std::string_view, 33> of_payment{
    "paiement", "paiements",   "reglement", "payable",    "payer",    "regler",           "echeance",
    "payment",  "pay",         "due",       "net",        "betalen",  "betaling",         "terms",
    "zahlbar",  "zahlung",     "fallig",    "betaalbaar", "netto",    "betalingstermijn", "zahlungsziel",
    "virement", "verser",      "versement", "cheque",     "especes",  "facture",          "conditions",
    "exigible", "prelevement", "modalites", "regle",      "innerhalb"};
/// Days that are not those of the due date, though money is spoken of.
constexpr std::array<std::string_view, 22> of_other{
    "escompte",     "skonto",      "korting",       "discount", "retard",       "penalite",     "penalites", "interet",
    "interets",     "reclamation", "reclamations",  "garantie", "contestation", "late",         "overdue",   "litige",
    "retractation", "klachten",    "reklamationen", "rappel",   "verzug",       "contestations"};

/// "payable comptant", "à réception de facture": due on the day of the invoice.
constexpr std::array<std::string_view, 12> at_once{"comptant",   "a reception",   "des reception", "sur reception",
                                                   "on receipt", "upon receipt",  "bij ontvangst", "na ontvangst",
                                                   "contant",    "sofort fallig", "nach erhalt",   "bei erhalt"};

int number_in(std::string_view word) {
    int value = 0;
    if (word.size() > 3 || !is_digits(word)) return 0;
    std::from_chars(word.data(), word.data() + word.size(), value);
    return value;
}

std::string words_after(const std::vector<std::string>& words, std::size_t from, std::size_t count) {
    std::string out;
    for (std::size_t i = from; i < std::min(words.size(), from + count); ++i) out += words[i] + ' ';
    return out;
}

/// Words that begin with the phrase; their number, 0 when they do not.
int phrase_at(const std::vector<std::string>& words, std::size_t from, std::string_view phrase) {
    const auto count = static_cast<std::size_t>(std::ranges::count(phrase, ' ')) + 1;
    return words_after(words, from, count) == std::string(phrase) + ' ' ? static_cast<int>(count) : 0;
}

/// The head of the column, or of the box, in which the terms stand: "Mode de règlement" over "30 jours".
bool payment_above(const Layout& layout, int token) {
    const auto& place = layout.tokens[static_cast<std::size_t>(token)].area;
    return std::ranges::any_of(layout.tokens, [&](const Token& other) {
        return other.area.page == place.page && other.area.y1 <= place.y0 + 2 &&
               place.y0 - other.area.y1 < 2.2f * place.height() &&
               shared_width({0, other.area.x0 - 60, 0, other.area.x1 + 60, 0}, place) > 0 &&
               is_one_of(label_word(other.text), of_payment);
    });
}

std::optional<PaymentTerms> terms_on(const Layout& layout, const Line& line) {
    std::vector<std::string> words;
    for (int t = line.first; t <= line.last; ++t)
        words.push_back(label_word(layout.tokens[static_cast<std::size_t>(t)].text));
    for (std::size_t i = 0; i < words.size(); ++i) {
        const int token = line.first + static_cast<int>(i);
        const auto about = [&](const auto& list, std::size_t before, std::size_t after) {
            for (std::size_t at = i - std::min(i, before); at < std::min(words.size(), i + after); ++at)
                if (is_one_of(words[at], list)) return true;
            return false;
        };
        const auto speaks_of_payment = [&] {
            return (about(of_payment, 8, 5) || payment_above(layout, token)) && !about(of_other, 8, 5);
        };
        for (const auto phrase : at_once)
            if (const int count = phrase_at(words, i, phrase); count > 0 && speaks_of_payment())
                return PaymentTerms{0, false, 0, token, token + count - 1};
        const int days = number_in(words[i]);
        if (days < 1 || days > 120 || i + 1 >= words.size() || !is_one_of(words[i + 1], units)) continue;
        if (!speaks_of_payment()) continue;
        PaymentTerms terms{days, false, 0, token, token + 1};
        const auto rest = words_after(words, i + 2, 4);
        for (const std::string_view end :
             {"fin de mois", "fin du mois", "fdm", "end of month", "einde maand", "monatsende"})
            if (rest.starts_with(end)) {
                terms.end_of_month = true;
                const auto used = static_cast<std::size_t>(std::ranges::count(end, ' ')) + 1;
                terms.last += static_cast<int>(used);
                if (i + used + 3 < words.size() && words[i + used + 2] == "le")
                    if (const int day = number_in(words[i + used + 3]); day >= 1 && day <= 28)
                        terms.day_of_next_month = day, terms.last += 2;
                break;
            }
        return terms;
    }
    return {};
}

}  // namespace

std::optional<PaymentTerms> find_payment_terms(const Layout& layout) {
    std::optional<PaymentTerms> found;
    for (const auto& line : layout.lines) {
        const auto terms = terms_on(layout, line);
        if (!terms) continue;
        if (found && (found->days != terms->days || found->end_of_month != terms->end_of_month)) return {};
        if (!found) found = terms;
    }
    return found;
}

Date due_by(const PaymentTerms& terms, const Date& issued) {
    const auto due = issued.plus_days(terms.days);
    return terms.end_of_month ? due.end_of_month().plus_days(terms.day_of_next_month) : due;
}

}  // namespace daftar::documents
