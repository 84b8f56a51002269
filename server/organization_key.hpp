// An organization, as commands find it.
#pragma once
#include "core/context.hpp"

namespace daftar::server {

struct OrganizationKey {
    Id<Organization> id;
    Id<TenantGroup> tenant_group_id;
    std::string name;
    Currency currency;
    std::string time_zone;
};
BOOST_DESCRIBE_STRUCT(OrganizationKey, (), (id, tenant_group_id, name, currency, time_zone))

}  // namespace daftar::server
