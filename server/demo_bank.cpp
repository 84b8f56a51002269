#include "server/demo_bank.hpp"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

namespace daftar::server {

namespace {

Decimal magnitude(const Decimal& amount) { return amount.units < 0 ? -amount : amount; }

/// "1234,50": as Moroccan banks write it in their exports.
std::string with_comma(const Decimal& amount) {
    auto text = amount.rounded(2).text();
    std::ranges::replace(text, '.', ',');
    return text;
}

std::string day_first(const Date& date) {
    const auto text = date.text();
    return text.substr(8, 2) + "/" + text.substr(5, 2) + "/" + text.substr(0, 4);
}

void add_text(pugi::xml_node parent, const char* name, const std::string& text) {
    parent.append_child(name).text().set(text.c_str());
}

void add_amount(pugi::xml_node parent, const Decimal& amount, const std::string& currency) {
    auto node = parent.append_child("Amt");
    node.append_attribute("Ccy").set_value(currency.c_str());
    node.text().set(magnitude(amount).rounded(2).text().c_str());
    add_text(parent, "CdtDbtInd", amount.units < 0 ? "DBIT" : "CRDT");
}

void add_balance(pugi::xml_node statement, const char* code, const Decimal& amount, const std::string& currency,
                 const Date& day) {
    auto balance = statement.append_child("Bal");
    add_text(balance.append_child("Tp").append_child("CdOrPrtry"), "Cd", code);
    add_amount(balance, amount, currency);
    add_text(balance.append_child("Dt"), "Dt", day.text());
}

}  // namespace

void DemoBank::add_unannounced(const Date& month, const std::string& late_owner, const std::string& reference,
                               const Decimal& transfer) {
    record({month.plus_days(17), transfer, "Virement recu " + reference + " " + late_owner, late_owner});
    record({month.plus_days(27), speaks_camt() ? Decimal{-650, 2} : Decimal{-3300, 2}, "Frais de tenue de compte", ""});
}

std::vector<DemoMovement> DemoBank::between(const Date& first, const Date& last) const {
    std::vector<DemoMovement> found;
    std::ranges::copy_if(movements_, std::back_inserter(found),
                         [&](const auto& movement) { return movement.date >= first && movement.date <= last; });
    std::ranges::stable_sort(found, {}, &DemoMovement::date);
    return found;
}

Decimal DemoBank::balance_before(const Date& day) const {
    Decimal sum{0, 2};
    for (const auto& movement : movements_)
        if (movement.date < day) sum = sum + movement.amount;
    return sum;
}

std::string DemoBank::statement(const Date& first, const Date& last) const {
    return speaks_camt() ? camt(first, last) : table(first, last);
}

std::string DemoBank::file_name(const Date& first) const {
    return "releve-" + first.text().substr(0, 7) + (speaks_camt() ? ".xml" : ".csv");
}

std::string DemoBank::camt(const Date& first, const Date& last) const {
    pugi::xml_document document;
    auto root = document.append_child("Document");
    root.append_attribute("xmlns").set_value("urn:iso:std:iso:20022:tech:xsd:camt.053.001.02");
    auto message = root.append_child("BkToCstmrStmt");
    auto header = message.append_child("GrpHdr");
    add_text(header, "MsgId", "DEMO-" + first.text());
    add_text(header, "CreDtTm", last.text() + "T20:00:00");
    auto statement = message.append_child("Stmt");
    add_text(statement, "Id", "DEMO-" + first.text());
    add_text(statement, "CreDtTm", last.text() + "T20:00:00");
    auto period = statement.append_child("FrToDt");
    add_text(period, "FrDtTm", first.text() + "T00:00:00");
    add_text(period, "ToDtTm", last.text() + "T23:59:59");
    auto account = statement.append_child("Acct");
    add_text(account.append_child("Id"), "IBAN", identifier_);
    add_text(account, "Ccy", currency_);
    add_text(account.append_child("Ownr"), "Nm", name_);
    add_balance(statement, "OPBD", balance_before(first), currency_, first);
    add_balance(statement, "CLBD", balance_before(last.plus_days(1)), currency_, last);
    int rank = 0;
    for (const auto& movement : between(first, last)) {
        auto entry = statement.append_child("Ntry");
        add_amount(entry, movement.amount, currency_);
        add_text(entry, "Sts", "BOOK");
        add_text(entry.append_child("BookgDt"), "Dt", movement.date.text());
        add_text(entry.append_child("ValDt"), "Dt", movement.date.text());
        add_text(entry, "AcctSvcrRef", "D" + first.text().substr(0, 7) + "-" + std::to_string(++rank));
        auto details = entry.append_child("NtryDtls").append_child("TxDtls");
        if (!movement.counterparty.empty())
            add_text(details.append_child("RltdPties").append_child(movement.amount.units < 0 ? "Cdtr" : "Dbtr"), "Nm",
                     movement.counterparty);
        add_text(details.append_child("RmtInf"), "Ustrd", movement.label);
    }
    std::ostringstream out;
    document.save(out, "  ");
    return out.str();
}

std::string DemoBank::table(const Date& first, const Date& last) const {
    auto balance = balance_before(first);
    std::string text = "Compte;" + identifier_ + "\r\nTitulaire;" + name_ + "\r\nSolde initial;" + with_comma(balance) +
                       "\r\n\r\nDate opération;Date valeur;Libellé;Débit;Crédit;Solde\r\n";
    for (const auto& movement : between(first, last)) {
        balance = balance + movement.amount;
        const auto day = day_first(movement.date), amount = with_comma(magnitude(movement.amount));
        text += day + ";" + day + ";" + movement.label + ";" +
                (movement.amount.units < 0 ? amount + ";" : ";" + amount) + ";" + with_comma(balance) + "\r\n";
    }
    return text;
}

}  // namespace daftar::server
