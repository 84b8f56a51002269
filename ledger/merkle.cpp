#include "ledger/merkle.hpp"

#include <openssl/sha.h>

#include <algorithm>
#include <bit>

#include "core/sql_cell.hpp"

namespace daftar::ledger {
namespace {

constexpr char leaf_prefix = '\0', node_prefix = '\1';

Hash sha256(std::string_view bytes) {
    Hash hash;
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), hash.data());
    return hash;
}

std::string_view bytes_of(const Hash& hash) { return {reinterpret_cast<const char*>(hash.data()), hash.size()}; }

void path_of(std::uint64_t index, std::uint64_t begin, std::uint64_t end, const RangeHash& range,
             std::vector<Hash>& path) {
    if (end - begin == 1) return;
    const auto middle = begin + split_point(end - begin);
    if (index < middle) {
        path_of(index, begin, middle, range, path);
        path.push_back(range(middle, end));
    } else {
        path_of(index, middle, end, range, path);
        path.push_back(range(begin, middle));
    }
}

/// SUBPROOF(first, D[begin, end), whole): `whole` while the verifier already knows the hash of the first leaves.
void subproof(std::uint64_t first, std::uint64_t begin, std::uint64_t end, bool whole, const RangeHash& range,
              std::vector<Hash>& path) {
    if (first == end) {
        if (!whole) path.push_back(range(begin, end));
        return;
    }
    const auto middle = begin + split_point(end - begin);
    if (first <= middle) {
        subproof(first, begin, middle, whole, range, path);
        path.push_back(range(middle, end));
    } else {
        subproof(first, middle, end, false, range, path);
        path.push_back(range(begin, middle));
    }
}

}  // namespace

std::string hex_of(const Hash& hash) { return to_hex(bytes_of(hash)); }

Hash hash_of_bytes(std::string_view bytes) {
    ensure(bytes.size() == sizeof(Hash), "a hash has 32 bytes");
    Hash hash;
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

Hash leaf_hash(std::string_view data) { return sha256(leaf_prefix + std::string(data)); }

Hash node_hash(const Hash& left, const Hash& right) {
    return sha256(std::string(1, node_prefix).append(bytes_of(left)).append(bytes_of(right)));
}

std::uint64_t split_point(std::uint64_t n) { return std::bit_floor(n - 1); }

Hash root_of(std::span<const Hash> leaves) {
    if (leaves.empty()) return sha256("");
    if (leaves.size() == 1) return leaves.front();
    const auto middle = split_point(leaves.size());
    return node_hash(root_of(leaves.first(middle)), root_of(leaves.subspan(middle)));
}

void MerkleFrontier::append(const Hash& leaf) {
    auto hash = leaf;
    for (auto carry = size_; carry & 1; carry >>= 1) {
        hash = node_hash(peaks_.back(), hash);
        peaks_.pop_back();
    }
    peaks_.push_back(hash);
    ++size_;
}

Hash MerkleFrontier::root() const {
    if (peaks_.empty()) return root_of({});
    auto hash = peaks_.back();
    for (auto peak = peaks_.rbegin() + 1; peak != peaks_.rend(); ++peak) hash = node_hash(*peak, hash);
    return hash;
}

std::vector<Hash> inclusion_proof(std::uint64_t index, std::uint64_t size, const RangeHash& range) {
    ensure(index < size, "the leaf is in the tree");
    std::vector<Hash> path;
    path_of(index, 0, size, range, path);
    return path;
}

std::vector<Hash> consistency_proof(std::uint64_t first, std::uint64_t second, const RangeHash& range) {
    ensure(first > 0 && first <= second, "the first tree is a part of the second");
    std::vector<Hash> path;
    subproof(first, 0, second, true, range, path);
    return path;
}

bool includes(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> path, const Hash& root) {
    if (index >= size) return false;
    auto node = index, last = size - 1;
    auto hash = leaf;
    for (const auto& sibling : path) {
        if (last == 0) return false;
        if (node % 2 == 1 || node == last) {
            hash = node_hash(sibling, hash);
            while (node % 2 == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool continues(std::uint64_t first, const Hash& first_root, std::uint64_t second, const Hash& second_root,
               std::span<const Hash> path) {
    if (first == 0 || first > second) return false;
    if (first == second) return path.empty() && first_root == second_root;
    std::vector<Hash> nodes;
    if (std::has_single_bit(first)) nodes.push_back(first_root);
    nodes.insert(nodes.end(), path.begin(), path.end());
    if (nodes.empty()) return false;
    auto node = first - 1, last = second - 1;
    while (node % 2 == 1) {
        node >>= 1;
        last >>= 1;
    }
    auto old_root = nodes.front(), new_root = nodes.front();
    for (const auto& sibling : std::span(nodes).subspan(1)) {
        if (last == 0) return false;
        if (node % 2 == 1 || node == last) {
            old_root = node_hash(sibling, old_root);
            new_root = node_hash(sibling, new_root);
            while (node % 2 == 0 && node != 0) {
                node >>= 1;
                last >>= 1;
            }
        } else {
            new_root = node_hash(new_root, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && old_root == first_root && new_root == second_root;
}

}  // namespace daftar::ledger
