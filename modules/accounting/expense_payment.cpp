// What happens to an expense after it is recorded: approval, payment, credit note.
#include "ledger/account.hpp"
#include "modules/accounting/expense.hpp"
#include "modules/accounting/expense_payment.sql.hpp"
#include "modules/accounting/money_account.hpp"
#include "modules/accounting/open_claim.hpp"

namespace daftar::accounting {

struct PaymentView {
    Uuid id;
    Date date;
    Money amount;
    std::string reference;
    std::optional<Id<ledger::Entry>> entry_id;
    Timestamp created_at;
};
BOOST_DESCRIBE_STRUCT(PaymentView, (), (id, date, amount, reference, entry_id, created_at))

namespace {

struct ExpenseKey {
    Id<Expense> id;
};
BOOST_DESCRIBE_STRUCT(ExpenseKey, (), (id))

/// Paid from an account of the books: the payment is posted.
struct NewPayment {
    Id<Expense> id;
    std::optional<Date> date;                 ///< today when absent
    std::optional<Money> amount;              ///< everything that remains when absent
    std::optional<Text<1, 20>> account_code;  ///< of a bank or cash account; the bank when absent
    std::optional<Text<0, 100>> reference;
};
BOOST_DESCRIBE_STRUCT(NewPayment, (), (id, date, amount, account_code, reference))

/// Already paid, and posted elsewhere (a bank statement) or outside these books.
struct PaidMark {
    Id<Expense> id;
    std::optional<Date> date;
    std::optional<Text<0, 100>> reference;
    std::optional<Id<ledger::Entry>> entry_id;
};
BOOST_DESCRIBE_STRUCT(PaidMark, (), (id, date, reference, entry_id))

/// A credit note takes back the whole invoice, or the lines given.
struct NewCreditNote {
    Id<Expense> id;
    std::optional<Date> date;  ///< today when absent
    std::optional<Text<1, 100>> invoice_number;
    std::optional<Text<1, 500>> description;
    std::optional<std::vector<NewExpenseLine>> line_items;
    std::optional<Uuid> document_id;
};
BOOST_DESCRIBE_STRUCT(NewCreditNote, (), (id, date, invoice_number, description, line_items, document_id))

ExpenseSummary locked_expense(Context& context, Id<Expense> id) {
    context.later<sql::lock_expense>(context.organization(), id);
    return expense_summary(context, id);
}

ExpenseSummary approve_expense(Context& context, const ExpenseKey& key) {
    const auto before = expense_summary(context, key.id);
    if (context.run<sql::approve_expense>(context.organization(), key.id, context.now(), context.principal().user) == 0)
        throw Refused(Refusal::already_approved);
    context.audit("APPROVE", "Expense", key.id.value,
                  Json::Object{{"reference", before.reference}, {"amount", JsonNumber{before.total_amount.text()}}});
    return expense_summary(context, key.id);
}

/// What may still be paid; refuses an expense that is not approved or has nothing left.
Money payable(const ExpenseSummary& expense) {
    if (expense.kind == ExpenseKind::credit_note || expense.status == ExpenseStatus::paid ||
        expense.status == ExpenseStatus::credited)
        throw Refused(Refusal::already_paid, expense.reference + ".");
    if (expense.status != ExpenseStatus::approved) throw Refused(Refusal::not_approved, expense.reference + ".");
    return expense.remaining_amount;
}

void keep_payment(Context& context, const ExpenseSummary& expense, const Date& date, const Money& amount,
                  std::string_view reference, std::optional<Id<ledger::Entry>> entry) {
    context.later<sql::insert_expense_payment>(context.organization(), context.new_id<PaymentView>(), expense.id, date,
                                               amount, reference, entry, context.principal().user);
    context.later<sql::add_payment>(context.organization(), expense.id, amount, date);
    context.audit(
        "PAY", "Expense", expense.id.value,
        Json::Object{{"reference", expense.reference}, {"amount", JsonNumber{amount.text()}}, {"date", date.text()}});
}

ExpenseSummary pay_expense(Context& context, const NewPayment& payment) {
    const auto expense = locked_expense(context, payment.id);
    const auto due = payable(expense);
    const auto amount = payment.amount.value_or(due);
    if (amount.minor <= 0)
        throw Refused(Refusal::total_must_be_positive, "", at_path("amount", Refusal::total_must_be_positive));
    if (amount > due)
        throw Refused(Refusal::amount_exceeds_due, "Reste dû : " + french(due) + ".",
                      at_path("amount", Refusal::amount_exceeds_due));
    const auto money = money_account(
        context, payment.account_code ? std::optional<std::string_view>(payment.account_code->value) : std::nullopt);

    std::optional<Id<ledger::Auxiliary>> auxiliary;
    if (expense.supplier_id)
        auxiliary = registry::auxiliary_of(context, registry::party(context, *expense.supplier_id), "suppliers");
    ledger::Posting posting;
    posting.journal_code = money.journal_code;
    posting.date = payment.date.value_or(context.today());
    posting.description =
        "Paiement " + (expense.supplier_name ? *expense.supplier_name + " – " : "") + expense.description;
    posting.voucher_reference = payment.reference && !payment.reference->empty() ? payment.reference->value
                                : expense.invoice_number.empty()                 ? expense.reference
                                                                                 : expense.invoice_number;
    posting.document = expense.document_id;
    posting.lines.push_back(
        {ledger::account_of_role(context, "suppliers"), auxiliary, amount, expense.reference, {}, {}, {}, {}, {}, {}});
    posting.lines.push_back({money.id, {}, -amount, expense.reference, {}, {}, {}, {}, {}, {}});
    const auto posted = ledger::post(context, posting);
    const auto debts = open_debts_of(context, expense.entry_id, posting.lines.front().account);
    settle_claims(context, debts, posted.id, 1, amount, "paiement de " + expense.reference);
    keep_payment(context, expense, posting.date, amount, posting.voucher_reference, posted.id);
    return expense_summary(context, expense.id);
}

ExpenseSummary mark_paid(Context& context, const PaidMark& mark) {
    const auto expense = locked_expense(context, mark.id);
    const auto due = payable(expense);
    if (mark.entry_id) ledger::read_entry(context, *mark.entry_id);
    keep_payment(context, expense, mark.date.value_or(context.today()), due,
                 mark.reference ? mark.reference->value : "", mark.entry_id);
    return expense_summary(context, expense.id);
}

Page<PaymentView> list_payments(Context& context, const ExpenseKey& key) {
    expense_summary(context, key.id);
    return {context.rows<sql::payments_of_expense>(context.organization(), key.id), {}};
}

std::vector<NewExpenseLine> lines_again(Context& context, Id<Expense> id) {
    std::vector<NewExpenseLine> lines;
    for (auto& line : expense_lines(context, id)) {
        NewExpenseLine again;
        again.description = std::move(line.description);
        again.quantity = line.quantity;
        again.unit_price = line.unit_price;
        again.vat_rate = line.vat_rate;
        again.vat_treatment = line.vat_treatment;
        again.vat_amount = line.vat_rate ? std::optional(line.vat_amount) : std::nullopt;
        again.category = Text<1, 60>(line.category);
        again.account_code = Text<1, 20>(line.account_code);
        lines.push_back(std::move(again));
    }
    return lines;
}

Created<RecordedExpense> create_credit_note(Context& context, const NewCreditNote& request) {
    const auto invoice = locked_expense(context, request.id);
    if (invoice.kind == ExpenseKind::credit_note) throw Refused(Refusal::not_creditable, invoice.reference + ".");
    NewExpense note;
    note.building_id = invoice.building_id;
    note.description = request.description ? request.description->value : "Avoir – " + invoice.description;
    note.expense_date = request.date.value_or(context.today());
    note.category = invoice.category;
    note.line_items = request.line_items ? *request.line_items : lines_again(context, invoice.id);
    note.supplier_id = invoice.supplier_id;
    note.invoice_number = request.invoice_number;
    note.document_id = request.document_id;
    if (auto broken = note.broken_rule()) throw BadInput({*std::move(broken)});
    auto recorded = record_credit_note(context, invoice, note);
    if (recorded.total_amount + invoice.credited_amount > invoice.total_amount)
        throw Refused(Refusal::credit_exceeds_invoice, "Facture : " + french(invoice.total_amount) +
                                                           ", déjà crédité : " + french(invoice.credited_amount) + ".");
    context.later<sql::add_credit>(context.organization(), invoice.id, recorded.total_amount);
    context.later<sql::use_credit_note>(context.organization(), recorded.id);
    const auto suppliers = ledger::account_of_role(context, "suppliers");
    const auto taken_back = open_debts_of(context, recorded.entry_id, suppliers);
    if (!taken_back.empty())
        settle_claims(context, open_debts_of(context, invoice.entry_id, suppliers), recorded.entry_id,
                      taken_back.front().line_number, recorded.total_amount, "avoir " + recorded.reference);
    recorded.status = ExpenseStatus::paid;
    return {std::move(recorded)};
}

}  // namespace

constexpr Route routes[] = {
    {"POST", "/api/v1/expenses/{id}/approve", "write_expenses", operation<approve_expense>},
    {"POST", "/api/v1/expenses/{id}/pay", "record_payments", operation<pay_expense>},
    {"POST", "/api/v1/expenses/{id}/mark-paid", "record_payments", operation<mark_paid>},
    {"POST", "/api/v1/expenses/{id}/credit-note", "write_expenses", operation<create_credit_note>},
    {"GET", "/api/v1/expenses/{id}/payments", "read_reports", operation<list_payments>},
};
const std::span<const Route> expense_payment_routes = routes;

}  // namespace daftar::accounting
