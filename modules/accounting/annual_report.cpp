#include "modules/accounting/annual_report.hpp"

#include <algorithm>
#include <map>

#include "modules/accounting/annual_report.sql.hpp"

namespace daftar::accounting {

struct MoneyFlow {
    std::string account_code, account_name;
    Date month;
    Money receipts, payments, transfers;
};
BOOST_DESCRIBE_STRUCT(MoneyFlow, (), (account_code, account_name, month, receipts, payments, transfers))

struct SupplierExpense {
    std::optional<std::string> account_code, supplier_code, supplier_name;
    Money amount;
    std::int64_t invoices = 0;
};
BOOST_DESCRIBE_STRUCT(SupplierExpense, (), (account_code, supplier_code, supplier_name, amount, invoices))

struct OwnerKey {
    std::string account_code, owner_code;
    friend auto operator<=>(const OwnerKey&, const OwnerKey&) = default;
};
BOOST_DESCRIBE_STRUCT(OwnerKey, (), (account_code, owner_code))

struct OwnerDebit {
    std::string account_code, owner_code;
    Date due_date;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(OwnerDebit, (), (account_code, owner_code, due_date, amount))

namespace {

// Days after the due date from which a step is proposed. Practice, not law: the office changes its scenario in
// reminders.
constexpr std::int32_t formal_notice_days = 30, recovery_days = 90;

bool holds_money(const ledger::AccountBalance& account) { return account.account_code.starts_with('5'); }

/// The figures of one year that the other is compared with.
struct YearTotals {
    Money receipts, payments, expenses, income, opening_cash, closing_cash, unpaid;
    std::vector<MoneyFlow> flows;
    std::vector<ledger::AccountBalance> movements, openings;
    std::map<std::string, SupplierExpense> suppliers;  // by code; "" for none
    std::vector<ledger::AccountBalance> owners;        // those who owe
};

YearTotals totals_of(Context& context, const Date& start, const Date& end) {
    const Money zero(0, context.currency());
    YearTotals totals{zero,
                      zero,
                      zero,
                      zero,
                      zero,
                      zero,
                      zero,
                      context.rows<sql::money_flows>(context.organization(), start, end),
                      ledger::movements(context, start, end),
                      {},
                      {},
                      {}};
    for (const auto& flow : totals.flows) totals.receipts += flow.receipts, totals.payments += flow.payments;
    for (const auto& account : totals.movements) {
        if (account.account_type == ledger::AccountType::Expense) totals.expenses += account.debit - account.credit;
        if (account.account_type == ledger::AccountType::Income) totals.income += account.credit - account.debit;
    }
    for (auto& supplier : context.rows<sql::supplier_expenses>(context.organization(), start, end))
        // One code may stand under several collective accounts (suppliers, retentions): he is one supplier.
        if (const auto [known, is_new] = totals.suppliers.try_emplace(supplier.supplier_code.value_or(""), supplier);
            !is_new)
            known->second.amount += supplier.amount, known->second.invoices += supplier.invoices;

    std::map<OwnerKey, bool> owners;
    for (auto& key : context.rows<sql::owner_auxiliaries>(context.organization())) owners.emplace(std::move(key), true);
    ledger::BalanceRequest by_auxiliary;
    by_auxiliary.date = end;
    by_auxiliary.auxiliaries = true;
    for (auto& account : ledger::trial_balance(context, by_auxiliary).accounts) {
        if (holds_money(account)) {
            totals.opening_cash += account.opening;
            totals.closing_cash += account.balance;
            totals.openings.push_back(account);
        } else if (account.balance > zero && account.auxiliary_code &&
                   owners.contains({account.account_code, *account.auxiliary_code})) {
            totals.unpaid += account.balance;
            totals.owners.push_back(std::move(account));
        }
    }
    return totals;
}

ComparedFigure compared(const Money& amount, const std::optional<YearTotals>& before, Money YearTotals::*member,
                        std::string link) {
    return {amount, before ? std::optional((*before).*member) : std::nullopt, std::move(link)};
}

std::vector<BankFigures> banks_of(const YearTotals& totals, const AnnualReport& report, const Money& zero) {
    std::vector<BankFigures> banks;
    for (const auto& account : totals.openings) {
        BankFigures bank{account.account_code,
                         account.account_name,
                         account.opening,
                         zero,
                         zero,
                         zero,
                         account.balance,
                         ledger_link(account.account_code, report.start_date, report.end_date),
                         {}};
        Money balance = account.opening;
        for (const auto& flow : totals.flows) {
            if (flow.account_code != account.account_code) continue;
            bank.receipts += flow.receipts, bank.payments += flow.payments, bank.transfers += flow.transfers;
            balance += flow.receipts - flow.payments + flow.transfers;
            bank.months.push_back({flow.month, flow.receipts, flow.payments, balance,
                                   ledger_link(account.account_code, flow.month, flow.month.end_of_month())});
        }
        banks.push_back(std::move(bank));
    }
    return banks;
}

/// Every month of the year up to the day of the report, with all accounts together; transfers cancel out.
std::vector<MonthFigures> months_of(const YearTotals& totals, const AnnualReport& report, const Money& zero) {
    std::vector<MonthFigures> months;
    Money balance = totals.opening_cash;
    for (Date month(report.start_date.year(), report.start_date.month(), 1); month <= report.as_of;
         month = month.plus_months(1)) {
        MonthFigures figures{month, zero, zero, zero,
                             "/api/v1/accounting/journal-entries?start_date=" + month.text() +
                                 "&end_date=" + month.end_of_month().text()};
        for (const auto& flow : totals.flows) {
            if (flow.month != month) continue;
            figures.receipts += flow.receipts, figures.payments += flow.payments;
            balance += flow.receipts - flow.payments + flow.transfers;
        }
        figures.closing = balance;
        months.push_back(std::move(figures));
    }
    return months;
}

/// Line of the income statement of an expense account: that of the chart's category whose account starts it most
/// closely.
std::string group_of(const ledger::Chart& chart, std::string_view code) {
    std::string group = "other_expenses";
    std::size_t closest = 0;
    for (const auto& category : chart.categories) {
        if (!code.starts_with(category.account_code) || category.account_code.size() <= closest) continue;
        closest = category.account_code.size();
        group = category.statement_line;
    }
    return group;
}

std::vector<CategoryExpense> categories_of(Context& context, const YearTotals& totals,
                                           const std::optional<YearTotals>& before, const AnnualReport& report) {
    const Money zero(0, context.currency());
    const auto& chart = ledger::chart_of(context);
    std::map<std::string, CategoryExpense> by_account;
    const auto add = [&](const std::vector<ledger::AccountBalance>& movements, bool current) {
        for (const auto& account : movements) {
            if (account.account_type != ledger::AccountType::Expense) continue;
            auto [place, is_new] = by_account.try_emplace(account.account_code);
            auto& category = place->second;
            if (is_new) {
                category = {account.account_code,
                            account.account_name,
                            group_of(chart, account.account_code),
                            zero,
                            {},
                            {},
                            ledger_link(account.account_code, report.start_date, report.end_date)};
                if (before) category.previous = zero;
            }
            (current ? category.amount : *category.previous) += account.debit - account.credit;
        }
    };
    add(totals.movements, true);
    if (before) add(before->movements, false);
    std::vector<CategoryExpense> categories;
    for (auto& [code, category] : by_account) {
        if (category.amount.is_zero() && (!category.previous || category.previous->is_zero())) continue;
        if (!totals.expenses.is_zero())
            category.share = divide({category.amount.minor, 0}, {totals.expenses.minor, 0}, 4);
        categories.push_back(std::move(category));
    }
    std::ranges::stable_sort(categories,
                             [](const auto& left, const auto& right) { return left.amount > right.amount; });
    return categories;
}

std::vector<SupplierFigures> suppliers_of(Context& context, const YearTotals& totals,
                                          const std::optional<YearTotals>& before, const AnnualReport& report) {
    const Money zero(0, context.currency());
    std::vector<SupplierFigures> suppliers;
    const auto add = [&](const std::string& code, const SupplierExpense& expense, const Money& amount,
                         std::int64_t invoices) {
        SupplierFigures figures{
            expense.supplier_code, expense.supplier_name.value_or("Sans fournisseur"), invoices, amount, {}, ""};
        if (expense.account_code)
            figures.link = ledger_link(*expense.account_code, report.start_date, report.end_date, code);
        if (before) {
            const auto last = before->suppliers.find(code);
            figures.previous = last == before->suppliers.end() ? zero : last->second.amount;
        }
        suppliers.push_back(std::move(figures));
    };
    for (const auto& [code, expense] : totals.suppliers) add(code, expense, expense.amount, expense.invoices);
    if (before)
        for (const auto& [code, expense] : before->suppliers)
            if (!totals.suppliers.contains(code)) add(code, expense, zero, 0);
    std::ranges::stable_sort(suppliers, [](const auto& left, const auto& right) { return left.amount > right.amount; });
    return suppliers;
}

std::vector<UnpaidOwner> unpaid_of(Context& context, const YearTotals& totals, const AnnualReport& report) {
    std::map<OwnerKey, std::vector<DueAmount>> asked;
    for (auto& debit : context.rows<sql::owner_debits>(context.organization(), report.as_of))
        asked[{debit.account_code, debit.owner_code}].push_back({debit.due_date, debit.amount});
    std::vector<UnpaidOwner> unpaid;
    for (const auto& owner : totals.owners) {
        UnpaidOwner row{owner.account_code,
                        *owner.auxiliary_code,
                        owner.auxiliary_name.value_or(""),
                        owner.balance,
                        {},
                        {},
                        0,
                        UnpaidAction::wait,
                        ledger_link(owner.account_code, report.start_date, report.end_date, *owner.auxiliary_code)};
        std::tie(row.overdue, row.oldest_due_date) =
            overdue_part(owner.balance, asked[{owner.account_code, *owner.auxiliary_code}], report.as_of);
        if (row.oldest_due_date) row.days_late = days_between(*row.oldest_due_date, report.as_of);
        row.action = action_for(row.overdue, row.days_late);
        unpaid.push_back(std::move(row));
    }
    std::ranges::stable_sort(unpaid, [](const auto& left, const auto& right) { return left.balance > right.balance; });
    return unpaid;
}

File annual_report_pdf_file(Context& context, const AnnualReportRequest& request) {
    const auto name =
        file_name("rapport-annuel", report_period(context, request.year), report_subject(context), ".pdf");
    return {std::string(pdf_type), name, annual_report_pdf(context, annual_report(context, request)), true};
}

File annual_report_xlsx_file(Context& context, const AnnualReportRequest& request) {
    const auto name =
        file_name("rapport-annuel", report_period(context, request.year), report_subject(context), ".xlsx");
    return {std::string(xlsx_type), name, annual_report_xlsx(context, annual_report(context, request)), false};
}

}  // namespace

std::pair<Money, std::optional<Date>> overdue_part(const Money& balance, std::span<const DueAmount> asked,
                                                   const Date& day) {
    Money left = balance, overdue(0, balance.currency);
    std::optional<Date> oldest;
    for (const auto& request : asked) {
        if (left.minor <= 0) break;
        const Money part = std::min(left, request.amount);
        left -= part;
        if (request.due_date >= day) continue;
        overdue += part;
        oldest = request.due_date;
    }
    if (left.minor > 0) overdue += left;
    return {overdue, oldest};
}

UnpaidAction action_for(const Money& overdue, std::int32_t days_late) {
    if (overdue.minor <= 0) return UnpaidAction::wait;
    if (days_late >= recovery_days) return UnpaidAction::recovery;
    return days_late >= formal_notice_days ? UnpaidAction::formal_notice : UnpaidAction::remind;
}

AnnualReport annual_report(Context& context, const AnnualReportRequest& request) {
    const auto period = report_period(context, request.year);
    const Money zero(0, context.currency());
    AnnualReport report;
    report.year = request.year;
    report.organization = report_subject(context).name;
    report.currency = context.currency().code();
    report.start_date = period.start, report.end_date = period.end;
    report.as_of = std::clamp(context.today(), period.start, period.end);
    report.is_closed = period.is_closed;
    report.proof = report_proof(context);

    const auto totals = totals_of(context, period.start, period.end);
    std::optional<YearTotals> before;
    if (period.previous_start) before = totals_of(context, *period.previous_start, *period.previous_end);
    const std::string year = "&start_date=" + period.start.text() + "&end_date=" + period.end.text();
    const std::string journal = "/api/v1/accounting/journal-entries?",
                      balance = "/api/v1/accounting/trial-balance?date=" + period.end.text();
    report.summary = {compared(totals.receipts, before, &YearTotals::receipts, journal + "account_code=5" + year),
                      compared(totals.payments, before, &YearTotals::payments, journal + "account_code=5" + year),
                      compared(totals.expenses, before, &YearTotals::expenses, balance + "&account_code=6"),
                      compared(totals.income, before, &YearTotals::income, balance + "&account_code=7"),
                      {totals.income - totals.expenses,
                       before ? std::optional(before->income - before->expenses) : std::nullopt, balance},
                      compared(totals.opening_cash, before, &YearTotals::opening_cash, balance + "&account_code=5"),
                      compared(totals.closing_cash, before, &YearTotals::closing_cash, balance + "&account_code=5"),
                      compared(totals.unpaid, before, &YearTotals::unpaid, balance + "&auxiliaries=true")};
    report.receipts_by_bank = banks_of(totals, report, zero);
    report.months = months_of(totals, report, zero);
    report.expenses_by_category = categories_of(context, totals, before, report);
    report.expenses_by_supplier = suppliers_of(context, totals, before, report);
    report.unpaid = unpaid_of(context, totals, report);
    return report;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/reports/annual", "read_reports", operation<annual_report>},
    {"GET", "/api/v1/reports/annual.pdf", "read_reports", operation<annual_report_pdf_file>},
    {"GET", "/api/v1/reports/annual.xlsx", "read_reports", operation<annual_report_xlsx_file>},
};
const std::span<const Route> annual_report_routes = routes;

}  // namespace daftar::accounting
