// Why the registry says no.
#pragma once
#include "core/problem.hpp"

namespace daftar::registry {

enum class Refusal {
    invalid_identifier,
    identifier_taken,
    party_code_taken,
    invalid_bank_account,
    bank_account_known,
    already_decided
};
BOOST_DESCRIBE_ENUM(Refusal, invalid_identifier, identifier_taken, party_code_taken, invalid_bank_account,
                    bank_account_known, already_decided)
RefusalText text_of(Refusal refusal);

}  // namespace daftar::registry
