-- name: has_users -> bool
select exists (select from app_user where not is_demo);

-- name: forget_first_admin_tokens
delete from one_time_token where purpose = 'first_admin';

-- name: insert_first_admin_token
insert into one_time_token (token_hash, purpose, issued_at, expires_at) values ($1, 'first_admin', $2, $3);

-- name: spend_first_admin_token
update one_time_token set used_at = $2 where token_hash = $1 and purpose = 'first_admin' and used_at is null and expires_at > $2;

-- name: lock_first_admin
select pg_advisory_xact_lock(hashtextextended('first administrator', 0));
