#include "modules/accounting/money_account.hpp"

#include "modules/accounting/money_account.sql.hpp"

namespace daftar::accounting {

MoneyAccount money_account(Context& context, std::optional<std::string_view> code) {
    std::optional<std::string> wanted;
    if (code) wanted = std::string(*code);
    auto found = context.maybe<sql::money_accounts>(context.organization(), !code, wanted);
    if (!found)
        throw Refused(Refusal::not_a_money_account, wanted.value_or(""),
                      at_path("account_code", Refusal::not_a_money_account));
    return *std::move(found);
}

std::vector<MoneyAccount> money_accounts(Context& context) {
    return context.rows<sql::money_accounts>(context.organization(), false, std::optional<std::string>());
}

}  // namespace daftar::accounting
