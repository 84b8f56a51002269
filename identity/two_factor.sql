-- name: totp_of -> TotpRow
select c.totp_secret, c.totp_last_step, u.totp_enabled_at is not null as is_enabled
from credential c join app_user u on u.id = c.user_id where c.user_id = $1;

-- name: keep_totp_secret
update credential set totp_secret = $2, totp_last_step = 0 where user_id = $1;

-- name: spend_totp_step
update credential set totp_last_step = $2 where user_id = $1 and totp_last_step < $2;

-- name: mark_totp
update app_user set totp_enabled_at = $2 where id = $1;

-- name: forget_totp
update credential set totp_secret = null, totp_last_step = 0 where user_id = $1;

-- name: spend_recovery_code
update recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null;

-- name: forget_recovery_codes
delete from recovery_code where user_id = $1;

-- name: insert_recovery_codes
insert into recovery_code (user_id, code_hash) select $1, decode(h, 'hex') from unnest($2::text[]) as h;
