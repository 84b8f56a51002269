-- name: try_lock_attempts -> bool
select pg_try_advisory_xact_lock(hashtextextended($1::text, 1));

-- name: failed_attempts -> FailedAttempts
select failures, last_failed_at from failed_attempts($1, $2);

-- name: note_failed_attempt
select note_failed_attempt($1, $2, $3);

-- name: forget_failed_attempts
select forget_failed_attempts($1);
