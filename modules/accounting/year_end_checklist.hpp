// Whether a year may be closed, computed from the books.
#pragma once
#include "modules/accounting/year_end.hpp"

namespace daftar::accounting {

/// ERROR: the books contradict themselves; PENDING: work that is due; WARNING: to be looked at, closing stays possible.
enum class CheckStatus { OK, WARNING, PENDING, ERROR };
BOOST_DESCRIBE_ENUM(CheckStatus, OK, WARNING, PENDING, ERROR)

struct YearEndCheck {
    std::string item;  ///< French, as the guide shows it
    CheckStatus status = CheckStatus::OK;
    std::string details;
    std::string code;  ///< stable: trial_balance, drafts, vat …
    bool blocking = false;
    std::optional<std::string> link;  ///< the query that opens what is meant
};
BOOST_DESCRIBE_STRUCT(YearEndCheck, (), (item, status, details, code, blocking, link))

struct YearEndChecklist {
    std::int32_t year = 0;
    std::vector<YearEndCheck> checks;
    bool ready_for_closure = false;  ///< no blocking check fails
    bool is_closed = false;
};
BOOST_DESCRIBE_STRUCT(YearEndChecklist, (), (year, checks, ready_for_closure, is_closed))

YearEndChecklist year_end_checklist(Context& context, const FiscalYearRequest& request);

}  // namespace daftar::accounting
