// Known vectors of Certificate Transparency, then properties over every size up to a bound.
#include "ledger/merkle.hpp"

#include <gtest/gtest.h>

namespace daftar::ledger {
namespace {

using namespace std::string_literals;

std::vector<Hash> leaves_of(std::size_t count) {
    std::vector<Hash> leaves;
    for (std::size_t i = 0; i < count; ++i) leaves.push_back(leaf_hash("leaf " + std::to_string(i)));
    return leaves;
}

RangeHash range_over(const std::vector<Hash>& leaves) {
    return [&leaves](std::uint64_t begin, std::uint64_t end) {
        return root_of(std::span(leaves).subspan(begin, end - begin));
    };
}

/// Another way to the same root: pair the nodes of each level, an odd last one moves up unchanged.
Hash root_level_by_level(std::vector<Hash> level) {
    while (level.size() > 1) {
        std::vector<Hash> above;
        for (std::size_t i = 0; i + 1 < level.size(); i += 2) above.push_back(node_hash(level[i], level[i + 1]));
        if (level.size() % 2 == 1) above.push_back(level.back());
        level = std::move(above);
    }
    return level.front();
}

TEST(Merkle, RootsOfCertificateTransparency) {  // test vectors of github.com/google/certificate-transparency
    const std::string inputs[] = {"",
                                  "\0"s,
                                  "\x10",
                                  "\x20\x21",
                                  "\x30\x31",
                                  "\x40\x41\x42\x43",
                                  "\x50\x51\x52\x53\x54\x55\x56\x57",
                                  "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
    const char* roots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                           "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                           "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                           "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                           "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                           "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                           "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                           "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    EXPECT_EQ(hex_of(root_of({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    std::vector<Hash> leaves;
    for (std::size_t i = 0; i < 8; ++i) {
        leaves.push_back(leaf_hash(inputs[i]));
        EXPECT_EQ(hex_of(root_of(leaves)), roots[i]) << i + 1 << " leaves";
    }
}

TEST(Merkle, RootAgreesWithTheLevelByLevelTree) {
    for (std::size_t size = 1; size <= 200; ++size)
        EXPECT_EQ(root_of(leaves_of(size)), root_level_by_level(leaves_of(size))) << size;
}

TEST(Merkle, AGrowingTreeHasTheSameRootAtEverySize) {
    MerkleFrontier grown;
    EXPECT_EQ(grown.root(), root_of({}));
    for (std::size_t size = 1; size <= 130; ++size) {
        grown.append(leaf_hash("leaf " + std::to_string(size - 1)));
        EXPECT_EQ(grown.root(), root_of(leaves_of(size))) << size;
    }
}

TEST(Merkle, EveryLeafOfEveryTreeIsProven) {
    const auto leaves = leaves_of(70);
    const auto range = range_over(leaves);
    for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
        const auto root = range(0, size);
        for (std::uint64_t index = 0; index < size; ++index) {
            const auto path = inclusion_proof(index, size, range);
            EXPECT_TRUE(includes(leaves[index], index, size, path, root)) << index << " of " << size;
            EXPECT_FALSE(includes(leaf_hash("forged"), index, size, path, root));
            if (size > 1) {
                EXPECT_FALSE(includes(leaves[index], (index + 1) % size, size, path, root));
                EXPECT_FALSE(includes(leaves[index], index, size, std::span(path).first(path.size() - 1), root));
            }
        }
    }
}

TEST(Merkle, EveryPrefixIsProvenAndNoOtherTree) {
    const auto leaves = leaves_of(70);
    const auto range = range_over(leaves);
    for (std::uint64_t second = 1; second <= leaves.size(); ++second)
        for (std::uint64_t first = 1; first <= second; ++first) {
            const auto path = consistency_proof(first, second, range);
            EXPECT_TRUE(continues(first, range(0, first), second, range(0, second), path)) << first << " in " << second;
            EXPECT_FALSE(continues(first, leaf_hash("rewritten"), second, range(0, second), path));
            EXPECT_FALSE(continues(first, range(0, first), second, leaf_hash("rewritten"), path));
            auto longer = path;
            longer.push_back(leaf_hash("more"));
            EXPECT_FALSE(continues(first, range(0, first), second, range(0, second), longer));
        }
}

TEST(Merkle, AChangedRemovedOrSwappedLeafChangesTheRoot) {
    const auto leaves = leaves_of(37);
    const auto root = root_of(leaves);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        auto changed = leaves, removed = leaves, swapped = leaves;
        changed[i] = leaf_hash("changed");
        removed.erase(removed.begin() + static_cast<std::ptrdiff_t>(i));
        std::swap(swapped[i], swapped[(i + 1) % swapped.size()]);
        EXPECT_NE(root_of(changed), root);
        EXPECT_NE(root_of(removed), root);
        EXPECT_NE(root_of(swapped), root);
    }
}

}  // namespace
}  // namespace daftar::ledger
