-- name: claim_job -> ClaimedJob
-- A cancelled job with a lease still has something to tidy up.
update job set status = case status when 'cancelled' then status else 'running' end, attempts = attempts + (status <> 'cancelled')::int,
       progress = 0, started_at = clock_timestamp(), lease_until = clock_timestamp() + interval '5 minutes'
where id = (select id from job
            where (status = 'queued' and run_at <= clock_timestamp()) or (status in ('running', 'cancelled') and lease_until < clock_timestamp())
            order by run_at limit 1 for update skip locked)
returning id, organization_id, user_id, kind, payload, attempts, status = 'cancelled' as is_cancelled;

-- name: job_principal -> JobPrincipal
select o.currency, o.tenant_group_id, o.time_zone, coalesce(u.email, '') as email
from organization o left join app_user u on u.id = $2 where o.id = $1;

-- name: finish_job
update job set status = 'done', finished_at = clock_timestamp(), progress = 100, message = '', lease_until = null where id = $1 and status = 'running';

-- name: finish_tidying
update job set lease_until = null where id = $1 and status = 'cancelled';

-- name: release_cancelled
update job set lease_until = clock_timestamp() where id = $1 and status = 'cancelled' and lease_until is not null;

-- name: report_progress
update job set progress = $2 where id = $1 and status = 'running';

-- name: wake_workers
select pg_notify('daftar_jobs', $1);

-- name: fail_job
update job set status = case when attempts >= 3 or $3 then 'failed' else 'queued' end,
       run_at = clock_timestamp() + make_interval(secs => 5 * attempts * attempts), finished_at = clock_timestamp(), message = $2
where id = $1 and status = 'running';

-- name: list_jobs -> JobView
-- The installation's own (its backup) are seen by a SuperAdmin only: row security.
(select id, kind, status, attempts, progress, message, created_at, started_at, finished_at
 from job where organization_id = $1 and ($2::text is null or status = $2) order by created_at desc limit 200)
union all
(select id, kind, status, attempts, progress, message, created_at, started_at, finished_at
 from job where organization_id is null and kind <> 'send_mail' and ($2::text is null or status = $2) order by created_at desc limit 50)
order by created_at desc limit 200;

-- name: retry_job
update job set status = 'queued', attempts = 0, run_at = clock_timestamp(), message = '', progress = 0, lease_until = null
where (organization_id = $1 or organization_id is null) and id = $2 and status in ('failed', 'cancelled');

-- name: cancel_job
update job set status = 'cancelled', finished_at = clock_timestamp(), lease_until = coalesce(case status when 'running' then lease_until end, clock_timestamp())
where organization_id = $1 and id = $2 and status in ('queued', 'running');

-- name: renew_leases
update job set lease_until = clock_timestamp() + interval '5 minutes'
where id = any ($1::uuid[]) and status = 'running';

-- name: lock_schedule
select pg_advisory_xact_lock(hashtextextended('schedule ' || $1::text, 0));

-- Once a day of the organization's own calendar, from that hour on: also when no server ran at the hour itself.
-- name: queue_scheduled_jobs
insert into job (id, organization_id, kind, payload)
select gen_random_uuid(), o.id, $1, jsonb_build_object('day', (now() at time zone o.time_zone)::date)
from organization o
where extract(hour from now() at time zone o.time_zone) >= $2
  and not exists (select from job j where j.organization_id = o.id and j.kind = $1
                  and j.created_at >= date_trunc('day', now() at time zone o.time_zone) at time zone o.time_zone);

-- Once a day (UTC), from that minute of the day on.
-- name: queue_installation_job
insert into job (id, kind, payload)
select gen_random_uuid(), $1::text, jsonb_build_object('day', (now() at time zone 'UTC')::date)
where extract(hour from now() at time zone 'UTC') * 60 + extract(minute from now() at time zone 'UTC') >= $2
  and not exists (select from job j where j.organization_id is null and j.kind = $1::text
                  and j.created_at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC');

-- name: publish_event
select pg_notify('daftar_events', $1);
