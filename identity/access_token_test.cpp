#include "identity/access_token.hpp"

#include <gtest/gtest.h>

#include <ctime>

#include "identity/secret.hpp"

namespace daftar::identity {
namespace {

class AccessToken : public testing::Test {
protected:
    Timestamp now = *Timestamp::parse("2026-03-01T10:00:00Z");
    Services services;
    Principal principal;

    AccessToken() {
        services.secret = std::string(32, 's');
        services.surroundings.now = [this] { return now; };
        principal.user = {*Uuid::parse("01890000-0000-7000-8000-000000000001")};
        principal.email = "comptable@cabinet.example";
        principal.organization = {*Uuid::parse("01890000-0000-7000-8000-000000000002")};
        principal.tenant_group = {*Uuid::parse("01890000-0000-7000-8000-000000000003")};
        principal.role = {*Uuid::parse("01890000-0000-7000-8000-000000000004")};
        principal.role_type = "Accountant";
        principal.session = {*Uuid::parse("01890000-0000-7000-8000-000000000005")};
        principal.currency = *Currency::from_code("EUR");
        principal.time_zone = "Europe/Brussels";
    }
    std::string good() { return access_token(principal, services, now.plus_seconds(access_token_seconds)); }
    Principal read(const std::string& token) {
        Request request;
        request.headers["authorization"] = "Bearer " + token;
        return authenticate(request, services);
    }
    void expect_refused(const std::string& token) {
        try {
            read(token);
            ADD_FAILURE() << "accepted: " << token;
        } catch (const Refused& refused) {
            EXPECT_EQ(refused.status, 401);
            EXPECT_EQ(refused.code, "sign_in_required");
        }
    }
    std::string signed_with(std::string_view header, std::string_view payload, std::string_view key) {
        const auto part = base64url(header) + "." + base64url(payload);
        return part + "." + base64url(mac(key, part));
    }
    std::string payload_of(const std::string& token) {
        const auto first = token.find('.'), last = token.rfind('.');
        return *from_base64url(std::string_view(token).substr(first + 1, last - first - 1));
    }
};

TEST_F(AccessToken, TheNameOfTheSchemeIsReadInAnyCase) {
    for (const auto* scheme : {"bearer ", "BEARER ", "Bearer "}) {
        Request request;
        request.headers["authorization"] = scheme + good();
        EXPECT_EQ(authenticate(request, services).email, principal.email) << scheme;
    }
    for (const auto* other : {"", "Basic ", "Bearer", "Bearers "}) {
        Request request;
        request.headers["authorization"] = other + good();
        EXPECT_THROW(authenticate(request, services), Refused) << other;
    }
}

TEST_F(AccessToken, GivesBackThePrincipalItWasMadeFor) {
    const auto read_back = read(good());
    EXPECT_EQ(read_back.user, principal.user);
    EXPECT_EQ(read_back.email, principal.email);
    EXPECT_EQ(read_back.organization, principal.organization);
    EXPECT_EQ(read_back.tenant_group, principal.tenant_group);
    EXPECT_EQ(read_back.role, principal.role);
    EXPECT_EQ(read_back.session, principal.session);
    EXPECT_EQ(read_back.currency.code(), "EUR");
    EXPECT_EQ(read_back.time_zone, "Europe/Brussels");
    EXPECT_TRUE(read_back.may("write_entries"));
    EXPECT_FALSE(read_back.may("reopen_year"));
}

TEST_F(AccessToken, ARoleOfAWholeGroupHasNoBooksOpen) {
    principal.organization = {};
    principal.role_type = "Admin";
    const auto read_back = read(good());
    EXPECT_FALSE(read_back.organization);
    EXPECT_TRUE(read_back.may("manage_users"));
    EXPECT_FALSE(read_back.may("read_reports"));
}

TEST_F(AccessToken, ExpiresToTheSecond) {
    const auto token = good();
    now = now.plus_seconds(access_token_seconds - 1);
    EXPECT_NO_THROW(read(token));
    now = now.plus_seconds(1);
    expect_refused(token);
}

TEST_F(AccessToken, IsRefusedWhenAnyCharacterChanges) {
    const auto token = good();
    for (std::size_t i = 0; i < token.size(); ++i) {
        auto altered = token;
        altered[i] = altered[i] == 'A' ? 'B' : 'A';
        expect_refused(altered);
    }
}

TEST_F(AccessToken, IsRefusedWithAnotherSecretOrPurpose) {
    const auto token = good();
    const auto payload = payload_of(token);
    constexpr auto header = R"({"alg":"HS256","typ":"JWT"})";
    expect_refused(signed_with(header, payload, std::string(32, 'x')));
    expect_refused(signed_with(header, payload, services.secret));
    expect_refused(signed_with(header, payload, derived_key(services, "file link")));
    expect_refused(signed_with(header, payload, ""));
    services.secret = std::string(32, 't');
    expect_refused(token);
}

TEST_F(AccessToken, KnowsOneAlgorithmOnlyEvenWithAGoodSignature) {
    const auto payload = payload_of(good());
    const auto key = derived_key(services, "access token");
    for (const auto* header :
         {R"({"alg":"none","typ":"JWT"})", R"({"alg":"None"})", R"({"alg":"HS512","typ":"JWT"})",
          R"({"alg":"RS256","typ":"JWT"})", R"({"alg":"HS256","typ":"JWT","kid":"../../dev/null"})",
          R"({"typ":"JWT","alg":"HS256"})", "{}", ""})
        expect_refused(signed_with(header, payload, key));
    expect_refused(base64url(R"({"alg":"none","typ":"JWT"})") + "." + base64url(payload) + ".");
}

TEST_F(AccessToken, RefusesWhatIsNotATokenAtAll) {
    for (const std::string text : {"", ".", "..", "...", "a.b.c", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9", "é.é.é", " "})
        expect_refused(text);
    expect_refused(std::string(5'000'000, '.'));
    expect_refused(good() + "=");
    expect_refused(good() + "\r\nX-Injected: 1");
    expect_refused(" " + good());
    Request request;
    EXPECT_THROW(authenticate(request, services), Refused);
    request.headers["authorization"] = "Basic " + good();
    EXPECT_THROW(authenticate(request, services), Refused);
}

TEST_F(AccessToken, SignedButStrangeClaimsAreRefused) {
    const auto key = derived_key(services, "access token");
    constexpr auto header = R"({"alg":"HS256","typ":"JWT"})";
    auto payload = payload_of(good());
    expect_refused(signed_with(header, "{}", key));
    expect_refused(signed_with(header, "[]", key));
    expect_refused(signed_with(header, "not json", key));
    payload.replace(payload.find("\"daftar\""), 8, "\"others\"");
    expect_refused(signed_with(header, payload, key));
}

TEST_F(AccessToken, IsReadInMicroseconds) {
    const auto token = good();
    constexpr int times = 5000;
    const auto start = std::clock();  // of this process: the machine may be busy
    for (int i = 0; i < times; ++i) read(token);
    const auto microseconds = static_cast<double>(std::clock() - start) * 1e6 / CLOCKS_PER_SEC / times;
    RecordProperty("microseconds", std::to_string(microseconds));
    EXPECT_LT(microseconds, 200) << "generous, for sanitizers";
}

}  // namespace
}  // namespace daftar::identity
