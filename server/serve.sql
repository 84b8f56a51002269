-- name: ready -> bool
select true;

-- name: demonstration_is_loaded -> bool
select exists (select from role r join app_user u on u.id = r.user_id where u.is_demo);

-- name: has_real_people -> bool
select exists (select from app_user where not is_demo);

-- name: organizations -> OrganizationKey
select id, tenant_group_id, name, currency, time_zone from organization order by name;
