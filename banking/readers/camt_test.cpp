#include "banking/readers/fixture.hpp"

namespace daftar::banking {
namespace {

using fixture::amounts;
using fixture::codes;
using fixture::read;

std::string balance(const std::string& code, const std::string& amount, const std::string& direction = "CRDT",
                    const std::string& currency = "EUR") {
    return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"" + currency + "\">" + amount +
           "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd><Dt><Dt>2025-01-31</Dt></Dt></Bal>\n";
}
std::string entry(const std::string& amount, const std::string& direction, const std::string& inside = "",
                  const std::string& status = "BOOK") {
    return "<Ntry><Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd><Sts>" + status +
           "</Sts><BookgDt><Dt>2025-02-03</Dt></BookgDt><ValDt><DtTm>2025-02-04T00:00:00+01:00</DtTm></"
           "ValDt><AcctSvcrRef>BANK-1</AcctSvcrRef>" +
           inside + "</Ntry>\n";
}
std::string message(const std::string& inside, const std::string& version = "053.001.02",
                    const std::string& name = "BkToCstmrStmt", const std::string& part = "Stmt") {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt." +
           version + "\"><" + name + "><GrpHdr><MsgId>M</MsgId></GrpHdr>\n<" + part +
           "><Id>S1</Id><LglSeqNb>7</LglSeqNb><Acct><Id><IBAN>BE68539007547034</IBAN></Id><Ccy>EUR</"
           "Ccy><Svcr><FinInstnId><BIC>GEBABEBB</BIC></FinInstnId></Svcr></Acct>\n" +
           inside + "</" + part + "></" + name + "></Document>\n";
}
std::string transaction(const std::string& amount, const std::string& name, const std::string& reference,
                        const std::string& more = "") {
    return "<TxDtls><Refs><EndToEndId>E-" + reference + "</EndToEndId></Refs><AmtDtls><TxAmt><Amt Ccy=\"EUR\">" +
           amount + "</Amt></TxAmt></AmtDtls>" + more + "<RltdPties><Dbtr><Nm>" + name +
           "</Nm></Dbtr><DbtrAcct><Id><IBAN>BE43068999999501</IBAN></Id></DbtrAcct><Cdtr><Nm>ACP</Nm></"
           "Cdtr><CdtrAcct><Id><IBAN>BE68539007547034</IBAN></Id></CdtrAcct></RltdPties>" +
           "<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>" + reference +
           "</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>";
}

TEST(Camt, ReadsAStatementWithItsStructuredReference) {
    const auto reading = read(message(
        balance("OPBD", "100.00") + balance("CLBD", "349.500") +
        entry("250.00", "CRDT", "<NtryDtls>" + transaction("250.00", "DUPONT MARIE", "010806817183") + "</NtryDtls>") +
        entry("0.50", "DBIT", "<AddtlNtryInf>Frais</AddtlNtryInf>")));
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    EXPECT_EQ(reading.format, "camt.053");
    const auto& statement = reading.statements.at(0);
    EXPECT_THAT(codes(statement.doubts), testing::IsEmpty());
    EXPECT_EQ(statement.account_identifier, "BE68539007547034");
    EXPECT_EQ(statement.bank, "GEBABEBB");
    EXPECT_EQ(statement.sequence, "7");
    const auto& call = statement.movements.at(0);
    EXPECT_EQ(call.structured_communication, "+++010/8068/17183+++");
    EXPECT_EQ(call.counterparty_name, "DUPONT MARIE");
    EXPECT_EQ(call.counterparty_account, "BE43068999999501");
    EXPECT_EQ(call.end_to_end_id, "E-010806817183");
    EXPECT_EQ(call.reference, "BANK-1");
    EXPECT_EQ(call.value_date->text(), "2025-02-04");
    EXPECT_EQ(statement.movements.at(1).label, "Frais");
}

TEST(Camt, LaterVersionsNestTheirStatusAndParties) {
    const std::string later =
        "<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt "
        "Ccy=\"EUR\">5.00</Amt><CdtDbtInd>DBIT</CdtDbtInd>"
        "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>"
        "<RltdPties><Cdtr><Pty><Nm>EAU SA</Nm></Pty></Cdtr></RltdPties><RmtInf><Ustrd>FACT "
        "9</Ustrd><Ustrd>JANVIER</Ustrd></RmtInf></TxDtls></NtryDtls>";
    auto text = message(balance("PRCD", "5.00") + balance("CLBD", "0") + entry("5.00", "DBIT", later, "<Cd>BOOK</Cd>") +
                            entry("9.00", "DBIT", "", "<Cd>PDNG</Cd>"),
                        "053.001.08");
    const auto reading = read(text);
    ASSERT_TRUE(reading.is_readable());
    const auto& statement = reading.statements.at(0);
    EXPECT_THAT(codes(statement.doubts), testing::IsEmpty());
    EXPECT_EQ(statement.movements.at(0).counterparty_name, "EAU SA");
    EXPECT_EQ(statement.movements[0].label, "FACT 9 JANVIER");
    EXPECT_EQ(statement.movements[0].kind, "PMNT-ICDT-ESCT");
    EXPECT_EQ(statement.movements[0].end_to_end_id, "");
    EXPECT_TRUE(statement.movements[0].booked);
    EXPECT_FALSE(statement.movements.at(1).booked);
}

TEST(Camt, ABatchIsSplitOnlyWhenItsDetailsProveIt) {
    const auto two = transaction("100.00", "A", "1") + transaction("150.00", "B", "2");
    const auto split =
        read(message(entry("250.00", "CRDT", "<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>" + two + "</NtryDtls>")));
    EXPECT_EQ(amounts(split.statements.at(0)), (std::vector<std::string>{"100.00", "150.00"}));
    EXPECT_EQ(split.statements[0].movements[1].counterparty_name, "B");
    const auto kept = read(message(entry("260.00", "CRDT", "<NtryDtls>" + two + "</NtryDtls>")));
    EXPECT_EQ(amounts(kept.statements.at(0)), std::vector<std::string>{"260.00"});
    const std::string fees = "<Chrgs><Rcrd><Amt Ccy=\"EUR\">1.50</Amt><CdtDbtInd>DBIT</CdtDbtInd></Rcrd></Chrgs>";
    const auto with_fees = read(message(entry("248.50", "CRDT", fees + "<NtryDtls>" + two + "</NtryDtls>")));
    EXPECT_EQ(amounts(with_fees.statements.at(0)), (std::vector<std::string>{"100.00", "150.00", "-1.50"}));
}

TEST(Camt, ChargesAndReversalsOfOneTransaction) {
    const auto reading = read(message(
        entry("98.00", "CRDT",
              "<NtryDtls>" + transaction("100.00", "A", "1", "<Chrgs><Amt Ccy=\"EUR\">2.00</Amt></Chrgs>") +
                  "</NtryDtls>") +
        entry("40.00", "DBIT", "<RvslInd>true</RvslInd><NtryDtls>" + transaction("40.00", "B", "2") + "</NtryDtls>")));
    const auto& statement = reading.statements.at(0);
    EXPECT_EQ(amounts(statement), (std::vector<std::string>{"98.00", "-40.00"}));
    EXPECT_EQ(statement.movements[0].charges, (Decimal{2, 0}));
    // The returned payment came from B: in a reversal the debtor of the original stays the other side.
    EXPECT_EQ(statement.movements[1].counterparty_name, "B");
    EXPECT_THAT(statement.movements[1].details, testing::HasSubstr("Annulation"));
}

TEST(Camt, ReportsAndNotificationsAreRead) {
    EXPECT_EQ(read(message(entry("1.00", "CRDT"), "052.001.06", "BkToCstmrAcctRpt", "Rpt")).format, "camt.052");
    const auto notification = read(message(entry("1.00", "CRDT"), "054.001.04", "BkToCstmrDbtCdtNtfctn", "Ntfctn"));
    EXPECT_EQ(notification.format, "camt.054");
    EXPECT_EQ(amounts(notification.statements.at(0)), std::vector<std::string>{"1.00"});
}

TEST(Camt, ContradictionsAreDoubted) {
    const auto wrong = read(message(balance("OPBD", "100.00") + balance("CLBD", "120.00") + entry("10.00", "CRDT")));
    EXPECT_EQ(codes(wrong.statements.at(0).doubts), std::vector<std::string>{"balance_mismatch"});
    EXPECT_THAT(wrong.statements[0].doubts[0].message, testing::HasSubstr("110,00"));
    EXPECT_EQ(wrong.statements[0].doubts[0].path, "line 5");
    const auto foreign = read(message(balance("OPBD", "0.00") + balance("CLBD", "0.00", "CRDT", "SEK")));
    EXPECT_EQ(codes(foreign.statements.at(0).doubts), std::vector<std::string>{"balance_currency"});
}

TEST(Camt, BrokenFilesAreRefusedWithTheirLine) {
    const auto whole = message(balance("OPBD", "100.00") + balance("CLBD", "110.00") + entry("10.00", "CRDT"));
    const auto cut = read(whole.substr(0, whole.size() - 60));
    ASSERT_FALSE(cut.is_readable());
    EXPECT_EQ(cut.problems[0].code, "truncated");
    EXPECT_THAT(cut.problems[0].message, testing::StartsWith("Ligne 6"));
    const auto replaced = [&](const std::string& from, const std::string& to) {
        auto text = whole;
        text.replace(text.find(from), from.size(), to);
        const auto reading = read(text);
        EXPECT_TRUE(reading.statements.empty());
        return reading.problems.empty() ? std::string("accepted")
                                        : reading.problems[0].code + " " + reading.problems[0].path;
    };
    EXPECT_EQ(replaced(">10.00<", ">10,00<"), "invalid_amount line 6");
    EXPECT_EQ(replaced(">10.00<", ">dix<"), "invalid_amount line 6");
    EXPECT_EQ(replaced("CRDT</CdtDbtInd><Sts>", "PLUS</CdtDbtInd><Sts>"), "invalid_direction line 6");
    EXPECT_EQ(replaced("2025-02-03", "2025-02-31"), "invalid_date line 6");
    EXPECT_EQ(replaced("<Acct>", "<Compte>"), "malformed_xml line 3, column 164");
    EXPECT_EQ(replaced("M</MsgId>", "\xE9</MsgId>"), "wrong_encoding line 2, column 96");
    EXPECT_EQ(
        read("<?xml version=\"1.0\"?><!DOCTYPE D [<!ENTITY x \"y\">]><Document>&x;</Document>").problems.at(0).code,
        "document_type_refused");
    EXPECT_EQ(read("<?xml version=\"1.0\"?><Facture/>").problems.at(0).code, "not_a_statement");
}

TEST(Camt, VersionOneHasItsTransactionsBelowTheEntryAndItsOwnNames) {
    const auto reading = read(
        "<Document "
        "xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.052.001.01\"><BkToCstmrAcctRptV01><Rpt><Id>A</Id><Acct><Id>"
        "<PrtryAcct><Id>CH2801234000123456789</Id></PrtryAcct></Id></Acct><Ntry><Amt "
        "Ccy=\"CHF\">10</Amt><CdtDbtInd>CRDT"
        "</CdtDbtInd><Sts>BOOK</Sts><BookgDt><DtTm>2007-10-18T10:15:00+01:00</DtTm></"
        "BookgDt><TxDtls><RltdPties><Dbtr><Nm>"
        "Payeur</Nm></Dbtr></RltdPties></TxDtls></Ntry></Rpt></BkToCstmrAcctRptV01></Document>");
    ASSERT_TRUE(reading.is_readable());
    EXPECT_EQ(reading.format, "camt.052");
    EXPECT_EQ(reading.statements.at(0).account_identifier, "CH2801234000123456789");
    EXPECT_EQ(reading.statements[0].movements.at(0).counterparty_name, "Payeur");
}

TEST(Camt, AnEntryWithoutDatesIsOfTheDayItWasWritten) {
    auto text = message(entry("10.00", "DBIT"), "054.001.08", "BkToCstmrDbtCdtNtfctn", "Ntfctn");
    for (const std::string cut : {"BookgDt", "ValDt"}) {
        const auto open = text.find("<" + cut + ">"), close = text.find("</" + cut + ">") + cut.size() + 3;
        text.erase(open, close - open);
    }
    EXPECT_EQ(codes(read(text).problems), std::vector<std::string>{"date_missing"});
    text.insert(text.find("<Acct>"), "<CreDtTm>2025-02-05T12:30:00+01:00</CreDtTm>");
    EXPECT_EQ(read(text).statements.at(0).movements.at(0).booking_date.text(), "2025-02-05");
}

TEST(Camt, AnAmountInAnotherCurrencyIsNoted) {
    const auto reading =
        read(message(entry("57.90", "DBIT",
                           "<AmtDtls><InstdAmt><Amt Ccy=\"USD\">62.10</Amt></InstdAmt></AmtDtls><NtryDtls><TxDtls><Amt "
                           "Ccy=\"USD\">62.10</Amt>"
                           "<RmtInf><Ustrd>Licence</Ustrd></RmtInf></TxDtls></NtryDtls>")));
    EXPECT_EQ(reading.statements.at(0).movements.at(0).amount.text(), "-57.9");
    EXPECT_EQ(reading.statements[0].movements[0].details, "62.10 USD");
}

TEST(Camt, BlankLinesAboveTheDeclarationMoveNoLine) {
    const auto reading = read("\n\n" + message(entry("abc", "CRDT")));
    ASSERT_EQ(codes(reading.problems), std::vector<std::string>{"invalid_amount"});
    EXPECT_EQ(reading.problems[0].path, "line 6");
    EXPECT_EQ(read("\n\n" + message(entry(".50", "CRDT"))).statements.at(0).movements.at(0).amount.text(), "0.5");
}

TEST(Camt, Utf16IsXmlToo) {
    std::string wide = "\xFF\xFE";
    auto text = message(entry("12.00", "DBIT"));
    text.replace(text.find("UTF-8"), 5, "UTF-16");
    for (const char c : text) wide += c, wide += '\0';
    EXPECT_EQ(amounts(read(wide).statements.at(0)), std::vector<std::string>{"-12.00"});
}

}  // namespace
}  // namespace daftar::banking
