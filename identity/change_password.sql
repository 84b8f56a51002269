-- name: own_password_hash -> std::optional<std::string>
select password_hash from credential where user_id = $1;

-- name: keep_password_hash
update credential set password_hash = $2, password_changed_at = $3 where user_id = $1;

-- name: find_account_for_reset -> ResetReader
select id, email, name, language from app_user where email = $1 and is_active;

-- name: resets_asked -> std::int32_t
select failures from failed_attempts($1, $2);

-- name: note_reset_asked
select note_failed_attempt($1, $2, $3);

-- name: insert_one_time_token
insert into one_time_token (token_hash, purpose, user_id, issued_at, expires_at) values ($1, $2, $3, $4, $5);

-- name: find_link -> LinkRow
select t.user_id, u.email, t.purpose
from one_time_token t join app_user u on u.id = t.user_id
where t.token_hash = $1 and t.purpose in ('password_reset', 'invitation') and t.used_at is null and t.expires_at > $2 and u.is_active
for update of t;

-- name: spend_links
update one_time_token set used_at = $2 where user_id = $1 and used_at is null;

-- name: forget_account_failures
select forget_failed_attempts($1);
