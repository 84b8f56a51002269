#include "documents/reading/totals.hpp"

#include <algorithm>
#include <optional>

#include "documents/reading/fold.hpp"
#include "documents/reading/roles.hpp"

namespace daftar::documents {
namespace {

const Decimal zero{0, 2};
const Decimal one_cent{1, 2};

/// A solution of HT + TVA = TTC; a part may be computed from the two others, or absent.
struct Solution {
    std::optional<Candidate> excluding, tax, including;
    float score = -1;
    bool proven = false;  ///< the three amounts are printed and add up
};

class Search {
public:
    Search(const Evidence& seen, const Roles& roles, const std::vector<TaxRow>& rows)
        : seen_(seen), roles_(roles), rows_(rows) {
        for (const auto& row : rows) {
            tax_of_rows_ = tax_of_rows_ + row.tax->number.value;
            base_of_rows_ = base_of_rows_ + row.base_value();
            several_rates_ = several_rates_ || !(row.rate == rows.front().rate);
        }
        several_rates_ = several_rates_ && printed_amount(seen, base_of_rows_ + tax_of_rows_);
    }

    Solution best() {
        auto excluding = roles_.of(Part::excluding_tax), tax = roles_.of(Part::tax),
             including = roles_.of(Part::including_tax);
        add_rows(excluding, tax, including);
        announced_total_ = std::ranges::any_of(including, [](const Candidate& each) { return each.score >= 0.8f; });
        for (const auto& total : including) {
            consider({}, {}, total);
            for (const auto& net : excluding) consider(net, {}, total);
            for (const auto& part : tax) consider({}, part, total);
        }
        for (const auto& net : excluding)
            for (const auto& part : tax) consider(net, part, {});
        for (const auto& net : excluding) consider(net, {}, {});
        return best_;
    }
    float runner_up() const { return runner_up_; }

private:
    /// The sums of the table of rates take part even where no label names them.
    void add_rows(std::vector<Candidate>& excluding, std::vector<Candidate>& tax,
                  std::vector<Candidate>& including) const {
        if (rows_.empty()) return;
        const auto offer = [&](std::vector<Candidate>& list, Decimal value) {
            for (const auto& known : list)
                if (known.value == value) return;
            if (const auto* printed = printed_amount(seen_, value))
                list.push_back({value, printed, 0.45f, "tableau des taux de TVA"});
        };
        offer(excluding, base_of_rows_);
        offer(tax, tax_of_rows_);
        offer(including, base_of_rows_ + tax_of_rows_);
        if (several_rates_ && printed_amount(seen_, base_of_rows_ + tax_of_rows_))
            excluding.push_back({base_of_rows_, nullptr, 0.45f, "somme du tableau des taux de TVA"});
        for (const auto& row : rows_) {
            offer(excluding, row.base_value());
            offer(tax, row.tax->number.value);
        }
    }

    Candidate third(Part part, Decimal value) const {
        if (const auto* announced = roles_.find(part, value)) return *announced;
        if (const auto* printed = printed_amount(seen_, value))
            return {value, printed, 0.35f, "seul montant qui complète HT + TVA = TTC"};
        return {value, nullptr, 0, "calculé : HT + TVA = TTC"};
    }

    void consider(std::optional<Candidate> net, std::optional<Candidate> part, std::optional<Candidate> total) {
        Solution solution{net, part, total};
        float score = 0;
        if (net && part)
            solution.including = third(Part::including_tax, net->value + part->value);
        else if (net && total)
            solution.tax = third(Part::tax, total->value - net->value);
        else if (part && total)
            solution.excluding = third(Part::excluding_tax, total->value - part->value);
        int printed = 0;
        for (const auto* each : {&solution.excluding, &solution.tax, &solution.including}) {
            if (!*each) continue;
            score += (*each)->score;
            printed += (*each)->printed != nullptr;
        }
        if (solution.excluding && solution.tax && solution.including) {
            const auto& base = solution.excluding->value;
            const auto& amount = solution.tax->value;
            if (base.units == 0 || (base.units < 0) != (solution.including->value.units < 0)) return;
            if (amount.units != 0 && (amount.units < 0) != (base.units < 0)) return;
            if (magnitude(amount) * Decimal{10, 0} > magnitude(base) * Decimal{4, 0}) return;  // no VAT is above 40 %
            // Two identical amounts with no tax between them prove nothing.
            // Neither does a tax that no word announces at a rate that no law knows.
            const bool tax_is_told = solution.tax->score >= 0.4f || rate_bonus(base, amount) > 0 ||
                                     (!rows_.empty() && amount == tax_of_rows_);
            solution.proven = printed == 3 && amount.units != 0 && is_money(solution) && tax_is_told;
            if (!solution.proven && proven_by_rows(solution)) {
                solution.proven = true;
                solution.tax->score = std::max(solution.tax->score, 0.5f);
                solution.tax->reason = "somme du tableau des taux de TVA";
            }
            if (!solution.proven && untaxed_part(solution)) {
                solution.proven = true;
                solution.excluding->reason = "base imposable et part non soumise à la TVA";
            }
            if (is_one_rate_of_several(solution)) {
                solution.proven = false;
                score -= 1.0f;
            }
            if (solution.proven)
                score += 1.0f + rate_bonus(base, amount);
            else if (amount.units == 0)
                score += untaxed_ ? 0.9f : solution.tax->printed ? -0.1f : -0.55f;
            else
                score += printed == 2 ? rate_bonus(base, amount) - 0.1f : -0.5f;
            if (!rows_.empty() && amount == tax_of_rows_) score += 0.5f;
            if (!rows_.empty() && base == base_of_rows_) score += 0.2f;
        }
        if (solution.including && asked_for(solution.including->value)) score += 0.35f;
        if (solution.including && solution.including->score < 0.4f && announced_total_) score -= 0.7f;
        if (score > best_.score) {
            if (best_.including && solution.including && !(best_.including->value == solution.including->value))
                runner_up_ = best_.score;
            solution.score = score;
            best_ = std::move(solution);
        } else if (best_.including && solution.including && !(best_.including->value == solution.including->value)) {
            runner_up_ = std::max(runner_up_, score);
        }
    }

    /// The rates' own rows give base and tax; the paper prints no sum of its taxes.
    bool proven_by_rows(const Solution& solution) const {
        return !rows_.empty() && (solution.excluding->printed || several_rates_) && solution.including->printed &&
               solution.excluding->value == base_of_rows_ && solution.tax->value == tax_of_rows_;
    }

    /// "5,50 %  3,01  0,17  3,18" of a ticket that has another rate too, and a total that holds both.
    bool is_one_rate_of_several(const Solution& solution) const {
        return several_rates_ && std::ranges::any_of(rows_, [&](const TaxRow& row) {
                   return row.base_value() == solution.excluding->value && row.tax->number.value == solution.tax->value;
               });
    }

    /// "Débours, non soumis à TVA": the total holds, beside the base of the tax and the tax, an amount without tax.
    bool untaxed_part(const Solution& solution) const {
        if (!solution.tax->printed || !solution.including->printed || solution.excluding->printed ||
            solution.tax->value.units == 0 || !has_untaxed_part_)
            return false;
        return std::ranges::any_of(seen_.values.numbers, [&](const NumberValue& value) {
            const auto base = solution.excluding->value - value.number.value;
            return value.is_money() && value.number.value.units > 0 && base.units > 0 && printed_amount(seen_, base) &&
                   rate_bonus(base, solution.tax->value) > 0;
        });
    }

    /// The amount that the paper asks to pay.
    bool asked_for(Decimal total) const {
        const auto* due = roles_.find(Part::due, total);
        return due && due->score >= 0.6f;
    }

    /// Three whole numbers that add up may be anything; amounts have cents, a currency, or set thousands apart.
    static bool is_money(const Solution& solution) {
        const auto money = [](const Candidate& candidate) {
            return candidate.printed->is_money() || candidate.printed->number.grouped;
        };
        return money(*solution.excluding) && money(*solution.tax) && money(*solution.including);
    }

    /// More when the tax is the base at one usual rate.
    static float rate_bonus(Decimal base, Decimal tax) {
        const auto rate = divide(tax * Decimal{100, 0}, base, 1);
        for (const int offset : {0, 1, -1})
            if (is_usual_rate(rate + Decimal{offset, 1})) return 0.35f;
        return 0;
    }

    const Evidence& seen_;
    const Roles& roles_;
    const std::vector<TaxRow>& rows_;
    const bool untaxed_ = says_untaxed(seen_), has_untaxed_part_ = names_untaxed_part(seen_);
    Decimal tax_of_rows_ = zero, base_of_rows_ = zero;
    bool announced_total_ = false;  ///< "Total TTC 82,60": three other amounts that add up do not weigh as much
    bool several_rates_ = false;    ///< rows of at least two rates, whose sum is printed
    Solution best_;
    float runner_up_ = 0;
};

AmountReading reading_of(const Candidate& candidate, int confidence, bool confirmed) {
    if (candidate.printed) confidence = bounded(confidence, candidate.printed->confidence, confirmed);
    return make_reading<AmountReading>(magnitude(candidate.value).rounded(2),
                                       candidate.printed ? candidate.printed->area : Area{}, confidence,
                                       candidate.reason);
}

int confidence_of(const Solution& solution, const Candidate& candidate, float runner_up) {
    const bool announced = candidate.score >= 0.55f;
    int confidence = 300 + static_cast<int>(candidate.score * 560);
    if (solution.proven)
        confidence = announced ? 996 : 985;
    else if (solution.excluding && solution.tax && solution.including)
        confidence = candidate.printed ? std::min(confidence + 60, 930) : 800;
    if (!solution.proven && runner_up > solution.score - 0.15f)
        confidence -= 150;
    else if (solution.proven && runner_up > solution.score - 0.1f)
        confidence -= 60;
    return std::clamp(confidence, 100, 998);
}

void write_taxes(const std::vector<TaxRow>& rows, const Solution& solution, InvoiceReading& out) {
    if (!solution.tax || solution.tax->value.units == 0) return;
    std::vector<TaxRow> chosen;
    Decimal sum = zero;
    for (const auto& row : rows) {  // one row a rate: the largest, the others belong to single lines
        const auto same =
            std::find_if(chosen.begin(), chosen.end(), [&](const TaxRow& other) { return other.rate == row.rate; });
        if (same == chosen.end())
            chosen.push_back(row);
        else if (magnitude(same->base->number.value) < magnitude(row.base->number.value))
            *same = row;
    }
    for (const auto& row : chosen) sum = sum + row.tax->number.value;
    if (!chosen.empty() && magnitude(magnitude(sum) - magnitude(solution.tax->value)) <= one_cent) {
        for (const auto& row : chosen) {
            TaxReading tax{row.rate.normalized(), {}, {}};
            tax.base = make_reading<AmountReading>(magnitude(row.base->number.value), row.base->area, 990,
                                                   "base du tableau de TVA");
            tax.tax = make_reading<AmountReading>(magnitude(row.tax->number.value), row.tax->area, 990,
                                                  "montant du tableau de TVA");
            tax.base.checks = tax.tax.checks = {"base_times_rate"};
            out.taxes.push_back(std::move(tax));
        }
        out.checks.push_back({"taxes_add_up", true, "Les montants de TVA par taux donnent la TVA totale."});
        return;
    }
    if (!solution.excluding || solution.excluding->value.units == 0) return;
    for (const int tenths : {200, 210, 190, 100, 55, 60, 70, 140, 120, 85, 90}) {
        const Decimal rate{tenths, 1};
        const auto expected = divide(magnitude(solution.excluding->value) * rate, Decimal{100, 0}, 2);
        if (magnitude(expected - magnitude(solution.tax->value)) > Decimal{2, 2}) continue;
        TaxReading tax{rate.normalized(), *out.total_excluding_tax, *out.total_tax};
        out.taxes.push_back(std::move(tax));
        out.checks.push_back({"taxes_add_up", true, "TVA = HT × " + rate.normalized().text() + " %."});
        return;
    }
}

const Candidate* pick(const Roles& roles, Part part, float least) {
    for (const auto& candidate : roles.of(part))
        if (candidate.score >= least && candidate.value.units != 0) return &candidate;
    return nullptr;
}

/// Amount due: announced and explained by TTC − acompte + solde antérieur, announced alone, or the total itself.
void write_due(const Roles& roles, InvoiceReading& out) {
    const auto* paid = pick(roles, Part::paid, 0.5f);
    const auto* previous = pick(roles, Part::previous, 0.5f);
    const auto total = out.total_including_tax ? out.total_including_tax->value : zero;
    const auto explained = [&](const Candidate& due, const Candidate* less, const Candidate* more) {
        return magnitude(total - (less ? magnitude(less->value) : zero) + (more ? more->value : zero) -
                         magnitude(due.value)) <= one_cent;
    };
    for (const auto& due : roles.of(Part::due)) {
        const bool by_paid = paid && explained(due, paid, nullptr),
                   by_previous = previous && explained(due, nullptr, previous);
        const bool by_both = paid && previous && explained(due, paid, previous),
                   plain = explained(due, nullptr, nullptr);
        if (!(by_paid || by_previous || by_both || plain)) continue;
        out.amount_due = reading_of(due, 993, true);
        if (by_paid || by_both) out.amount_paid = reading_of(*paid, 985, true);
        if (by_previous || by_both) out.previous_balance = reading_of(*previous, 985, true);
        out.amount_due->checks = {"due_explained"};
        return;
    }
    if (const auto* due = pick(roles, Part::due, 0.6f); due && out.total_including_tax) {
        // Printed payments without a label we know: the rest is explained by what is missing.
        out.amount_due = reading_of(*due, magnitude(due->value) < total ? 900 : 700, false);
        if (paid && magnitude(paid->value) < total) out.amount_paid = reading_of(*paid, 700, false);
    } else if (out.total_including_tax) {
        out.amount_due = *out.total_including_tax;
        out.amount_due->reason = "aucun acompte ni solde : le total est dû";
        out.amount_due->confidence = std::min(out.amount_due->confidence, paid ? 600 : 950);
        out.amount_due->checks.clear();
    }
}

}  // namespace

void decide_totals(const Evidence& seen, InvoiceReading& out) {
    const auto roles = find_roles(seen);
    const auto rows = find_tax_rows(seen);
    Search search(seen, roles, rows);
    auto solution = search.best();
    if (solution.score < 0 || !(solution.including || solution.excluding)) return;
    if (!solution.including && solution.excluding) {  // only a total without tax is announced: nothing was added to it
        solution.including = solution.excluding;
        solution.including->score *= 0.6f;
    }
    const auto confidence = [&](const Candidate& candidate) {
        return confidence_of(solution, candidate, search.runner_up());
    };
    out.total_including_tax = reading_of(*solution.including, confidence(*solution.including), solution.proven);
    if (solution.excluding && solution.tax) {
        out.total_excluding_tax = reading_of(*solution.excluding, confidence(*solution.excluding), solution.proven);
        out.total_tax = reading_of(*solution.tax, confidence(*solution.tax), solution.proven);
    } else {
        out.total_excluding_tax = out.total_including_tax;
        out.total_excluding_tax->reason = "aucune TVA imprimée";
        out.total_excluding_tax->confidence = std::min(out.total_excluding_tax->confidence, 700);
        out.total_tax = make_reading<AmountReading>(zero, Area{}, std::min(out.total_including_tax->confidence, 700),
                                                    "aucune TVA imprimée");
    }
    if (solution.including->value.units < 0 && out.type == DocumentType::supplier_invoice) {
        out.type = DocumentType::credit_note;
        out.type_confidence = 900;
    }
    if (solution.proven) {
        out.checks.push_back({"totals_add_up", true, "HT + TVA = TTC."});
        for (auto* amount : {&out.total_excluding_tax, &out.total_tax, &out.total_including_tax})
            (*amount)->checks.push_back("totals_add_up");
    }
    write_taxes(rows, solution, out);
    write_due(roles, out);
    if (const auto words = find_amount_in_words(seen)) {
        const bool agrees =
            *words == out.total_including_tax->value || (out.amount_due && *words == out.amount_due->value);
        if (agrees) {
            out.checks.push_back({"words_agree", true, "Le montant en lettres est le même."});
            out.total_including_tax->checks.push_back("words_agree");
            if (*words == out.total_including_tax->value)
                out.total_including_tax->confidence = std::max(out.total_including_tax->confidence, 992);
        }
    }
}

}  // namespace daftar::documents
