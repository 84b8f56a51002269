-- name: insert_accounts
insert into account (organization_id, id, code, name, account_type, parent_code, is_collective, name_confirmed)
select $1, i, c, n, t, p, k, f
from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::boolean[]) as a (i, c, n, t, p, k, f)
on conflict (organization_id, code) do nothing;

-- name: bind_roles
insert into account_role (organization_id, role, account_id)
select $1, r.role, a.id
from unnest($2::text[], $3::text[]) as r (role, code) join account a on a.organization_id = $1 and a.code = r.code
on conflict (organization_id, role) do nothing;

-- name: insert_journals
insert into journal (organization_id, id, code, name, kind, account_id)
select $1, j.id, j.code, j.name, j.kind, r.account_id
from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) as j (id, code, name, kind, role)
left join account_role r on r.organization_id = $1 and r.role = j.role
on conflict (organization_id, code) do nothing;

-- name: insert_book
insert into book (organization_id) values ($1) on conflict do nothing;

-- name: chart_of_organization -> std::string
select chart from organization where id = $1;

-- name: journals -> JournalView
select j.id, j.code, j.name, j.kind, a.code as account_code, j.is_active
from journal j left join account a on a.organization_id = j.organization_id and a.id = j.account_id
where j.organization_id = $1 order by j.code;

-- name: insert_journal
insert into journal (organization_id, id, code, name, kind, account_id) values ($1, $2, $3, $4, $5, $6)
on conflict (organization_id, code) do nothing;
