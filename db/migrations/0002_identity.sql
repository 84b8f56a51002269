-- Offices, the books they keep, people and their roles. What signing in needs is in 0003.

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
  created_at timestamptz not null default clock_timestamp(),
  unique (id, tenant_group_id)
);
create index on organization (tenant_group_id, name, id);

create table app_user (
  id uuid primary key,
  email text not null check (email = lower(email) and position('@' in email) > 1),
  name text not null default '',
  language text not null default 'fr' check (language in ('fr', 'ar', 'en')),
  is_active boolean not null default true,
  is_demo boolean not null default false,
  totp_enabled_at timestamptz,
  last_sign_in_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  unique (email)
);

-- Without an organization, a role holds for the whole tenant group.
create table role (
  id uuid primary key,
  user_id uuid not null references app_user,
  tenant_group_id uuid not null references tenant_group,
  organization_id uuid,
  role_type text not null check (role_type in ('SuperAdmin', 'Admin', 'Syndic', 'Accountant', 'BoardMember', 'Owner', 'Agent')),
  created_at timestamptz not null default clock_timestamp(),
  revoked_at timestamptz,
  unique nulls not distinct (user_id, tenant_group_id, organization_id, role_type),
  foreign key (organization_id, tenant_group_id) references organization (id, tenant_group_id),
  check (organization_id is not null or role_type in ('SuperAdmin', 'Admin'))
);
create index on role (organization_id);
create index on role (tenant_group_id);

-- A SuperAdmin acts in an organization where he holds no role, for a reason and a time.
create table support_grant (
  id uuid primary key,
  user_id uuid not null references app_user,
  organization_id uuid not null references organization,
  reason text not null check (length(reason) >= 10),
  started_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > started_at and ends_at <= started_at + interval '4 hours'),
  ended_at timestamptz
);
create index on support_grant (organization_id, started_at desc);
create index on support_grant (user_id, ends_at desc);

-- The questions below are asked by row security policies, so they look past it: they run as the system role, about nobody
-- but the current user.

-- The tenant group that the current user administers, if that is the one he acts in.
create function managed_group() returns uuid stable security definer set search_path = public, pg_temp language sql as $$
  select r.tenant_group_id from role r
  where r.user_id = current_user_id() and r.tenant_group_id = current_tenant_group() and r.organization_id is null
    and r.role_type in ('Admin', 'SuperAdmin') and r.revoked_at is null
  limit 1 $$;

-- The current organization, if the current user administers it: by a role in it, by one in its group, or under a support grant.
create function managed_organization() returns uuid stable security definer set search_path = public, pg_temp language sql as $$
  select o.id from organization o
  where o.id = current_organization() and (
    exists (select from role r
            where r.user_id = current_user_id() and r.tenant_group_id = o.tenant_group_id and r.role_type in ('Admin', 'SuperAdmin')
              and r.revoked_at is null and (r.organization_id is null or r.organization_id = o.id))
    or exists (select from support_grant g
               where g.user_id = current_user_id() and g.organization_id = o.id and g.ended_at is null and g.ends_at > clock_timestamp())) $$;

-- Whether the current user is a SuperAdmin of the installation.
create function is_super_admin() returns boolean stable security definer set search_path = public, pg_temp language sql as $$
  select exists (select from role r where r.user_id = current_user_id() and r.role_type = 'SuperAdmin' and r.organization_id is null
                   and r.revoked_at is null) $$;

-- Whether the current user administers every role of that person, so that he may close the whole account.
create function manages_all_roles_of(person uuid) returns boolean stable security definer set search_path = public, pg_temp language sql as $$
  select is_super_admin() or not exists (
    select from role r where r.user_id = person and r.revoked_at is null
      and (r.role_type = 'SuperAdmin'
           or (not coalesce(r.tenant_group_id = managed_group(), false)
               and not coalesce(r.organization_id = managed_organization(), false)))) $$;

alter table organization enable row level security;
alter table organization force row level security;
create policy own_organization on organization for select using (id = (select current_organization()));
create policy managed_organizations on organization for select
  using (tenant_group_id = (select managed_group()) or id = (select managed_organization()));
-- A user sees the names of every organization in which he has a role.
create policy my_organizations on organization for select using (exists (
  select from role where role.organization_id = organization.id and role.user_id = (select current_user_id()) and role.revoked_at is null));
create policy found on organization for insert with check (tenant_group_id = (select managed_group()));
create policy manage on organization for update
  using (tenant_group_id = (select managed_group()) or id = (select managed_organization()))
  with check (tenant_group_id = (select managed_group()) or id = (select managed_organization()));
-- The country, the currency and the chart stay what the books were opened with.
grant select, insert, update (name, fiscal_year_start_month, vat_regime, time_zone, identifiers, address, settings, version)
  on organization to daftar_app;
grant select, insert, update on organization to daftar_system;

alter table role enable row level security;
alter table role force row level security;
create policy own_organization on role for select using (organization_id = (select current_organization()));
create policy my_roles on role for select using (user_id = (select current_user_id()));
create policy managed_roles on role for select
  using (tenant_group_id = (select managed_group()) or organization_id = (select managed_organization()));
-- Only a SuperAdmin makes or unmakes a SuperAdmin.
create policy give_roles on role for insert with check (
  (tenant_group_id = (select managed_group()) or organization_id = (select managed_organization()))
  and (role_type <> 'SuperAdmin' or (select is_super_admin())));
create policy change_roles on role for update using (
  (tenant_group_id = (select managed_group()) or organization_id = (select managed_organization()))
  and (role_type <> 'SuperAdmin' or (select is_super_admin())));
grant select, insert, update (revoked_at) on role to daftar_app;
grant select, insert, update on role to daftar_system;

alter table tenant_group enable row level security;
alter table tenant_group force row level security;
create policy own_group on tenant_group for select using (id = (select current_tenant_group()));
create policy my_groups on tenant_group for select using (exists (
  select from role where role.tenant_group_id = tenant_group.id and role.user_id = (select current_user_id()) and role.revoked_at is null));
grant select on tenant_group to daftar_app;
grant select, insert on tenant_group to daftar_system;

alter table app_user enable row level security;
alter table app_user force row level security;
create policy myself on app_user using (id = (select current_user_id()));
-- The people who have a role in the organization can be named in its audit log and its list of users.
create policy colleagues on app_user for select using (exists (
  select from role where role.user_id = app_user.id and role.organization_id = (select current_organization())));
create policy managed_users on app_user for select using (exists (
  select from role where role.user_id = app_user.id
    and (role.tenant_group_id = (select managed_group()) or role.organization_id = (select managed_organization()))));
grant select, update (name, language, totp_enabled_at) on app_user to daftar_app;
grant select, insert, update on app_user to daftar_system;

alter table support_grant enable row level security;
alter table support_grant force row level security;
create policy own_organization on support_grant for select using (organization_id = (select current_organization()));
create policy mine on support_grant for select using (user_id = (select current_user_id()));
create policy end_mine on support_grant for update using (user_id = (select current_user_id()));
grant select, update (ended_at) on support_grant to daftar_app;
grant select, insert, update on support_grant to daftar_system;

-- Gives a SuperAdmin entry to an organization that he cannot otherwise see. Nothing when he may not or it does not exist.
create function open_support_grant(p_id uuid, p_organization uuid, p_reason text, p_started_at timestamptz, p_ends_at timestamptz)
returns table (id uuid, tenant_group_id uuid, currency text, time_zone text) security definer set search_path = public, pg_temp language sql as $$
  with opened as (
    insert into support_grant (id, user_id, organization_id, reason, started_at, ends_at)
    select p_id, current_user_id(), o.id, p_reason, p_started_at, p_ends_at from organization o
    where o.id = p_organization and is_super_admin()
    returning organization_id)
  select o.id, o.tenant_group_id, o.currency, o.time_zone from organization o join opened on opened.organization_id = o.id $$;

-- Opens or closes the account of someone whose every role the current user administers; false when he may not.
create function set_user_active(person uuid, active boolean) returns boolean security definer set search_path = public, pg_temp language sql as $$
  update app_user set is_active = active
  where id = person and (managed_group() is not null or managed_organization() is not null) and manages_all_roles_of(person)
  returning true $$;

-- To own a function one must be able to create one, for this moment only; to give it away, the owner of migrations must be
-- of that role when he is no superuser.
do $$ begin
  if not (select rolsuper from pg_roles where rolname = current_user) then execute format('grant daftar_system to %I', current_user); end if;
end $$;
grant create on schema public to daftar_system;
do $$
declare name regprocedure;
begin
  foreach name in array array['managed_group()', 'managed_organization()', 'is_super_admin()', 'manages_all_roles_of(uuid)',
      'open_support_grant(uuid, uuid, text, timestamptz, timestamptz)', 'set_user_active(uuid, boolean)']::regprocedure[] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to daftar_app, daftar_system', name);
    -- The owner of migrations need not bypass row security, the system role does.
    execute format('alter function %s owner to daftar_system', name);
  end loop;
end $$;
revoke create on schema public from daftar_system;
