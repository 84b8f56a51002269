// How a reviewed paper reaches the books. The server hands the functions over: this folder knows no trade.
#pragma once
#include "documents/types.hpp"
#include "registry/building.hpp"

namespace daftar::documents {

/// One line of an invoice to post: amounts without VAT.
struct PaperLine {
    std::string description;
    Decimal net;
    std::optional<Decimal> vat_rate;  ///< 0.2 for 20 %; absent when the paper shows none
    std::optional<Decimal> vat_amount;
    std::optional<ledger::PageBox> box;
};

struct InvoiceToPost {
    Uuid document;
    bool is_credit_note = false;
    std::optional<Id<registry::Party>> supplier;
    std::optional<Id<registry::Building>> residence;
    std::string description, category, number;
    Date date;
    std::optional<Date> due_date;
    std::vector<PaperLine> lines;
    std::optional<ledger::PageBox> box;  ///< of the total
};

struct Poster {
    /// The entry as it would be posted; writes nothing. Refuses what posting would refuse.
    std::function<ledger::Posting(Context&, const InvoiceToPost&)> preview;
    /// Posts the business act and its entry in this transaction.
    std::function<Id<ledger::Entry>(Context&, const InvoiceToPost&)> post;
};

}  // namespace daftar::documents
