-- name: insert_audit_event
insert into audit_event (organization_id, user_id, user_email, role_type, action, entity_type, entity_id, details, ip_address, request_id)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: insert_job
insert into job (id, organization_id, user_id, kind, payload, run_at)
values ($1, $2, $3, $4, $5, coalesce($6, clock_timestamp()));

-- name: notify_jobs
select pg_notify('daftar_jobs', $1);

-- name: switch_tenant
select set_config('app.organization', $1, true), set_config('app.user', $2, true), set_config('app.tenant_group', $3, true);
