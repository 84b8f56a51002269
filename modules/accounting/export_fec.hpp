// Fichier des écritures comptables (LPF art. A47 A-1), also used for the Moroccan avis no 24 and by auditors.
#pragma once
#include "core/operation.hpp"

namespace daftar::accounting {

enum class ExportRefusal { nothing_to_export, dates_reversed };
BOOST_DESCRIBE_ENUM(ExportRefusal, nothing_to_export, dates_reversed)
RefusalText text_of(ExportRefusal refusal);

struct FecRequest {
    std::int32_t year = 0;
};
BOOST_DESCRIBE_STRUCT(FecRequest, (), (year))

/// The 18 columns, separated by tabs, of a fiscal year: opening balances first, then every entry in the order in which
/// it was validated, without the closing entries of classes 6 and 7. UTF-8, CRLF. Named <SIREN>FECAAAAMMJJ.txt after
/// the last day of the year. Refused with year_not_found, or nothing_to_export for a year without entries.
File export_fec(Context& context, const FecRequest& request);

extern const std::span<const Route> fec_routes;

}  // namespace daftar::accounting
