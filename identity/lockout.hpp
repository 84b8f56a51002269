// Growing delays after failed sign-ins, per account and per network address.
#pragma once
#include "core/context.hpp"

namespace daftar::identity {

/// How patience runs out.
struct Patience {
    int free_failures;  ///< no delay up to here
    std::int64_t delay_seconds_max;
};
/// Short at most, so that a stranger cannot keep someone out of his own account for long.
inline constexpr Patience account_patience{5, 15 * 60};
/// An office shares one address: more tries, longer delays.
inline constexpr Patience address_patience{30, 60 * 60};

/// Seconds to wait after that many failures in a row: 0 while they are free, then 15, 30, 60 … up to the maximum.
std::int64_t delay_seconds(const Patience& patience, int failures);

/// IPv4 addresses one by one; IPv6 by /64, because one line has that many.
std::string address_key(std::string_view remote_address);

/// Names an account in the table of failures without telling which it is.
std::string account_attempt_key(std::string_view account);

/// One attempt to prove who one is. Made before the secret is checked: refused with too_many_attempts while a delay
/// runs or while another attempt on the same account is under way (guesses cannot run side by side).
class Attempt {
public:
    Attempt(Context& context, std::string_view account);
    /// Counts it; the caller commits and refuses.
    void failed();
    /// Forgets the account's failures.
    void succeeded();

private:
    Context& context_;
    std::string account_key_, address_key_;
};

}  // namespace daftar::identity
