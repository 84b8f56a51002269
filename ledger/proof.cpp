#include "ledger/proof.hpp"

#include "ledger/sealed.hpp"
#include "ledger/sealed.sql.hpp"

namespace daftar::ledger {
namespace {

std::vector<std::string> hex_path(const std::vector<Hash>& path) {
    std::vector<std::string> texts;
    for (const auto& hash : path) texts.push_back(hex_of(hash));
    return texts;
}

struct EntryToProve {
    Id<Entry> id;
};
BOOST_DESCRIBE_STRUCT(EntryToProve, (), (id))

struct SizesToCompare {
    std::int64_t first = 0, second = 0;
};
BOOST_DESCRIBE_STRUCT(SizesToCompare, (), (first, second))

struct Heads {
    SignedHead current;
    std::vector<SignedHead> kept;
};
BOOST_DESCRIBE_STRUCT(Heads, (), (current, kept))

InclusionProof get_inclusion_proof(Context& context, const EntryToProve& entry) {
    return prove_entry(context, entry.id);
}

ConsistencyProof get_consistency_proof(Context& context, const SizesToCompare& sizes) {
    if (sizes.first < 1 || sizes.first > sizes.second || sizes.second > leaf_count(context))
        throw Refused(ProofRefusal::sizes_out_of_range);
    const auto first = static_cast<std::uint64_t>(sizes.first), second = static_cast<std::uint64_t>(sizes.second);
    const auto range = stored_ranges(context);
    return {std::string(consistency_format),
            sizes.first,
            sizes.second,
            hex_of(range(0, first)),
            hex_of(range(0, second)),
            hex_path(consistency_proof(first, second, range)),
            signed_head(context)};
}

Heads get_heads(Context& context) { return {signed_head(context), kept_heads(context)}; }

Created<SignedHead> create_head(Context& context) {
    const auto head = keep_signed_head(context);
    context.audit("CREATE", "TreeHead", {}, Json::Object{{"size", head.size}, {"root", head.root}});
    return {head};
}

File get_book(Context& context) {
    return {"application/x-ndjson", "livre-scelle-" + context.today().text() + ".jsonl", export_book(context)};
}

}  // namespace

InclusionProof prove_entry(Context& context, Id<Entry> id) {
    const auto leaf = context.found<sql::leaf_of_entry>(context.organization(), id);
    const auto head = signed_head(context);
    const auto entry = read_sealed(context, leaf, leaf + 1).at(0);
    const auto path = inclusion_proof(static_cast<std::uint64_t>(leaf), static_cast<std::uint64_t>(head.size),
                                      stored_ranges(context));
    return {std::string(inclusion_format), id, leaf, entry.text(), hex_of(entry.recorded_hash), hex_path(path), head};
}

std::string export_book(Context& context) {
    std::string out;
    const auto head = signed_head(context);
    write_as_json(BookHeader{std::string(book_format), head, kept_heads(context)}, out);
    out += '\n';
    each_sealed(context, 0, head.size, [&](const SealedEntry& entry) {
        write_as_json(ExportedLeaf{entry.leaf_index, hex_of(entry.recorded_hash), entry.text()}, out);
        out += '\n';
    });
    return out;
}

constexpr Route routes[] = {
    {"GET", "/api/v1/proofs/entries/{id}", "read_reports", operation<get_inclusion_proof>},
    {"GET", "/api/v1/proofs/consistency", "read_reports", operation<get_consistency_proof>},
    {"GET", "/api/v1/proofs/head", "read_reports", operation<get_heads>},
    {"POST", "/api/v1/proofs/heads", "read_reports", operation<create_head>},
    {"GET", "/api/v1/proofs/export", "read_reports", operation<get_book>},
};
const std::span<const Route> proof_routes = routes;

}  // namespace daftar::ledger
