// The organization's own bank accounts, each bound to one account of its books.
#pragma once
#include "banking/readers/read_statement.hpp"
#include "banking/types.hpp"
#include "ledger/types.hpp"

namespace daftar::banking {

/// The columns of a bank's table, from 0: what a person tells once and the next files follow.
struct TableLayout {
    std::vector<std::string> header;  ///< titles in capitals without accents; empty when the files have none
    std::int32_t date = 0;
    std::optional<std::int32_t> value_date, amount, debit, credit, fee, direction, balance, currency, account, label,
        reference, structured, name, counterparty, status;
    std::vector<std::int32_t> details;
    std::optional<std::string> date_order;    ///< "dmy", "mdy" or "ymd"; found from the dates when absent
    std::optional<std::string> decimal_mark;  ///< "," or "."; found from the amounts when absent

    std::optional<Problem> broken_rule() const;
};
BOOST_DESCRIBE_STRUCT(TableLayout, (),
                      (header, date, value_date, amount, debit, credit, fee, direction, balance, currency, account,
                       label, reference, structured, name, counterparty, status, details, date_order, decimal_mark))
TableMapping mapping_of(const TableLayout& layout);
TableLayout layout_of(const TableMapping& mapping);

struct BankAccountView {
    Id<BankAccount> id;
    std::string name, identifier, bank;
    std::string currency;
    Id<ledger::Account> account_id;
    std::string account_code, account_name;
    std::optional<TableLayout> table_layout;
    bool is_active = true;
    std::optional<Money> last_balance;  ///< of the bank, after the latest statement
    std::optional<Date> last_balance_date;
    std::int64_t open_movements = 0;  ///< still to be explained
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(BankAccountView, (),
                      (id, name, identifier, bank, currency, account_id, account_code, account_name, table_layout,
                       is_active, last_balance, last_balance_date, open_movements, version))

/// Every bank account, by code of its account.
std::vector<BankAccountView> bank_accounts(Context& context);
/// 404 when it is not there.
BankAccountView bank_account(Context& context, Id<BankAccount> id);
/// The bank account of a statement: the given one when the identifiers agree, else the one with the statement's
/// identifier. The first statement of a book without bank account makes one on the account of the role "bank"; a table
/// that names no account makes it under the code of that account, until a later file tells its IBAN.
BankAccountView account_of_statement(Context& context, std::optional<Id<BankAccount>> given,
                                     const Statement& statement);
/// Remembers how this bank's tables are laid out, unless that is known already.
void learn_layout(Context& context, const BankAccountView& account, const TableMapping& mapping);

/// Whether two writings name one account: equal, a national number inside an IBAN, or a Moroccan RIB and its IBAN.
bool is_same_account(std::string_view one, std::string_view other);

extern const std::span<const Route> bank_account_routes;

}  // namespace daftar::banking
