// What identity refuses, each with its status and French sentence.
#pragma once
#include "core/problem.hpp"

namespace daftar::identity {

enum class Refusal {
    invalid_credentials,
    totp_required,
    totp_invalid,
    too_many_attempts,
    session_ended,
    cross_site_request,
    invalid_link,
    already_installed,
    dry_run_impossible,
    wrong_password,
    totp_already_enabled,
    totp_not_enabled,
    totp_not_enrolled,
    last_administrator,
    own_account_kept,
    belongs_to_others,
    role_above_yours,
    role_needs_organization,
    no_such_role,
    time_zone_unknown,
    email_taken
};
BOOST_DESCRIBE_ENUM(Refusal, invalid_credentials, totp_required, totp_invalid, too_many_attempts, session_ended,
                    cross_site_request, invalid_link, already_installed, dry_run_impossible, wrong_password,
                    totp_already_enabled, totp_not_enabled, totp_not_enrolled, last_administrator, own_account_kept,
                    belongs_to_others, role_above_yours, role_needs_organization, no_such_role, time_zone_unknown,
                    email_taken)
RefusalText text_of(Refusal refusal);

}  // namespace daftar::identity
