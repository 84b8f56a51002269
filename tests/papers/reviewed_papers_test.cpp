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

}  // namespace
}  // namespace daftar::tests
