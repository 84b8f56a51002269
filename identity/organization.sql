-- name: insert_tenant_group
insert into tenant_group (id, name) values ($1, $2);

-- name: insert_organization
insert into organization (id, tenant_group_id, name, country, currency, chart, fiscal_year_start_month, vat_regime, time_zone, address)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- name: organizations_of_group -> OrganizationView
select id, name, country, currency, chart, vat_regime, time_zone, fiscal_year_start_month, address, identifiers, version
from organization
where tenant_group_id = managed_group()
  and ($1::text is null or name ilike '%' || $1 || '%')
  and ($2::uuid is null or (name, id) > (select name, id from organization where id = $2))
order by name, id
limit $3;

-- name: organization -> OrganizationView
select id, name, country, currency, chart, vat_regime, time_zone, fiscal_year_start_month, address, identifiers, version
from organization where id = $1;

-- name: change_organization
update organization
set name = coalesce($3, name), vat_regime = coalesce($4, vat_regime), time_zone = coalesce($5, time_zone),
    fiscal_year_start_month = coalesce($6, fiscal_year_start_month), address = coalesce($7, address),
    identifiers = coalesce($8, identifiers), version = version + 1
where id = $1 and version = $2;
