#include "ledger/chart_data.hpp"

#include <map>
#include <stdexcept>

#include "core/text_parts.hpp"
#include "embedded/charts.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {
namespace {

using Fields = std::vector<std::string>;
using Choices = std::set<std::string_view>;

const Choices account_types{"Asset", "Liability", "Equity", "Income", "Expense", "OffBalance"};
const Choices sides{"debit", "credit", "both"};
const Choices collectives{"", "owner", "supplier", "client", "other"};
const Choices closings{"result", "works", "carry", "none"};
const Choices journal_kinds{"purchases", "sales", "bank", "cash", "general", "opening", "closing"};
const Choices statement_lines{"utilities",       "maintenance", "property_expenses",
                              "management_fees", "insurance",   "other_expenses"};

Fields strings(const std::vector<std::string_view>& parts) { return {parts.begin(), parts.end()}; }

/// Reads one file; a fault names the file and the line.
class Reader {
public:
    Reader(std::string_view name, std::string_view text) : text_(text) { chart_.name = name; }

    Chart read() {
        for (const auto line : split(text_, '\n')) {
            ++line_;
            if (line.empty() || line.starts_with('#')) continue;
            const auto fields = strings(split(line, '\t'));
            if (line.starts_with('@'))
                read_directive(fields);
            else if (fields.front() != "code")
                read_account(fields);
        }
        check_whole();
        return std::move(chart_);
    }

private:
    void demand(bool condition, const std::string& what) const {
        if (!condition) throw std::runtime_error(chart_.name + ".tsv line " + std::to_string(line_) + ": " + what);
    }
    void demand_choice(const Choices& choices, const std::string& value) const {
        demand(choices.contains(value), "unknown value \"" + value + "\"");
    }
    bool yes(const std::string& value) const {
        demand_choice({"yes", "no"}, value);
        return value == "yes";
    }

    void read_directive(const Fields& fields) {
        const auto& word = fields[0];
        const std::map<std::string_view, std::size_t> lengths{{"@title", 2},   {"@country", 2}, {"@closed", 2},
                                                              {"@closing", 5}, {"@journal", 5}, {"@category", 5}};
        const auto length = lengths.find(word);
        demand(length != lengths.end() && fields.size() == length->second, "malformed directive " + word);
        if (word == "@title") chart_.title = fields[1];
        if (word == "@country") chart_.country = fields[1];
        if (word == "@closed") chart_.closed = yes(fields[1]);
        if (word == "@closing") chart_.closing = {fields[1], fields[2], fields[3], fields[4]};
        if (word == "@journal") {
            demand_choice(journal_kinds, fields[3]);
            chart_.journals.push_back({fields[1], fields[2], fields[3], fields[4]});
        }
        if (word == "@category") {
            demand_choice(statement_lines, fields[4]);
            chart_.categories.push_back({fields[1], fields[2], fields[3], fields[4]});
        }
    }

    void read_account(const Fields& fields) {
        demand(fields.size() == 9, "an account has nine columns");
        ChartAccount account{fields[0], fields[1], fields[2], fields[3],     fields[4],
                             {},        fields[6], fields[7], yes(fields[8])};
        if (!fields[5].empty()) account.roles = strings(split(fields[5], ','));
        demand(!account.code.empty() && !account.name.empty(), "an account has a code and a name");
        demand(!chart_.find(account.code), "account " + account.code + " stands twice");
        demand_choice(account_types, account.account_type);
        demand_choice(sides, account.normal_side);
        demand_choice(collectives, account.collective);
        demand_choice(closings, account.closing);
        const bool of_result = account.account_type == "Income" || account.account_type == "Expense";
        demand(of_result == (account.closing == "result" || account.closing == "works"),
               "only income and expenses close to the result");
        if (!account.parent_code.empty()) {
            demand(chart_.find(account.parent_code), "parent " + account.parent_code + " must stand earlier");
            demand(account.code.starts_with(account.parent_code) && account.code != account.parent_code,
                   "the parent's code must prefix " + account.code);
        }
        for (const auto& role : account.roles) {
            demand(required_roles().contains(role) || optional_roles().contains(role), "unknown role " + role);
            demand(!chart_.with_role(role), "role " + role + " is cast twice");
        }
        chart_.accounts.push_back(std::move(account));
    }

    void check_whole() const {
        for (const auto role : required_roles()) demand(chart_.with_role(role), "nobody plays " + std::string(role));
        for (const auto& journal : chart_.journals)
            demand(journal.account_role.empty() || chart_.with_role(journal.account_role),
                   "journal " + journal.code + " names an unknown role");
        for (const auto& category : chart_.categories) {
            const auto* account = chart_.find(category.account_code);
            demand(account && account->account_type == "Expense",
                   "category " + category.code + " needs an expense account");
        }
        demand_choice({"result_account", "distribution"}, chart_.closing.kind);
        demand(chart_.find(chart_.closing.surplus_code) && chart_.find(chart_.closing.deficit_code),
               "the closing rule names unknown accounts");
        for (const auto& account : chart_.accounts)
            demand(account.closing != "works" || chart_.find(chart_.closing.works_code),
                   "works accounts need an account that carries them");
    }

    std::string_view text_;
    int line_ = 0;
    Chart chart_;
};

const std::map<std::string, Chart, std::less<>>& all_charts() {
    static const auto charts = [] {
        std::map<std::string, Chart, std::less<>> read;
        for (const auto& file : daftar::charts) {
            const std::string name(file.name.substr(0, file.name.rfind('.')));
            read.emplace(name, read_chart(name, file.text));
        }
        return read;
    }();
    return charts;
}

}  // namespace

const ChartAccount* Chart::find(std::string_view code) const {
    for (const auto& account : accounts)
        if (account.code == code) return &account;
    return nullptr;
}

const ChartAccount* Chart::with_role(std::string_view role) const {
    for (const auto& account : accounts)
        for (const auto& played : account.roles)
            if (played == role) return &account;
    return nullptr;
}

Chart read_chart(std::string_view name, std::string_view text) { return Reader(name, text).read(); }

const Chart& chart_named(std::string_view name) {
    const auto found = all_charts().find(name);
    if (found == all_charts().end()) throw Refused(Refusal::unknown_chart);
    return found->second;
}

std::vector<std::string> chart_names() {
    std::vector<std::string> names;
    for (const auto& [name, chart] : all_charts()) names.push_back(name);
    return names;
}

const std::set<std::string_view>& required_roles() {
    static const std::set<std::string_view> roles{"bank",
                                                  "bank_reserve",
                                                  "cash",
                                                  "owners",
                                                  "owners_works",
                                                  "owners_reserve",
                                                  "owners_doubtful",
                                                  "suppliers",
                                                  "suppliers_accrued",
                                                  "purchases_default",
                                                  "reserve_fund",
                                                  "working_fund",
                                                  "suspense",
                                                  "suspense_debit",
                                                  "vat_in",
                                                  "vat_out",
                                                  "carried_forward",
                                                  "call_income",
                                                  "call_income_works",
                                                  "call_income_reserve",
                                                  "late_interest_income",
                                                  "interest_income",
                                                  "bank_charges",
                                                  "bad_debts",
                                                  "prepaid_expenses"};
    return roles;
}

const std::set<std::string_view>& optional_roles() {
    static const std::set<std::string_view> roles{
        "result", "result_deficit", "carried_forward_deficit", "internal_transfer", "rounding", "owners_advances"};
    return roles;
}

}  // namespace daftar::ledger
