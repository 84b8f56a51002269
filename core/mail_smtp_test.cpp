// The same mail against a complete mail server: TLS offered by it is taken, its answers are understood.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/mail.hpp"
#include "tests/doubles/outside.hpp"

namespace daftar {
namespace {

MailMessage message() {
    return {.from = {"syndic@exemple.ma", "Cabinet Atlas"},
            .to = {"owner@exemple.ma"},
            .subject = "Bonjour",
            .text = "Texte",
            .date = Timestamp::now()};
}

TEST(SmtpServer, OfferedTlsIsTakenAndTheUserSignsIn) {
    OutsideWorld world;
    if (!world.is_there()) GTEST_SKIP() << "tests/doubles is not installed";
    send_mail({.address = world.smtp(),
               .user = "daftar",
               .password = "secret",
               .require_tls = true,
               .certificate_authority = world.certificate()},
              message());
    const auto taken = world.line();
    EXPECT_THAT(taken, testing::HasSubstr("\"to\":[\"owner@exemple.ma\"],\"secure\":true,\"user\":\"daftar\""));
    EXPECT_THAT(taken, testing::HasSubstr("Content-Language: fr"));
}

TEST(SmtpServer, AnUnknownRecipientIsRefusedForGoodAWrongPasswordIsNot) {
    OutsideWorld world;
    if (!world.is_there()) GTEST_SKIP() << "tests/doubles is not installed";
    const auto refused_for_good = [&](const char* to, const char* password) {
        auto addressed = message();
        addressed.to.address = to;
        try {
            send_mail({.address = world.smtp(),
                       .user = "daftar",
                       .password = password,
                       .certificate_authority = world.certificate()},
                      addressed);
        } catch (const MailFailure& failure) {
            return failure.permanent;
        }
        ADD_FAILURE() << to << " was taken";
        return false;
    };
    EXPECT_TRUE(refused_for_good("unknown@exemple.ma", "secret"));
    EXPECT_FALSE(refused_for_good("owner@exemple.ma", "wrong"));
}

TEST(SmtpServer, AServerThatNobodyVouchesForIsNotTrusted) {
    OutsideWorld world;
    if (!world.is_there()) GTEST_SKIP() << "tests/doubles is not installed";
    EXPECT_THROW(send_mail({.address = world.smtp()}, message()), MailFailure);
}

}  // namespace
}  // namespace daftar
