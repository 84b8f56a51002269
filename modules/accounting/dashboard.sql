-- Class 5 is money in every chart that the product knows. An entry between money accounts only is a transfer.
-- name: cash_flow -> CashFlow
select coalesce(sum(l.amount) filter (where (l.amount > 0) = (e.reversal_of is null)), 0)::bigint as inflows,
       coalesce(-sum(l.amount) filter (where (l.amount > 0) <> (e.reversal_of is null)), 0)::bigint as outflows,
       coalesce(sum(l.amount), 0)::bigint as net
from account a
join line l on l.organization_id = a.organization_id and l.account_id = a.id and l.date between $2 and $3 and l.kind = 'movement'
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
where a.organization_id = $1 and a.code like '5%'
  and exists (select from line o join account b on b.organization_id = o.organization_id and b.id = o.account_id
              where o.organization_id = l.organization_id and o.entry_id = l.entry_id and b.code not like '5%');

-- name: dashboard_facts -> DashboardFacts
select (select count(*) from open_item o where o.organization_id = $1 and o.open_amount > 0 and o.due_date < $2
          and o.account_id in (select account_id from account_role where organization_id = $1 and role like 'owners%')) as overdue_count,
       (select coalesce(sum(o.open_amount), 0)::bigint from open_item o where o.organization_id = $1 and o.open_amount > 0 and o.due_date < $2
          and o.account_id in (select account_id from account_role where organization_id = $1 and role like 'owners%')) as overdue_amount,
       (select count(*) from open_item o where o.organization_id = $1 and o.open_amount < 0 and o.due_date < $2
          and o.account_id in (select account_id from account_role where organization_id = $1 and role = 'suppliers')) as payable_count,
       (select coalesce(-sum(o.open_amount), 0)::bigint from open_item o where o.organization_id = $1 and o.open_amount < 0 and o.due_date < $2
          and o.account_id in (select account_id from account_role where organization_id = $1 and role = 'suppliers')) as payable_amount,
       (select count(*) from party_bank_account b where b.organization_id = $1 and b.status = 'unverified') as unverified_accounts,
       (select coalesce(sum(b.debit - b.credit), 0)::bigint from balance b join account a on a.organization_id = b.organization_id and a.id = b.account_id
        where b.organization_id = $1 and a.account_type = 'Expense' and b.kind = 'movement' and b.day > $2::date - 365 and b.day <= $2) as expenses_of_a_year,
       (select min(b.day) from balance b where b.organization_id = $1 and b.kind = 'movement') as first_day;
