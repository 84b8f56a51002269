#include "identity/lockout.hpp"

#include <arpa/inet.h>

#include "identity/lockout.sql.hpp"
#include "identity/refusal.hpp"
#include "identity/secret.hpp"

namespace daftar::identity {

struct FailedAttempts {
    std::int32_t failures = 0;
    Timestamp last_failed_at;
};
BOOST_DESCRIBE_STRUCT(FailedAttempts, (), (failures, last_failed_at))

namespace {

constexpr std::int64_t first_delay_seconds = 15;
constexpr std::int64_t memory_seconds = 24 * 3600;  ///< failures older than that are forgotten

Timestamp forget_before(const Context& context) { return context.now().plus_seconds(-memory_seconds); }

[[noreturn]] void refuse(std::int64_t seconds) {
    throw Refused(Refusal::too_many_attempts,
                  "Réessayez dans " + (seconds < 120 ? std::to_string(std::max<std::int64_t>(seconds, 1)) + " s."
                                                     : std::to_string((seconds + 59) / 60) + " min."));
}

std::int64_t remaining_seconds(Context& context, const std::string& key, const Patience& patience) {
    const auto failed = context.maybe<sql::failed_attempts>(key, forget_before(context));
    if (!failed) return 0;
    const auto passed = (context.now().microseconds - failed->last_failed_at.microseconds) / 1'000'000;
    return delay_seconds(patience, failed->failures) - passed;
}

}  // namespace

std::int64_t delay_seconds(const Patience& patience, int failures) {
    if (failures < patience.free_failures) return 0;
    const int doublings = std::min(failures - patience.free_failures, 20);
    return std::min(first_delay_seconds << doublings, patience.delay_seconds_max);
}

std::string address_key(std::string_view remote_address) {
    const std::string text(remote_address);
    unsigned char bytes[16] = {};
    if (inet_pton(AF_INET6, text.c_str(), bytes) != 1) return "address " + text;
    constexpr unsigned char mapped[12] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
    if (std::equal(mapped, mapped + 12, bytes))
        return "address " + std::to_string(bytes[12]) + "." + std::to_string(bytes[13]) + "." +
               std::to_string(bytes[14]) + "." + std::to_string(bytes[15]);
    return "address " + to_hex({reinterpret_cast<const char*>(bytes), 8}) + "/64";
}

std::string account_attempt_key(std::string_view account) { return "account " + to_hex(hash_of_secret(account).value); }

Attempt::Attempt(Context& context, std::string_view account)
    : context_(context),
      account_key_(account_attempt_key(account)),
      address_key_(address_key(context.request().remote_address)) {
    if (!context_.one<sql::try_lock_attempts>(account_key_)) refuse(1);
    const auto wait = std::max(remaining_seconds(context_, account_key_, account_patience),
                               remaining_seconds(context_, address_key_, address_patience));
    if (wait > 0) refuse(wait);
}

void Attempt::failed() {
    for (const auto& key : {account_key_, address_key_})
        context_.later<sql::note_failed_attempt>(key, context_.now(), forget_before(context_));
}

void Attempt::succeeded() { context_.later<sql::forget_failed_attempts>(account_key_); }

}  // namespace daftar::identity
