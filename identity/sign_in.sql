-- name: find_account -> Account
select u.id, u.email, u.is_active, u.totp_enabled_at is not null as totp_enabled, c.password_hash
from app_user u join credential c on c.user_id = u.id where u.email = $1;

-- name: first_role -> Uuid
select r.id from role r
where r.user_id = $1 and r.revoked_at is null
order by r.id = (select s.role_id from sign_in_session s where s.user_id = $1 order by s.last_used_at desc limit 1) desc nulls last,
         r.organization_id is null, r.created_at, r.id
limit 1;

-- name: renew_password_hash
update credential set password_hash = $2 where user_id = $1;

-- name: switch_session
update sign_in_session set role_id = $3, organization_id = $4, support_grant_id = null, last_used_at = $5
where id = $1 and user_id = $2 and revoked_at is null and expires_at > $5
  and exists (select from app_user u where u.id = $2 and u.is_active);

-- name: group_of_role -> Uuid
select tenant_group_id from role where id = $1 and user_id = $2 and revoked_at is null;
