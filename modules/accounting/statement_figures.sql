-- Amounts by account and by one axis of their lines. $4 the axis; $5 whether the takeover balances of the first year count
-- (statements since the start of a project), which later opening entries only repeat.

-- name: amounts_by_axis -> LedgerAmount
select a.code as account_code, a.name as account_name, sum(l.amount)::bigint as amount, coalesce(l.axes ->> $4, '') as dimension
from account a join line l on l.organization_id = a.organization_id and l.account_id = a.id and l.date between $2 and $3
where a.organization_id = $1
  and (l.kind = 'movement' or ($5::boolean and l.kind = 'opening' and l.date <= (select min(y.end_date) from fiscal_year y where y.organization_id = $1)))
group by 1, 2, 4
order by 1, 4;

-- name: other_auxiliaries -> std::string
select distinct a.code || ' ' || x.code
from auxiliary x join account a on a.organization_id = x.organization_id and a.id = x.account_id
where x.organization_id = $1 and x.kind <> 'owner';

-- The voted budget on the accounts of its categories ($3, $4: codes and accounts of all of them, the chart's own and the changed
-- ones); calls for funds on the account of that role. Debit positive.
-- name: budget_amounts -> LedgerAmount
select a.code as account_code, a.name as account_name, case b.kind when 'income' then -b.amount else b.amount end as amount, '' as dimension
from budget b
left join unnest($3::text[], $4::text[]) c (code, account_code) on c.code = b.category and b.kind = 'expense'
left join account_role r on r.organization_id = b.organization_id and r.role = 'call_income' and b.kind = 'income' and b.category = 'calls'
join account a on a.organization_id = b.organization_id and (a.code = c.account_code or a.id = r.account_id)
where b.organization_id = $1 and b.year = $2
order by 1;
