// Ledger lines as Noalyss exports them (include/export/export_ledger_csv.php): a CSV that its users know.
#pragma once
#include "core/operation.hpp"

namespace daftar::accounting {

/// listing: what Noalyss itself exports. import: what its plugin import_account takes into a ledger of type ODS.
enum class NoalyssLayout { listing, import };
BOOST_DESCRIBE_ENUM(NoalyssLayout, listing, import)

struct NoalyssRequest {
    Date start_date, end_date;
    std::optional<NoalyssLayout> layout;  ///< listing when absent
};
BOOST_DESCRIBE_STRUCT(NoalyssRequest, (), (start_date, end_date, layout))

/// listing: operation; N° Pièce; Interne; Date; Poste; QuickCode; Libellé; Débit; Crédit, with opening and closing
/// entries. import: date; group; account; piece; label; amount; D or C, without a header and without closing entries
/// (Noalyss closes its own years). Both with semicolons, texts in double quotes without inner quotes, decimal commas,
/// dates DD.MM.YYYY, CRLF: the plugin's own defaults. Refused with dates_reversed or nothing_to_export.
File export_noalyss(Context& context, const NoalyssRequest& request);

extern const std::span<const Route> noalyss_routes;

}  // namespace daftar::accounting
