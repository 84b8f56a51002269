// Why the accounting module says no.
#pragma once
#include "core/problem.hpp"

namespace daftar::accounting {

enum class Refusal {
    unknown_category,
    not_expense_account,
    not_income_account,
    unknown_vat_rate,
    vat_amount_mismatch,
    duplicate_invoice,
    total_must_be_positive,
    amount_too_large,
    not_a_supplier,
    not_an_owner,
    not_a_money_account,
    already_approved,
    not_approved,
    already_paid,
    amount_exceeds_due,
    not_creditable,
    credit_exceeds_invoice,
    period_not_over,
    already_filed,
    not_filed,
    already_settled,
    nothing_to_settle,
    shares_needed,
    closing_blocked,
    year_already_closed,
    earlier_year_open,
    year_not_closed,
    later_year_closed,
    unknown_anomaly,
    already_reviewed
};
BOOST_DESCRIBE_ENUM(Refusal, unknown_category, not_expense_account, not_income_account, unknown_vat_rate,
                    vat_amount_mismatch, duplicate_invoice, total_must_be_positive, amount_too_large, not_a_supplier,
                    not_an_owner, not_a_money_account, already_approved, not_approved, already_paid, amount_exceeds_due,
                    not_creditable, credit_exceeds_invoice, period_not_over, already_filed, not_filed, already_settled,
                    nothing_to_settle, shares_needed, closing_blocked, year_already_closed, earlier_year_open,
                    year_not_closed, later_year_closed, unknown_anomaly, already_reviewed)
RefusalText text_of(Refusal refusal);

/// One located detail, with the refusal's own code and sentence.
Problems at_path(std::string path, Refusal refusal);

}  // namespace daftar::accounting
