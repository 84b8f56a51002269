// What every request may count on, whatever its operation: a trial goes as far as the real thing, and what only the
// database knows is no error of ours.
#include <gtest/gtest.h>

#include "tests/support/test_books.hpp"

namespace daftar::server {
namespace {

/// As an operation leaves it to travel with COMMIT.
template <const auto& statement> void write(Context& context) { context.later<statement>(); }

constexpr Statement nothing{"test.nothing", "select 1"};
constexpr Statement number{"test.number", "select 1 / 0"};
constexpr Statement again{"test.again",
                          "insert into tenant_group (id, name) select id, name from tenant_group limit 1"};
constexpr Statement orphan{
    "test.orphan",
    "insert into organization (id, tenant_group_id, name, country, currency, chart) "
    "select gen_random_uuid(), gen_random_uuid(), name, country, currency, chart from organization"};

constexpr Route routes[] = {
    {"POST", "/test/nothing", access::anyone, operation<&write<nothing>>},
    {"POST", "/test/number", access::anyone, operation<&write<number>>},
    {"POST", "/test/again", access::anyone, operation<&write<again>>},
    {"POST", "/test/orphan", access::anyone, operation<&write<orphan>>},
};

TEST(Request, ATrialFindsWhatOnlyTheEndWouldHaveFound) {
    tests::TestBooks books({{"test", {routes}, {}}});
    const auto office = books.organization("Les Tilleuls");
    for (const auto& [path, found] :
         {std::pair{"/test/nothing", "204"}, std::pair{"/test/number", "422 value_refused"},
          std::pair{"/test/again", "409 already_exists"}, std::pair{"/test/orphan", "409 linked_elsewhere"}}) {
        EXPECT_EQ(tests::outcome(books.request(office, "POST", path, "", {{"daftar-dry-run", "true"}})), found) << path;
        EXPECT_EQ(tests::outcome(books.request(office, "POST", path)), found) << path;
    }
}

}  // namespace
}  // namespace daftar::server
