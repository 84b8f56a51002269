#include "identity/permissions.hpp"

#include <gtest/gtest.h>

namespace daftar::identity {
namespace {

struct Case {
    const char* permission;
    bool accountant, syndic, owner, board_member, admin, super_admin;
};

TEST(Permissions, FollowTheTableOfTheAccountantsGuide) {
    const Case cases[] = {
        // permission       acc.   syndic owner  board  admin  super
        {"read_chart", true, true, false, false, true, true},
        {"edit_chart", true, false, false, false, false, false},
        {"write_entries", true, false, false, false, false, false},
        {"close_year", true, false, false, false, false, false},
        {"read_reports", true, true, false, true, true, true},
        {"reopen_year", false, false, false, false, false, true},
        {"accept_documents", true, true, false, false, false, false},
        {"write_expenses", true, true, false, false, false, false},
        {"issue_calls", true, true, false, false, false, false},
        {"read_documents", true, true, false, true, true, true},
        {"read_audit", true, true, false, false, true, true},
        {"manage_users", false, false, false, false, true, true},
        {"support", false, false, false, false, false, true},
        {"own_account", true, true, true, true, true, true},
    };
    for (const auto& one : cases) {
        SCOPED_TRACE(one.permission);
        const auto may = [&](const char* role) { return permissions_of(role, true).contains(one.permission); };
        EXPECT_EQ(may("Accountant"), one.accountant);
        EXPECT_EQ(may("Syndic"), one.syndic);
        EXPECT_EQ(may("Owner"), one.owner);
        EXPECT_EQ(may("BoardMember"), one.board_member);
        EXPECT_EQ(may("Admin"), one.admin);
        EXPECT_EQ(may("SuperAdmin"), one.super_admin);
    }
}

TEST(Permissions, WithoutBooksOpenOnlyAdministrationIsLeft) {
    EXPECT_EQ(permissions_of("Admin", false), (Permissions{"create_organizations", "manage_users", "own_account"}));
    EXPECT_FALSE(permissions_of("SuperAdmin", false).contains("reopen_year"));
}

TEST(Permissions, AnUnknownRoleMayNothing) {
    for (const char* role : {"", "accountant", "Accountant ", "Root"})
        EXPECT_TRUE(permissions_of(role, true).empty()) << role;
}

}  // namespace
}  // namespace daftar::identity
