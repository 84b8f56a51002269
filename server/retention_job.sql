-- A paper belongs to the fiscal year in which it was received; without one, to the calendar year.
-- name: delete_refused_papers -> DeletedPaper
with gone as (
  select d.id from document d
  where d.organization_id = $1 and d.status = 'refused'
    and coalesce((select y.end_date from fiscal_year y
                  where y.organization_id = $1 and (d.received_at at time zone $3::text)::date between y.start_date and y.end_date),
                 make_date(extract(year from d.received_at at time zone $3::text)::int, 12, 31)) < $2::date
  order by d.received_at limit 1000 for update),
words as (delete from document_text t using gone where t.organization_id = $1 and t.document_id = gone.id)
delete from document d using gone where d.organization_id = $1 and d.id = gone.id
returning d.id, d.filename, d.file_hash;

-- name: delete_old_mails
delete from outbox where organization_id = $1 and created_at < $2::date;

-- name: delete_old_jobs
delete from job where organization_id = $1 and status in ('done', 'failed', 'cancelled') and finished_at < $2::date;

-- name: delete_old_replies
delete from idempotency_key where organization_id = $1 and created_at < $2::date;

-- name: file_is_free -> bool
select file_is_free($1);

-- name: delete_expired_sessions
delete from sign_in_session where expires_at < $1::date;

-- name: delete_expired_links
delete from one_time_token where expires_at < $1::date;

-- name: delete_jobs_of_nobody
delete from job where organization_id is null and status in ('done', 'failed', 'cancelled') and finished_at < $1::date;
