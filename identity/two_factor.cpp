#include "identity/two_factor.hpp"

#include "identity/change_password.hpp"
#include "identity/notice.hpp"
#include "identity/refusal.hpp"
#include "identity/secret.hpp"
#include "identity/session.hpp"
#include "identity/totp.hpp"
#include "identity/two_factor.sql.hpp"

namespace daftar::identity {

struct TotpRow {
    std::optional<Bytes> totp_secret;
    std::int64_t totp_last_step = 0;
    bool is_enabled = false;
};
BOOST_DESCRIBE_STRUCT(TotpRow, (), (totp_secret, totp_last_step, is_enabled))

/// Touching the second step needs the password again: a page left open is not enough.
struct PasswordAgain {
    PasswordText password;
};
BOOST_DESCRIBE_STRUCT(PasswordAgain, (), (password))

struct CodeGiven {
    Text<1, 40> code;
};
BOOST_DESCRIBE_STRUCT(CodeGiven, (), (code))

struct Enrolment {
    std::string secret;  ///< base32, to be typed where no camera is
    std::string uri;     ///< otpauth://, to be shown as a QR code
};
BOOST_DESCRIBE_STRUCT(Enrolment, (), (secret, uri))

/// Shown once.
struct RecoveryCodes {
    std::vector<std::string> recovery_codes;
};
BOOST_DESCRIBE_STRUCT(RecoveryCodes, (), (recovery_codes))

namespace {

constexpr int recovery_code_count = 10;
constexpr std::size_t recovery_code_bytes = 10;  // 80 bits, 16 characters of base32

std::string sealing_key(const Context& context) { return derived_key(context.services(), "totp secret"); }

std::optional<std::string> secret_in(const Context& context, const TotpRow& row) {
    return row.totp_secret ? unsealed(sealing_key(context), *row.totp_secret) : std::nullopt;
}

/// Only letters and digits, upper case: how a code is hashed, however it was typed.
std::string bare_code(std::string_view text) {
    std::string code;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z')
            code += static_cast<char>(c - 'a' + 'A');
        else if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            code += c;
    }
    return code;
}

RecoveryCodes new_recovery_codes(Context& context) {
    RecoveryCodes out;
    std::vector<std::string> hashes;
    for (int i = 0; i < recovery_code_count; ++i) {
        const auto code = base32(random_bytes(context, recovery_code_bytes));
        hashes.push_back(to_hex(hash_of_secret(code).value));
        out.recovery_codes.push_back(code.substr(0, 4) + "-" + code.substr(4, 4) + "-" + code.substr(8, 4) + "-" +
                                     code.substr(12));
    }
    context.later<sql::forget_recovery_codes>(context.principal().user);
    context.later<sql::insert_recovery_codes>(context.principal().user, hashes);
    return out;
}

Enrolment enrol(Context& context, const PasswordAgain& input) {
    require_own_page(context);
    const auto& user = context.principal().user;
    if (context.found<sql::totp_of>(user).is_enabled) throw Refused(Refusal::totp_already_enabled);
    require_own_password(context, input.password);
    const auto secret = random_bytes(context, totp_secret_bytes);
    context.later<sql::keep_totp_secret>(user, sealed(context, sealing_key(context), secret));
    return {base32(secret), totp_uri(secret, context.principal().email)};
}

RecoveryCodes confirm(Context& context, const CodeGiven& input) {
    require_own_page(context);
    const auto& user = context.principal().user;
    const auto row = context.found<sql::totp_of>(user);
    if (row.is_enabled) throw Refused(Refusal::totp_already_enabled);
    const auto secret = secret_in(context, row);
    if (!secret) throw Refused(Refusal::totp_not_enrolled);
    const auto code = as_totp_code(input.code);
    const auto step = code ? totp_step(*secret, *code, context.now(), row.totp_last_step) : std::nullopt;
    if (!step) throw BadInput("code", "totp_invalid", text_of(Refusal::totp_invalid).sentence);
    context.later<sql::spend_totp_step>(user, *step);
    context.later<sql::mark_totp>(user, std::optional(context.now()));
    context.audit("TOTP_ENABLED", "User", user.value);
    send_security_notice(context, user, "La connexion en deux étapes est activée");
    return new_recovery_codes(context);
}

void disable(Context& context, const PasswordAgain& input) {
    require_own_page(context);
    const auto& user = context.principal().user;
    if (!context.found<sql::totp_of>(user).is_enabled) throw Refused(Refusal::totp_not_enabled);
    require_own_password(context, input.password);
    context.later<sql::mark_totp>(user, std::optional<Timestamp>());
    context.later<sql::forget_totp>(user);
    context.later<sql::forget_recovery_codes>(user);
    context.audit("TOTP_DISABLED", "User", user.value);
    send_security_notice(context, user, "La connexion en deux étapes est désactivée");
}

RecoveryCodes renew_recovery_codes(Context& context, const PasswordAgain& input) {
    require_own_page(context);
    const auto& user = context.principal().user;
    if (!context.found<sql::totp_of>(user).is_enabled) throw Refused(Refusal::totp_not_enabled);
    require_own_password(context, input.password);
    context.audit("RECOVERY_CODES_RENEWED", "User", user.value);
    send_security_notice(context, user, "De nouveaux codes de secours ont été créés");
    return new_recovery_codes(context);
}

constexpr Route table[] = {
    {.method = "POST",
     .path = "/api/v1/auth/totp",
     .permission = access::signed_in,
     .operation = operation<&enrol>,
     .secret_reply = true},
    {.method = "POST",
     .path = "/api/v1/auth/totp/confirm",
     .permission = access::signed_in,
     .operation = operation<&confirm>,
     .secret_reply = true},
    {.method = "POST",
     .path = "/api/v1/auth/totp/disable",
     .permission = access::signed_in,
     .operation = operation<&disable>,
     .secret_reply = true},
    {.method = "POST",
     .path = "/api/v1/auth/totp/recovery-codes",
     .permission = access::signed_in,
     .operation = operation<&renew_recovery_codes>,
     .secret_reply = true},
};

}  // namespace

bool spend_second_factor(Context& context, const Id<User>& user, std::string_view text) {
    const auto row = context.maybe<sql::totp_of>(user);
    if (!row) return false;
    if (const auto code = as_totp_code(text)) {
        const auto secret = secret_in(context, *row);
        const auto step = secret ? totp_step(*secret, *code, context.now(), row->totp_last_step) : std::nullopt;
        return step && context.run<sql::spend_totp_step>(user, *step) == 1;
    }
    const auto code = bare_code(text);
    return code.size() >= 16 && context.run<sql::spend_recovery_code>(user, hash_of_secret(code), context.now()) == 1;
}

const std::span<const Route> two_factor_routes = table;

}  // namespace daftar::identity
