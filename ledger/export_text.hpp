// The books as plain text for hledger and ledger, so that outside tools can check our totals.
#pragma once
#include "core/operation.hpp"

namespace daftar::ledger {

struct TextExportRequest {
    std::optional<std::int32_t> year;  ///< one fiscal year with its opening balances; every entry when absent
};
BOOST_DESCRIBE_STRUCT(TextExportRequest, (), (year))

/// A journal that both programs read: an auxiliary is a sub-account of its account ("440000:FOURN-1"). Opening entries
/// are left out of the whole export, where they would count twice.
File export_text(Context& context, const TextExportRequest& request);

extern const std::span<const Route> text_export_routes;

}  // namespace daftar::ledger
