-- Offices, the books they keep, people and their roles.

create table tenant_group (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  created_at timestamptz not null default clock_timestamp()
);

create table organization (
  id uuid primary key,
  tenant_group_id uuid not null references tenant_group,
  name text not null check (length(name) between 1 and 200),
  country text not null check (country in ('MA', 'BE', 'FR')),
  currency text not null check (length(currency) = 3),
  chart text not null,                                          -- ma-syndicat, be-acp, fr-copropriete …
  fiscal_year_start_month int not null default 1 check (fiscal_year_start_month between 1 and 12),
  vat_regime text not null default 'none' check (vat_regime in ('none', 'deducting')),
  time_zone text not null default 'Africa/Casablanca',
  identifiers jsonb not null default '{}',                      -- SIREN, ICE, enterprise number …
  address text not null default '',
  settings jsonb not null default '{}',
  version bigint not null default 1,
  created_at timestamptz not null default clock_timestamp()
);

create table app_user (
  id uuid primary key,
  email text not null check (email = lower(email) and position('@' in email) > 1),
  name text not null default '',
  password_hash text not null,
  language text not null default 'fr',
  is_active boolean not null default true,
  is_demo boolean not null default false,
  totp_secret bytea,
  totp_enabled_at timestamptz,
  totp_last_step bigint not null default 0,                     -- a code works once
  created_at timestamptz not null default clock_timestamp(),
  unique (email)
);

create table role (
  id uuid primary key,
  user_id uuid not null references app_user,
  tenant_group_id uuid not null references tenant_group,
  organization_id uuid references organization,
  role_type text not null check (role_type in ('SuperAdmin', 'Admin', 'Syndic', 'Accountant', 'BoardMember', 'Owner', 'Agent')),
  created_at timestamptz not null default clock_timestamp(),
  revoked_at timestamptz,
  unique nulls not distinct (user_id, organization_id, role_type)
);
create index on role (organization_id);

alter table organization enable row level security;
alter table organization force row level security;
create policy own_organization on organization using (id = (select current_organization()));
-- A user sees the names of every organization in which he has a role.
create policy my_organizations on organization for select using (exists (
  select from role where role.organization_id = organization.id and role.user_id = (select current_user_id()) and role.revoked_at is null));
grant select, update on organization to daftar_app;
grant select, insert, update on organization to daftar_system;

alter table role enable row level security;
alter table role force row level security;
create policy own_organization on role using (organization_id = (select current_organization()));
create policy my_roles on role for select using (user_id = (select current_user_id()));
grant select, insert, update on role to daftar_app, daftar_system;

alter table tenant_group enable row level security;
alter table tenant_group force row level security;
create policy own_group on tenant_group for select using (id = (select current_tenant_group()));
grant select on tenant_group to daftar_app;
grant select, insert on tenant_group to daftar_system;

alter table app_user enable row level security;
alter table app_user force row level security;
create policy myself on app_user using (id = (select current_user_id()));
-- The people who have a role in the organization can be named in its audit log and its list of users.
create policy colleagues on app_user for select using (exists (
  select from role where role.user_id = app_user.id and role.organization_id = (select current_organization())));
grant select (id, email, name, language, is_active, totp_enabled_at, created_at), update (name, language) on app_user to daftar_app;
grant select, insert, update on app_user to daftar_system;
