#include <algorithm>
#include <array>
#include <map>

#include "banking/readers/checks.hpp"
#include "banking/readers/encoding.hpp"
#include "banking/readers/ofx_tags.hpp"
#include "banking/readers/readers.hpp"
#include "banking/readers/references.hpp"
#include "banking/readers/values.hpp"

namespace daftar::banking {
namespace {

constexpr std::array<std::string_view, 2> statement_tags = {"STMTRS", "CCSTMTRS"};
// Aggregates whose leaves have the names of others (NAME of a payee, BALAMT of two balances).
constexpr std::array<std::string_view, 8> scopes = {"LEDGERBAL", "AVAILBAL", "PAYEE",    "BANKACCTTO",
                                                    "CCACCTTO",  "STATUS",   "CURRENCY", "ORIGCURRENCY"};

bool is_statement(const std::string& name) { return std::ranges::find(statement_tags, name) != statement_tags.end(); }
bool is_scope(const std::string& name) { return std::ranges::find(scopes, name) != scopes.end(); }

using Leaves = std::map<std::string, OfxTag>;  // "NAME", "PAYEE.NAME"

std::string value_of(const Leaves& leaves, const std::string& name) {
    const auto found = leaves.find(name);
    return found == leaves.end() ? "" : found->second.value;
}

int line_of(const Leaves& leaves, const std::string& name, int otherwise) {
    const auto found = leaves.find(name);
    return found == leaves.end() ? otherwise : found->second.line;
}

// Amounts carry a sign and, from French banks, a decimal comma.
std::optional<Decimal> ofx_amount(const std::string& text) {
    return amount_from(
        text, decimal_mark_of({text}).value_or(text.find(',') != text.npos ? DecimalMark::comma : DecimalMark::point));
}

Movement read_transaction(const Leaves& leaves, int line, Faults& faults) {
    Movement movement;
    movement.line = line;
    const auto amount_text = value_of(leaves, "TRNAMT");
    const auto amount = ofx_amount(amount_text);
    if (!amount)
        faults.add({line_of(leaves, "TRNAMT", line)}, "invalid_amount",
                   "montant TRNAMT illisible " + quoted(amount_text) + ".");
    movement.amount = amount.value_or(Decimal{});
    auto date_text = value_of(leaves, "DTPOSTED");
    if (date_text.empty()) date_text = value_of(leaves, "DTUSER");
    const auto date = date_prefix(date_text);
    if (!date)
        faults.add({line_of(leaves, "DTPOSTED", line)}, "invalid_date",
                   "date DTPOSTED illisible " + quoted(date_text) + ".");
    movement.booking_date = date.value_or(Date{});
    movement.value_date = date_prefix(value_of(leaves, "DTAVAIL"));
    movement.kind = value_of(leaves, "TRNTYPE");
    movement.reference = value_of(leaves, "FITID");
    movement.counterparty_name = value_of(leaves, "PAYEE.NAME");
    movement.counterparty_account = value_of(leaves, "BANKACCTTO.ACCTID");
    movement.label = value_of(leaves, "NAME");
    if (movement.label.empty()) movement.label = movement.counterparty_name;
    const auto memo = value_of(leaves, "MEMO");
    if (movement.label.empty())
        movement.label = memo;
    else if (memo != movement.label)
        movement.details = memo;
    for (const auto* name : {"CHECKNUM", "REFNUM"})
        if (const auto more = value_of(leaves, name); !more.empty() && more != "0")
            movement.details += (movement.details.empty() ? "" : " · ") + more;
    return movement;
}

Statement read_header(const Leaves& leaves, int line, Faults& faults) {
    Statement statement;
    statement.line = line;
    statement.account_identifier = normalized_account(value_of(leaves, "ACCTID"));
    statement.bank = value_of(leaves, "BANKID");
    statement.currency = value_of(leaves, "CURDEF");
    statement.period_start = date_prefix(value_of(leaves, "DTSTART"));
    statement.period_end = date_prefix(value_of(leaves, "DTEND"));
    const auto balance = value_of(leaves, "LEDGERBAL.BALAMT");
    if (!balance.empty()) {
        statement.closing_balance = ofx_amount(balance);
        if (!statement.closing_balance)
            faults.add({line_of(leaves, "LEDGERBAL.BALAMT", line)}, "invalid_balance",
                       "solde BALAMT illisible " + quoted(balance) + ".");
        statement.closing_date = date_prefix(value_of(leaves, "LEDGERBAL.DTASOF"));
    }
    return statement;
}

// Walks the tags once: a statement collects its leaves, a transaction its own.
class OfxWalk {
public:
    explicit OfxWalk(Faults& faults) : faults_(faults) {}

    void step(const OfxTag& tag) {
        if (tag.closes) return close(tag);
        if (tag.name == "STMTTRN") {
            end_transaction();  // some banks forget </STMTTRN>
            in_transaction_ = true;
            transaction_.clear();
            transaction_line_ = tag.line;
            scope_.clear();
        } else if (is_statement(tag.name)) {
            in_statement_ = true;
            statement_line_ = tag.line;
            header_.clear();
            movements_.clear();
        } else if (is_scope(tag.name)) {
            scope_ = tag.name + ".";
        } else {
            if (tag.name == "CODE" && scope_ == "STATUS.") status_ = tag;
            if (tag.name == "MESSAGE" && scope_ == "STATUS.") message_ = tag.value;
            (in_transaction_ ? transaction_ : header_).try_emplace(scope_ + tag.name, tag);
        }
    }

    std::vector<Statement> finish(int last_line) {
        if (in_statement_ || in_transaction_)
            faults_.add({last_line}, "truncated", "le fichier OFX s’arrête au milieu d’un relevé : il est tronqué.");
        else if (statements_.empty() && !faults_.any())
            no_statement(last_line);
        return std::move(statements_);
    }

private:
    void close(const OfxTag& tag) {
        if (tag.name + "." == scope_) scope_.clear();
        const bool ends_list = tag.name == "STMTTRN" || tag.name == "BANKTRANLIST" || is_statement(tag.name);
        if (ends_list) end_transaction();
        // </STMTTRNRS> and </OFX> end a statement whose own end was forgotten.
        const bool ends_statement =
            is_statement(tag.name) || tag.name == "STMTTRNRS" || tag.name == "CCSTMTTRNRS" || tag.name == "OFX";
        if (ends_statement && in_statement_) {
            end_transaction();
            auto statement = read_header(header_, statement_line_, faults_);
            if (statement.currency.empty()) statement.currency = currency_;
            statement.movements = std::move(movements_);
            if (statement.account_identifier.empty() && statement.movements.empty())
                faults_.add({statement_line_}, "account_missing", "le relevé ne nomme pas son compte (ACCTID).");
            finish_statement(statement);
            statements_.push_back(std::move(statement));
            in_statement_ = false;
        }
    }

    void end_transaction() {
        if (!in_transaction_) return;
        movements_.push_back(read_transaction(transaction_, transaction_line_, faults_));
        if (const auto symbol = value_of(transaction_, "CURRENCY.CURSYM"); !symbol.empty()) currency_ = symbol;
        in_transaction_ = false;
        scope_.clear();
    }

    void no_statement(int line) {
        if (!status_.value.empty() && status_.value != "0")
            faults_.add(
                {status_.line}, "bank_error",
                "la banque a répondu par l’erreur " + status_.value + " " + quoted(message_) + " au lieu d’un relevé.");
        else
            faults_.add({line}, "no_statement", "ce fichier OFX ne contient aucun relevé de compte.");
    }

    Faults& faults_;
    std::vector<Statement> statements_;
    Leaves header_, transaction_;
    std::vector<Movement> movements_;
    std::string scope_, currency_, message_;
    OfxTag status_;
    int statement_line_ = 0, transaction_line_ = 0;
    bool in_statement_ = false, in_transaction_ = false;
};

}  // namespace

std::vector<Statement> read_ofx(std::string_view text, Faults& faults) {
    const auto tags = ofx_tags(text);
    OfxWalk walk(faults);
    bool ended = false;
    for (const auto& tag : tags) {
        walk.step(tag);
        ended = ended || (tag.closes && tag.name == "OFX");
        if (faults.full()) break;
    }
    const int last_line = tags.empty() ? 1 : tags.back().line;
    auto statements = walk.finish(last_line);
    if (!ended && !faults.any())
        faults.add({last_line}, "truncated", "la balise </OFX> manque : le fichier est tronqué.");
    return statements;
}

}  // namespace daftar::banking
