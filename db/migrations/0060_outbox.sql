-- Every mail that was written: sent through SMTP when a server is set, else only readable here.
create table outbox (
  organization_id uuid,
  id uuid not null primary key,
  recipient text not null,
  subject text not null,
  text_body text not null,
  html_body text not null default '',
  status text not null check (status in ('kept', 'sent', 'bounced')),
  note text not null default '',
  created_at timestamptz not null default clock_timestamp()
);
create index on outbox (organization_id, created_at desc);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy own_organization on outbox using (organization_id = (select current_organization()))
  with check (organization_id is not distinct from (select current_organization()));
grant select, insert on outbox to daftar_app, daftar_system;
