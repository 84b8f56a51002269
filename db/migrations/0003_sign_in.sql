-- What signing in needs. A person reaches his own rows only; passwords and tokens are kept as hashes, the TOTP secret sealed.

create table credential (
  user_id uuid primary key references app_user,
  password_hash text,                             -- Argon2id; none before an invitation is accepted
  password_changed_at timestamptz,
  totp_secret bytea,                              -- sealed with the installation's key
  totp_last_step bigint not null default 0        -- a code works once
);

-- One per device signed in: the family of its refresh tokens.
create table sign_in_session (
  id uuid primary key,
  user_id uuid not null references app_user,
  role_id uuid not null references role,          -- the active role
  organization_id uuid references organization,   -- the books open under a role that holds for a whole group
  support_grant_id uuid references support_grant,
  ip_address text not null default '',
  user_agent text not null default '',
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text not null default ''
);
create index on sign_in_session (user_id, last_used_at desc);

create table refresh_token (
  token_hash bytea primary key,                   -- SHA-256
  session_id uuid not null references sign_in_session on delete cascade,
  user_id uuid not null references app_user,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on refresh_token (session_id) where used_at is null;

create table recovery_code (
  user_id uuid not null references app_user,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

-- Links sent by mail, and the address of the first administrator.
create table one_time_token (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('password_reset', 'invitation', 'first_admin')),
  user_id uuid references app_user,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index on one_time_token (user_id) where used_at is null;
create index on one_time_token (expires_at);

-- Failed attempts by hashed account or by network address.
create table login_attempt (
  key text primary key,
  failures int not null,
  last_failed_at timestamptz not null
);
create index on login_attempt (last_failed_at);

do $$
declare name text;
begin
  foreach name in array array['credential', 'sign_in_session', 'refresh_token', 'recovery_code'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy mine on %I using (user_id = (select current_user_id())) with check (user_id = (select current_user_id()))', name);
    execute format('grant select, insert, update, delete on %I to daftar_system', name);
  end loop;
  foreach name in array array['one_time_token', 'login_attempt'] loop  -- no policy: the system role alone sees them
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('grant select, insert, update, delete on %I to daftar_system', name);
  end loop;
end $$;
grant select, update on credential to daftar_app;
grant select, update (role_id, organization_id, support_grant_id, last_used_at, revoked_at, revoked_reason) on sign_in_session to daftar_app;
grant select, insert, update (used_at) on refresh_token to daftar_app;
grant select, insert, update (used_at), delete on recovery_code to daftar_app;

-- The person with that address, made when there is none: then the invitation's token is good for choosing a password.
-- Someone who is here already keeps his name, his password and his account: an office that invites him gains nothing on it.
create function invite_user(p_id uuid, p_email text, p_name text, p_language text, p_token_hash bytea, p_now timestamptz, p_expires_at timestamptz)
returns table (id uuid, needs_password boolean) security definer set search_path = public, pg_temp language plpgsql as $$
declare person uuid; without_password boolean;
begin
  if managed_group() is null and managed_organization() is null then return; end if;
  insert into app_user (id, email, name, language) values (p_id, p_email, p_name, p_language) on conflict (email) do nothing;
  select u.id into strict person from app_user u where u.email = p_email;
  insert into credential (user_id) values (person) on conflict (user_id) do nothing;
  select c.password_hash is null into without_password from credential c where c.user_id = person;
  if without_password then
    insert into one_time_token (token_hash, purpose, user_id, issued_at, expires_at)
    values (p_token_hash, 'invitation', person, p_now, p_expires_at);
  end if;
  return query select person, without_password;
end $$;

-- Counts one failed attempt; old ones are forgotten.
create function note_failed_attempt(p_key text, p_now timestamptz, p_forget_before timestamptz) returns void
security definer set search_path = public, pg_temp language sql as $$
  insert into login_attempt as a (key, failures, last_failed_at) values (p_key, 1, p_now)
  on conflict (key) do update set failures = case when a.last_failed_at < p_forget_before then 1 else a.failures + 1 end,
                                  last_failed_at = p_now $$;
create function failed_attempts(p_key text, p_forget_before timestamptz, out failures int, out last_failed_at timestamptz)
returns setof record stable security definer set search_path = public, pg_temp language sql as $$
  select a.failures, a.last_failed_at from login_attempt a where a.key = p_key and a.last_failed_at >= p_forget_before $$;
create function forget_failed_attempts(p_key text) returns void
security definer set search_path = public, pg_temp language sql as $$ delete from login_attempt where key = p_key $$;

grant create on schema public to daftar_system;
do $$
declare name regprocedure;
begin
  foreach name in array array['invite_user(uuid, text, text, text, bytea, timestamptz, timestamptz)', 'note_failed_attempt(text, timestamptz, timestamptz)',
      'failed_attempts(text, timestamptz)', 'forget_failed_attempts(text)']::regprocedure[] loop
    execute format('revoke all on function %s from public', name);
    execute format('grant execute on function %s to daftar_app, daftar_system', name);
    execute format('alter function %s owner to daftar_system', name);
  end loop;
end $$;
revoke create on schema public from daftar_system;
