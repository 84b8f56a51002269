// Papers: received, listed, shown.
#pragma once
#include "core/app.hpp"
#include "documents/types.hpp"
#include "registry/supplier_match.hpp"

namespace daftar::documents {

struct PaperSummary {
    Id<Paper> id;
    std::string filename, media_type;
    PaperStatus status = PaperStatus::reading;
    std::optional<std::string> type;
    std::optional<PaperFailure> failure;
    std::string issuer, number;
    std::optional<Date> date;
    std::optional<Money> total;
    std::optional<std::string> currency;
    std::optional<Id<ledger::Entry>> entry_id;
    Timestamp received_at;
};
BOOST_DESCRIBE_STRUCT(PaperSummary, (),
                      (id, filename, media_type, status, type, failure, issuer, number, date, total, currency, entry_id,
                       received_at))

/// A paper as it is stored.
struct StoredPaper {
    Id<Paper> id;
    std::string filename, media_type;
    Bytes file_hash;
    PaperStatus status = PaperStatus::reading;
    std::optional<std::string> type;
    std::optional<PaperFailure> failure;
    std::vector<PaperPage> pages;
    std::vector<PaperField> fields;
    std::vector<PaperTax> taxes;
    std::optional<Id<registry::Party>> supplier_id;
    std::optional<Id<ledger::Entry>> entry_id;
    Timestamp received_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(StoredPaper, (),
                      (id, filename, media_type, file_hash, status, type, failure, pages, fields, taxes, supplier_id,
                       entry_id, received_at, version))

struct PaperKey {
    Id<Paper> id;
};
BOOST_DESCRIBE_STRUCT(PaperKey, (), (id))

/// Keeps a file and queues its reading; a statement file goes to banking at once. Refused: empty, of an unknown type,
/// infected, received before.
Id<Paper> receive_paper(Context& context, std::string_view bytes, std::string_view filename);

/// The file as it was received. Refused when the organization has no such paper.
File file_of_paper(Context& context, const Id<Paper>& id);
/// Refused when the organization has no such paper.
void require_paper(Context& context, const Id<Paper>& id);

/// What a reading says of its issuer, for the registry.
registry::SupplierClues clues_of(const InvoiceReading& reading);
/// What the organization knows before reading: itself and its suppliers.
ReadingKnowledge knowledge_of(Context& context);

extern const std::span<const Route> paper_routes;
extern const std::span<const Route> paper_link_routes;
extern const JobHandler read_paper_job;
extern const JobHandler leave_cancelled_job;  ///< after its cancellation
extern const JobHandler leave_given_up_job;   ///< after its last attempt

}  // namespace daftar::documents
