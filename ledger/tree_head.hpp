// The head of an organization's Merkle log: size, root, and their signature.
#pragma once
#include "core/operation.hpp"
#include "ledger/merkle.hpp"
#include "ledger/types.hpp"

namespace daftar::ledger {

enum class ProofRefusal { book_damaged, sizes_out_of_range };
BOOST_DESCRIBE_ENUM(ProofRefusal, book_damaged, sizes_out_of_range)
RefusalText text_of(ProofRefusal refusal);

/// What is printed on calls, statements, minutes and reports, so that the paper pins the book.
struct BookRoot {
    std::int64_t size = 0;  ///< entries
    std::string root;       ///< hexadecimal
    Timestamp date;
};
BOOST_DESCRIBE_STRUCT(BookRoot, (), (size, root, date))

/// The root of the whole book as this transaction sees it. Refused with book_damaged when an entry is missing.
BookRoot current_root(Context& context);

/// A signed head. Bytes are hexadecimal.
struct SignedHead {
    Id<Organization> organization_id;
    std::int64_t size = 0;
    std::string root;
    Timestamp signed_at;
    std::string key_id, public_key, signature;

    /// The signed text: "daftar-tree-head-1", organization, size, root and instant, each followed by a line feed.
    std::string message() const;
    bool is_genuine() const;
};
BOOST_DESCRIBE_STRUCT(SignedHead, (), (organization_id, size, root, signed_at, key_id, public_key, signature))

/// Signs the current head without keeping it (a reading request writes nothing).
SignedHead signed_head(Context& context);
/// Signs the current head and keeps it; one head is kept per size, the first one signed.
SignedHead keep_signed_head(Context& context);
/// Every kept head, smallest first.
std::vector<SignedHead> kept_heads(Context& context);

/// The kept roots of complete chunks, by number of the chunk.
std::map<std::uint64_t, Hash> cached_chunks(Context& context);
/// Hashes of ranges of the stored leaves, by way of the cached roots of complete chunks.
RangeHash stored_ranges(Context& context);

/// Leaves under one cached root.
inline constexpr std::uint64_t chunk_leaves = 1024;

}  // namespace daftar::ledger
