// Parties with their identifiers, auxiliaries and bank accounts, buildings, and recognition of suppliers.
#include "registry/registry.hpp"

#include <gtest/gtest.h>

#include "ledger/ledger.hpp"
#include "tests/support/test_books.hpp"

namespace daftar::registry {
namespace {

using tests::outcome;

struct RegistryTest : testing::Test {
    tests::TestBooks books{{ledger::ledger(), registry()}};
    Principal accountant = books.organization("Les Orangers", "ma-syndicat");

    std::string create(std::string_view body) {
        return *books.expect(201, accountant, "POST", "/api/v1/parties", body).find("id")->if_string();
    }
};

TEST_F(RegistryTest, a_supplier_gets_a_code_and_its_auxiliary) {
    const auto id = create(
        R"({"kind":"supplier","name":"Jardins de l'Atlas","identifiers":[{"kind":"ice","value":"0015611 91000066"}]})");
    const auto party = books.expect(200, accountant, "GET", "/api/v1/parties/" + id);
    EXPECT_EQ(*party.find("code"), Json("F0001"));
    EXPECT_EQ(*(*party.find("identifiers")->if_array())[0].find("value"), Json("001561191000066"));
    EXPECT_EQ(books.sql("select a.code || ' ' || x.code || ' ' || x.kind from auxiliary x join account a on a.id = "
                        "x.account_id where x.party_id = '" +
                        id + "'"),
              "4411 F0001 supplier");
    create(R"({"kind":"owner","name":"Mme Alaoui"})");
    EXPECT_EQ(books.sql("select a.code || ' ' || x.code from auxiliary x join account a on a.id = x.account_id where "
                        "x.kind = 'owner'"),
              "3422 C0001");
}

TEST_F(RegistryTest, refusals) {
    create(R"({"kind":"supplier","name":"A","code":"EAU","identifiers":[{"kind":"ice","value":"001561191000066"}]})");
    const std::pair<const char*, const char*> refusals[] = {
        {R"({"kind":"supplier","name":"B","code":"EAU"})", "409 party_code_taken"},
        {R"({"kind":"supplier","name":"B","identifiers":[{"kind":"ice","value":"001561191000066"}]})",
         "409 identifier_taken"},
        {R"({"kind":"supplier","name":"B","identifiers":[{"kind":"ice","value":"001561191000067"}]})",
         "422 invalid_identifier"},
        {R"({"kind":"alien","name":"B"})", "400 unknown_choice"},
        {R"({"kind":"supplier","name":""})", "400 bad_input"},
    };
    for (const auto& [body, expected] : refusals) {
        const auto answer = outcome(books.request(accountant, "POST", "/api/v1/parties", body));
        EXPECT_EQ(answer.substr(0, 3), std::string(expected).substr(0, 3)) << body << answer;
    }
    EXPECT_EQ(books.sql("select count(*) from party"), "1");
}

TEST_F(RegistryTest, search_finds_without_accents_and_by_identifier) {
    create(
        R"({"kind":"supplier","name":"Électricité Générale","identifiers":[{"kind":"ice","value":"002136093000040"}]})");
    create(R"({"kind":"supplier","name":"Plomberie"})");
    for (const auto* search : {"electri", "0021360", "F0001"})
        EXPECT_EQ(books.expect(200, accountant, "GET", std::string("/api/v1/parties?search=") + search)
                      .find("items")
                      ->if_array()
                      ->size(),
                  1u)
            << search;
    EXPECT_EQ(outcome(books.request(books.as(accountant, "Owner"), "GET", "/api/v1/parties")), "403 not_allowed");
}

TEST_F(RegistryTest, a_changed_name_follows_to_the_auxiliary) {
    const auto id = create(R"({"kind":"supplier","name":"Ancien"})");
    books.expect(200, accountant, "PUT", "/api/v1/parties/" + id, R"({"name":"Nouveau"})");
    EXPECT_EQ(books.sql("select name from auxiliary where party_id = '" + id + "'"), "Nouveau");
}

TEST_F(RegistryTest, a_bank_account_is_unverified_until_a_person_decides) {
    const auto id = create(R"({"kind":"supplier","name":"Ascenseurs"})");
    const auto path = "/api/v1/parties/" + id + "/bank-accounts";
    EXPECT_EQ(outcome(books.request(accountant, "POST", path, R"({"iban":"MA64 0115 1900 0001 2050 0053 4922"})")),
              "422 invalid_bank_account");
    const auto account = books.expect(201, accountant, "POST", path, R"({"iban":"0115 1900 0001 2050 0053 4921"})");
    EXPECT_EQ(*account.find("iban"), Json("MA64011519000001205000534921"));
    EXPECT_EQ(*account.find("status"), Json("unverified"));
    const auto one = path + "/" + *account.find("id")->if_string();
    EXPECT_EQ(outcome(books.request(accountant, "POST", path, R"({"iban":"MA64011519000001205000534921"})")),
              "409 bank_account_known");
    EXPECT_EQ(
        books.expect(200, accountant, "GET", "/api/v1/party-bank-accounts/to-verify").find("items")->if_array()->size(),
        1u);
    EXPECT_EQ(*books.expect(200, accountant, "PUT", one, R"({"status":"verified"})").find("status"), Json("verified"));
    EXPECT_EQ(outcome(books.request(accountant, "PUT", one, R"({"status":"rejected"})")), "409 already_decided");
}

TEST_F(RegistryTest, a_supplier_is_recognised_by_identifier_then_account_then_name) {
    const auto id = create(
        R"({"kind":"supplier","name":"SRM Marrakech-Safi","identifiers":[{"kind":"ice","value":"001561191000066"}]})");
    const auto match = [&](SupplierClues clues) {
        SupplierMatch found;
        books.run(accountant, [&](Context& context) { found = find_or_propose_supplier(context, clues); });
        return found;
    };
    auto found = match({{{IdentifierKind::siren, "1"}, {IdentifierKind::ice, "001561191000066"}},
                        "MA64011519000001205000534921",
                        "Tout autre nom"});
    EXPECT_EQ(found.party_id.text(), id);
    EXPECT_EQ(found.evidence, SupplierEvidence::identifier);
    EXPECT_EQ(found.bank_account, BankAccountStatus::unverified);
    found = match({{}, "011519000001205000534921", ""});
    EXPECT_EQ(found.party_id.text(), id);
    EXPECT_EQ(found.evidence, SupplierEvidence::bank_account);
    found = match({{}, {}, "S.R.M. MARRAKECH SAFI"});
    EXPECT_EQ(found.party_id.text(), id);
    EXPECT_EQ(found.evidence, SupplierEvidence::name);
    found = match({{}, {}, "Boulangerie du Coin"});
    EXPECT_TRUE(found.is_new);
    EXPECT_EQ(books.sql("select needs_review from party where id = '" + found.party_id.text() + "'"), "t");
}

TEST_F(RegistryTest, buildings_are_kept_and_changed) {
    const auto building =
        books.expect(201, accountant, "POST", "/api/v1/buildings",
                     R"({"name":"Bloc A","city":"Marrakech","lot_count":24,"latitude":31.63,"longitude":-8.01})");
    const auto path = "/api/v1/buildings/" + *building.find("id")->if_string();
    EXPECT_EQ(outcome(books.request(accountant, "POST", "/api/v1/buildings", R"({"name":"B","latitude":131})")),
              "400 out_of_range");
    EXPECT_EQ(*books.expect(200, accountant, "PUT", path, R"({"lot_count":25})").find("lot_count"), Json(25));
    EXPECT_EQ(
        books.expect(200, accountant, "GET", "/api/v1/buildings?search=marrakech").find("items")->if_array()->size(),
        1u);
    const auto stranger = books.organization("Ailleurs", "ma-syndicat");
    EXPECT_EQ(outcome(books.request(stranger, "GET", path)), "404 not_found");
}

}  // namespace
}  // namespace daftar::registry
