-- name: budget_rows -> BudgetRow
select kind, category, amount from budget where organization_id = $1 and year = $2 order by kind, category;

-- name: budget_version -> std::int64_t
select coalesce((select version from budget_version where organization_id = $1 and year = $2), 0);

-- $3 the version that was read, 0 when there was none.
-- name: next_budget_version
insert into budget_version (organization_id, year) values ($1, $2)
on conflict (organization_id, year) do update set version = budget_version.version + 1 where budget_version.version = $3;

-- name: delete_budget
delete from budget where organization_id = $1 and year = $2;

-- name: insert_budget
insert into budget (organization_id, year, kind, category, amount)
select $1, $2, k, c, a from unnest($3::text[], $4::text[], $5::bigint[]) as b (k, c, a);

-- The category of a line is its axis, else that of its account.
-- name: actual_by_category -> ActualRow
select a.code as account_code, a.account_type, l.axes ->> 'category' as category, sum(l.amount)::bigint as amount,
       exists (select from account_role r where r.organization_id = a.organization_id and r.account_id = a.id and r.role like 'call\_income%') as is_call
from account a join line l on l.organization_id = a.organization_id and l.account_id = a.id
where a.organization_id = $1 and a.account_type in ('Income', 'Expense') and l.date between $2 and $3 and l.kind = 'movement'
group by a.organization_id, a.id, a.code, a.account_type, l.axes ->> 'category'
order by a.code;
