// How long records must be kept: dated data by country, and the rule that nothing legal goes earlier.
#pragma once
#include "core/operation.hpp"

namespace daftar::ledger {

enum class RecordKind {
    entry,
    voucher,
    vat_declaration,
    bank_statement,
    audit,
    refused_paper,
    mail,
    job,
    request_key,  ///< replies kept against requests that are sent twice
    session
};
BOOST_DESCRIBE_ENUM(RecordKind, entry, voucher, vat_declaration, bank_statement, audit, refused_paper, mail, job,
                    request_key, session)

enum class RetentionStart { fiscal_year_end, record };
BOOST_DESCRIBE_ENUM(RetentionStart, fiscal_year_end, record)

/// What happens once the time is over.
enum class AfterRetention {
    keep,    ///< nothing: no right and no job deletes it
    delete_  ///< the nightly job deletes it
};
BOOST_DESCRIBE_ENUM(AfterRetention, keep, delete_)

/// One line of retention_rules.tsv.
struct RetentionRule {
    std::string country;  ///< "*" is every country
    RecordKind kind = RecordKind::entry;
    std::string label;
    std::int32_t years = 0;
    RetentionStart counted_from = RetentionStart::fiscal_year_end;
    AfterRetention after = AfterRetention::keep;
    Date valid_from;
    std::string source;
    bool confirmed = false;  ///< false: the official text is still to be read
};
BOOST_DESCRIBE_STRUCT(RetentionRule, (),
                      (country, kind, label, years, counted_from, after, valid_from, source, confirmed))

/// Every rule of the data file; a bad file is a bug.
const std::vector<RetentionRule>& all_retention_rules();
/// The rule that counts on a day: the longest of those in force. Nothing for a country or a kind without one.
std::optional<RetentionRule> retention_rule(std::string_view country, RecordKind kind, const Date& day);
/// Records counted from a day before this one are out of retention on `day`.
Date out_of_retention_before(const RetentionRule& rule, const Date& day);

enum class RetentionVerdict {
    may_be_deleted,
    still_kept,
    never_deleted,  ///< evidence: stays for ever
    no_rule         ///< then it stays
};
BOOST_DESCRIBE_ENUM(RetentionVerdict, may_be_deleted, still_kept, never_deleted, no_rule)

/// May a record be deleted on `day`? `start` is the end of its fiscal year, or its own day, as the rule counts.
RetentionVerdict retention_verdict(std::string_view country, RecordKind kind, const Date& start, const Date& day);
/// What the nightly job may delete of a kind: records counted from before this day. Nothing when none may go.
std::optional<Date> deletable_before(std::string_view country, RecordKind kind, const Date& day);

std::string country_of_books(Context& context);

extern const std::span<const Route> retention_routes;

}  // namespace daftar::ledger
