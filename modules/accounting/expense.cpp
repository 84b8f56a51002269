#include "modules/accounting/expense.hpp"

#include <map>

#include "ledger/account.hpp"
#include "ledger/journal.hpp"
#include "ledger/papers.hpp"
#include "modules/accounting/category.hpp"
#include "modules/accounting/expense.sql.hpp"
#include "modules/accounting/vat_rate.hpp"

namespace daftar::accounting {
namespace {

constexpr std::size_t lines_max = 500;
constexpr std::uint8_t decimals_max = 6;

/// An expense whose categories, accounts and rates have been looked up.
struct ResolvedExpense {
    CategoryView category;
    std::vector<CategoryView> line_categories;
    std::vector<ledger::AccountView> accounts;
    std::vector<InvoiceLine> lines;
    VatRegime regime;
    std::optional<registry::PartyView> supplier;
    Imputation imputation;
};

class Resolver {
public:
    Resolver(Context& context, const NewExpense& expense)
        : context_(context), expense_(expense), categories_(expense_categories(context)) {}

    ResolvedExpense resolve() {
        ResolvedExpense resolved;
        resolved.regime = vat_regime(context_);
        if (expense_.building_id) registry::building(context_, *expense_.building_id);
        if (expense_.supplier_id) {
            resolved.supplier = registry::party(context_, *expense_.supplier_id);
            if (resolved.supplier->kind != registry::PartyKind::supplier || !resolved.supplier->is_active)
                fault("supplier_id", Refusal::not_a_supplier);
        }
        if (const auto found = find_category(categories_, expense_.category))
            resolved.category = *found;
        else
            fault("category", Refusal::unknown_category);
        for (std::size_t i = 0; i < expense_.line_items.size(); ++i) resolve_line(i, resolved);
        // Half of what an amount holds leaves room for the VAT of the whole.
        __int128 magnitude = 0;
        for (const auto& line : resolved.lines)
            magnitude += std::abs(line.net.minor) + std::abs(line.stated_vat.value_or(Money()).minor);
        if (magnitude > money_minor_max / 2) fault("line_items", Refusal::amount_too_large);
        if (!problems_.empty()) throw Refused(*first_, "", std::move(problems_));

        resolved.imputation = impute(resolved.lines, resolved.regime.deducts);
        if (const auto line = resolved.imputation.mismatch) {
            const auto path = "line_items[" + std::to_string(*line) + "].vat_amount";
            throw Refused(Refusal::vat_amount_mismatch, "", at_path(path, Refusal::vat_amount_mismatch));
        }
        if (resolved.imputation.net.minor <= 0 || resolved.imputation.payable.minor <= 0)
            throw Refused(Refusal::total_must_be_positive, "", at_path("line_items", Refusal::total_must_be_positive));
        return resolved;
    }

private:
    void fault(std::string path, Refusal refusal) {
        if (!first_) first_ = refusal;
        problems_.push_back(at_path(std::move(path), refusal).front());
    }

    void resolve_line(std::size_t index, ResolvedExpense& resolved) {
        const auto& line = expense_.line_items[index];
        const auto path = "line_items[" + std::to_string(index) + "].";
        CategoryView category = resolved.category;
        if (line.category) {
            if (const auto found = find_category(categories_, *line.category))
                category = *found;
            else
                fault(path + "category", Refusal::unknown_category);
        }
        const auto code = line.account_code ? line.account_code->value : category.account_code;
        const auto account = account_of(code);
        if (!code.empty() && (!account || !account->is_active || account->account_type != ledger::AccountType::Expense))
            fault(path + "account_code", Refusal::not_expense_account);
        if (line.vat_rate && !is_vat_rate(resolved.regime.country, *line.vat_rate, expense_.expense_date))
            fault(path + "vat_rate", Refusal::unknown_vat_rate);
        const auto net = line_amount(line.quantity, line.unit_price, context_.currency());
        if (!net) fault(path + "unit_price", Refusal::amount_too_large);
        resolved.line_categories.push_back(std::move(category));
        resolved.accounts.push_back(account.value_or(ledger::AccountView()));
        resolved.lines.push_back({net.value_or(Money(0, context_.currency())), line.vat_rate,
                                  line.vat_treatment.value_or(VatTreatment::normal), line.vat_amount});
    }

    std::optional<ledger::AccountView> account_of(const std::string& code) {
        const auto known = accounts_.find(code);
        if (known != accounts_.end()) return known->second;
        return accounts_.emplace(code, ledger::account_of_code(context_, code)).first->second;
    }

    Context& context_;
    const NewExpense& expense_;
    std::vector<CategoryView> categories_;
    std::map<std::string, std::optional<ledger::AccountView>> accounts_;
    Problems problems_;
    std::optional<Refusal> first_;
};

/// Columns of `insert_vat_postings`.
struct VatPostings {
    std::vector<std::int32_t> line_numbers;
    std::vector<std::string> directions;
    std::vector<Decimal> rates;
    std::vector<Money> bases, vats;
    std::vector<bool> reverse_charges;

    void add(const ledger::Posting& posting, const char* direction, const RateTotal& total, const Money& base,
             const Money& vat) {
        line_numbers.push_back(static_cast<std::int32_t>(posting.lines.size()));
        directions.push_back(direction);
        rates.push_back(total.rate);
        bases.push_back(base);
        vats.push_back(vat);
        reverse_charges.push_back(total.reverse_charge);
    }
};

/// The entry of an expense; of a credit note with every sign turned.
ledger::Posting posting_of(Context& context, const NewExpense& expense, const ResolvedExpense& resolved,
                           bool is_credit_note, VatPostings& vat_postings) {
    const auto side = [&](const Money& amount) { return is_credit_note ? -amount : amount; };
    ledger::Posting posting;
    posting.journal_code = ledger::journal_of_kind(context, ledger::JournalKind::purchases);
    posting.date = expense.expense_date;
    posting.description = expense.description;
    posting.document = expense.document_id;
    const auto& imputation = resolved.imputation;
    std::optional<Uuid> building;
    if (expense.building_id) building = expense.building_id->value;
    std::optional<Uuid> supplier_id;
    if (resolved.supplier) supplier_id = resolved.supplier->id.value;
    for (std::size_t i = 0; i < resolved.lines.size(); ++i) {
        if (imputation.charges[i].is_zero()) continue;
        ledger::Axes axes;
        axes.building_id = building;
        axes.category = resolved.line_categories[i].code;
        axes.supplier_id = supplier_id;
        posting.lines.push_back({resolved.accounts[i].id,
                                 {},
                                 side(imputation.charges[i]),
                                 expense.line_items[i].description,
                                 {},
                                 {},
                                 {},
                                 {},
                                 axes,
                                 expense.line_items[i].box});
    }
    for (const auto& total : imputation.rates) {
        if (total.vat.is_zero()) continue;
        const auto label = "TVA " + french_percent(total.rate);
        if (resolved.regime.deducts) {
            posting.lines.push_back(
                {ledger::account_of_role(context, "vat_in"), {}, side(total.vat), label, {}, {}, {}, {}, {}, {}});
            vat_postings.add(posting, "deductible", total, side(total.base), side(total.vat));
        }
        if (total.reverse_charge) {
            posting.lines.push_back({ledger::account_of_role(context, "vat_out"),
                                     {},
                                     side(-total.vat),
                                     label + " autoliquidée",
                                     {},
                                     {},
                                     {},
                                     {},
                                     {},
                                     {}});
            vat_postings.add(posting, "collected", total, side(total.base), side(total.vat));
        }
    }
    std::optional<Id<ledger::Auxiliary>> auxiliary;
    if (resolved.supplier) auxiliary = registry::auxiliary_of(context, *resolved.supplier, "suppliers");
    posting.lines.push_back({ledger::account_of_role(context, "suppliers"),
                             auxiliary,
                             side(-imputation.payable),
                             resolved.supplier ? resolved.supplier->name : expense.description.value,
                             expense.due_date,
                             {},
                             {},
                             {},
                             {},
                             expense.box});
    return posting;
}

/// Capitals and digits: "fa-2025/07" and "FA 2025 07" are the same invoice.
std::string invoice_key(std::string_view number) {
    std::string key;
    for (const char c : number)
        if (std::isalnum(static_cast<unsigned char>(c)))
            key += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return key;
}

void insert_lines(Context& context, Id<Expense> id, const NewExpense& expense, const ResolvedExpense& resolved) {
    std::vector<std::int32_t> numbers;
    std::vector<std::string> descriptions, categories;
    std::vector<Decimal> quantities, prices;
    std::vector<std::optional<Decimal>> rates;
    std::vector<VatTreatment> treatments;
    std::vector<Id<ledger::Account>> accounts;
    std::vector<Money> nets, vats;
    for (std::size_t i = 0; i < resolved.lines.size(); ++i) {
        const auto& line = expense.line_items[i];
        numbers.push_back(static_cast<std::int32_t>(i + 1));
        descriptions.push_back(line.description);
        categories.push_back(resolved.line_categories[i].code);
        quantities.push_back(line.quantity);
        prices.push_back(line.unit_price);
        rates.push_back(line.vat_rate);
        treatments.push_back(resolved.lines[i].treatment);
        accounts.push_back(resolved.accounts[i].id);
        nets.push_back(resolved.lines[i].net);
        vats.push_back(resolved.imputation.vat[i]);
    }
    context.later<sql::insert_expense_lines>(context.organization(), id, numbers, descriptions, quantities, prices,
                                             rates, treatments, categories, accounts, nets, vats);
}

std::vector<ImputationView> imputations_of(Context& context, Id<ledger::Entry> entry) {
    std::vector<ImputationView> views;
    for (auto& line : ledger::read_entry(context, entry).lines)
        views.push_back({std::move(line.account_code), std::move(line.account_name), line.debit, line.credit});
    return views;
}

/// The papers that an expense and its lines are read from are those of these books.
void require_papers_of(Context& context, const NewExpense& expense) {
    std::vector<ledger::NamedPaper> named;
    if (expense.document_id) named.emplace_back("document_id", *expense.document_id);
    if (expense.box) named.emplace_back("box.document_id", expense.box->document_id);
    for (std::size_t i = 0; i < expense.line_items.size(); ++i)
        if (expense.line_items[i].box)
            named.emplace_back("line_items[" + std::to_string(i) + "].box.document_id",
                               expense.line_items[i].box->document_id);
    ledger::require_papers(context, named);
}

RecordedExpense record(Context& context, const NewExpense& expense, std::optional<Id<Expense>> credits) {
    require_papers_of(context, expense);
    const auto resolved = Resolver(context, expense).resolve();
    const auto key = expense.invoice_number ? invoice_key(*expense.invoice_number) : "";
    context.later<sql::lock_expense_numbers>(context.organization());
    if (!credits && !key.empty() && expense.supplier_id)
        if (const auto same = context.maybe<sql::same_invoice>(context.organization(), *expense.supplier_id, key))
            throw Refused(Refusal::duplicate_invoice, "Voir la dépense " + same->text() + ".",
                          at_path("invoice_number", Refusal::duplicate_invoice));
    const auto year = expense.expense_date.year();
    const auto number = context.one<sql::next_expense_number>(context.organization(), year);
    auto digits = std::to_string(number);
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    const auto reference = (credits ? "AV-" : "DEP-") + std::to_string(year) + "-" + digits;

    VatPostings vat;
    auto posting = posting_of(context, expense, resolved, credits.has_value(), vat);
    posting.voucher_reference =
        expense.invoice_number && !expense.invoice_number->empty() ? expense.invoice_number->value : reference;
    const auto posted = ledger::post(context, posting);

    const auto id = context.new_id<Expense>();
    const auto& imputation = resolved.imputation;
    context.later<sql::insert_expense>(
        context.organization(), id, year, number, credits ? ExpenseKind::credit_note : ExpenseKind::invoice, credits,
        expense.building_id, expense.supplier_id, expense.description, resolved.category.code, expense.expense_date,
        expense.due_date.value_or(expense.expense_date), expense.invoice_number ? expense.invoice_number->value : "",
        key, expense.document_id, imputation.net, imputation.vat_total, imputation.payable, posted.id,
        context.principal().user);
    insert_lines(context, id, expense, resolved);
    if (!vat.line_numbers.empty())
        context.later<sql::insert_vat_postings>(context.organization(), posted.id, vat.line_numbers, vat.directions,
                                                vat.rates, vat.bases, vat.vats, vat.reverse_charges);
    context.audit("CREATE", "Expense", id.value,
                  Json::Object{{"reference", reference},
                               {"description", expense.description.value},
                               {"amount", JsonNumber{imputation.payable.text()}},
                               {"entry_id", posted.id.text()}});
    return {id,
            reference,
            ExpenseStatus::recorded,
            posted.id,
            posted.number,
            imputation.net,
            imputation.vat_total,
            imputation.payable,
            imputations_of(context, posted.id)};
}

struct ExpenseKey {
    Id<Expense> id;
};
BOOST_DESCRIBE_STRUCT(ExpenseKey, (), (id))

struct ExpenseFilter {
    std::optional<ExpenseStatus> status;
    std::optional<Id<registry::Party>> supplier_id;
    std::optional<Text<1, 60>> category;
    std::optional<Date> start_date, end_date;
    std::optional<Text<1, 100>> search;
    std::optional<bool> overdue;
    std::optional<std::int32_t> limit;  ///< 1 to 500, 100 when absent
    std::optional<Id<Expense>> cursor;
};
BOOST_DESCRIBE_STRUCT(ExpenseFilter, (),
                      (status, supplier_id, category, start_date, end_date, search, overdue, limit, cursor))

Created<RecordedExpense> create_expense(Context& context, const NewExpense& expense) {
    return {record_expense(context, expense)};
}

ExpenseView get_expense(Context& context, const ExpenseKey& key) {
    auto summary = expense_summary(context, key.id);
    const auto entry = summary.entry_id;
    return {std::move(summary), expense_lines(context, key.id), imputations_of(context, entry)};
}

Page<ExpenseSummary> list_expenses(Context& context, const ExpenseFilter& filter) {
    const auto limit = std::clamp(filter.limit.value_or(100), 1, 500);
    Page<ExpenseSummary> page{
        context.rows<sql::list_expenses>(context.organization(), filter.status, filter.supplier_id, filter.category,
                                         filter.start_date, filter.end_date, filter.search, filter.overdue,
                                         context.today(), filter.cursor, limit),
        {}};
    if (static_cast<std::int32_t>(page.items.size()) == limit) page.next = page.items.back().id.text();
    return page;
}

}  // namespace

std::optional<Problem> NewExpense::broken_rule() const {
    if (line_items.empty()) return Problem{"line_items", "too_few", "Au moins une ligne est attendue."};
    if (line_items.size() > lines_max) return Problem{"line_items", "too_many", "Au plus 500 lignes."};
    for (std::size_t i = 0; i < line_items.size(); ++i)
        for (const auto& [name, value] :
             {std::pair("quantity", line_items[i].quantity), std::pair("unit_price", line_items[i].unit_price)})
            if (value.normalized().scale > decimals_max)
                return Problem{"line_items[" + std::to_string(i) + "]." + name, "too_many_decimals",
                               "Au plus six décimales."};
    return {};
}

RecordedExpense record_expense(Context& context, const NewExpense& expense) { return record(context, expense, {}); }

ledger::Posting preview_expense(Context& context, const NewExpense& expense, bool is_credit_note) {
    VatPostings vat;
    return posting_of(context, expense, Resolver(context, expense).resolve(), is_credit_note, vat);
}

std::optional<ExpenseSummary> creditable_invoice(Context& context, Id<registry::Party> supplier, const Money& amount) {
    const auto id = context.maybe<sql::creditable_invoice>(context.organization(), supplier, amount);
    return id ? std::optional(expense_summary(context, {*id})) : std::nullopt;
}

RecordedExpense record_credit_note(Context& context, const ExpenseSummary& invoice, const NewExpense& credit_note) {
    return record(context, credit_note, invoice.id);
}

ExpenseSummary expense_summary(Context& context, Id<Expense> id) {
    return context.found<sql::expense_by_id>(context.organization(), id);
}

std::vector<ExpenseLineView> expense_lines(Context& context, Id<Expense> id) {
    return context.rows<sql::lines_of_expense>(context.organization(), id);
}

constexpr Route routes[] = {
    {"GET", "/api/v1/expenses", "read_reports", operation<list_expenses>},
    {"GET", "/api/v1/expenses/{id}", "read_reports", operation<get_expense>},
    {"POST", "/api/v1/expenses", "write_expenses", operation<create_expense>},
};
const std::span<const Route> expense_routes = routes;

}  // namespace daftar::accounting
