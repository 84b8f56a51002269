-- name: ended_lately -> Uuid
-- $1 is now; twenty minutes are longer than an access token lives.
select id from sign_in_session where revoked_at > $1::timestamptz - interval '20 minutes'
union all
select id from role where revoked_at > $1::timestamptz - interval '20 minutes'
union all
select distinct s.user_id from sign_in_session s join app_user u on u.id = s.user_id
where not u.is_active and s.revoked_at is null and s.expires_at > $1::timestamptz;
