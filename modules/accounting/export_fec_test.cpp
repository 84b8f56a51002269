// The FEC under the rules of DGFiP's Test-Compta-Demat, written here a second time from their description.
#include "modules/accounting/export_fec.hpp"

#include <gmock/gmock.h>

#include <regex>

#include "modules/accounting/accounting_fixture.hpp"

namespace daftar::accounting {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    for (std::size_t start = 0;;) {
        const auto end = text.find(separator, start);
        parts.push_back(text.substr(start, end - start));
        if (end == std::string::npos) return parts;
        start = end + separator.size();
    }
}

const std::vector<std::string> column_names{"JournalCode", "JournalLib",    "EcritureNum", "EcritureDate", "CompteNum",
                                            "CompteLib",   "CompAuxNum",    "CompAuxLib",  "PieceRef",     "PieceDate",
                                            "EcritureLib", "Debit",         "Credit",      "EcritureLet",  "DateLet",
                                            "ValidDate",   "Montantdevise", "Idevise"};

/// Every fault, blocking or alert, with its line.
struct FecChecker {
    std::vector<std::string> faults;
    std::size_t line = 1;

    void demand(bool condition, const std::string& rule) {
        if (!condition) faults.push_back(std::to_string(line) + ": " + rule);
    }
    static bool is_date(const std::string& text) {
        static const std::regex date("(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])");
        return std::regex_match(text, date);
    }
    static bool is_number(const std::string& text) {
        static const std::regex number("-?\\d+(,\\d+)?");
        return std::regex_match(text, number);
    }

    void check(const std::string& file_name, const std::string& text) {
        demand(std::regex_match(file_name, std::regex("(.*)FEC(20\\d\\d[0-1]\\d[0-3]\\d)\\.txt")), "file name");
        demand(!text.empty(), "empty file");
        auto lines = split(text, "\r\n");
        demand(lines.back().empty(), "the last line ends");
        lines.pop_back();
        demand(split(lines[0], "\t") == column_names, "columns");
        std::map<std::string, std::int64_t> last_number, balance;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            line = i + 1;
            check_line(split(lines[i], "\t"), last_number, balance);
        }
        for (const auto& [entry, total] : balance) demand(total == 0, "entry " + entry + " balances");
    }

    void check_line(const std::vector<std::string>& fields, std::map<std::string, std::int64_t>& last_number,
                    std::map<std::string, std::int64_t>& balance) {
        demand(fields.size() == column_names.size(), "number of fields");
        if (fields.size() != column_names.size()) return;
        const auto field = [&](const char* name) {
            return fields[static_cast<std::size_t>(std::ranges::find(column_names, name) - column_names.begin())];
        };
        for (const auto* name : {"EcritureNum", "EcritureDate", "CompteNum", "CompteLib", "EcritureLib", "Debit",
                                 "Credit", "JournalCode", "JournalLib", "PieceRef", "PieceDate", "ValidDate"})
            demand(!field(name).empty(), std::string(name) + " is filled");
        for (const auto* name : {"EcritureDate", "PieceDate", "ValidDate"})
            demand(is_date(field(name)), std::string(name) + " is a date");
        demand(field("DateLet").empty() == field("EcritureLet").empty(), "letter and date go together");
        demand(field("DateLet").empty() || is_date(field("DateLet")), "DateLet is a date");
        for (const auto* name : {"Debit", "Credit"})
            demand(is_number(field(name)), std::string(name) + " is a number with a comma");
        demand(field("Montantdevise").empty() || is_number(field("Montantdevise")), "Montantdevise is a number");
        demand(field("Montantdevise").empty() == field("Idevise").empty(), "amount and currency go together");
        demand(std::regex_search(field("CompteNum"), std::regex("^\\d{3}")), "CompteNum starts with three digits");
        const auto cents = [](std::string amount) {
            std::erase(amount, ',');
            return std::stoll(amount);
        };
        const auto debit = cents(field("Debit")), credit = cents(field("Credit"));
        demand((debit == 0) != (credit == 0), "either a debit or a credit");
        balance[field("JournalCode") + " " + field("EcritureNum")] += debit - credit;
        const auto number = std::stoll(field("EcritureNum"));
        const auto last = last_number.try_emplace(field("JournalCode"), number).first;
        demand(number == last->second || number == last->second + 1, "EcritureNum is continuous");
        last->second = number;
    }
};

std::string file_name_of(const Response& response) {
    for (const auto& [name, value] : response.headers)
        if (name == "Content-Disposition") return value.substr(value.find("''") + 2);
    return "";
}

struct Fec : AccountingTest {
    Fec() : AccountingTest("fr-copropriete") {}
    Response fec(int year = 2025) {
        return books.request(accountant, "GET", "/api/v1/exports/fec?year=" + std::to_string(year));
    }
};

// Nothing that a person can type empties a column, adds one or ends a line.
TEST_F(Fec, LabelsOfEveryKindStayInTheirColumn) {
    std::string long_label;
    for (int i = 0; i < 400; ++i) long_label += "é";
    for (const auto* label : {R"(|)", R"(\t|\t)", R"(a\tb|c\nd\r\ne)", R"(\"guillemets\" ; 'x')", R"(=1+1)",
                              R"(\u00a0x)", R"(🏠 ünïcode العربية)"})
        entry("2025-03-01", "611", "5121", "10.01", label);
    entry("2025-03-02", "611", "5121", "0.01", long_label);
    post("/api/v1/accounts", R"({"code":"6119","name":"|","account_type":"Expense","parent_code":"611"})");
    entry("2025-03-03", "6119", "5121", "3");
    const auto response = fec();
    ASSERT_EQ(response.status, 200) << response.body;
    FecChecker checker;
    checker.check(file_name_of(response), response.body);
    EXPECT_THAT(checker.faults, IsEmpty()) << response.body;
    EXPECT_THAT(response.body, HasSubstr("\tSans libellé\t"));
    EXPECT_THAT(response.body, HasSubstr("\t6119\t6119\t"));
    EXPECT_THAT(response.body, HasSubstr("\ta b c d  e\t"));
    EXPECT_THAT(response.body, HasSubstr(long_label));
}

TEST_F(Fec, PassesEveryBlockingAndAlertRule) {
    books.sql(R"(update organization set identifiers = '{"siren":"732829320"}')");
    entry("2025-01-15", "602", "5121", "605.00", "Électricité\\tdes | communs");
    entry("2025-02-01", "4501", "701", "1000.00", "Appel T1");
    post(
        "/api/v1/accounting/journal-entries",
        R"({"date":"2025-03-01","description":"Ascenseur","journal_code":"ACH","voucher_reference":"FA-7","lines":[{"account_code":"614","debit":200.10},{"account_code":"401","credit":200.10,"currency":"MAD","currency_amount":-2150.00,"currency_rate":0.0931}]})");
    post(
        "/api/v1/accounting/journal-entries",
        R"({"date":"2025-03-10","description":"Paiement FA-7","journal_code":"BQ","voucher_reference":"FA-7","lines":[{"account_code":"401","debit":200.10},{"account_code":"5121","credit":200.10}]})");
    post("/api/v1/tools/auto-match-entries?account_code=401", "", 200);
    const auto response = fec();
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(file_name_of(response), "732829320FEC20251231.txt");
    FecChecker checker;
    checker.check(file_name_of(response), response.body);
    EXPECT_THAT(checker.faults, IsEmpty());
    EXPECT_THAT(response.body,
                HasSubstr("602\tElectricité\t\t\tOD-1\t20250115\tÉlectricité des   communs\t605,00\t0,00\t"));
    EXPECT_THAT(response.body, HasSubstr("\tFA-7\t20250301\tAscenseur\t0,00\t200,10\tAA\t20250310\t"));
    EXPECT_THAT(response.body, HasSubstr("\t-2150,00\tMAD\r\n"));
}

TEST_F(Fec, OpeningBalancesComeFirstAndBalanceWhileTheYearBeforeIsOpen) {
    entry("2025-01-15", "602", "5121", "605.00");
    post("/api/v1/accounting/fiscal-years", R"({"year":2026})");
    entry("2026-02-01", "611", "5121", "10.00");
    const auto response = fec(2026);
    ASSERT_EQ(response.status, 200) << response.body;
    FecChecker checker;
    checker.check(file_name_of(response), response.body);
    EXPECT_THAT(checker.faults, IsEmpty());
    const auto lines = split(response.body, "\r\n");
    EXPECT_THAT(lines[1], HasSubstr("AN\tÀ-nouveaux\t0\t20260101\t"));
    EXPECT_THAT(response.body, testing::Not(HasSubstr("\t602\t"))) << "expenses start at zero";
}

TEST_F(Fec, AnEmptyOrUnknownYearIsRefused) {
    EXPECT_EQ(tests::outcome(fec()), "422 nothing_to_export");
    EXPECT_EQ(tests::outcome(fec(1999)), "404 year_not_found");
    EXPECT_EQ(tests::outcome(books.request(accountant, "GET", "/api/v1/exports/fec")), "400 missing");
    EXPECT_EQ(tests::outcome(books.request(books.as(accountant, "Owner"), "GET", "/api/v1/exports/fec?year=2025")),
              "403 not_allowed");
}

TEST(FecChecker, FindsWhatItMustFind) {  // the checker itself is tried, so that its silence means something
    const auto header = [] {
        std::string line;
        for (const auto& name : column_names) line += (line.empty() ? "" : "\t") + name;
        return line + "\r\n";
    }();
    const std::string sound =
        "OD\tDivers\t1\t20250101\t602\tEau\t\t\tP1\t20250101\tLib\t5,00\t0,00\t\t\t20250101\t\t\r\n"
        "OD\tDivers\t1\t20250101\t512\tBanque\t\t\tP1\t20250101\tLib\t0,00\t5,00\t\t\t20250101\t\t\r\n";
    const auto faults = [&](const std::string& from, const std::string& to) {
        auto text = sound;
        if (!from.empty()) text.replace(text.find(from), from.size(), to);
        FecChecker checker;
        checker.check("123456789FEC20251231.txt", header + text);
        return checker.faults;
    };
    EXPECT_THAT(faults("", ""), IsEmpty());
    EXPECT_THAT(faults("5,00", "5.00"), ElementsAre("2: Debit is a number with a comma", "3: entry OD 1 balances"));
    EXPECT_THAT(faults("\t20250101\t602", "\t20251301\t602"), ElementsAre("2: EcritureDate is a date"));
    EXPECT_THAT(faults("602\t", "60\t"), ElementsAre("2: CompteNum starts with three digits"));
    EXPECT_THAT(faults("\tLib\t", "\t\t"), ElementsAre("2: EcritureLib is filled"));
    EXPECT_THAT(faults("5,00\t0,00", "5,00\t5,00"),
                ElementsAre("2: either a debit or a credit", "3: entry OD 1 balances"));
}

}  // namespace
}  // namespace daftar::accounting
