-- name: insert_session
insert into sign_in_session (id, user_id, role_id, organization_id, ip_address, user_agent, created_at, last_used_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $7, $8);

-- name: forget_old_sessions
delete from sign_in_session where user_id = $1 and expires_at < $2;

-- name: forget_old_attempts
delete from login_attempt where last_failed_at < $1;

-- name: forget_old_links
delete from one_time_token where expires_at < $1;

-- name: note_sign_in
update app_user set last_sign_in_at = $2 where id = $1;

-- name: spend_refresh_tokens
update refresh_token set used_at = $2 where session_id = $1 and used_at is null;

-- name: insert_refresh_token
insert into refresh_token (token_hash, session_id, user_id, issued_at, expires_at) values ($1, $2, $3, $4, $5);

-- name: find_refresh_token -> RefreshRow
select t.session_id, t.user_id, u.email, u.is_active, t.used_at is not null as is_used, t.expires_at, s.expires_at as session_expires_at,
       s.revoked_at is not null as is_revoked, s.role_id, s.organization_id, s.support_grant_id
from refresh_token t join sign_in_session s on s.id = t.session_id join app_user u on u.id = t.user_id
where t.token_hash = $1
for update of t, s;

-- name: open_role -> OpenRole
select r.id as role_id, r.role_type, r.tenant_group_id, o.id as organization_id, o.currency, o.time_zone
from role r
left join organization o on o.id = coalesce(r.organization_id, $3) and o.tenant_group_id = r.tenant_group_id
where r.user_id = $1 and r.id = $2 and r.revoked_at is null;

-- name: open_support -> OpenSupport
select g.ends_at, o.id as organization_id, o.tenant_group_id, o.currency, o.time_zone
from support_grant g join organization o on o.id = g.organization_id
where g.id = $1 and g.user_id = $2 and g.ended_at is null and g.ends_at > $3;

-- name: touch_session
update sign_in_session set last_used_at = $2, ip_address = $3, organization_id = $4, support_grant_id = $5 where id = $1;

-- name: end_session
update sign_in_session set revoked_at = $3, revoked_reason = $4 where id = $1 and user_id = $2 and revoked_at is null;

-- name: end_sessions -> Uuid
update sign_in_session set revoked_at = $2, revoked_reason = $3
where user_id = $1 and revoked_at is null and ($4::uuid is null or id <> $4)
returning id;

-- name: sessions -> SessionView
select id, ip_address, user_agent, created_at, last_used_at, expires_at, id = $2 as is_current
from sign_in_session where user_id = $1 and revoked_at is null and expires_at > $3
order by last_used_at desc;
