#include "banking/readers/fixture.hpp"

namespace daftar::banking {
namespace {

using fixture::amounts;
using fixture::codes;
using fixture::read;

const std::string sgml_header =
    "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\nENCODING:USASCII\r\nCHARSET:1252\r\n\r\n";
const std::string sgml_body =
    "<OFX>\r\n<BANKMSGSRSV1><STMTTRNRS><STATUS><CODE>0<SEVERITY>INFO</"
    "STATUS>\r\n<STMTRS><CURDEF>EUR\r\n<BANKACCTFROM><BANKID>30004<ACCTID>00010123456<ACCTTYPE>CHECKING</"
    "BANKACCTFROM>\r\n"
    "<BANKTRANLIST><DTSTART>20250201<DTEND>20250228\r\n"
    "<STMTTRN>\r\n<TRNTYPE>CREDIT\r\n<DTPOSTED>20250203120000[0:GMT]\r\n<TRNAMT>+250,00\r\n<FITID>A1\r\n<NAME>VIR "
    "DUPONT &amp; FILS\r\n<MEMO>APPEL T1 R\xE9"
    "f. 12\r\n</STMTTRN>\r\n"
    "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20250204<TRNAMT>-12.5<FITID>A2<NAME>FRAIS</STMTTRN>\r\n"
    "</BANKTRANLIST><LEDGERBAL><BALAMT>1237.50<DTASOF>20250228</LEDGERBAL><AVAILBAL><BALAMT>9.00<DTASOF>20250228</"
    "AVAILBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\r\n";

TEST(Ofx, ReadsSgmlWithUnclosedTags) {
    const auto reading = read(sgml_header + sgml_body);
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    EXPECT_EQ(reading.format, "ofx");
    const auto& statement = reading.statements.at(0);
    EXPECT_EQ(statement.account_identifier, "00010123456");
    EXPECT_EQ(statement.currency, "EUR");
    EXPECT_EQ(statement.closing_balance->rounded(2).text(), "1237.50");
    EXPECT_EQ(amounts(statement), (std::vector<std::string>{"250.00", "-12.50"}));
    EXPECT_EQ(statement.movements[0].label, "VIR DUPONT & FILS");
    EXPECT_EQ(statement.movements[0].details, "APPEL T1 Réf. 12");
    EXPECT_EQ(statement.movements[0].reference, "A1");
    EXPECT_EQ(statement.movements[0].line, 12);
}

TEST(Ofx, ReadsXmlAndSeveralAccounts) {
    const auto statement = [](const std::string& account, const std::string& amount) {
        return "<STMTTRNRS><TRNUID>1</TRNUID><STMTRS><CURDEF>MAD</CURDEF><BANKACCTFROM><BANKID>011</BANKID><ACCTID>" +
               account +
               "</ACCTID></BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>OTHER</TRNTYPE><DTPOSTED>20250203</"
               "DTPOSTED><TRNAMT>" +
               amount +
               "</TRNAMT><FITID></FITID><NAME></NAME><PAYEE><NAME>LYDEC</NAME></PAYEE><MEMO>Eau</MEMO></STMTTRN></"
               "BANKTRANLIST></STMTRS></STMTTRNRS>";
    };
    const auto reading =
        read("<?xml version=\"1.0\"?>\n<?OFX OFXHEADER=\"200\" VERSION=\"211\"?>\n<OFX><BANKMSGSRSV1>" +
             statement("111", "-5.00") + statement("222", "7") + "</BANKMSGSRSV1></OFX>");
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    ASSERT_EQ(reading.statements.size(), 2u);
    EXPECT_EQ(reading.statements[1].account_identifier, "222");
    EXPECT_EQ(reading.statements[1].currency, "MAD");
    EXPECT_EQ(reading.statements[0].movements.at(0).counterparty_name, "LYDEC");
}

TEST(Ofx, BrokenFilesAreRefusedWithTheirLine) {
    const auto refused = [](const std::string& text) {
        const auto reading = read(text);
        EXPECT_TRUE(reading.statements.empty());
        return reading.problems.empty() ? std::string("accepted")
                                        : reading.problems[0].code + " " + reading.problems[0].path;
    };
    EXPECT_EQ(refused(sgml_header + sgml_body.substr(0, sgml_body.find("<NAME>FRAIS"))), "truncated line 20");
    EXPECT_EQ(refused(sgml_header + sgml_body.substr(0, sgml_body.find("</OFX>"))), "truncated line 21");
    auto amount = sgml_body;
    amount.replace(amount.find("-12.5<"), 5, "$12.5x");
    EXPECT_EQ(refused(sgml_header + amount), "invalid_amount line 20");
    auto date = sgml_body;
    date.replace(date.find("20250204"), 8, "20251304");
    EXPECT_EQ(refused(sgml_header + date), "invalid_date line 20");
    EXPECT_EQ(refused("<OFX><SIGNONMSGSRSV1><SONRS><STATUS><CODE>15500<SEVERITY>ERROR<MESSAGE>Mot de "
                      "passe</STATUS></SONRS></SIGNONMSGSRSV1></OFX>"),
              "bank_error line 1");
}

TEST(Qif, FindsTheDateOrderAndTheDecimalMarkOfTheFile) {
    const auto french = read(
        "!Account\nNCompte courant\nTBank\n^\n!Type:Bank\nD01/02/2025\nT1 000,00\nPSolde "
        "initial\n^\nD03/02/2025\nT-12,50\nPEDF\nMFacture 7\nN12\n^\nD28/02/2025\nT250,00\nPDUPONT\n^\n");
    ASSERT_TRUE(french.is_readable());
    EXPECT_EQ(french.format, "qif");
    const auto& statement = french.statements.at(0);
    EXPECT_EQ(statement.opening_balance->rounded(2).text(), "1000.00");
    EXPECT_EQ(amounts(statement), (std::vector<std::string>{"-12.50", "250.00"}));
    EXPECT_EQ(statement.movements[0].booking_date.text(), "2025-02-03");
    EXPECT_EQ(statement.movements[0].label, "Facture 7");
    EXPECT_EQ(statement.movements[0].counterparty_name, "EDF");
    const auto american = read("!Type:Bank\nD2/13'25\nT1,250.00\nPX\n^\nD2/ 3'25\nU-5.00\nT-5.00\nPY\n^\n");
    EXPECT_EQ(american.statements.at(0).movements.at(1).booking_date.text(), "2025-02-03");
    EXPECT_EQ(amounts(american.statements[0]), (std::vector<std::string>{"1250.00", "-5.00"}));
}

TEST(Qif, SplitsMustMakeTheAmountAndTheLastRecordMustEnd) {
    const auto reading = read("!Type:Bank\nD13/02/2025\nT-30,00\nPX\nSEau\n$-10,00\nSGaz\n$-15,00\n^\n");
    EXPECT_EQ(codes(reading.statements.at(0).doubts), std::vector<std::string>{"split_mismatch"});
    EXPECT_EQ(codes(read("!Type:Bank\nD13/02/2025\nT-30,00\n").problems), std::vector<std::string>{"truncated"});
    EXPECT_EQ(codes(read("!Type:Bank\nD13/02/2025\nTabc\n^\n").problems), std::vector<std::string>{"invalid_amount"});
    EXPECT_EQ(codes(read("!Type:Invst\nD13/02/2025\nT5\n^\n").problems), std::vector<std::string>{"no_statement"});
}

TEST(Qif, ReadsTheDatesAndAmountsOfEachProgram) {
    const auto first = [](const std::string& records) {
        const auto reading = read("!Type:Bank\n" + records);
        if (!reading.is_readable()) return reading.problems[0].message;
        const auto& movement = reading.statements.at(0).movements.at(0);
        return movement.booking_date.text() + " " + movement.amount.rounded(2).text();
    };
    EXPECT_EQ(first("D12/31'25\nT-1,234.56\n^\n"), "2025-12-31 -1234.56");             // Quicken, American
    EXPECT_EQ(first("D1/ 5'05\nT7.00\n^\nD1/25'05\nT1.00\n^\n"), "2005-01-05 7.00");   // and its blanks
    EXPECT_EQ(first("D31/12'25\nT1 234,56\n^\n"), "2025-12-31 1234.56");               // its French edition
    EXPECT_EQ(first("D31.12.25\nT-1.234,56\n^\n"), "2025-12-31 -1234.56");             // German
    EXPECT_EQ(first("D2025-12-31\nT12.5\n^\n"), "2025-12-31 12.50");                   // KMyMoney, ISO
    EXPECT_EQ(first("D31-12-2025\nT+12,5\n^\n"), "2025-12-31 12.50");                  // Dutch
    EXPECT_EQ(first("D12/31/99\nU100.00\nCX\nL[Epargne]\n^\n"), "1999-12-31 100.00");  // U alone, a transfer
    EXPECT_EQ(first("D02/30/2025\nT1.00\n^\n"), "Ligne 2 : date illisible « 02/30/2025 ».");
}

TEST(Qif, AListOfAccountsAndCategoriesIsNoMoney) {
    const auto reading = read(
        "!Option:AutoSwitch\n!Account\nNCourant\nTBank\n^\nNLivret\nTBank\n^\n!Clear:AutoSwitch\n"
        "!Type:Cat\nNEau\nE\n^\n!Account\nNCourant\nTBank\n^\n!Type:Bank\nD31/12/2025\nT1,00\nPX\n^\n"
        "!Account\nNCarte\nTCCard\n^\n!Type:CCard\nD30/12/2025\nT-2,00\nPY\n^\n");
    ASSERT_TRUE(reading.is_readable()) << reading.problems[0].message;
    ASSERT_EQ(reading.statements.size(), 2u);
    EXPECT_EQ(reading.statements[0].account_identifier, "Courant");
    EXPECT_EQ(reading.statements[1].account_identifier, "Carte");
    EXPECT_EQ(amounts(reading.statements[1]), std::vector<std::string>{"-2.00"});
}

TEST(Qif, SecuritiesAreRefusedAloneAndPointedOutBesideMoney) {
    const std::string securities =
        "!Account\nNTitres\nTInvst\n^\n!Type:Invst\nD13/02/2025\nNBuy\nYACME\nQ3\nI10\nT30\n^\n";
    const auto alone = read(securities);
    EXPECT_EQ(codes(alone.problems), std::vector<std::string>{"no_statement"});
    EXPECT_EQ(alone.problems.at(0).message,
              "Ligne 5 : compte-titres « Titres » : ses opérations sur titres ne sont pas des mouvements de banque.");
    const auto beside = read("!Type:Bank\nD13/02/2025\nT5,00\nPX\n^\n" + securities);
    ASSERT_TRUE(beside.is_readable());
    EXPECT_EQ(codes(beside.statements.at(0).doubts), std::vector<std::string>{"investment_account"});
    EXPECT_EQ(amounts(beside.statements[0]), std::vector<std::string>{"5.00"});
}

TEST(Ofx, ForgottenEndsAndAccountsAreForgivenWhenNothingIsLost) {
    const auto reading = read(
        "OFXHEADER:100\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST>\n<STMTTRN><TRNTYPE>CREDIT<"
        "DTPOSTED>"
        "20250203<TRNAMT>337.50<FITID>1<MEMO>A\n<STMTTRN><TRNTYPE>DEBIT<DTUSER>20250204<TRNAMT>-1,50<FITID>2<MEMO>B\n"
        "</BANKTRANLIST></STMTTRNRS></BANKMSGSRSV1></OFX>");
    ASSERT_TRUE(reading.is_readable());
    EXPECT_EQ(amounts(reading.statements.at(0)), (std::vector<std::string>{"337.50", "-1.50"}));
    EXPECT_EQ(reading.statements[0].movements[1].booking_date.text(), "2025-02-04");
    EXPECT_EQ(reading.statements[0].account_identifier, "");
}

TEST(Ofx, LiteralSectionsAndNumberedLettersAreRead) {
    const auto reading = read(
        "<?OFX OFXHEADER=\"200\"?><OFX><STMTRS><CURDEF>EUR</CURDEF><ACCTID>1</ACCTID><BANKTRANLIST>"
        "<STMTTRN><DTPOSTED>20250105</DTPOSTED><TRNAMT>-3.50</TRNAMT><NAME><![CDATA[Café <b> & Cie]]></NAME>"
        "<MEMO>l&#233;gume &#x20AC; &#0; &#xZZ;</MEMO></STMTTRN></BANKTRANLIST></STMTRS></OFX>");
    ASSERT_TRUE(reading.is_readable());
    EXPECT_EQ(reading.statements.at(0).movements.at(0).label, "Café <b> & Cie");
    EXPECT_EQ(reading.statements[0].movements[0].details, "légume € &#0; &#xZZ;");
}

}  // namespace
}  // namespace daftar::banking
