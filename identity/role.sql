-- name: managed_place -> ManagedPlace
select managed_group() as managed_group, managed_organization() as managed_organization, is_super_admin() as is_super_admin;

-- name: organization_to_manage -> Uuid
select tenant_group_id from organization
where id = $1 and (tenant_group_id = managed_group() or id = managed_organization());

-- name: upsert_role -> Uuid
insert into role (id, user_id, tenant_group_id, organization_id, role_type) values ($1, $2, $3, $4, $5)
on conflict (user_id, tenant_group_id, organization_id, role_type) do update set revoked_at = null
returning id;

-- name: role_to_revoke -> RoleToRevoke
select id, user_id, tenant_group_id, organization_id, role_type from role
where id = $1 and revoked_at is null and (tenant_group_id = managed_group() or organization_id = managed_organization())
for update;

-- name: administrators_left -> std::int64_t
select count(*) from role r join app_user u on u.id = r.user_id
where r.tenant_group_id = $1 and r.organization_id is null and r.role_type = $3 and r.revoked_at is null and u.is_active and r.id <> $2;

-- name: revoke_role
update role set revoked_at = $2 where id = $1;

-- name: is_known_person -> bool
select exists (select from role where user_id = $1 and (tenant_group_id = managed_group() or organization_id = managed_organization()));
