#include "ledger/tree_head.hpp"

#include "core/signing_key.hpp"
#include "ledger/sealed.hpp"
#include "ledger/sealed.sql.hpp"
#include "ledger/tree_head.sql.hpp"

namespace daftar::ledger {

struct HeadRow {
    std::int64_t size = 0;
    Bytes root;
    Timestamp signed_at;
    Bytes public_key, signature;
};
BOOST_DESCRIBE_STRUCT(HeadRow, (), (size, root, signed_at, public_key, signature))

struct ChunkRow {
    std::uint64_t chunk = 0;
    Bytes root;
};
BOOST_DESCRIBE_STRUCT(ChunkRow, (), (chunk, root))

namespace {

/// The leaves of one organization, read as they are needed.
class StoredLeaves {
public:
    explicit StoredLeaves(Context& context) : context_(context), chunks_(cached_chunks(context)) {}

    Hash range(std::uint64_t begin, std::uint64_t end) {
        if (begin == end) return root_of({});
        if (end - begin > chunk_leaves) {
            const auto middle = begin + split_point(end - begin);
            return node_hash(range(begin, middle), range(middle, end));
        }
        // RFC 6962 splits at powers of two, so that no range of at most a chunk crosses the border of two.
        const auto chunk = begin / chunk_leaves;
        if (end - begin == chunk_leaves) {
            if (const auto cached = chunks_.find(chunk); cached != chunks_.end()) return cached->second;
            return chunks_[chunk] = root_of(leaves(begin, end));
        }
        return root_of(leaves(begin, end));
    }

    /// Stores the roots of the complete chunks of a book of that size.
    void keep_chunks(std::uint64_t size) {
        for (std::uint64_t chunk = 0; (chunk + 1) * chunk_leaves <= size; ++chunk) {
            if (chunks_.contains(chunk)) continue;
            const auto root = hex_of(range(chunk * chunk_leaves, (chunk + 1) * chunk_leaves));
            context_.later<sql::keep_chunk>(context_.organization(), chunk, Bytes{*from_hex(root)});
        }
    }

private:
    std::vector<Hash> leaves(std::uint64_t begin, std::uint64_t end) {
        std::vector<Hash> found;
        for (const auto& hash : context_.rows<sql::leaf_hashes>(context_.organization(), begin, end))
            found.push_back(hash_of_bytes(hash.value));
        if (found.size() != end - begin) throw Refused(ProofRefusal::book_damaged);
        return found;
    }

    Context& context_;
    std::map<std::uint64_t, Hash> chunks_;
};

SignedHead sign(Context& context, const BookRoot& root) {
    const auto* key = context.services().signing_key;
    ensure(key != nullptr, "the server was started without its signing key");
    context.vouch();
    SignedHead head{context.organization(), root.size, root.root, root.date, key->id(), to_hex(key->public_key()), ""};
    head.signature = to_hex(key->sign(head.message()));
    return head;
}

SignedHead head_of(const Context& context, const HeadRow& row) {
    return {context.organization(),
            row.size,
            to_hex(row.root.value),
            row.signed_at,
            SigningKey::id_of(row.public_key.value),
            to_hex(row.public_key.value),
            to_hex(row.signature.value)};
}

}  // namespace

RefusalText text_of(ProofRefusal refusal) {
    switch (refusal) {
        case ProofRefusal::book_damaged:
            return {409, "Il manque des écritures au journal scellé : lancez le contrôle des livres (daftar audit)."};
        case ProofRefusal::sizes_out_of_range:
            return {422, "Les tailles demandées doivent vérifier 1 ≤ first ≤ second ≤ nombre d'écritures."};
    }
    return {500, ""};
}

std::map<std::uint64_t, Hash> cached_chunks(Context& context) {
    std::map<std::uint64_t, Hash> chunks;
    for (const auto& row : context.rows<sql::chunk_roots>(context.organization()))
        chunks[row.chunk] = hash_of_bytes(row.root.value);
    return chunks;
}

RangeHash stored_ranges(Context& context) {
    return [leaves = std::make_shared<StoredLeaves>(context)](std::uint64_t begin, std::uint64_t end) {
        return leaves->range(begin, end);
    };
}

BookRoot current_root(Context& context) {
    const auto size = leaf_count(context);
    return {size, hex_of(StoredLeaves(context).range(0, static_cast<std::uint64_t>(size))), context.now()};
}

std::string SignedHead::message() const {
    return "daftar-tree-head-1\n" + organization_id.text() + "\n" + std::to_string(size) + "\n" + root + "\n" +
           signed_at.text() + "\n";
}

bool SignedHead::is_genuine() const {
    const auto signature_bytes = from_hex(signature), key = from_hex(public_key);
    return signature_bytes && key && key_id == SigningKey::id_of(*key) &&
           is_signature_of(*signature_bytes, message(), *key);
}

SignedHead signed_head(Context& context) { return sign(context, current_root(context)); }

SignedHead keep_signed_head(Context& context) {
    StoredLeaves leaves(context);
    const auto size = leaf_count(context);
    leaves.keep_chunks(static_cast<std::uint64_t>(size));
    const auto head = sign(context, {size, hex_of(leaves.range(0, static_cast<std::uint64_t>(size))), context.now()});
    const auto bytes = [](const std::string& digits) { return Bytes{*from_hex(digits)}; };
    context.later<sql::keep_head>(context.organization(), head.size, bytes(head.root), head.signed_at,
                                  bytes(head.public_key), bytes(head.signature));
    return head_of(context, context.one<sql::latest_head>(context.organization()));
}

std::vector<SignedHead> kept_heads(Context& context) {
    std::vector<SignedHead> heads;
    for (const auto& row : context.rows<sql::kept_heads>(context.organization()))
        heads.push_back(head_of(context, row));
    return heads;
}

}  // namespace daftar::ledger
