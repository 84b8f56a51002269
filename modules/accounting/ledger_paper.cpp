#include "modules/accounting/ledger_paper.hpp"

#include <set>

namespace daftar::accounting {
namespace {

constexpr std::int32_t page_lines = 1'000;  // the most that one page of the ledger holds

/// Adds accounts to one sheet.
class LedgerSheet {
public:
    LedgerSheet(Context& context, const LedgerPaperRequest& request, ReportPeriod period, std::size_t lines_max)
        : context_(context),
          request_(request),
          period_(std::move(period)),
          lines_max_(lines_max),
          zero_(0, context.currency()),
          sheet_{
              "Grand livre",
              {},
              {{"Date", 12}, {"Pièce", 12}, {"Libellé", 48}, {"Let.", 6}, {"Débit", 16}, {"Crédit", 16}, {"Solde", 16}},
              {}} {}

    void add(const std::string& code) {
        ledger::LedgerRequest page;
        page.account_code.value = code;
        page.start_date = period_.start;
        page.end_date = period_.end;
        page.auxiliary_code = request_.auxiliary_code;
        page.limit = page_lines;
        auto account = ledger::account_ledger(context_, page);
        if (account.opening_balance.is_zero() && account.entries.empty()) return;
        head(account);
        while (true) {
            for (const auto& line : account.entries) add_line(line);
            if (!account.next) break;
            page.cursor.emplace().value = *account.next;
            account = ledger::account_ledger(context_, page);
        }
        sheet_.rows.push_back({{"Total " + code, {}, {}, {}, XlsxCell::sum(), XlsxCell::sum(), account.closing_balance},
                               XlsxRowKind::subtotal});
        ++accounts_;
    }

    XlsxSheet finished() && {
        if (accounts_ > 1)
            sheet_.rows.push_back(
                {{"Total", {}, {}, {}, XlsxCell::sum(), XlsxCell::sum(), XlsxCell()}, XlsxRowKind::total});
        return std::move(sheet_);
    }
    std::size_t accounts() const { return accounts_; }
    const std::string& last_name() const { return last_name_; }

private:
    void head(const ledger::AccountLedger& account) {
        last_name_ = account.account_code + " " + account.account_name;
        sheet_.rows.push_back({{account.account_code + "  " + account.account_name}, XlsxRowKind::section});
        if (account.opening_balance.is_zero()) return;
        const auto& opening = account.opening_balance;
        sheet_.rows.push_back({{period_.start,
                                {},
                                "Solde d'ouverture",
                                {},
                                opening.minor > 0 ? XlsxCell(opening) : XlsxCell(),
                                opening.minor < 0 ? XlsxCell(-opening) : XlsxCell(),
                                opening}});
    }

    void add_line(const ledger::LedgerLine& line) {
        if (sheet_.rows.size() >= lines_max_) throw Refused(ReportRefusal::report_too_long);
        const auto piece = line.journal_code + "-" + std::to_string(line.entry_number);
        const auto link = page_address(context_, "/api/v1/accounting/journal-entries/" + line.entry_id.text() +
                                                     "?line=" + std::to_string(line.line_number));
        const bool names = line.auxiliary_name && !request_.auxiliary_code;
        sheet_.rows.push_back({{line.date, XlsxCell(piece).linked(link),
                                names ? line.description + " · " + *line.auxiliary_name : line.description,
                                line.letter ? XlsxCell(*line.letter) : XlsxCell(),
                                line.debit.is_zero() ? XlsxCell() : XlsxCell(line.debit),
                                line.credit.is_zero() ? XlsxCell() : XlsxCell(line.credit), line.balance}});
    }

    Context& context_;
    const LedgerPaperRequest& request_;
    ReportPeriod period_;
    std::size_t lines_max_, accounts_ = 0;
    Money zero_;
    XlsxSheet sheet_;
    std::string last_name_;
};

/// Accounts with amounts at the end of the period, and those whose movements have come to nothing.
std::set<std::string> accounts_between(Context& context, const ReportPeriod& period, const Text<1, 20>& prefix) {
    std::set<std::string> codes;
    ledger::BalanceRequest request;
    request.account_code = prefix;
    for (const auto& day : {period.start, period.end}) {
        request.date = day;
        for (const auto& account : ledger::trial_balance(context, request).accounts) codes.insert(account.account_code);
    }
    return codes;
}

ReportPeriod asked_period(Context& context, const LedgerPaperRequest& request) {
    const auto end = request.end_date.value_or(context.today());
    auto start = request.start_date.value_or(Date(end.year(), 1, 1));
    if (!request.start_date)
        for (const auto& year : ledger::all_years(context))
            if (year.start_date <= end) start = year.start_date;
    return period_between(context, start, end);
}

File ledger_pdf(Context& context, const LedgerPaperRequest& request) {
    return paper_of(context, ledger_sheets(context, request, paper_lines_max));
}
File ledger_xlsx(Context& context, const LedgerPaperRequest& request) {
    return workbook_of(context, ledger_sheets(context, request, workbook_lines_max));
}

}  // namespace

std::optional<Problem> LedgerPaperRequest::broken_rule() const {
    if (start_date && end_date && *end_date < *start_date)
        return Problem{"end_date", "before_start", "La fin précède le début."};
    if (auxiliary_code && !account_code)
        return Problem{"auxiliary_code", "account_missing", "Un auxiliaire se lit sur un compte : donnez-le aussi."};
    return {};
}

ReportSheets ledger_sheets(Context& context, const LedgerPaperRequest& request, std::size_t lines_max, bool and_below) {
    auto period = asked_period(context, request);
    LedgerSheet sheet(context, request, period, lines_max);
    if (request.account_code && !and_below && ledger::account_of_code(context, *request.account_code))
        sheet.add(request.account_code->value);
    else
        for (const auto& code : accounts_between(context, period, request.account_code.value_or(Text<1, 20>{})))
            sheet.add(code);
    ReportSheets report{"Grand livre", "grand-livre", std::move(period)};
    if (sheet.accounts() == 1)
        report.object = "Compte " + sheet.last_name();
    else if (request.account_code)
        report.object = "Comptes " + request.account_code->value;
    if (request.auxiliary_code) report.object += " · " + request.auxiliary_code->value;
    report.sheets.push_back(std::move(sheet).finished());
    return report;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/accounting/ledger.pdf", "read_reports", operation<ledger_pdf>},
    {"GET", "/api/v1/accounting/ledger.xlsx", "read_reports", operation<ledger_xlsx>},
};
const std::span<const Route> ledger_paper_routes = routes;

}  // namespace daftar::accounting
