#include <array>

#include "banking/readers/camt_entry.hpp"
#include "banking/readers/checks.hpp"
#include "banking/readers/readers.hpp"
#include "banking/readers/references.hpp"
#include "banking/readers/values.hpp"
#include "banking/readers/xml.hpp"

namespace daftar::banking {
namespace {

struct Kind {
    std::string_view message;  ///< element below Document
    std::string_view part;     ///< one statement, report or notification
    std::string_view format;
};
constexpr std::array<Kind, 3> kinds = {{{"BkToCstmrAcctRpt", "Rpt", "camt.052"},
                                        {"BkToCstmrStmt", "Stmt", "camt.053"},
                                        {"BkToCstmrDbtCdtNtfctn", "Ntfctn", "camt.054"}}};

struct Message {
    XmlElement element;
    const Kind* kind = nullptr;
};

// The message may stand below Document, be the root itself, or lie in a bank's envelope. One walk, which does not enter
// what it finds: a statement has a hundred thousand elements below it.
Message find_message(const XmlElement& element, int depth) {
    auto name = element.name();
    if (name.ends_with("V01")) name.resize(name.size() - 3);
    for (const auto& kind : kinds)
        if (name == kind.message) return {element, &kind};
    if (depth == 0) return {};
    for (const auto& child : element.children())
        if (auto found = find_message(child, depth - 1); found.kind) return found;
    return {};
}

std::string account_of(const XmlElement& account) {
    if (const auto iban = account.text_at("Id/IBAN"); !iban.empty()) return normalized_account(iban);
    for (const auto* path : {"Id/Othr/Id", "Id/BBAN", "Id/PrtryAcct/Id"})  // version 1 has the last two
        if (const auto id = account.text_at(path); !id.empty()) return normalized_account(id);
    return "";
}

std::string bank_of(const XmlElement& institution) {
    for (const auto* path : {"BICFI", "BIC", "Nm", "Othr/Id"})
        if (auto found = institution.text_at(path); !found.empty()) return found;
    return "";
}

struct Balance {
    std::string code;
    Decimal amount;
    std::string currency;
    std::optional<Date> date;
    int line;
};

std::optional<Balance> read_balance(const XmlElement& element, Faults& faults) {
    const auto code = element.text_at("Tp/CdOrPrtry/Cd");
    if (code != "OPBD" && code != "PRCD" && code != "CLBD" && code != "ITBD") return {};
    const auto amount = camt_amount(element.child("Amt"), element.text_at("CdtDbtInd"), faults);
    if (!amount) return {};
    return Balance{code, *amount, element.child("Amt").attribute("Ccy"), camt_date(element.child("Dt")),
                   element.line()};
}

const Balance* first_of(const std::vector<Balance>& balances, std::initializer_list<std::string_view> codes) {
    for (const auto code : codes)
        for (const auto& balance : balances)
            if (balance.code == code) return &balance;
    return nullptr;
}

void set_balances(Statement& statement, const std::vector<Balance>& balances, bool is_statement) {
    const auto* opening = first_of(balances, {"OPBD", "PRCD"});
    const auto* closing = first_of(balances, {"CLBD"});
    if (is_statement) {
        // A page inside a long statement opens and closes with an interim balance, the first being the opening one.
        std::vector<const Balance*> interim;
        for (const auto& balance : balances)
            if (balance.code == "ITBD") interim.push_back(&balance);
        if (!opening && interim.size() + (closing ? 1 : 0) >= 2) opening = interim.front();
        if (!closing && !interim.empty() && interim.back() != opening) closing = interim.back();
    }
    if (opening) statement.opening_balance = opening->amount, statement.opening_date = opening->date;
    if (closing) statement.closing_balance = closing->amount, statement.closing_date = closing->date;
    for (const auto* balance : {opening, closing})
        if (balance && balance->currency != statement.currency)
            statement.doubts.push_back(
                problem_at({balance->line}, "balance_currency",
                           "solde en " + balance->currency + " sur un compte tenu en " + statement.currency + "."));
    check_balance(statement, {closing ? closing->line : statement.line});
}

// The day of an entry that gives none, as the schema allows: the closing balance's, the end of the period, the writing.
std::optional<Date> day_of_part(const XmlElement& part, const std::vector<Balance>& balances,
                                const XmlElement& message) {
    if (const auto* closing = first_of(balances, {"CLBD", "ITBD"}); closing && closing->date) return closing->date;
    for (const auto& text : {part.text_at("FrToDt/ToDtTm"), part.text_at("CreDtTm"), message.text_at("GrpHdr/CreDtTm")})
        if (const auto date = date_prefix(text)) return date;
    return {};
}

Statement read_part(const XmlElement& part, const XmlElement& message, bool is_statement, Faults& faults) {
    Statement statement;
    statement.line = part.line();
    const auto account = part.child("Acct");
    if (!account) faults.add({part.line()}, "account_missing", "le relevé ne nomme pas son compte (Acct).");
    statement.account_identifier = account_of(account);
    statement.bank = bank_of(account.at("Svcr/FinInstnId"));
    for (const auto* path : {"LglSeqNb", "ElctrncSeqNb", "Id"})
        if (statement.sequence.empty()) statement.sequence = part.text_at(path);
    statement.period_start = date_prefix(part.text_at("FrToDt/FrDtTm"));
    statement.period_end = date_prefix(part.text_at("FrToDt/ToDtTm"));

    std::vector<Balance> balances;
    for (const auto& element : part.children("Bal"))
        if (auto balance = read_balance(element, faults)) balances.push_back(*balance);
    const auto entries = part.children("Ntry");
    statement.currency = account.text_at("Ccy");
    if (statement.currency.empty() && !balances.empty()) statement.currency = balances.front().currency;
    if (statement.currency.empty() && !entries.empty())
        statement.currency = entries.front().child("Amt").attribute("Ccy");
    const auto day = day_of_part(part, balances, message);
    for (const auto& entry : entries) read_camt_entry(entry, statement, day, faults);
    if (!faults.any()) set_balances(statement, balances, is_statement);
    finish_statement(statement);
    return statement;
}

}  // namespace

std::vector<Statement> read_camt(std::string_view bytes, std::string& format, Faults& faults) {
    const auto document = XmlDocument::parse(bytes, faults);
    if (!document) return {};
    if (const auto [message, kind] = find_message(document->root(), 6); kind) {
        format = kind->format;
        std::vector<Statement> statements;
        for (const auto& part : message.children(kind->part))
            statements.push_back(read_part(part, message, kind->format == "camt.053", faults));
        if (statements.empty()) faults.add({message.line()}, "no_statement", "le message ne contient aucun relevé.");
        return statements;
    }
    faults.add(
        {document->root().line()}, "not_a_statement",
        "ce XML n’est pas un relevé camt.052, camt.053 ou camt.054 (racine " + quoted(document->root().name()) + ").");
    return {};
}

}  // namespace daftar::banking
