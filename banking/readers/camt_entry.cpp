#include "banking/readers/camt_entry.hpp"

#include "banking/readers/checks.hpp"
#include "banking/readers/encoding.hpp"
#include "banking/readers/references.hpp"
#include "banking/readers/values.hpp"

namespace daftar::banking {
namespace {

void append(std::string& text, const std::string& more, std::string_view separator = " ") {
    if (more.empty() || more == text) return;
    if (!text.empty()) text += separator;
    text += more;
}

std::string kind_of(const XmlElement& code) {
    std::string kind = code.text_at("Domn/Cd");
    if (kind.empty()) return code.text_at("Prtry/Cd");
    append(kind, code.text_at("Domn/Fmly/Cd"), "-");
    append(kind, code.text_at("Domn/Fmly/SubFmlyCd"), "-");
    return kind;
}

std::string party_name(const XmlElement& party) {
    for (const auto* path : {"Nm", "Pty/Nm", "Agt/FinInstnId/Nm"})
        if (auto name = party.text_at(path); !name.empty()) return name;
    return "";
}

std::string party_account(const XmlElement& account) {
    for (const auto* path : {"Id/IBAN", "Id/Othr/Id", "Id/BBAN", "Id/PrtryAcct/Id"})
        if (auto id = account.text_at(path); !id.empty()) return id;
    return "";
}

// The other side: whoever pays a credit or receives a debit. In a return the roles of the original payment remain, so
// the side whose account is ours is never the counterparty.
void read_parties(const XmlElement& parties, const std::string& own_account, bool is_reversal, Movement& movement) {
    bool debtor_is_other = (movement.amount.units > 0) != is_reversal;
    const auto debtor_account = party_account(parties.child("DbtrAcct")),
               creditor_account = party_account(parties.child("CdtrAcct"));
    const auto is_ours = [&](const std::string& account) {
        return !own_account.empty() && normalized_account(account) == own_account;
    };
    if (is_ours(debtor_account) != is_ours(creditor_account)) debtor_is_other = is_ours(creditor_account);
    const auto other = parties.child(debtor_is_other ? "Dbtr" : "Cdtr");
    const auto ultimate = party_name(parties.child(debtor_is_other ? "UltmtDbtr" : "UltmtCdtr"));
    movement.counterparty_name = party_name(other);
    movement.counterparty_account = debtor_is_other ? debtor_account : creditor_account;
    if (movement.counterparty_name.empty())
        movement.counterparty_name = ultimate;
    else if (!ultimate.empty())
        append(movement.details, ultimate, " · ");
}

void read_remittance(const XmlElement& information, Movement& movement) {
    for (const auto& text : information.children("Ustrd")) append(movement.label, text.text());
    for (const auto& structured : information.children("Strd")) {
        const auto reference = structured.text_at("CdtrRefInf/Ref");
        if (movement.structured_communication.empty())
            movement.structured_communication = structured_reference(reference);
        else
            append(movement.details, reference, " · ");
        for (const auto& document : structured.children("RfrdDocInf"))
            append(movement.details, document.text_at("Nb"), " · ");
        for (const auto& more : structured.children("AddtlRmtInf")) append(movement.details, more.text(), " · ");
    }
}

// Fees inside one entry or transaction; version 2 has one Chrgs per fee, later ones have Rcrd below it.
std::optional<Decimal> charges_of(const XmlElement& element, const std::string& currency, Faults& faults) {
    std::optional<Decimal> total;
    for (const auto& charges : element.children("Chrgs")) {
        auto records = charges.children("Rcrd");
        if (records.empty()) records.push_back(charges);
        for (const auto& record : records) {
            const auto amount = record.child("Amt") ? record.child("Amt") : record.child("TtlChrgsAndTaxAmt");
            const auto direction = record.text_at("CdtDbtInd");
            if (!amount || amount.attribute("Ccy") != currency) continue;
            if (const auto value = camt_amount(amount, direction.empty() ? "DBIT" : direction, faults))
                total = total.value_or(Decimal{}) + -*value;
        }
    }
    return total;
}

// The amount of a transaction in the currency of the entry, where one is given.
std::optional<Decimal> transaction_amount(const XmlElement& transaction, const std::string& currency,
                                          const std::string& entry_direction, Faults& faults) {
    const auto direction = transaction.text_at("CdtDbtInd");
    for (const auto* path : {"Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt"}) {
        const auto amount = transaction.at(path);
        if (amount && amount.attribute("Ccy") == currency)
            return camt_amount(amount, direction.empty() ? entry_direction : direction, faults);
    }
    return {};
}

void read_transaction(const XmlElement& transaction, const std::string& own_account, bool is_reversal,
                      Movement& movement) {
    read_remittance(transaction.child("RmtInf"), movement);
    read_parties(transaction.child("RltdPties"), own_account, is_reversal, movement);
    const auto references = transaction.child("Refs");
    movement.end_to_end_id = references.text_at("EndToEndId");
    for (const auto* path : {"AcctSvcrRef", "TxId", "InstrId"})
        if (movement.reference.empty()) movement.reference = references.text_at(path);
    append(movement.details, references.text_at("MndtId"), " · ");
    append(movement.details, references.text_at("ChqNb"), " · ");
    append(movement.details, transaction.text_at("AddtlTxInf"), " · ");
    for (const auto* path : {"RtrInf/Rsn/Cd", "RtrInf/AddtlInf"})
        append(movement.details, transaction.text_at(path), " · ");
    if (const auto kind = kind_of(transaction.child("BkTxCd")); !kind.empty()) movement.kind = kind;
}

// What was paid in another currency than the account's: "522.39 EUR".
void note_foreign_amount(const XmlElement& element, const std::string& currency, Movement& movement) {
    for (const auto* path : {"AmtDtls/InstdAmt/Amt", "AmtDtls/TxAmt/Amt", "Amt"}) {
        const auto amount = element.at(path);
        if (!amount || amount.attribute("Ccy") == currency) continue;
        const auto text = amount.text() + " " + amount.attribute("Ccy");
        if (movement.details.find(text) == movement.details.npos) append(movement.details, text, " · ");
        return;
    }
}

// The name of the payments that were collected into one entry: the same in every message about them.
std::string batch_reference(const XmlElement& entry) {
    for (const auto& details : entry.children("NtryDtls"))
        for (const auto* path : {"Btch/PmtInfId", "Btch/MsgId"})
            if (auto id = details.text_at(path); !id.empty()) return id;
    return "";
}

struct Part {
    Movement movement;
    std::optional<Decimal> amount;
};

}  // namespace

std::optional<Decimal> camt_amount(const XmlElement& amount, const std::string& direction, Faults& faults) {
    const auto text = amount.text();
    const bool has_minus = text.starts_with('-');
    const auto value = text.find(',') == text.npos
                           ? plain_amount(std::string_view(text).substr(has_minus || text.starts_with('+')))
                           : std::nullopt;
    if (!value) faults.add({amount.line()}, "invalid_amount", "montant illisible " + quoted(text) + ".");
    if (direction != "CRDT" && direction != "DBIT")
        faults.add({amount.line()}, "invalid_direction", "sens CRDT ou DBIT attendu, lu " + quoted(direction) + ".");
    if (!value) return {};
    return (direction == "DBIT") != has_minus ? -*value : *value;
}

std::optional<Date> camt_date(const XmlElement& choice) {
    for (const auto* path : {"Dt", "DtTm"})
        if (const auto text = choice.text_at(path); !text.empty()) return date_prefix(text);
    return choice ? date_prefix(choice.text()) : std::nullopt;
}

void read_camt_entry(const XmlElement& entry, Statement& statement, const std::optional<Date>& day, Faults& faults) {
    Movement whole;
    whole.line = entry.line();
    const auto direction = entry.text_at("CdtDbtInd");
    const auto currency = entry.child("Amt").attribute("Ccy");
    const auto amount = camt_amount(entry.child("Amt"), direction, faults);
    whole.value_date = camt_date(entry.child("ValDt"));
    auto booked_on = camt_date(entry.child("BookgDt"));
    if (!booked_on && !whole.value_date && !entry.child("BookgDt")) booked_on = day;
    if (entry.child("BookgDt") && !booked_on)
        faults.add({entry.child("BookgDt").line()}, "invalid_date",
                   "date comptable illisible " + quoted(entry.child("BookgDt").text()) + ".");
    else if (!booked_on && !whole.value_date)
        faults.add({entry.line()}, "date_missing", "mouvement sans date comptable ni date de valeur.");
    if (!amount || (!booked_on && !whole.value_date)) return;
    whole.amount = *amount;
    whole.booking_date = booked_on ? *booked_on : *whole.value_date;
    whole.kind = kind_of(entry.child("BkTxCd"));
    whole.charges = charges_of(entry, currency, faults);
    const auto status = entry.text_at("Sts");
    whole.booked = status.empty() || status == "BOOK";
    if (currency != statement.currency)
        statement.doubts.push_back(
            problem_at({entry.line()}, "movement_currency",
                       "mouvement en " + currency + " sur un compte tenu en " + statement.currency + "."));
    const bool is_reversal = entry.text_at("RvslInd") == "true" || entry.text_at("RvslInd") == "1";
    whole.booking = {entry.text_at("AcctSvcrRef"), entry.text_at("NtryRef"), batch_reference(entry)};
    const auto entry_reference = whole.booking.servicer.empty() ? whole.booking.entry : whole.booking.servicer;

    std::vector<Part> parts;
    auto groups = entry.children("NtryDtls");
    groups.push_back(entry);  // version 1 has the transactions below the entry itself
    for (const auto& details : groups) {
        for (const auto& transaction : details.children("TxDtls")) {
            Part part{whole, transaction_amount(transaction, currency, direction, faults)};
            part.movement.line = transaction.line();
            if (part.amount) part.movement.amount = *part.amount;
            read_transaction(transaction, statement.account_identifier, is_reversal, part.movement);
            note_foreign_amount(transaction, currency, part.movement);
            if (const auto fees = charges_of(transaction, currency, faults)) part.movement.charges = fees;
            parts.push_back(std::move(part));
        }
    }
    const auto information = entry.text_at("AddtlNtryInf");
    const auto describe = [&](Movement& movement) {
        note_foreign_amount(entry, currency, movement);
        if (movement.reference.empty()) movement.reference = entry_reference;
        if (movement.label.empty())
            movement.label = information;
        else
            append(movement.details, information, " · ");
        if (is_reversal) append(movement.details, "Annulation", " · ");
    };
    if (parts.size() == 1) {
        whole = parts[0].movement;
        whole.amount =
            *amount;  // the entry moves the account; the transaction may be told in another currency or before fees
        whole.line = entry.line();
    } else if (parts.size() > 1) {
        Decimal sum;
        bool complete = true;
        for (const auto& part : parts) {
            complete = complete && part.amount;
            if (part.amount) sum = sum + *part.amount;
        }
        const auto fees = whole.charges.value_or(Decimal{});
        const bool sums_before_fees = complete && fees.units != 0 && sum - fees == *amount;
        if (complete && (sum == *amount || sums_before_fees)) {
            const int batch = static_cast<int>(statement.movements.size()) + 1;
            for (auto& part : parts) {
                part.movement.charges.reset();
                part.movement.batch = batch;
                describe(part.movement);
                statement.movements.push_back(std::move(part.movement));
            }
            if (sums_before_fees) {
                whole.amount = -fees;
                whole.label = "Frais bancaires";
                whole.charges.reset();
                whole.reference = entry_reference;
                whole.batch = batch;
                statement.movements.push_back(std::move(whole));
            }
            return;
        }
        for (const auto& part : parts)
            append(whole.details,
                   part.movement.counterparty_name + " " + part.movement.label + " " +
                       part.movement.structured_communication,
                   " · ");
    }
    describe(whole);
    statement.movements.push_back(std::move(whole));
}

}  // namespace daftar::banking
