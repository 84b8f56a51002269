-- Roles of the cluster; run before every migration, so that it may be run again. An owner that is no superuser finds
-- them made by one (`daftar roles`) and changes nothing.
do $$ begin
  if not exists (select from pg_roles where rolname = 'daftar_app') then create role daftar_app nologin; end if;
  if not exists (select from pg_roles where rolname = 'daftar_system') then create role daftar_system nologin bypassrls; end if;
  -- What the server signs in as: no rights of its own, each transaction takes one of the two roles above.
  if not exists (select from pg_roles where rolname = 'daftar_server') then create role daftar_server login noinherit; end if;
  if not pg_has_role('daftar_server', 'daftar_app', 'member') or not pg_has_role('daftar_server', 'daftar_system', 'member') then
    grant daftar_app, daftar_system to daftar_server;
  end if;
end $$;
