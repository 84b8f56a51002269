// Merkle trees as in RFC 6962 (Certificate Transparency): roots, inclusion and consistency proofs. Pure functions.
#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace daftar::ledger {

/// SHA-256.
using Hash = std::array<std::uint8_t, 32>;

/// Lower-case hexadecimal.
std::string hex_of(const Hash& hash);
/// The bytes of a hash; a bug when there are not 32.
Hash hash_of_bytes(std::string_view bytes);

/// SHA-256(0x00 ‖ data): RFC 6962 section 2.1.
Hash leaf_hash(std::string_view data);
/// SHA-256(0x01 ‖ left ‖ right).
Hash node_hash(const Hash& left, const Hash& right);

/// MTH of the leaves in order; of none, the hash of the empty text.
Hash root_of(std::span<const Hash> leaves);
/// Largest power of two below n, which is at least 2: where RFC 6962 splits n leaves.
std::uint64_t split_point(std::uint64_t n);

/// A tree that grows leaf by leaf: keeps the roots of its complete subtrees, so that its root costs few hashes at any
/// size.
class MerkleFrontier {
public:
    void append(const Hash& leaf);
    Hash root() const;
    std::uint64_t size() const { return size_; }

private:
    std::uint64_t size_ = 0;
    std::vector<Hash> peaks_;  ///< one for each bit of the size, largest subtree first
};

/// MTH of the leaves [begin, end) of one tree, wherever they are kept.
using RangeHash = std::function<Hash(std::uint64_t begin, std::uint64_t end)>;

/// PATH(index, D[size]): the siblings from the leaf to the root. index < size.
std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size, const RangeHash& range);
/// PROOF(first, D[second]): that the first leaves are a prefix. 0 < first ≤ second; empty when they are equal.
std::vector<Hash> consistency_proof(std::uint64_t first, std::uint64_t second, const RangeHash& range);

/// Whether the path leads from the leaf to the root (RFC 9162 section 2.1.3.2).
bool includes(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> path, const Hash& root);
/// Whether the tree of `second` leaves continues that of `first` (RFC 9162 section 2.1.4.2).
bool continues(std::uint64_t first, const Hash& first_root, std::uint64_t second, const Hash& second_root,
               std::span<const Hash> path);

}  // namespace daftar::ledger
