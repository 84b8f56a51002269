// The papers of the demonstration: those that wait to be read, and those its expenses were posted from.
#pragma once
#include "documents/corpus/corpus.hpp"
#include "server/demo_data.hpp"

namespace daftar::server {

struct DemoPaper {
    documents::MadeInvoice invoice;
    std::string pdf;
};

/// Invoices of suppliers that the residence does not know yet, dated in the year of `today`.
std::vector<DemoPaper> waiting_papers(const DemoResidence& residence, const Date& today, int count);
/// The invoice of one of its suppliers, `which` by place; each supplier keeps his identifiers and his layout.
DemoPaper paper_of(const DemoResidence& residence, std::size_t which, const std::string& number, const Date& day,
                   Decimal net);

}  // namespace daftar::server
