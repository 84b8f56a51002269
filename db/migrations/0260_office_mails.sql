-- Without a mail server every mail is kept to be read on the page of outgoing mails. Those of no organization (a new password, a backup
-- that failed) were shown to nobody. Who keeps the office reads them: its SuperAdmins, or its Admins where there is none. Not those to a
-- person who also works in another office, since such a mail may carry a link that opens all of that person's books.
create function office_mails() returns setof outbox language sql stable security definer set search_path = public, pg_temp as $$
  with office as (
    select r.tenant_group_id as id from role r
    where r.user_id = current_user_id() and r.tenant_group_id = current_tenant_group() and r.organization_id is null and r.revoked_at is null
      and (r.role_type = 'SuperAdmin' or (r.role_type = 'Admin' and not exists (
        select from role s
        where s.tenant_group_id = r.tenant_group_id and s.organization_id is null and s.role_type = 'SuperAdmin' and s.revoked_at is null)))
    limit 1)
  select m.* from office, outbox m join app_user u on lower(u.email) = lower(m.recipient)
  where m.organization_id is null and m.status = 'kept'
    and exists (select from role r where r.user_id = u.id and r.revoked_at is null and r.tenant_group_id = office.id)
    and not exists (select from role r where r.user_id = u.id and r.revoked_at is null and r.tenant_group_id is distinct from office.id)
$$;
revoke execute on function office_mails() from public;
grant execute on function office_mails() to daftar_app;
