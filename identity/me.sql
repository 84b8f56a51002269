-- name: find_person -> Person
select email, name, language, totp_enabled_at is not null as totp_enabled from app_user where id = $1;

-- name: roles_of_person -> RoleView
select r.id as role_id, r.role_type, r.organization_id, coalesce(o.name, g.name, '') as organization_name
from role r
left join organization o on o.id = r.organization_id
left join tenant_group g on g.id = r.tenant_group_id and r.organization_id is null
where r.user_id = $1 and r.revoked_at is null
order by organization_name, r.role_type, r.id;

-- name: open_organization -> OpenOrganization
select id, name, country, currency, chart, vat_regime, time_zone, fiscal_year_start_month from organization where id = $1;

-- name: support_until -> Timestamp
select g.ends_at from sign_in_session s join support_grant g on g.id = s.support_grant_id
where s.id = $1 and s.user_id = $2 and g.ended_at is null;
