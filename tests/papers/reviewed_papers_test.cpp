// A person decides: faults are answered, a bank account that changed is pointed out.
#include "tests/papers/test_papers.hpp"

namespace daftar::tests {
namespace {

constexpr const char* first_account = "MA64011519000001205000534921";
constexpr const char* other_account = "BE68539007547034";

class ReviewedPapers : public PapersTest {
protected:
    std::string verify(const std::string& iban) {
        const auto party = books.sql("select party_id from party_bank_account where iban = '" + iban + "'");
        const auto id = books.sql("select id from party_bank_account where iban = '" + iban + "'");
        return outcome(books.request(accountant, "PUT", "/api/v1/parties/" + party + "/bank-accounts/" + id,
                                     R"({"status":"verified"})"));
    }
    std::string status_of(const std::string& iban) {
        return books.sql("select coalesce(max(status), 'unknown') from party_bank_account where iban = '" + iban + "'");
    }
    std::string accept(const Json& paper) {
        return outcome(books.request(accountant, "POST", path_of(paper) + "/accept"));
    }
};

TEST_F(ReviewedPapers, AFaultIsAnsweredAndTheServerGoesOn) {
    const auto paper = read("facture.pdf", invoice("F-1", first_account, ""));
    books.expect(200, accountant, "PUT", path_of(paper) + "/fields",
                 R"({"fields":[{"name":"total_including_tax","value":""}]})");
    const auto before = entries();
    const auto answer = books.request(accountant, "POST", path_of(paper) + "/accept");
    EXPECT_EQ(outcome(answer), "422 field_missing") << answer.body;
    EXPECT_THAT(answer.body, testing::HasSubstr("total_including_tax"));
    EXPECT_EQ(entries(), before);
    const auto changed =
        books.request(accountant, "PUT", path_of(paper) + "/fields",
                      R"({"fields":[{"name":"colour","value":"red"},{"name":"total_tax","value":"x"}]})");
    EXPECT_EQ(outcome(changed), "422 unknown_field_name") << changed.body;
    EXPECT_THAT(changed.body, testing::HasSubstr("fields[1].value"));
    EXPECT_EQ(text(books.expect(200, accountant, "GET", path_of(paper)), "status"), "review");
}

TEST_F(ReviewedPapers, ANewAccountWaitsAndAChangedOneIsPointedOut) {
    const auto first = read("mars.pdf", invoice("F-1", first_account));
    EXPECT_THAT(to_text(field(first, "payment_iban")), testing::HasSubstr("bank_account_new"));
    EXPECT_EQ(accept(first), "200") << to_text(first);
    EXPECT_EQ(status_of(first_account), "unverified");
    EXPECT_EQ(verify(first_account), "200");

    const auto same = read("avril.pdf", invoice("F-2", first_account));
    EXPECT_EQ(to_text(field(same, "payment_iban")).find("bank_account"), std::string::npos);

    const auto changed = read("mai.pdf", invoice("F-3", other_account));
    const auto& account = field(changed, "payment_iban");
    EXPECT_EQ(text(account, "value"), other_account);
    EXPECT_THAT(to_text(account), testing::HasSubstr("bank_account_changed"));
    EXPECT_THAT(text(account, "reason"), testing::HasSubstr("MA64 … 4921"));
    EXPECT_EQ(*account.find("confidence"), Json(300));
    EXPECT_EQ(accept(changed), "200");
    EXPECT_EQ(status_of(other_account), "unverified") << "posting is not paying: a person still verifies";
    EXPECT_EQ(status_of(first_account), "verified");
}

TEST_F(ReviewedPapers, AReadingThatFailsThreeTimesIsShownWithItsReason) {
    const auto paper = std::get<Json>(parse_json(send("facture.pdf", invoice("F-1", first_account)).body));
    books.sql("alter table document_text rename to document_text_away");  // a fault that is nobody's file
    for (int attempt = 0; attempt < 3; ++attempt) {
        EXPECT_EQ(text(books.expect(200, accountant, "GET", path_of(paper)), "status"), "reading");
        jobs->drain();
        books.sql("update job set run_at = clock_timestamp() where status = 'queued'");
    }
    const auto failed = books.expect(200, accountant, "GET", path_of(paper));
    EXPECT_EQ(text(failed, "status"), "failed");
    EXPECT_EQ(text(*failed.find("failure"), "code"), "reading_failed");
    books.sql("alter table document_text_away rename to document_text");
    books.expect(200, accountant, "POST", path_of(paper) + "/read");
    jobs->drain();
    EXPECT_EQ(text(books.expect(200, accountant, "GET", path_of(paper)), "status"), "review");
}

TEST_F(ReviewedPapers, AResidenceOfOursIsTheCustomer) {
    books.expect(201, accountant, "POST", "/api/v1/buildings", R"({"name":"Villa Mimosas"})");
    const auto paper = read("facture.pdf", pdf({"Ascenseurs du Sud SARL", "Facture numero F-9 du 12/03/2025",
                                                "VILLA MIMOSAS bloc C", "Total TTC 120,00 DH"}));
    EXPECT_EQ(text(field(paper, "customer_name"), "value"), "Villa Mimosas");
    EXPECT_EQ(accept(paper), "200") << to_text(paper);
    EXPECT_EQ(books.sql("select b.name from expense e join building b on b.id = e.building_id"), "Villa Mimosas");
}

TEST_F(ReviewedPapers, TheVatOfAnotherCountryIsPartOfThePrice) {
    const auto paper = read("facture.pdf", pdf({"Aufzug Sud SARL", "ICE 001561191000066",
                                                "Facture numero F-9 du 12/03/2025", "Maintenance ascenseur",
                                                "Total HT 1000,00 DH", "TVA 19 % 190,00 DH", "Total TTC 1190,00 DH"}));
    EXPECT_EQ(accept(paper), "200") << to_text(paper);
    EXPECT_EQ(books.sql("select string_agg(amount::text, ' ' order by line_number) from line"), "119000 -119000");
}

TEST_F(ReviewedPapers, APaperIsAttachedToAnEntryThatIsPosted) {
    const auto entry = books.expect(201, accountant, "POST", "/api/v1/accounting/journal-entries",
                                    R"({"date":"2025-03-20","description":"Maintenance ascenseur, mars","lines":[
                                       {"account_code":"6134","debit":1200.00},{"account_code":"5121","credit":1200.00}]})");
    const auto path = "/api/v1/accounting/journal-entries/" + text(entry, "id");
    const auto body = [](const Json& paper) { return R"({"document_id":")" + text(paper, "id") + "\"}"; };
    const auto leaf = books.sql("select encode(leaf_hash, 'hex') from entry where id = '" + text(entry, "id") + "'");

    const auto paper = read("facture.pdf", invoice("F-1", first_account));
    const auto attached = books.expect(201, accountant, "POST", path + "/documents", body(paper));
    EXPECT_EQ(text(attached.find("documents")->if_array()->front(), "filename"), "facture.pdf");
    const auto shown = books.expect(200, accountant, "GET", path_of(paper));
    EXPECT_EQ(text(shown, "status"), "posted");
    EXPECT_EQ(text(shown, "entry_id"), text(entry, "id"));
    EXPECT_EQ(books.sql("select encode(leaf_hash, 'hex') from entry where id = '" + text(entry, "id") + "'"), leaf);
    EXPECT_EQ(books.sql("select count(*) from audit_event where action = 'ATTACH'"), "1");

    EXPECT_EQ(outcome(books.request(accountant, "POST", path + "/documents", body(paper))), "409 already_attached");
    EXPECT_EQ(accept(shown), "409 not_in_review") << "its entry is there: it makes no second one";

    const auto photo = read("photo.pdf", pdf({"Bon de livraison sans montant"}));
    books.expect(201, accountant, "POST", path + "/documents", body(photo));
    const auto listed =
        books.expect(200, accountant, "GET", "/api/v1/accounting/journal-entries?document_id=" + text(photo, "id"));
    EXPECT_EQ(listed.find("items")->if_array()->size(), 1u) << "found by any of its papers";

    const auto waiting = std::get<Json>(parse_json(send("suite.pdf", invoice("F-2", first_account)).body));
    EXPECT_EQ(outcome(books.request(accountant, "POST", path + "/documents", body(waiting))), "409 not_in_review");
    EXPECT_EQ(outcome(books.request(accountant, "POST", path + "/documents",
                                    R"({"document_id":"00000000-0000-7000-8000-000000000000"})")),
              "404 not_found");
    EXPECT_EQ(outcome(books.request(books.as(accountant, "Owner"), "POST", path + "/documents", body(photo))),
              "403 not_allowed");
}

TEST_F(ReviewedPapers, AnExpenseWithAnAttachedPaperIsNotWithoutDocument) {
    const auto expense =
        books.expect(201, accountant, "POST", "/api/v1/expenses",
                     R"({"expense_date":"2025-03-20","category":"Maintenance","description":"Ascenseur",
                                          "line_items":[{"description":"Mars","quantity":1,"unit_price":500.00}]})");
    const auto missing = [&] {
        const auto found = books.expect(200, accountant, "GET", "/api/v1/accounting/anomalies?type=MissingDocument");
        return to_text(found).find(text(expense, "id")) != std::string::npos;
    };
    EXPECT_TRUE(missing());
    const auto paper = read("facture.pdf", invoice("F-1", first_account));
    books.expect(201, accountant, "POST",
                 "/api/v1/accounting/journal-entries/" + text(expense, "entry_id") + "/documents",
                 R"({"document_id":")" + text(paper, "id") + "\"}");
    EXPECT_FALSE(missing());
}

}  // namespace
}  // namespace daftar::tests
