-- What every module builds on: the tenant of a transaction, audit log, idempotency keys, jobs.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The plain cast would fail on a reused connection, where the setting is an empty text.
create function current_organization() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('app.organization', true), '')::uuid $$;
create function current_user_id() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('app.user', true), '')::uuid $$;
create function current_tenant_group() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('app.tenant_group', true), '')::uuid $$;

-- Row security on a table of one organization: a transaction sees and writes only its own rows. `rights` is what the
-- application may do, for instance 'select, insert' for an append-only table.
create procedure protect_tenant_table(name regclass, rights text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy own_organization on %s using (organization_id = (select current_organization()))
                  with check (organization_id = (select current_organization()))', name);
  execute format('grant %s on %s to daftar_app, daftar_system', rights, name);
end $$;

-- Business rules that the database guards itself refuse with SQLSTATE DF<http status>, a stable code and a French sentence.
create procedure refuse(status int, code text, sentence text) language plpgsql as $$
begin
  raise exception using errcode = 'DF' || status, constraint = code, message = sentence;
end $$;

create table audit_event (
  organization_id uuid,
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  user_id uuid,
  user_email text not null default '',
  role_type text not null default '',
  action text not null,
  entity_type text not null,
  entity_id uuid,
  details jsonb not null default '{}',
  ip_address text not null default '',
  request_id text not null default '',
  primary key (id)
);
create index on audit_event (organization_id, entity_type, id desc);
create index on audit_event (organization_id, id desc);
alter table audit_event enable row level security;
alter table audit_event force row level security;
-- Signing in happens before an organization is known: such events are seen by the system role only.
create policy own_organization on audit_event using (organization_id = (select current_organization()))
  with check (organization_id is not distinct from (select current_organization()));
grant select, insert on audit_event to daftar_app, daftar_system;

create table idempotency_key (
  organization_id uuid not null,
  key text not null,
  user_id uuid,
  request_hash bytea not null,
  status int not null,
  content_type text not null,
  body text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, key)
);
create index on idempotency_key (created_at);
call protect_tenant_table('idempotency_key', 'select, insert');
grant delete on idempotency_key to daftar_system;

create table job (
  id uuid primary key,
  organization_id uuid,
  user_id uuid,
  kind text not null,
  payload jsonb not null default '{}',
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
  attempts int not null default 0,
  run_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  lease_until timestamptz,                        -- a running job whose lease is over was lost with its worker
  finished_at timestamptz,
  progress int not null default 0 check (progress between 0 and 100),
  message text not null default '',
  created_at timestamptz not null default clock_timestamp()
);
create index job_waiting on job (run_at) where status = 'queued';
create index job_running on job (lease_until) where status = 'running';
create index on job (organization_id, created_at desc);
alter table job enable row level security;
alter table job force row level security;
create policy own_organization on job using (organization_id is not distinct from (select current_organization()))
  with check (organization_id is not distinct from (select current_organization()));
grant select, insert, update on job to daftar_app, daftar_system;
grant delete on job to daftar_system;
