-- The annual report, from the lines of the ledger. Class 5 is money in every chart that the product knows.

-- What came in and went out of each money account, by month. A transfer between money accounts is neither a receipt nor a
-- payment; a reversal takes back what it reverses.
-- $2 first day, $3 last day.

-- name: money_flows -> MoneyFlow
select a.code as account_code, a.name as account_name, date_trunc('month', l.date)::date as month,
       coalesce(sum(l.amount) filter (where not t.is_transfer and (l.amount > 0) = (e.reversal_of is null)), 0)::bigint as receipts,
       coalesce(-sum(l.amount) filter (where not t.is_transfer and (l.amount > 0) <> (e.reversal_of is null)), 0)::bigint as payments,
       coalesce(sum(l.amount) filter (where t.is_transfer), 0)::bigint as transfers
from account a
join line l on l.organization_id = a.organization_id and l.account_id = a.id and l.date between $2 and $3 and l.kind = 'movement'
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
cross join lateral (
  select not exists (select from line o join account b on b.organization_id = o.organization_id and b.id = o.account_id
                     where o.organization_id = l.organization_id and o.entry_id = l.entry_id and b.code not like '5%') as is_transfer) t
where a.organization_id = $1 and a.code like '5%'
group by 1, 2, 3
order by 1, 3;

-- Expenses by the supplier on the other side of the same entry.

-- name: supplier_expenses -> SupplierExpense
select x.account_code, x.code as supplier_code, x.name as supplier_name, sum(l.amount)::bigint as amount,
       count(distinct l.entry_id) filter (where e.reversal_of is null) - count(distinct l.entry_id) filter (where e.reversal_of is not null) as invoices
from account a
join line l on l.organization_id = a.organization_id and l.account_id = a.id and l.date between $2 and $3 and l.kind = 'movement'
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
left join lateral (
  select c.code as account_code, s.code, s.name
  from line o
  join auxiliary s on s.organization_id = o.organization_id and s.id = o.auxiliary_id and s.kind = 'supplier'
  join account c on c.organization_id = s.organization_id and c.id = s.account_id
  where o.organization_id = l.organization_id and o.entry_id = l.entry_id
  order by o.line_number limit 1) x on true
where a.organization_id = $1 and a.account_type = 'Expense'
group by 1, 2, 3
having sum(l.amount) <> 0
order by 4 desc, 3;

-- name: owner_auxiliaries -> OwnerKey
select a.code as account_code, x.code as owner_code
from auxiliary x join account a on a.organization_id = x.organization_id and a.id = x.account_id
where x.organization_id = $1 and x.kind = 'owner';

-- What was asked of each owner up to a day, latest first: payments settle the oldest, so that what is unpaid is the latest.

-- name: owner_debits -> OwnerDebit
select a.code as account_code, x.code as owner_code, coalesce(l.due_date, l.date) as due_date, l.amount
from auxiliary x
join account a on a.organization_id = x.organization_id and a.id = x.account_id
join line l on l.organization_id = x.organization_id and l.auxiliary_id = x.id and l.date <= $2 and l.amount > 0 and l.kind = 'movement'
where x.organization_id = $1 and x.kind = 'owner'
order by 1, 2, 3 desc;
