-- name: list_accounts -> AccountView
select a.id, a.code, a.name, a.account_type, a.parent_code, a.organization_id, a.is_active, a.is_collective, a.name_confirmed,
       (select min(r.role) from account_role r where r.organization_id = a.organization_id and r.account_id = a.id) as role,
       a.version, a.created_at
from account a
where a.organization_id = $1
  and ($2::text is null or a.account_type = $2)
  and ($3::boolean is null or a.is_active = $3)
  and ($4::text is null or starts_with(a.code, $4) or position(unaccent(lower($4)) in unaccent(lower(a.name))) > 0)
  and ($5::text is null or a.parent_code = $5)
  and ($6::text is null or a.code > $6)
order by a.code
limit $7;

-- name: account_by_id -> AccountView
select a.id, a.code, a.name, a.account_type, a.parent_code, a.organization_id, a.is_active, a.is_collective, a.name_confirmed,
       (select min(r.role) from account_role r where r.organization_id = a.organization_id and r.account_id = a.id) as role,
       a.version, a.created_at
from account a where a.organization_id = $1 and a.id = $2;

-- name: account_by_code -> AccountView
select a.id, a.code, a.name, a.account_type, a.parent_code, a.organization_id, a.is_active, a.is_collective, a.name_confirmed,
       (select min(r.role) from account_role r where r.organization_id = a.organization_id and r.account_id = a.id) as role,
       a.version, a.created_at
from account a where a.organization_id = $1 and a.code = $2;

-- name: account_of_role -> Uuid
select account_id from account_role where organization_id = $1 and role = $2;

-- name: list_roles -> RoleView
select r.role, a.code as account_code, a.name as account_name from account_role r
join account a on a.organization_id = r.organization_id and a.id = r.account_id
where r.organization_id = $1 order by r.role;

-- name: bind_role
insert into account_role (organization_id, role, account_id) values ($1, $2, $3)
on conflict (organization_id, role) do update set account_id = excluded.account_id;

-- name: insert_account
insert into account (organization_id, id, code, name, account_type, parent_code, is_collective, name_confirmed)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (organization_id, code) do nothing;

-- name: update_account
update account set name = $3, is_active = $4, account_type = $6, version = version + 1 where organization_id = $1 and id = $2 and version = $5;

-- name: account_has_lines -> bool
select exists (select from balance where organization_id = $1 and account_id = $2);

-- name: count_accounts -> std::int64_t
select count(*) from account where organization_id = $1;

-- name: insert_auxiliary
insert into auxiliary (organization_id, id, account_id, code, name, kind, party_id) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (organization_id, account_id, code) do nothing;

-- name: list_auxiliaries -> AuxiliaryView
select x.id, x.account_id, a.code as account_code, x.code, x.name, x.kind, x.party_id, x.is_active
from auxiliary x join account a on a.organization_id = x.organization_id and a.id = x.account_id
where x.organization_id = $1 and ($2::text is null or a.code = $2) and ($3::text is null or x.kind = $3)
  and ($4::text is null or starts_with(lower(x.code), lower($4)) or position(unaccent(lower($4)) in unaccent(lower(x.name))) > 0)
  and ($5::text is null or (a.code || ' ' || x.code) > $5)
order by a.code || ' ' || x.code
limit $6;

-- name: party_exists -> bool
select exists (select from party where organization_id = $1 and id = $2);
