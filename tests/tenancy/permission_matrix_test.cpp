// Every route as every role: who lacks the permission is refused, whatever else is wrong with the request; and the
// guide's table of permissions, action by action.
#include <algorithm>

#include "tests/tenancy/neighbours.hpp"

namespace daftar::tests {
namespace {

constexpr const char* role_types[] = {"Accountant", "Syndic", "BoardMember", "Owner", "Agent", "Admin", "SuperAdmin"};

class PermissionMatrix : public Tenancy {
protected:
    std::vector<Route> guarded_routes() {
        std::vector<Route> routes;
        for (const auto& module : books.app().modules())
            for (const auto& table : module.routes)
                for (const auto& route : table)
                    if (route.permission != access::anyone) routes.push_back(route);
        return routes;
    }
    static bool may(std::string_view role, const Route& route) {
        return route.permission == access::signed_in || identity::permissions_of(role).contains(route.permission);
    }
};

TEST_F(PermissionMatrix, WhoLacksThePermissionOfARouteIsRefused) {
    int refused = 0;
    for (const char* role : role_types) {
        const auto caller = books.as(a, role);
        for (const auto& route : guarded_routes()) {
            if (may(role, route)) continue;
            SCOPED_TRACE(std::string(route.method) + " " + std::string(route.path) + " as " + role);
            for (const char* body : {"", "{}", "{broken"}) {
                const auto answer = books.request(caller, route.method,
                                                  replaced(replaced(std::string(route.path), "{", ""), "}", ""), body);
                EXPECT_EQ(outcome(answer), "403 not_allowed");
                ++refused;
            }
        }
    }
    EXPECT_GT(refused, 1'000);
}

TEST_F(PermissionMatrix, OwnersAndAgentsReachTheirOwnAccountOnlyAndTheBoardWritesNothing) {
    // Signs the state of the books, or a link to a paper's file; no fact changes.
    const std::set<std::string_view> written_by_readers = {"/api/v1/proofs/heads", "/api/v1/documents/{id}/link"};
    const auto is_own = [](std::string_view path) {
        return path.starts_with("/api/v1/auth/") || path == "/api/v1/organization" || path == "/api/v1/my/account";
    };
    for (const auto& route : guarded_routes()) {
        SCOPED_TRACE(std::string(route.method) + " " + std::string(route.path));
        const bool writes = route.method != "GET";
        for (const char* role : {"Owner", "Agent"})
            EXPECT_TRUE(!may(role, route) || (is_own(route.path) && !(writes && route.path == "/api/v1/organization")))
                << role;
        if (writes) {
            EXPECT_TRUE(!may("BoardMember", route) || is_own(route.path) || written_by_readers.contains(route.path));
        }
        if (route.path.starts_with("/api/v1/users") || route.path.starts_with("/api/v1/roles")) {
            for (const char* role : {"Accountant", "Syndic", "BoardMember"}) EXPECT_FALSE(may(role, route)) << role;
        }
    }
}

struct GuideLine {
    const char* action;
    bool accountant, syndic, owner;
    std::vector<std::pair<const char*, const char*>> routes;
};

/// "Permissions comptables" of the accountant's guide.
TEST_F(PermissionMatrix, TheGuidesTableHolds) {
    const GuideLine guide[] = {
        {"Lecture plan comptable",
         true,
         true,
         false,
         {{"GET", "/api/v1/accounts"},
          {"GET", "/api/v1/accounts/{id}"},
          {"GET", "/api/v1/accounts/count"},
          {"GET", "/api/v1/accounts/code/{code}"}}},
        {"Création comptes",
         true,
         false,
         false,
         {{"POST", "/api/v1/accounts"}, {"PUT", "/api/v1/accounts/{id}"}, {"POST", "/api/v1/accounts/seed/{chart}"}}},
        {"Écritures comptables",
         true,
         false,
         false,
         {{"POST", "/api/v1/accounting/journal-entries"},
          {"POST", "/api/v1/accounting/journal-entries/batch"},
          {"POST", "/api/v1/accounting/journal-entries/{id}/reverse"},
          {"POST", "/api/v1/accounting/journal-entries/{id}/post"}}},
        {"Clôture d'exercice", true, false, false, {{"POST", "/api/v1/accounting/year-end-close"}}},
        {"Réouverture d'exercice", false, false, false, {{"POST", "/api/v1/accounting/year-end-reopen"}}},
        {"Lecture rapports",
         true,
         true,
         false,
         {{"GET", "/api/v1/accounting/journal-entries"},
          {"GET", "/api/v1/accounting/ledger"},
          {"GET", "/api/v1/accounting/trial-balance"},
          {"GET", "/api/v1/reports/balance-sheet"},
          {"GET", "/api/v1/reports/income-statement"}}},
    };
    const auto routes = guarded_routes();
    for (const auto& line : guide)
        for (const auto& [method, path] : line.routes) {
            SCOPED_TRACE(std::string(line.action) + ": " + method + " " + path);
            const auto route = std::ranges::find_if(
                routes, [&](const Route& other) { return other.method == method && other.path == path; });
            ASSERT_NE(route, routes.end());
            EXPECT_EQ(may("Accountant", *route), line.accountant);
            EXPECT_EQ(may("Syndic", *route), line.syndic);
            EXPECT_EQ(may("Owner", *route), line.owner);
            EXPECT_FALSE(may("", *route));
            const auto answer = books.request(books.as(a, "Syndic"), method,
                                              replaced(replaced(std::string(path), "{", ""), "}", ""), "{}");
            EXPECT_EQ(outcome(answer) == "403 not_allowed", !line.syndic) << answer.body;
        }
    const auto reopen = std::ranges::find(routes, std::string_view("/api/v1/accounting/year-end-reopen"), &Route::path);
    ASSERT_NE(reopen, routes.end());
    for (const char* role : role_types) EXPECT_EQ(may(role, *reopen), std::string_view(role) == "SuperAdmin") << role;
}

}  // namespace
}  // namespace daftar::tests
