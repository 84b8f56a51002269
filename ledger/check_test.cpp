// The table of refusals of an entry.
#include "ledger/check.hpp"

#include <gtest/gtest.h>

#include "ledger/canonical.hpp"

namespace daftar::ledger {
namespace {

const Currency euro = *Currency::from_code("EUR");

template <class Thing> Id<Thing> id(std::uint8_t number) {
    Id<Thing> made;
    made.value.bytes[15] = number;
    return made;
}

PostingLine line(std::uint8_t account, std::int64_t amount, std::optional<std::uint8_t> auxiliary = {}) {
    PostingLine made;
    made.account = id<Account>(account);
    made.amount = Money(amount, euro);
    if (auxiliary) made.auxiliary = id<Auxiliary>(*auxiliary);
    return made;
}

TEST(Check, RefusesInAFixedOrder) {
    const std::map<Id<Account>, AccountFacts> accounts = {{id<Account>(1), {id<Account>(1), "550000", true, false}},
                                                          {id<Account>(2), {id<Account>(2), "440000", true, true}},
                                                          {id<Account>(3), {id<Account>(3), "610100", false, false}}};
    const std::map<Id<Auxiliary>, AuxiliaryFacts> auxiliaries = {
        {id<Auxiliary>(1), {id<Auxiliary>(1), id<Account>(2), "F0001", true}}};
    const struct {
        std::vector<PostingLine> lines;
        std::optional<Refusal> refusal;
    } table[] = {
        {{line(1, 5), line(2, -5)}, {}},
        {{line(1, 5), line(2, -5, 1)}, {}},
        {{}, Refusal::entry_needs_lines},
        {{line(1, 5)}, Refusal::entry_needs_lines},
        {{line(1, 5), line(2, -4)}, Refusal::lines_must_balance},
        {{line(9, 5), line(2, -4)}, Refusal::unknown_account},
        {{line(3, 5), line(2, -5)}, Refusal::inactive_account},
        {{line(1, 5), line(2, -5, 9)}, Refusal::unknown_auxiliary},
        {{line(1, 5, 1), line(2, -5)}, Refusal::auxiliary_not_of_account},
    };
    for (std::size_t i = 0; i < std::size(table); ++i) {
        Posting posting;
        posting.lines = table[i].lines;
        const auto broken = check(posting, accounts, auxiliaries);
        EXPECT_EQ(broken ? std::optional(broken->rule) : std::nullopt, table[i].refusal) << "row " << i;
    }
}

TEST(Canonical, IsUnambiguousAndEndsWithTheNumber) {
    CanonicalEntry entry;
    entry.journal_code = "OD";
    entry.description = "a:b,3:c";
    entry.lines = {{"550000", "", 500, "é", {}, {}, {}, {}, {}, {}}, {"610100", "", -500, "", {}, {}, {}, {}, {}, {}}};
    const auto parts = read_netstrings(with_number(canonical_text(entry), 42)).value();
    EXPECT_EQ(parts.front(), "daftar-entry-1");
    EXPECT_EQ(parts[7], "a:b,3:c");
    EXPECT_EQ(parts.size(), 12u + 2 * 10 + 1);
    EXPECT_EQ(parts.back(), "42");
    EXPECT_FALSE(read_netstrings("5:abc,"));
    EXPECT_FALSE(read_netstrings("x"));
}

}  // namespace
}  // namespace daftar::ledger
