// Ledger lines as Noalyss exports them (include/export/export_ledger_csv.php): a CSV that its users know.
#pragma once
#include "core/operation.hpp"

namespace daftar::accounting {

struct NoalyssRequest {
    Date start_date, end_date;
};
BOOST_DESCRIBE_STRUCT(NoalyssRequest, (), (start_date, end_date))

/// operation; N° Pièce; Interne; Date; Poste; QuickCode; Libellé; Débit; Crédit – semicolons, texts in double quotes
/// without inner quotes, decimal commas, dates DD.MM.YYYY, CRLF. Opening and closing entries are part of it. Refused
/// with dates_reversed or nothing_to_export.
File export_noalyss(Context& context, const NoalyssRequest& request);

extern const std::span<const Route> noalyss_routes;

}  // namespace daftar::accounting
