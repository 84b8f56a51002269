-- name: open_support_grant -> GrantedBooks
select id, tenant_group_id, currency, time_zone from open_support_grant($1, $2, $3, $4, $5);

-- name: super_admin_role -> Uuid
select id from role where user_id = $1 and role_type = 'SuperAdmin' and organization_id is null and revoked_at is null order by created_at limit 1;

-- name: act_under_grant
update sign_in_session set role_id = $3, organization_id = null, support_grant_id = $4, last_used_at = $5
where id = $1 and user_id = $2 and revoked_at is null and expires_at > $5;

-- name: end_support_grant
update support_grant set ended_at = $3 where id = $1 and user_id = $2 and ended_at is null;

-- name: support_grants -> SupportGrantView
select g.id, g.organization_id, coalesce(u.email, '') as user, g.reason, g.started_at, g.ends_at, g.ended_at
from support_grant g left join app_user u on u.id = g.user_id
where g.organization_id = $1 order by g.started_at desc limit 200;
