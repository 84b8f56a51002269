-- Roles of the cluster; run before every migration, so that it may be run again.
do $$ begin
  if not exists (select from pg_roles where rolname = 'daftar_app') then create role daftar_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'daftar_system') then create role daftar_system nologin bypassrls; end if;
  -- What the server signs in as: no rights of its own, each transaction takes one of the two roles above.
  if not exists (select from pg_roles where rolname = 'daftar_server') then create role daftar_server login noinherit; end if;
  grant daftar_app, daftar_system to daftar_server;
end $$;
