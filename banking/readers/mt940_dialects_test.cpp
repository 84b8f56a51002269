// Habits of single banks in :61:, :86: and :NS:, each as one small statement.
#include "banking/readers/fixture.hpp"

namespace daftar::banking {
namespace {

using fixture::read;

// The one movement of a statement that opens at 100.00; the closing balance is not looked at here.
Movement movement_of(const std::string& lines, const std::string& account = ":25:1\n") {
    auto reading = read(":20:X\n" + account + ":28C:1/1\n:60F:C250101EUR100,00\n" + lines + ":62F:C250131EUR0,00\n-\n");
    EXPECT_TRUE(reading.is_readable()) << lines;
    if (!reading.is_readable() || reading.statements.at(0).movements.size() != 1) return {};
    return reading.statements[0].movements[0];
}

TEST(Mt940Dialects, LuxembourgBreaksBeforeEverySubfield) {
    const auto found = movement_of(
        ":61:2501020102CR000000000001,00N229NONREF//FT1\n:86:229\n?00BONIFICATION\n?20Charges\n?21 lot 4\n?32DUPONT\n");
    EXPECT_EQ(found.kind, "N229-229");
    EXPECT_EQ(found.label, "Charges lot 4");
    EXPECT_EQ(found.counterparty_name, "DUPONT");
    EXPECT_EQ(found.amount.text(), "1");
}

TEST(Mt940Dialects, PolishSubfieldsHaveNoKindBeforeThem) {
    const auto found = movement_of(":61:250103DN369,00FCHGNONREF\n:86:>20Faktura 12>3149105019\n0477>32BIURO\n");
    EXPECT_EQ(found.label, "Faktura 12");
    EXPECT_EQ(found.counterparty_account, "491050190477");
    EXPECT_EQ(found.counterparty_name, "BIURO");
}

TEST(Mt940Dialects, PolishWordsNameThePayerAndTheTitle) {
    const auto found = movement_of(
        ":61:2501190119CN0,01NTRFNONREF//MB1\n:86:911 TRANSAKCJA; Z RACH.: 5611; OD: JAN NOWAK; TYT.: CZYNSZ; TNR: "
        "9\n");
    EXPECT_EQ(found.label, "CZYNSZ");
    EXPECT_EQ(found.counterparty_name, "JAN NOWAK");
    EXPECT_EQ(found.counterparty_account, "5611");
}

TEST(Mt940Dialects, NumberedNonSwiftLines) {
    const auto found = movement_of(
        ":61:250103D50,00S05168790452\n:NS:01Eau du\n02mois\n15REGIE DES\n16EAUX\n17LASTSCHRIFT\n191000\n34000123\n");
    EXPECT_EQ(found.label, "Eau du mois");
    EXPECT_EQ(found.counterparty_name, "REGIE DES EAUX");
    EXPECT_EQ(found.counterparty_account, "000123");
    EXPECT_EQ(found.details, "LASTSCHRIFT");
    EXPECT_EQ(found.kind, "S051");
}

TEST(Mt940Dialects, AccountAndNameInTheFirstLineOfThePurpose) {
    const auto iban = movement_of(
        ":61:250101    D65,00NOVBNL47INGB9999999999\nhr p jansen\n:86:NL47INGB9999999999 hr p jansen\n\nHuur "
        "januari\n\n");
    EXPECT_EQ(iban.label, "Huur januari");
    EXPECT_EQ(iban.counterparty_account, "NL47INGB9999999999");
    EXPECT_EQ(iban.counterparty_name, "hr p jansen");
    EXPECT_EQ(iban.reference, "");
    const auto old = movement_of(":61:2501010101D5,00NIOB0987654321\njansen s\n:86:0987654321 jansen s\ntest\n");
    EXPECT_EQ(old.label, "test");
    EXPECT_EQ(old.counterparty_account, "0987654321");
}

TEST(Mt940Dialects, FieldsBetweenColons) {
    const auto found = movement_of(
        ":61:2501020102D900,00NONREF\n:86:999SEPA_CREDIT_TRANSFER:CCI : 0150577373:Loyer:J. "
        "Topaz:DE12217500000140073922\n");
    EXPECT_EQ(found.label, "CCI:0150577373:Loyer");
    EXPECT_EQ(found.counterparty_name, "J. Topaz");
    EXPECT_EQ(found.counterparty_account, "DE12217500000140073922");
    EXPECT_EQ(found.kind, "");
    EXPECT_EQ(found.reference, "");
}

TEST(Mt940Dialects, TagsGoOnInTheNextLineAndNameOldAccounts) {
    const auto split = movement_of(
        ":61:250102C2,00NDDTPREF//1\n/TRCD/01010/\n:86:/PREF/SEPA-1//CSID/NL64ZZZ242678500002/\nREMI/USTD//TOTAAL/\n");
    EXPECT_EQ(split.label, "TOTAAL");
    const auto rabobank = movement_of(
        ":61:250102C9,00N541NONREF\n:86:/ACCW/NL54INGB0006752576,INGBNL2A/ORDP//NAME/Hr Huibers/REMI/P55\n");
    EXPECT_EQ(rabobank.counterparty_account, "NL54INGB0006752576");
    EXPECT_EQ(rabobank.counterparty_name, "Hr Huibers");
    EXPECT_EQ(movement_of(":61:250102C9,00N122NONREF\n0663616476\n:86:/ORDP//NAME/X/REMI/Y\n").counterparty_account,
              "0663616476");
}

TEST(Mt940Dialects, ALineMayLackItsKindAndTellItsCharges) {
    const auto zenith = movement_of(":61:2501300130CN220000,00//19239782213\n:86:SALARY\n");
    EXPECT_EQ(zenith.reference, "19239782213");
    EXPECT_EQ(zenith.kind, "");
    const auto returned = movement_of(":61:2501080108D12,35 NRTIKREF+//20160\n/OCMT/EUR11,85//CHGS/EUR0,50/\n:86:X\n");
    EXPECT_EQ(returned.charges->text(), "0.5");
    EXPECT_EQ(returned.kind, "NRTI");
}

TEST(Mt940Dialects, AnExpectedMovementIsNotBooked) {
    EXPECT_FALSE(movement_of(":61:250102EC10,00NTRFA\n").booked);
    EXPECT_EQ(movement_of(":61:250102ED10,00NTRFA\n").amount.text(), "-10");
}

TEST(Mt940Dialects, AccountsWithSlashesAndBalancesWithoutCurrency) {
    const auto account = read(":20:X\n:25://AT39364/12345678912/EUR\n:28C:1\n:60F:C250101EUR1,\n:62F:C250101EUR1,\n");
    EXPECT_EQ(account.statements.at(0).account_identifier, "12345678912");
    const auto old = read(":20:X\n:25:1\n:28:1\n:60F:C020315DEM0,00\n:61:020322CM5,00NCHG\n:62F:C0203315,00\n");
    ASSERT_TRUE(old.is_readable());
    EXPECT_EQ(old.statements.at(0).closing_balance->text(), "5");
    EXPECT_TRUE(old.statements[0].doubts.empty());
}

TEST(Mt940Dialects, APageOfAnotherStatementContinuesNothing) {
    const auto reading = read(
        ":20:X\n:25:1\n:28C:1/1\n:60F:C250101EUR10,\n:62F:C250101EUR10,\n-\n"
        ":20:X\n:25:1\n:28C:9/2\n:60M:C250301EUR0,\n:62F:C250301EUR0,\n-\n");
    EXPECT_TRUE(reading.statements.at(1).doubts.empty());
}

TEST(Mt940Dialects, TheInformationMayStandAboveItsMovement) {
    const auto reading = read(
        ":20:X\n:25:1\n:28C:1/1\n:60F:C250101EUR100,00\n:86:Loyer\n:61:250102D,50NTRFNONREF\n:86:Eau\n"
        ":61:250103D40,00NTRFNONREF\n:62F:C250131EUR59,50\n-\n");
    const auto& movements = reading.statements.at(0).movements;
    EXPECT_EQ(movements.at(0).label, "Loyer");
    EXPECT_EQ(movements[0].amount.text(), "-0.5");
    EXPECT_EQ(movements.at(1).label, "Eau");
}

TEST(Mt940Dialects, LinesOfAFixedWidthBreakAmountsTagsAndTimes) {
    const auto found =
        movement_of(":61:2501020102CR\n30,00N062NONREF\n:\n86:166?00GUTSCHR.?20SVWZ+Test 12-09T16\n:26:37 fin\n");
    EXPECT_EQ(found.amount.text(), "30");
    EXPECT_EQ(found.label, "Test 12-09T16:26:37 fin");
}

TEST(Mt940Dialects, OneThingALineAfterTheAccountOfTheParty) {
    const auto found = movement_of(
        ":61:2501020102CD2250,NMSCNONREF//25577226\n:86:/ORDP/300000000460495\n/IVO DOOEL\n/747//747\n/Facture 747\n");
    EXPECT_EQ(found.counterparty_account, "300000000460495");
    EXPECT_EQ(found.counterparty_name, "IVO DOOEL");
    EXPECT_EQ(found.label, "747//747 Facture 747");
}

TEST(Mt940Dialects, TheBanksReferenceIsSixteenLettersAndMayStandBelow) {
    const auto joined = movement_of(":61:2501020102DR4,NCOMNONREF          //CIOB220117990193/IACC/D3/\n:86:FRAIS\n");
    EXPECT_EQ(joined.reference, "CIOB220117990193");
    EXPECT_EQ(movement_of(":61:2501020102C4,00NTRFLONGCUSTOMERREF1\n//BANKREF999\n:86:X\n").reference, "BANKREF999");
}

}  // namespace
}  // namespace daftar::banking
