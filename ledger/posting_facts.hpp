// What checking and sealing some entries need of the chart, read in one round trip.
#pragma once
#include "ledger/check.hpp"

namespace daftar::ledger {

struct JournalFacts {
    Id<Journal> id;
    JournalKind kind = JournalKind::general;
};

struct PostingFacts {
    std::map<Id<Account>, AccountFacts> accounts;
    std::map<Id<Auxiliary>, AuxiliaryFacts> auxiliaries;
    std::map<std::string, JournalFacts, std::less<>> journals;  ///< the active ones, by code
};

/// Of the accounts and auxiliaries that these postings name by identifier.
PostingFacts facts_of(Context& context, std::span<const Posting> postings);
/// Of those that these entries name by code.
PostingFacts facts_of(Context& context, std::span<const NewEntry> entries);

/// `post` of postings whose facts the caller has read in this transaction.
std::vector<PostedEntry> post(Context& context, std::span<const Posting> postings, const PostingFacts& facts);

}  // namespace daftar::ledger
