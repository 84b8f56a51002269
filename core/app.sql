-- name: lock_idempotency_key
select pg_advisory_xact_lock(hashtextextended('idempotency ' || $1::text || $2::text, 0));

-- name: find_idempotent_reply -> IdempotentReply
select request_hash, status, body, content_type from idempotency_key where organization_id = $1 and key = $2;

-- name: insert_idempotent_reply
insert into idempotency_key (organization_id, key, user_id, request_hash, status, content_type, body) values ($1, $2, $3, $4, $5, $6, $7);

-- A trial sends what waits for COMMIT, and asks the rules that wait for it as well.
-- name: check_to_the_end
set constraints all immediate;
