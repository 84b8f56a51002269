#include "identity/permissions.hpp"

#include <array>

namespace daftar::identity {
namespace {

enum Role : unsigned {
    accountant = 1,
    syndic = 2,
    board_member = 4,
    owner = 8,
    agent = 16,
    admin = 32,
    super_admin = 64
};

struct Line {
    std::string_view permission;
    unsigned roles;
    bool without_organization = false;
};

constexpr unsigned everyone = accountant | syndic | board_member | owner | agent | admin | super_admin;
constexpr unsigned administrators = admin | super_admin;
constexpr unsigned keepers = accountant | syndic;

constexpr Line table[] = {
    {permission::read_chart, keepers | administrators},
    {permission::edit_chart, accountant},
    {permission::write_entries, accountant},
    {permission::read_reports, keepers | board_member | administrators},
    {permission::close_year, accountant},
    {permission::reopen_year, super_admin},
    {permission::export_books, keepers | administrators},
    {permission::read_registry, keepers | administrators},
    {permission::edit_registry, keepers},
    {permission::read_budgets, keepers | board_member | administrators},
    {permission::edit_budgets, keepers},
    {permission::read_documents, keepers | board_member | administrators},
    {permission::accept_documents, keepers},
    {permission::write_expenses, keepers},
    {permission::bank, keepers},
    {permission::match, keepers},
    {permission::issue_calls, keepers},
    {permission::record_payments, keepers},
    {permission::ask_assistant, keepers | board_member | administrators},
    {permission::read_audit, keepers | administrators},
    {permission::manage_users, administrators, true},
    {permission::manage_organization, administrators},
    {permission::create_organizations, administrators, true},
    {permission::support, super_admin, true},
    {permission::own_account, everyone, true},
};

constexpr std::array<std::pair<std::string_view, Role>, 7> role_types = {{{"Accountant", accountant},
                                                                          {"Syndic", syndic},
                                                                          {"BoardMember", board_member},
                                                                          {"Owner", owner},
                                                                          {"Agent", agent},
                                                                          {"Admin", admin},
                                                                          {"SuperAdmin", super_admin}}};

Permissions gather(Role role, bool has_organization) {
    Permissions out;
    for (const auto& line : table)
        if ((line.roles & role) && (has_organization || line.without_organization)) out.emplace(line.permission);
    return out;
}

using Sets = std::array<Permissions, role_types.size()>;
Sets gather_all(bool has_organization) {
    Sets sets;
    for (std::size_t i = 0; i < sets.size(); ++i) sets[i] = gather(role_types[i].second, has_organization);
    return sets;
}

}  // namespace

const Permissions& permissions_of(std::string_view role_type, bool has_organization) {
    static const Sets with = gather_all(true), without = gather_all(false);
    static const Permissions nothing;
    for (std::size_t i = 0; i < role_types.size(); ++i)
        if (role_types[i].first == role_type) return (has_organization ? with : without)[i];
    return nothing;
}

}  // namespace daftar::identity
