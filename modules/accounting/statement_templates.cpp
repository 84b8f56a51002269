#include "modules/accounting/statement_templates.hpp"

#include <algorithm>

#include "core/text_parts.hpp"
#include "modules/accounting/template_table.hpp"

namespace daftar::accounting {
namespace {

std::optional<Decimal> limit(const std::string& text) { return text.empty() ? std::nullopt : Decimal::parse(text); }

void read_property(StatementTemplate& out, const std::vector<std::string>& row) {
    const auto& key = row[0];
    if (key == "@title")
        out.title = row[1];
    else if (key == "@chart")
        out.chart = row[1];
    else if (key == "@source")
        out.source = row[1];
    else if (key == "@confirmed")
        out.confirmed = row[1] == "yes";
    else if (key == "@scope")
        out.scope = row[1];
    else if (key == "@by")
        out.dimension = row[1], out.dimension_default = row[2];
    else if (key == "@weights")
        out.weights_title = row[1];
    else if (key == "@tier")
        out.income_from = limit(row[1]), out.income_below = limit(row[2]);
    else if (key == "@column") {
        out.columns.push_back({row[1], row[2], row[3], {}});
        if (row.size() > 5 && !row[5].empty()) out.columns.back().rule.emplace(row[4], row[5]);
    } else {
        throw Bug(out.name + ": unknown property " + key);
    }
}

/// Sums of one row: the amounts of each column, and the accounts behind the first column read from this year's books.
class Filler {
public:
    Filler(const StatementTemplate& described, const StatementFigures& figures, const Currency& currency)
        : described_(described), figures_(figures), zero_(0, currency) {}

    Statement run() {
        Statement out{described_.name, described_.title, described_.source, described_.confirmed, true, {}, {}};
        for (const auto& column : described_.columns) out.columns.push_back({column.code, column.title});
        for (const auto& row : described_.rows) {
            if (row.style == StatementStyle::each) {
                for (auto& line : each(row)) out.lines.push_back(std::move(line));
                continue;
            }
            StatementLine line{row.code, row.label, row.style, {}, {}};
            if (row.rule)
                line = counted(row, {});
            else if (row.style != StatementStyle::heading)
                line.amounts = summed(row), line.sum = signed_codes(row.sum);
            by_code_[row.code] = line.amounts;
            out.lines.push_back(std::move(line));
        }
        return out;
    }

private:
    using Amounts = std::vector<std::optional<Money>>;

    StatementLine counted(const StatementTemplate::Row& row, const std::optional<std::string>& dimension) {
        StatementLine line{row.code, row.label, row.style, {}, {}};
        std::map<std::string, StatementAccount> accounts;
        bool explained = false;
        for (std::size_t place = 0; place < described_.columns.size(); ++place) {
            const auto& column = described_.columns[place];
            const auto source = figures_.find(column.source);
            const auto& rule = column.rule ? column.rule : row.rule;
            if (source == figures_.end() || !rule) {
                line.amounts.push_back(computed(column.source, line.amounts));
                continue;
            }
            Money total = zero_;
            const bool explains = column.source == "current" && !explained,
                       from_books = column.source == "current" || column.source == "previous";
            for (const auto& amount : source->second) {
                if (!rule->takes(amount) || (dimension && amount.dimension != *dimension)) continue;
                const Money counted = rule->signed_amount(amount);
                total += counted;
                if (!from_books) continue;
                auto& account = accounts
                                    .try_emplace(amount.account_code,
                                                 StatementAccount{amount.account_code, amount.account_name, zero_, {}})
                                    .first->second;
                account.amounts.resize(described_.columns.size());
                account.links.resize(described_.columns.size());
                auto& cell = account.amounts[place];
                cell = cell ? *cell + counted : counted;
                if (explains) account.amount += counted;
            }
            explained = explained || explains;
            line.amounts.push_back(total);
        }
        for (auto& [code, account] : accounts) line.accounts.push_back(std::move(account));
        return line;
    }

    /// "current - budget": one column of the same line less another; nothing when one of them has no figures.
    std::optional<Money> computed(std::string_view source, const Amounts& before) const {
        const auto sign = source.find(" - ");
        if (sign == std::string_view::npos) return {};
        const auto amount_of = [&](std::string_view code) -> std::optional<Money> {
            for (std::size_t place = 0; place < before.size(); ++place)
                if (described_.columns[place].code == code) return before[place];
            throw Bug(described_.name + ": " + std::string(source) + " names a column that does not stand before it");
        };
        const auto left = amount_of(source.substr(0, sign)), right = amount_of(source.substr(sign + 3));
        return left && right ? std::optional(*left - *right) : std::nullopt;
    }

    /// One line per value of the dimension; their sum is what totals see under the row's code.
    std::vector<StatementLine> each(const StatementTemplate::Row& row) {
        std::map<std::string, bool> values;
        for (const auto& column : described_.columns) {
            const auto source = figures_.find(column.source);
            const auto& rule = column.rule ? column.rule : row.rule;
            if (source == figures_.end() || !rule) continue;
            for (const auto& amount : source->second)
                if (rule->takes(amount)) values[amount.dimension] = true;
        }
        std::vector<StatementLine> lines;
        auto& sum = by_code_[row.code];
        sum.assign(described_.columns.size(), zero_);
        for (std::size_t column = 0; column < sum.size(); ++column)
            if (!figures_.contains(described_.columns[column].source)) sum[column].reset();
        for (const auto& [value, unused] : values) {
            auto line = counted(row, value);
            line.style = StatementStyle::line;
            line.label = value.empty() ? described_.dimension_default : value;
            line.code = row.code + (value.empty() ? "" : ":" + value);
            for (std::size_t column = 0; column < sum.size(); ++column)
                if (sum[column] && line.amounts[column]) *sum[column] += *line.amounts[column];
            lines.push_back(std::move(line));
        }
        return lines;
    }

    Amounts summed(const StatementTemplate::Row& row) {
        Amounts total(described_.columns.size(), zero_);
        for (const auto& term : row.sum) {
            const auto found = by_code_.find(term.code);
            if (found == by_code_.end())
                throw Bug(described_.name + ": " + row.code + " adds the unknown line " + term.code);
            for (std::size_t column = 0; column < total.size(); ++column) {
                if (!found->second[column])
                    total[column].reset();
                else if (total[column])
                    *total[column] += term.minus ? -*found->second[column] : *found->second[column];
            }
        }
        return total;
    }

    const StatementTemplate& described_;
    const StatementFigures& figures_;
    Money zero_;
    std::map<std::string, Amounts> by_code_;
};

/// A term of a tie: statement.line, statement.line@column, accounts(prefix …), owners(prefix …). Nothing when its
/// column has no figures.
std::optional<Money> tie_term(const std::string& term, std::span<const Statement> statements,
                              std::span<const LedgerAmount> balances, const Money& zero) {
    if (const auto open = term.find('('); open != std::string::npos) {
        const bool owners =
            term.starts_with("owners");  // only what stands under an owner's own name, or on no name at all
        const AccountRule rule("debit", std::string_view(term).substr(open + 1, term.size() - open - 2));
        Money sum = zero;
        for (const auto& balance : balances)
            if (rule.takes(balance) && (!owners || balance.dimension != "other")) sum += balance.amount;
        return sum;
    }
    const auto dot = term.find('.'), at = term.find('@');
    const auto statement = std::ranges::find(statements, term.substr(0, dot), &Statement::name);
    if (statement == statements.end()) throw Bug("a tie names an unknown statement: " + term);
    const auto code = term.substr(dot + 1, at == std::string::npos ? at : at - dot - 1);
    const auto column_code = at == std::string::npos ? "current" : term.substr(at + 1);
    const auto line = std::ranges::find(statement->lines, code, &StatementLine::code);
    const auto column = std::ranges::find(statement->columns, column_code, &StatementColumn::code);
    if (line == statement->lines.end() || column == statement->columns.end())
        throw Bug("a tie names an unknown line: " + term);
    return line->amounts[static_cast<std::size_t>(column - statement->columns.begin())];
}

struct TieSide {
    Money amount;
    bool known = true;  ///< false when a term has no figures: counted as nothing
};

/// Adds "a + b - c(d e)", split at its signs; "a / 6" is a sixth of a, cents below it dropped.
TieSide tie_sum(const std::string& expression, std::span<const Statement> statements,
                std::span<const LedgerAmount> balances, const Money& zero) {
    TieSide side{zero, true};
    for (const auto& term : sum_terms(expression)) {
        const auto slash = term.code.find(" / ");
        const auto found = tie_term(term.code.substr(0, slash), statements, balances, zero);
        side.known = side.known && found.has_value();
        Money value = found.value_or(zero);
        if (slash != std::string::npos) value.minor /= std::stoi(term.code.substr(slash + 3));
        side.amount += term.minus ? -value : value;
    }
    return side;
}

}  // namespace

AccountRule::AccountRule(std::string_view side, std::string_view prefixes) : credit_(side == "credit") {
    ensure(side == "credit" || side == "debit", "a statement line counts debit or credit");
    for (const auto part : split(prefixes, ' ')) {
        std::string word(trimmed(part));
        if (word.empty()) continue;
        Term term{{}, 0, word[0] == '!'};
        if (term.excluded) word.erase(0, 1);
        if (const auto colon = word.find(':'); colon != std::string::npos) {
            term.side = word.at(colon + 1);
            ensure(term.side == 'd' || term.side == 'c', "a statement line keeps :d or :c");
            word.resize(colon);
        }
        term.prefix = std::move(word);
        terms_.push_back(std::move(term));
    }
    ensure(!terms_.empty(), "a statement line counts accounts");
}

bool AccountRule::takes(const LedgerAmount& amount) const {
    const Term* closest = nullptr;
    for (const auto& term : terms_)
        if (amount.account_code.starts_with(term.prefix) && (!closest || term.prefix.size() > closest->prefix.size()))
            closest = &term;
    if (!closest || closest->excluded) return false;
    return closest->side == 0 || (closest->side == 'd') == (amount.amount.minor > 0);
}

std::vector<SumTerm> sum_terms(std::string_view expression) {
    std::vector<SumTerm> terms;
    bool minus = false;
    int depth = 0;
    std::string word;
    const auto finish = [&] {
        if (const auto text = trimmed(word); !text.empty()) terms.push_back({std::string(text), minus});
        word.clear();
    };
    for (std::size_t at = 0; at < expression.size(); ++at) {
        const char letter = expression[at];
        depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        // A sign stands between spaces: names of statements hold hyphens.
        const bool is_sign = (letter == '+' || letter == '-') && depth == 0 && at > 0 && expression[at - 1] == ' ';
        if (!is_sign) {
            word += letter;
            continue;
        }
        finish();
        minus = letter == '-';
    }
    finish();
    return terms;
}

std::vector<std::string> signed_codes(std::span<const SumTerm> terms) {
    std::vector<std::string> codes;
    for (const auto& term : terms) codes.push_back((term.minus ? "-" : "") + term.code);
    return codes;
}

StatementTemplate read_template(std::string_view name, std::string_view text) {
    StatementTemplate out;
    out.name = name;
    for (const auto& row : table_rows(text)) {
        if (row[0].starts_with('@')) {
            read_property(out, row);
            continue;
        }
        if (row[0] == "code") continue;
        const auto style = enum_from<StatementStyle>(row[1]);
        if (!style) throw Bug(out.name + ": unknown style " + row[1]);
        StatementTemplate::Row line{row[0], *style, row[2], {}, {}};
        if (*style == StatementStyle::subtotal || *style == StatementStyle::total)
            line.sum = sum_terms(row[4]);
        else if (!row[4].empty())
            line.rule.emplace(row[3], row[4]);
        out.rows.push_back(std::move(line));
    }
    ensure(!out.columns.empty() && !out.rows.empty(), "a statement template has columns and rows");
    return out;
}

std::vector<const StatementTemplate*> templates_of(std::string_view chart) {
    static const std::vector<StatementTemplate> all = [] {
        std::vector<StatementTemplate> read;
        for (const auto& [name, text] : embedded_templates())
            if (name != "lines.tsv" && name != "checks.tsv" && name != "notes.tsv")
                read.push_back(read_template(name.substr(0, name.size() - 4), text));
        return read;
    }();
    std::vector<const StatementTemplate*> found;
    for (const auto& one : all)
        if (one.chart == chart) found.push_back(&one);
    return found;
}

void explain(StatementLine& line, std::size_t column, const LedgerAmount& amount, const Money& shown,
             const std::string& link) {
    auto place = std::ranges::lower_bound(line.accounts, amount.account_code, {}, &StatementAccount::account_code);
    if (place == line.accounts.end() || place->account_code != amount.account_code) {
        place = line.accounts.insert(place, {amount.account_code, amount.account_name, Money(0, shown.currency), {}});
        place->amounts.resize(line.amounts.size());
        place->links.resize(line.amounts.size());
    }
    auto& cell = place->amounts[column];
    cell = cell ? *cell + shown : shown;
    place->links[column] = link;
    if (column == 0) place->amount = *cell, place->link = link;
}

Statement fill(const StatementTemplate& described, const StatementFigures& figures, const Currency& currency) {
    return Filler(described, figures, currency).run();
}

std::vector<StatementCheck> check_statements(std::string_view chart, std::span<const Statement> statements,
                                             std::span<const LedgerAmount> balances, const Currency& currency) {
    static const auto rows = table_rows(embedded_template("checks.tsv"));
    const Money zero(0, currency);
    std::vector<StatementCheck> checks;
    for (const auto& row : rows) {
        if (row[0] != chart) continue;
        const auto left = tie_sum(row[4], statements, balances, zero),
                   right = tie_sum(row[6], statements, balances, zero);
        const bool is_limit = row[5] == "<=";
        ensure(is_limit || row[5] == "=", "a tie is an equality or a limit");
        if (is_limit && !(left.known && right.known)) continue;
        StatementCheck check{row[1], row[2], row[3], left.amount, right.amount, left.amount - right.amount,
                             true,   row[7]};
        if (is_limit && check.difference.minor < 0) check.difference = zero;
        check.ok = check.difference.is_zero();
        checks.push_back(std::move(check));
    }
    return checks;
}

std::string line_of(std::string_view chart, std::string_view statement, std::string_view account_code, bool is_debit,
                    std::string_view fallback) {
    static const auto rows = table_rows(embedded_template("lines.tsv"));
    std::string line(fallback);
    std::size_t closest = 0;
    for (const auto& row : rows) {
        if (row[0] != chart || row[1] != statement || !account_code.starts_with(row[2]) || row[2].size() < closest)
            continue;
        closest = row[2].size();
        line = row[is_debit ? 3 : 4];
    }
    return line;
}

}  // namespace daftar::accounting
