-- A SuperAdmin sees the jobs of the installation, its nightly backup above all, and may try a failed one again. Mails of no
-- organization (sign-in, reset) are not shown to him: their payload holds links.
create policy installation_jobs on job for select using (organization_id is null and kind <> 'send_mail' and (select is_super_admin()));
create policy retry_installation_jobs on job for update using (organization_id is null and kind <> 'send_mail' and (select is_super_admin()));
