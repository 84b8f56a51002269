// Proofs that a stranger checks without the database: `daftar verify FILE` reads every reply of this file.
#pragma once
#include "ledger/tree_head.hpp"

namespace daftar::ledger {

/// A canonical text; an entry of thousands of lines makes a long one.
using SealedText = Text<0, 100'000'000>;

/// That one entry stands in the book. Hashes are hexadecimal; `canonical` is the sealed text (docs/decisions: proof).
struct InclusionProof {
    std::string format;  ///< "daftar-inclusion-1"
    Id<Entry> entry_id;
    std::int64_t leaf_index = 0;
    SealedText canonical;
    std::string leaf_hash;
    std::vector<std::string> path;
    SignedHead head;
};
BOOST_DESCRIBE_STRUCT(InclusionProof, (), (format, entry_id, leaf_index, canonical, leaf_hash, path, head))

/// That a later book only added to an earlier one.
struct ConsistencyProof {
    std::string format;  ///< "daftar-consistency-1"
    std::int64_t first = 0, second = 0;
    std::string first_root, second_root;
    std::vector<std::string> path;
    SignedHead head;  ///< of the book now
};
BOOST_DESCRIBE_STRUCT(ConsistencyProof, (), (format, first, second, first_root, second_root, path, head))

/// First line of an exported book; one ExportedLeaf a line follows.
struct BookHeader {
    std::string format;  ///< "daftar-book-1"
    SignedHead head;     ///< of the book now
    std::vector<SignedHead> kept;
};
BOOST_DESCRIBE_STRUCT(BookHeader, (), (format, head, kept))

struct ExportedLeaf {
    std::int64_t leaf = 0;
    std::string hash;  ///< as recorded at posting
    SealedText text;   ///< as the rows give it now
};
BOOST_DESCRIBE_STRUCT(ExportedLeaf, (), (leaf, hash, text))

inline constexpr std::string_view inclusion_format = "daftar-inclusion-1", consistency_format = "daftar-consistency-1",
                                  book_format = "daftar-book-1";

/// Proof of a posted entry; 404 when it is not there.
InclusionProof prove_entry(Context& context, Id<Entry> id);
/// The whole book with every kept head, as JSON lines.
std::string export_book(Context& context);

extern const std::span<const Route> proof_routes;

}  // namespace daftar::ledger
