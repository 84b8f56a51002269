#include "modules/accounting/category.hpp"

#include "ledger/books.hpp"
#include "modules/accounting/category.sql.hpp"

namespace daftar::accounting {
namespace {

enum class StatementLine { property_expenses, utilities, maintenance, management_fees, insurance, other_expenses };
BOOST_DESCRIBE_ENUM(StatementLine, property_expenses, utilities, maintenance, management_fees, insurance,
                    other_expenses)

/// What is absent stays as it is; a new category needs a name and an account.
struct PutCategory {
    Text<1, 60> code;
    std::optional<Text<1, 100>> name;
    std::optional<Text<1, 20>> account_code;
    std::optional<StatementLine> statement_line;
    std::optional<bool> is_active;
};
BOOST_DESCRIBE_STRUCT(PutCategory, (), (code, name, account_code, statement_line, is_active))

std::string lower(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

Page<CategoryView> list_categories(Context& context) { return {expense_categories(context), {}}; }

CategoryView put_category(Context& context, const PutCategory& change) {
    CategoryView after{lower(change.code.value), "", "", "other_expenses", true, false, 0};
    const auto all = expense_categories(context);
    const auto known = std::ranges::find(all, after.code, &CategoryView::code);
    Json before = nullptr;
    if (known != all.end()) {
        after = *known;
        require_match(context, known->version);
        after.from_chart = false;
        before = Json::Object{{"account_code", known->account_code}, {"is_active", known->is_active}};
    }
    if (change.name) after.name = change.name->value;
    if (change.account_code) after.account_code = change.account_code->value;
    if (change.statement_line) after.statement_line = name_of(*change.statement_line);
    if (change.is_active) after.is_active = *change.is_active;
    if (after.name.empty()) throw BadInput("name", "missing", "Ce champ est obligatoire pour une nouvelle catégorie.");
    if (after.account_code.empty())
        throw BadInput("account_code", "missing", "Ce champ est obligatoire pour une nouvelle catégorie.");

    const auto account = ledger::account_of_code(context, after.account_code);
    if (!account || !account->is_active || account->account_type != ledger::AccountType::Expense)
        throw Refused(Refusal::not_expense_account, "Compte " + after.account_code + ".",
                      at_path("account_code", Refusal::not_expense_account));
    if (context.run<sql::put_category>(context.organization(), after.code, after.name, account->id,
                                       after.statement_line, after.is_active, after.version) == 0)
        throw Refused(CommonRefusal::changed_meanwhile);
    ++after.version;
    context.audit(
        "UPDATE", "ExpenseCategory", {},
        Json::Object{{"code", after.code},
                     {"before", std::move(before)},
                     {"after", Json::Object{{"account_code", after.account_code}, {"is_active", after.is_active}}}});
    return after;
}

}  // namespace

std::vector<CategoryView> expense_categories(Context& context) {
    std::vector<CategoryView> categories;
    for (const auto& category : ledger::chart_of(context).categories)
        categories.push_back(
            {category.code, category.name, category.account_code, category.statement_line, true, true, 0});
    for (auto& changed : context.rows<sql::changed_categories>(context.organization())) {
        const auto place = std::ranges::find(categories, changed.code, &CategoryView::code);
        if (place == categories.end())
            categories.push_back(std::move(changed));
        else
            *place = std::move(changed);
    }
    return categories;
}

std::optional<CategoryView> find_category(const std::vector<CategoryView>& categories, std::string_view asked) {
    const auto wanted = lower(asked);
    for (const auto& category : categories)
        if (category.is_active && (category.code == wanted || lower(category.name) == wanted)) return category;
    return {};
}

constexpr Route routes[] = {
    {"GET", "/api/v1/expense-categories", "read_chart", operation<list_categories>},
    {"PUT", "/api/v1/expense-categories/{code}", "edit_chart", operation<put_category>},
};
const std::span<const Route> category_routes = routes;

}  // namespace daftar::accounting
