#include "modules/accounting/budget.hpp"

#include <map>

#include "core/changes.hpp"
#include "modules/accounting/budget.sql.hpp"
#include "modules/accounting/category.hpp"
#include "modules/accounting/year_end.hpp"

namespace daftar::accounting {

struct BudgetRow {
    BudgetKind kind = BudgetKind::expense;
    std::string category;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(BudgetRow, (), (kind, category, amount))

struct ActualRow {
    std::string account_code;
    ledger::AccountType account_type = ledger::AccountType::Expense;
    std::optional<std::string> category;
    Money amount;
    bool is_call = false;
};
BOOST_DESCRIBE_STRUCT(ActualRow, (), (account_code, account_type, category, amount, is_call))

namespace {

constexpr std::size_t lines_max = 500;
constexpr std::string_view calls = "calls", other_income = "other";

struct BudgetLine {
    BudgetKind kind = BudgetKind::expense;
    Text<1, 60> category;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(BudgetLine, (), (kind, category, amount))

/// The whole budget of a year: lines that are not given are no longer in it.
struct PutBudget {
    std::int32_t year = 0;
    std::vector<BudgetLine> lines;

    std::optional<Problem> broken_rule() const {
        if (lines.size() > lines_max) return Problem{"lines", "too_many", "Au plus 500 lignes."};
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto path = "lines[" + std::to_string(i) + "].";
            if (lines[i].amount.minor < 0)
                return Problem{path + "amount", "must_not_be_negative", "Un budget n'est pas négatif."};
            for (std::size_t j = 0; j < i; ++j)
                if (lines[j].kind == lines[i].kind && lines[j].category == lines[i].category)
                    return Problem{path + "category", "given_twice", "Cette catégorie est donnée deux fois."};
        }
        return {};
    }
};
BOOST_DESCRIBE_STRUCT(PutBudget, (), (year, lines))

/// The category of an account: the one whose account starts its code most closely; "other" when none does.
std::string category_of_account(const std::vector<CategoryView>& categories, std::string_view code) {
    const CategoryView* closest = nullptr;
    for (const auto& category : categories)
        if (code.starts_with(category.account_code) &&
            (!closest || category.account_code.size() > closest->account_code.size()))
            closest = &category;
    return closest ? closest->code : "other";
}

/// "expense.water": 1200.00, … as the audit log keeps a year's budget.
Json lines_of(Context& context, std::int32_t year) {
    Json::Object lines;
    for (const auto& row : context.rows<sql::budget_rows>(context.organization(), year))
        lines.emplace_back(std::string(name_of(row.kind)) + "." + row.category, JsonNumber{row.amount.text()});
    return lines;
}

BudgetView get_budget(Context& context, const FiscalYearRequest& request) { return budget_of(context, request.year); }

BudgetView put_budget(Context& context, const PutBudget& budget) {
    year_named(context, budget.year);
    const auto categories = expense_categories(context);
    std::vector<BudgetKind> kinds;
    std::vector<std::string> codes;
    std::vector<Money> amounts;
    Problems problems;
    __int128 total = 0;
    for (std::size_t i = 0; i < budget.lines.size(); ++i) {
        const auto& line = budget.lines[i];
        const auto category = find_category(categories, line.category);
        const bool known = line.kind == BudgetKind::expense
                               ? category.has_value()
                               : line.category.value == calls || line.category.value == other_income;
        if (!known)
            problems.push_back(at_path("lines[" + std::to_string(i) + "].category", Refusal::unknown_category).front());
        kinds.push_back(line.kind);
        codes.push_back(line.kind == BudgetKind::expense && category ? category->code : line.category.value);
        amounts.push_back(line.amount);
        total += line.amount.minor;
    }
    if (!problems.empty()) throw Refused(Refusal::unknown_category, "", std::move(problems));
    // Half of what an amount holds leaves room for the difference with what happened.
    if (total > money_minor_max / 2)
        throw Refused(Refusal::amount_too_large, "", at_path("lines", Refusal::amount_too_large));
    const auto version = context.one<sql::budget_version>(context.organization(), budget.year);
    require_match(context, version);
    if (context.run<sql::next_budget_version>(context.organization(), budget.year, version) == 0)
        throw Refused(CommonRefusal::changed_meanwhile);
    const auto before = lines_of(context, budget.year);
    context.later<sql::delete_budget>(context.organization(), budget.year);
    context.run<sql::insert_budget>(context.organization(), budget.year, kinds, codes, amounts);
    auto changed = differences(before, lines_of(context, budget.year));
    changed["year"] = budget.year;
    context.audit("UPDATE", "Budget", {}, std::move(changed));
    return budget_of(context, budget.year);
}

}  // namespace

BudgetView budget_of(Context& context, std::int32_t year_number, std::optional<Date> until) {
    const auto year = year_named(context, year_number);
    const Money zero(0, context.currency());
    const auto categories = expense_categories(context);
    std::map<std::pair<BudgetKind, std::string>, BudgetLineView> lines;
    const std::string period = "start_date=" + year.start_date.text() + "&end_date=" + year.end_date.text();
    const auto line_of = [&](BudgetKind kind, const std::string& code) -> BudgetLineView& {
        const auto [place, is_new] = lines.try_emplace({kind, code});
        auto& line = place->second;
        if (!is_new) return line;
        const auto category = std::ranges::find(categories, code, &CategoryView::code);
        const bool is_known = kind == BudgetKind::expense && category != categories.end();
        const std::string name = kind == BudgetKind::income ? (code == calls ? "Appels de fonds" : "Autres produits")
                                 : is_known                 ? category->name
                                                            : code;
        line = {kind,
                code,
                name,
                zero,
                zero,
                zero,
                is_known ? "/api/v1/accounting/journal-entries?category=" + code + "&" + period
                         : "/api/v1/accounting/trial-balance?account_code=7&date=" + year.end_date.text()};
        return line;
    };
    for (const auto& row : context.rows<sql::budget_rows>(context.organization(), year.year))
        line_of(row.kind, row.category).amount = row.amount;
    for (const auto& row : context.rows<sql::actual_by_category>(context.organization(), year.start_date,
                                                                 until.value_or(year.end_date))) {
        if (row.account_type == ledger::AccountType::Income)
            line_of(BudgetKind::income, std::string(row.is_call ? calls : other_income)).actual -= row.amount;
        else
            line_of(BudgetKind::expense,
                    row.category ? *row.category : category_of_account(categories, row.account_code))
                .actual += row.amount;
    }
    BudgetView view{
        year.year, {}, {zero, zero}, {zero, zero}, context.one<sql::budget_version>(context.organization(), year.year)};
    for (auto& [key, line] : lines) {
        line.variance = line.actual - line.amount;
        auto& totals = line.kind == BudgetKind::income ? view.income : view.expenses;
        totals.budget += line.amount;
        totals.actual += line.actual;
        view.lines.push_back(std::move(line));
    }
    return view;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/budgets", "read_budgets", operation<get_budget>},
    {"PUT", "/api/v1/budgets", "edit_budgets", operation<put_budget>},
};
const std::span<const Route> budget_routes = routes;

}  // namespace daftar::accounting
