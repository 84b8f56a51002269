// What each role may do: one table, read at a glance and tested cell by cell.
#pragma once
#include <set>
#include <string>
#include <string_view>

namespace daftar::identity {

/// Names of permissions, as routes give them.
namespace permission {
inline constexpr std::string_view read_chart = "read_chart";
inline constexpr std::string_view edit_chart = "edit_chart";
inline constexpr std::string_view write_entries =
    "write_entries";  ///< manual entries; business acts post by themselves
inline constexpr std::string_view read_reports = "read_reports";
inline constexpr std::string_view close_year = "close_year";
inline constexpr std::string_view reopen_year = "reopen_year";
inline constexpr std::string_view export_books = "export_books";
inline constexpr std::string_view read_registry = "read_registry";
inline constexpr std::string_view edit_registry = "edit_registry";
inline constexpr std::string_view read_budgets = "read_budgets";
inline constexpr std::string_view edit_budgets = "edit_budgets";
inline constexpr std::string_view read_documents = "read_documents";
inline constexpr std::string_view accept_documents = "accept_documents";
inline constexpr std::string_view write_expenses = "write_expenses";
inline constexpr std::string_view bank = "bank";
inline constexpr std::string_view match = "match";
inline constexpr std::string_view issue_calls = "issue_calls";
inline constexpr std::string_view record_payments = "record_payments";
inline constexpr std::string_view ask_assistant = "ask_assistant";
inline constexpr std::string_view read_audit = "read_audit";
inline constexpr std::string_view manage_users = "manage_users";
inline constexpr std::string_view manage_organization = "manage_organization";
inline constexpr std::string_view create_organizations =
    "create_organizations";                                     ///< and see those of the whole tenant group
inline constexpr std::string_view support = "support";          ///< acts elsewhere under a support grant
inline constexpr std::string_view own_account = "own_account";  ///< what concerns himself as an owner or agent
}  // namespace permission

using Permissions = std::set<std::string, std::less<>>;

/// What a role of that type allows. Without an organization open (a role that holds for a whole tenant group) only
/// administration is left: there are no books to read. An unknown type allows nothing.
const Permissions& permissions_of(std::string_view role_type, bool has_organization = true);

}  // namespace daftar::identity
