// Proofs over real books: what a stranger verifies, and what he finds when somebody rewrote the past.
#include "ledger/proof.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/signing_key.hpp"
#include "ledger/auditor.hpp"
#include "ledger/ledger.hpp"
#include "ledger/verify.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::ledger {
namespace {

using ::testing::HasSubstr;

struct Proof : ::testing::Test {
    tests::TestBooks books{{ledger()}};
    SigningKey key = SigningKey::from_seed(std::string(32, 'k'));
    Principal accountant;
    std::filesystem::path file;

    void SetUp() override {
        books.services().signing_key = &key;
        accountant = books.organization("Les Érables");
        std::string pattern = (std::filesystem::temp_directory_path() / "daftar-proof-XXXXXX").string();
        close(mkstemp(pattern.data()));
        file = pattern;
    }
    void TearDown() override { std::filesystem::remove(file); }

    std::string post(int number) {
        const auto amount = std::to_string(100 + number) + ".50";
        const auto entry = books.expect(201, accountant, "POST", "/api/v1/accounting/journal-entries",
                                        R"({"date":"2025-03-01","description":"Écriture )" + std::to_string(number) +
                                            R"(","lines":[{"account_code":"610100","debit":)" + amount +
                                            R"(},{"account_code":"550000","credit":)" + amount + "}]}");
        return *entry.find("id")->if_string();
    }
    void post_many(int count) {
        for (int i = 0; i < count; ++i) post(i);
    }
    std::string get(const std::string& target) {
        const auto response = books.request(accountant, "GET", target);
        EXPECT_EQ(response.status, 200) << response.body;
        return response.body;
    }
    bool verify(const std::string& text, std::string* said = nullptr, const VerifyOptions& options = {}) {
        std::ofstream(file) << text;
        std::ostringstream out;
        const bool holds = verify_file(file, out, options);
        if (said) *said = out.str();
        return holds;
    }
    AuditReport audit() {
        AuditReport report;
        books.run(accountant, [&](Context& context) { report = audit_books(context); });
        return report;
    }
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST_F(Proof, AnEntryIsProvenOfflineAndItsForgeryIsFound) {
    post_many(5);
    const auto id = post(5);
    const auto proof = get("/api/v1/proofs/entries/" + id);
    std::string said;
    EXPECT_TRUE(verify(proof, &said)) << said;
    EXPECT_THAT(said, HasSubstr("OD n° 6 du 2025-03-01 figure au rang 5 du livre signé de 6 écritures"));
    EXPECT_TRUE(verify(proof, nullptr, {key.id(), {}}));
    EXPECT_FALSE(verify(proof, nullptr, {"0123456789abcdef", {}})) << "another key than the one on paper";
    EXPECT_FALSE(verify(replaced(proof, "5:10550,", "5:99950,"), &said));
    EXPECT_THAT(said, HasSubstr("OD n° 6 du 2025-03-01 : le texte de l'écriture a été modifié"));
    EXPECT_EQ(
        tests::outcome(books.request(accountant, "GET", "/api/v1/proofs/entries/0198c0de-0000-7000-8000-000000000000")),
        "404 not_found");
}

TEST_F(Proof, ALaterBookContinuesAnEarlierOne) {
    post_many(7);
    EXPECT_TRUE(verify(get("/api/v1/proofs/consistency?first=3&second=7")));
    const auto proof = get("/api/v1/proofs/consistency?first=4&second=6");
    EXPECT_TRUE(verify(proof));
    EXPECT_FALSE(verify(replaced(proof, "\"first\":4", "\"first\":3")));
    EXPECT_EQ(tests::outcome(books.request(accountant, "GET", "/api/v1/proofs/consistency?first=0&second=6")),
              "422 sizes_out_of_range");
    EXPECT_EQ(tests::outcome(books.request(accountant, "GET", "/api/v1/proofs/consistency?first=3&second=8")),
              "422 sizes_out_of_range");
}

TEST_F(Proof, AnExportedBookNamesWhatWasChangedRemovedOrInserted) {
    post_many(4);
    books.expect(201, accountant, "POST", "/api/v1/proofs/heads");
    post_many(2);
    const auto book = get("/api/v1/proofs/export");
    std::string said;
    EXPECT_TRUE(verify(book, &said)) << said;
    EXPECT_THAT(said, HasSubstr("6 écritures intactes, 1 têtes signées"));

    EXPECT_FALSE(verify(replaced(book, "5:10250,", "5:10251,"), &said));
    EXPECT_THAT(said, HasSubstr("OD n° 3 du 2025-03-01 : l'écriture a été modifiée"));
    EXPECT_THAT(said, HasSubstr("OD n° 3 du 2025-03-01 : les lignes ne s'équilibrent pas"));

    const auto second = book.find("{\"leaf\":1,"), third = book.find("{\"leaf\":2,");
    EXPECT_FALSE(verify(book.substr(0, second) + book.substr(third), &said));
    EXPECT_THAT(said, HasSubstr("l'écriture de rang 1 manque(nt) avant OD n° 3"));
    EXPECT_FALSE(verify(book.substr(0, third) + book.substr(second), &said));
    EXPECT_THAT(said, HasSubstr("OD n° 2 du 2025-03-01 : écriture insérée au rang 1"));
    EXPECT_FALSE(verify(book.substr(0, book.find("{\"leaf\":5,")), &said));
    EXPECT_THAT(said, HasSubstr("les dernières écritures, du rang 5 au rang 5, manquent"));
    EXPECT_FALSE(verify("{}", &said));
    EXPECT_FALSE(verify(book.substr(0, book.size() / 2), &said));
}

TEST_F(Proof, EvenAConsistentForgeryContradictsTheSignedHeadsAndAnEarlierExport) {
    post_many(6);
    const auto earlier = file.string() + ".earlier";
    std::ofstream(earlier) << get("/api/v1/proofs/export");
    const auto honest = get("/api/v1/proofs/export");
    // The forger owns the database: he changes the text and its leaf hash together.
    const auto hash_at = honest.find("\"hash\":\"", honest.find("{\"leaf\":2,")) + 8;
    const auto changed = replaced(honest, "5:10250,", "5:20250,");
    const auto text_at = changed.find("\"text\":\"", hash_at) + 8;
    std::string text =
        std::get<Json>(parse_json(changed.substr(text_at - 1, changed.find("\"}", text_at) - text_at + 2)))
            .if_string()
            ->data();
    auto forged = changed;
    forged.replace(hash_at, 64, hex_of(leaf_hash(text)));
    std::string said;
    EXPECT_FALSE(verify(forged, &said, {{}, earlier}));
    EXPECT_THAT(said, HasSubstr("le livre ne mène pas à la racine signée"));
    EXPECT_THAT(said, HasSubstr("OD n° 3 du 2025-03-01 : ligne 1, montant : « 10250 » devient « 20250 »"));
    std::filesystem::remove(earlier);
}

TEST_F(Proof, KeptHeadsStayAndTheRootIsThatOfTheWholeBook) {
    post_many(3);
    const auto first = books.expect(201, accountant, "POST", "/api/v1/proofs/heads");
    const auto again = books.expect(201, accountant, "POST", "/api/v1/proofs/heads");
    EXPECT_EQ(first, again) << "one head per size";
    post_many(2);
    books.expect(201, accountant, "POST", "/api/v1/proofs/heads");
    const auto heads = books.expect(200, accountant, "GET", "/api/v1/proofs/head");
    EXPECT_EQ(heads.find("kept")->if_array()->size(), 2u);
    const auto root = *heads.find("current")->find("root")->if_string();
    books.run(accountant, [&](Context& context) { EXPECT_EQ(current_root(context).root, root); });
    EXPECT_EQ(audit().root, root);
}

TEST_F(Proof, ChunksAreCachedAndGiveTheSameRoot) {
    books.run(accountant, [&](Context& context) {
        Posting posting{"OD", Date(2025, 5, 2), "Lot", "", {}, EntryKind::movement, {}, {}};
        posting.lines.push_back(
            {account_of_code(context, "610100")->id, {}, Money(500, context.currency()), "", {}, {}, {}, {}, {}, {}});
        posting.lines.push_back(
            {account_of_code(context, "550000")->id, {}, Money(-500, context.currency()), "", {}, {}, {}, {}, {}, {}});
        ledger::post(context, std::vector(2 * chunk_leaves + 3, posting));
    });
    const auto before =
        *books.expect(200, accountant, "GET", "/api/v1/proofs/head").find("current")->find("root")->if_string();
    const auto kept = *books.expect(201, accountant, "POST", "/api/v1/proofs/heads").find("root")->if_string();
    EXPECT_EQ(books.sql("select count(*) from merkle_chunk"), "2");
    EXPECT_EQ(before, kept);
    EXPECT_EQ(*books.expect(200, accountant, "GET", "/api/v1/proofs/head").find("current")->find("root")->if_string(),
              kept);
    EXPECT_TRUE(verify(get("/api/v1/proofs/consistency?first=1000&second=2050")));
    const auto id = books.sql("select id from entry where leaf_index = 1500");
    EXPECT_TRUE(verify(get("/api/v1/proofs/entries/" + id)));
    EXPECT_TRUE(audit().sound);
    books.sql("update merkle_chunk set root = sha256('x') where chunk = 1");
    ASSERT_EQ(audit().findings.size(), 1u);
    EXPECT_EQ(audit().findings[0].subject, "tranche 1");
}

TEST_F(Proof, TheAuditorFindsSoundBooksSound) {
    post_many(5);
    books.expect(201, accountant, "POST", "/api/v1/proofs/heads");
    const auto report = audit();
    EXPECT_TRUE(report.sound);
    EXPECT_EQ(report.entries, 5);
    EXPECT_EQ(report.lines, 10);
    EXPECT_EQ(report.signed_heads, 1);
    books.expect(200, accountant, "GET", "/api/v1/proofs/audit");
}

TEST_F(Proof, TheAuditorNamesEveryKindOfDamage) {
    struct Damage {
        AuditCheck check;
        const char* statement;
        const char* subject;
    };
    const Damage damages[] = {
        {AuditCheck::seal, "update entry set description = 'autre' where leaf_index = 1", "OD 2 du 01/03/2025"},
        {AuditCheck::seal, "update line set description = 'autre' where leaf_index = 2 and line_number = 1",
         "OD 3 du 01/03/2025"},
        {AuditCheck::lines, "update line set amount = amount + 1 where leaf_index = 2 and line_number = 1",
         "OD 3 du 01/03/2025"},
        {AuditCheck::balances, "update balance set debit = debit + 1 where debit > 0",
         "610100 du 01/03/2025 (movement)"},
        {AuditCheck::numbers, "update entry set number = 17 where leaf_index = 4", "OD 2025"},
        {AuditCheck::leaves, "update book set leaf_count = leaf_count + 1", "rang 5"},
        {AuditCheck::dates, "update entry set date = '2031-01-01' where leaf_index = 0", "OD 1"},
        {AuditCheck::signed_heads, "update tree_head set root = sha256('x')", "tête de 5 écritures"},
        {AuditCheck::signed_heads, "update tree_head set signature = sha512('x')", "tête de 5 écritures"},
        {AuditCheck::signed_heads,
         "delete from line where leaf_index = 4; set session_replication_role = replica; delete from entry where "
         "leaf_index = 4",
         "tête de 5 écritures"},
    };
    for (const auto& damage : damages) {
        tests::TestBooks fresh{{ledger()}};
        fresh.services().signing_key = &key;
        const auto principal = fresh.organization("Abîmée");
        for (int i = 0; i < 5; ++i)
            fresh.expect(
                201, principal, "POST", "/api/v1/accounting/journal-entries",
                R"({"date":"2025-03-01","description":"E","lines":[{"account_code":"610100","debit":10.00},{"account_code":"550000","credit":10.00}]})");
        fresh.expect(201, principal, "POST", "/api/v1/proofs/heads");
        fresh.sql(damage.statement);
        AuditReport report;
        fresh.run(principal, [&](Context& context) { report = audit_books(context); });
        EXPECT_FALSE(report.sound) << damage.statement;
        bool named = false;
        for (const auto& finding : report.findings)
            named = named || (finding.check == damage.check && finding.subject == damage.subject);
        EXPECT_TRUE(named) << damage.statement << " -> " << to_json_text(report);
    }
}

TEST_F(Proof, OneOrganizationNeverSeesTheProofOfAnother) {
    const auto id = post(1);
    const auto other = books.organization("Les Jardins");
    EXPECT_EQ(tests::outcome(books.request(other, "GET", "/api/v1/proofs/entries/" + id)), "404 not_found");
    EXPECT_EQ(tests::outcome(books.request(books.as(accountant, "Owner"), "GET", "/api/v1/proofs/export")),
              "403 not_allowed");
}

}  // namespace
}  // namespace daftar::ledger
