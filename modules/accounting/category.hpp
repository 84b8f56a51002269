// Categories of expenses and the account each goes to: the chart's, with what the accountant changed.
#pragma once
#include "core/operation.hpp"
#include "ledger/account.hpp"
#include "modules/accounting/refusal.hpp"

namespace daftar::accounting {

struct CategoryView {
    std::string code, name, account_code;
    std::string statement_line;  ///< of the income statement: utilities, maintenance, property_expenses …
    bool is_active = true;
    bool from_chart = true;  ///< false: changed or added by the accountant
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(CategoryView, (), (code, name, account_code, statement_line, is_active, from_chart, version))

/// Every category, in the chart's order, then those that were added.
std::vector<CategoryView> expense_categories(Context& context);
/// The active category of that code or name, in any case ("Maintenance", "entretien"); nothing when there is none.
std::optional<CategoryView> find_category(const std::vector<CategoryView>& categories, std::string_view asked);

extern const std::span<const Route> category_routes;

}  // namespace daftar::accounting
