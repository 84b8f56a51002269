// Expenses: an invoice is recorded and its charge, VAT and debt are posted in the same transaction.
#pragma once
#include "ledger/entry.hpp"
#include "ledger/entry_list.hpp"
#include "modules/accounting/imputation.hpp"
#include "modules/accounting/refusal.hpp"
#include "registry/building.hpp"
#include "registry/party.hpp"

namespace daftar::accounting {

struct Expense;

enum class ExpenseKind { invoice, credit_note };
BOOST_DESCRIBE_ENUM(ExpenseKind, invoice, credit_note)
enum class ExpenseStatus {
    recorded,  ///< posted, waits for approval
    approved,  ///< may be paid
    paid,
    credited  ///< taken back whole by credit notes
};
BOOST_DESCRIBE_ENUM(ExpenseStatus, recorded, approved, paid, credited)

struct NewExpenseLine {
    Text<1, 500> description;
    Decimal quantity, unit_price;     ///< without VAT; at most 6 decimals each
    std::optional<Decimal> vat_rate;  ///< 0.21 for 21 %; absent when the paper shows none
    std::optional<VatTreatment> vat_treatment;
    std::optional<Money> vat_amount;          ///< as printed; at most two cents from base × rate
    std::optional<Text<1, 60>> category;      ///< that of the expense when absent
    std::optional<Text<1, 20>> account_code;  ///< that of the category when absent
    std::optional<ledger::PageBox> box;       ///< where on the paper
};
BOOST_DESCRIBE_STRUCT(NewExpenseLine, (),
                      (description, quantity, unit_price, vat_rate, vat_treatment, vat_amount, category, account_code,
                       box))

/// The guide's body, with the supplier and the paper when they are known.
struct NewExpense {
    std::optional<Id<registry::Building>> building_id;
    Text<1, 500> description;
    Date expense_date;
    Text<1, 60> category;
    std::vector<NewExpenseLine> line_items;
    std::optional<Id<registry::Party>> supplier_id;
    std::optional<Text<1, 100>> invoice_number;
    std::optional<Date> due_date;  ///< the day of the expense when absent
    std::optional<Uuid> document_id;
    std::optional<ledger::PageBox> box;  ///< of the total, where on the paper

    std::optional<Problem> broken_rule() const;
};
BOOST_DESCRIBE_STRUCT(NewExpense, (),
                      (building_id, description, expense_date, category, line_items, supplier_id, invoice_number,
                       due_date, document_id, box))

/// One line of the entry that an expense posted.
struct ImputationView {
    std::string account_code, account_name;
    Money debit, credit;
};
BOOST_DESCRIBE_STRUCT(ImputationView, (), (account_code, account_name, debit, credit))

struct ExpenseLineView {
    std::string description;
    Decimal quantity, unit_price;
    std::optional<Decimal> vat_rate;
    VatTreatment vat_treatment = VatTreatment::normal;
    std::string category, account_code;
    Money net_amount, vat_amount;
};
BOOST_DESCRIBE_STRUCT(ExpenseLineView, (),
                      (description, quantity, unit_price, vat_rate, vat_treatment, category, account_code, net_amount,
                       vat_amount))

/// An expense without its lines, as lists show it. `reference` is its voucher: "DEP-2025-0001".
struct ExpenseSummary {
    Id<Expense> id;
    std::string reference;
    ExpenseKind kind = ExpenseKind::invoice;
    ExpenseStatus status = ExpenseStatus::recorded;
    std::optional<Uuid> credits;
    std::optional<Id<registry::Building>> building_id;
    std::optional<Id<registry::Party>> supplier_id;
    std::optional<std::string> supplier_name;
    std::string description, category, invoice_number;
    Date expense_date, due_date;
    std::optional<Uuid> document_id;
    Money net_amount, vat_amount, total_amount, paid_amount, credited_amount, remaining_amount;
    Id<ledger::Entry> entry_id;
    std::optional<Date> paid_on;
    std::int64_t version = 1;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(ExpenseSummary, (),
                      (id, reference, kind, status, credits, building_id, supplier_id, supplier_name, description,
                       category, invoice_number, expense_date, due_date, document_id, net_amount, vat_amount,
                       total_amount, paid_amount, credited_amount, remaining_amount, entry_id, paid_on, version,
                       created_at))

struct ExpenseView {
    ExpenseSummary expense;
    std::vector<ExpenseLineView> line_items;
    std::vector<ImputationView> imputations;
};
BOOST_DESCRIBE_STRUCT(ExpenseView, (), (expense, line_items, imputations))

/// What recording an expense answers: the guide's imputations and where they stand.
struct RecordedExpense {
    Id<Expense> id;
    std::string reference;
    ExpenseStatus status = ExpenseStatus::recorded;
    Id<ledger::Entry> entry_id;
    std::int64_t entry_number = 0;
    Money net_amount, vat_amount, total_amount;
    std::vector<ImputationView> imputations;
};
BOOST_DESCRIBE_STRUCT(RecordedExpense, (),
                      (id, reference, status, entry_id, entry_number, net_amount, vat_amount, total_amount,
                       imputations))

/// Records and posts an expense. Refused: unknown category or rate, an account that is no active expense account, the
/// same number of the same supplier twice, a total that is not positive; and whatever posting refuses.
RecordedExpense record_expense(Context& context, const NewExpense& expense);
/// The entry that recording would post, without a word written. The supplier's auxiliary must exist. Refuses what
/// recording refuses, but for a number that was recorded before.
ledger::Posting preview_expense(Context& context, const NewExpense& expense, bool is_credit_note);
/// The latest invoice of a supplier from which that amount can still be taken back; nothing when there is none.
std::optional<ExpenseSummary> creditable_invoice(Context& context, Id<registry::Party> supplier, const Money& amount);
/// Records a credit note of an invoice: its lines taken back, or those given.
RecordedExpense record_credit_note(Context& context, const ExpenseSummary& invoice, const NewExpense& credit_note);
/// 404 when it is not there.
ExpenseSummary expense_summary(Context& context, Id<Expense> id);
std::vector<ExpenseLineView> expense_lines(Context& context, Id<Expense> id);

extern const std::span<const Route> expense_routes;
extern const std::span<const Route> expense_payment_routes;

}  // namespace daftar::accounting
