#include "server/paper_posting.hpp"

#include "modules/accounting/expense.hpp"
#include "modules/accounting/vat_rate.hpp"

namespace daftar::server {
namespace {

/// The VAT of another country (a paper from Germany at 19 %) is no VAT of these books: where they deduct none, it is
/// part of the price like any other. Books that deduct refuse the rate, so that a person looks.
void take_foreign_vat_into_price(accounting::NewExpenseLine& item, const accounting::VatRegime& regime,
                                 const Date& date, Currency currency) {
    if (!item.vat_rate || regime.deducts || accounting::is_vat_rate(regime.country, *item.vat_rate, date)) return;
    const auto vat = item.vat_amount.value_or(Money::rounded(item.unit_price * *item.vat_rate, currency));
    item.unit_price = item.unit_price + vat.decimal();
    item.vat_rate.reset();
    item.vat_amount.reset();
}

accounting::NewExpense expense_of(Context& context, const documents::InvoiceToPost& invoice) {
    const auto regime = accounting::vat_regime(context);
    accounting::NewExpense expense;
    expense.description = invoice.description;
    expense.expense_date = invoice.date;
    expense.category = invoice.category;
    expense.supplier_id = invoice.supplier;
    expense.building_id = invoice.residence;
    if (!invoice.number.empty()) expense.invoice_number = invoice.number;
    expense.due_date = invoice.due_date;
    expense.document_id = invoice.document;
    expense.box = invoice.box;
    for (const auto& line : invoice.lines) {
        accounting::NewExpenseLine item;
        item.description = line.description;
        item.quantity = {1, 0};
        item.unit_price = line.net;
        item.vat_rate = line.vat_rate;
        if (line.vat_amount) item.vat_amount = Money::rounded(*line.vat_amount, context.currency());
        take_foreign_vat_into_price(item, regime, invoice.date, context.currency());
        item.box = line.box;
        expense.line_items.push_back(std::move(item));
    }
    return expense;
}

ledger::Posting preview(Context& context, const documents::InvoiceToPost& invoice) {
    return accounting::preview_expense(context, expense_of(context, invoice), invoice.is_credit_note);
}

Id<ledger::Entry> post(Context& context, const documents::InvoiceToPost& invoice) {
    const auto expense = expense_of(context, invoice);
    if (!invoice.is_credit_note) return accounting::record_expense(context, expense).entry_id;
    Money total(0, context.currency());
    for (const auto& line : invoice.lines)
        total += Money::rounded(line.net + line.vat_amount.value_or(Decimal{}), context.currency());
    const auto origin = accounting::creditable_invoice(context, *invoice.supplier, total);
    if (!origin) throw Refused(documents::Refusal::invoice_of_credit_note_missing);
    return accounting::record_credit_note(context, *origin, expense).entry_id;
}

}  // namespace

documents::Poster paper_poster() { return {preview, post}; }

}  // namespace daftar::server
