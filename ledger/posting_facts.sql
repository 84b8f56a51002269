-- name: posting_facts_by_id -> FactRow
select 'account' as kind, id, null::uuid as account_id, code, is_active, is_collective, account_type, null::text as journal_kind
from account where organization_id = $1 and id = any ($2::uuid[])
union all
select 'auxiliary', id, account_id, code, is_active, false, null, null from auxiliary where organization_id = $1 and id = any ($3::uuid[])
union all
select 'journal', id, null, code, is_active, false, null, kind from journal where organization_id = $1 and is_active;

-- name: posting_facts_by_code -> FactRow
select 'account' as kind, id, null::uuid as account_id, code, is_active, is_collective, account_type, null::text as journal_kind
from account where organization_id = $1 and code = any ($2::text[])
union all
select 'auxiliary', x.id, x.account_id, x.code, x.is_active, false, null, null
from unnest($3::text[], $4::text[]) as named (account_code, code)
join account a on a.organization_id = $1 and a.code = named.account_code
join auxiliary x on x.organization_id = $1 and x.account_id = a.id and x.code = named.code
union all
select 'journal', id, null, code, is_active, false, null, kind from journal where organization_id = $1 and is_active;
