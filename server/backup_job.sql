-- Who looks after the installation; without a SuperAdmin, whoever administers an office.
-- name: installation_keepers -> InstallationKeeper
with keeper as (
  select distinct u.email, u.name, u.language, r.role_type
  from app_user u join role r on r.user_id = u.id
  where u.is_active and not u.is_demo and r.revoked_at is null and r.role_type in ('SuperAdmin', 'Admin'))
select distinct email, name, language from keeper
where role_type = 'SuperAdmin' or not exists (select from keeper k where k.role_type = 'SuperAdmin') order by email;

-- name: last_backup_failure -> std::string
select message from job where organization_id is null and kind = 'back_up' and status = 'failed' order by finished_at desc limit 1;
