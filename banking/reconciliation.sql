-- A bank account of the books whose bank has not sent a statement yet has no bank_account row.
-- name: reconciled_account -> ReconciledAccount
select b.id as bank_account_id, a.id as account_id, a.code, a.name,
       (select min(s.period_start) from bank_statement s where s.organization_id = b.organization_id and s.bank_account_id = b.id) as first_day
from account a left join bank_account b on b.organization_id = a.organization_id and b.account_id = a.id
where a.organization_id = $1 and a.code = $2
  and (b.id is not null or exists (select from journal j where j.organization_id = $1 and j.kind = 'bank' and j.account_id = a.id)
       or exists (select from account_role r where r.organization_id = $1 and r.role = 'bank' and r.account_id = a.id));

-- What the bank says: the latest closing balance up to the day and the movements after it; without any closing balance,
-- the first opening balance and every movement since.
-- name: bank_balance_at -> BankBalance
with closing as (
  select closing_balance as balance, closing_date as day from bank_statement
  where organization_id = $1 and bank_account_id = $2 and closing_balance is not null and closing_date <= $3
  order by closing_date desc, created_at desc, place desc limit 1),
opening as (
  select opening_balance as balance, period_start - 1 as day from bank_statement
  where organization_id = $1 and bank_account_id = $2 and opening_balance is not null and period_start <= $3
  order by period_start, created_at, place limit 1),
start as (select * from closing union all select * from opening where not exists (select from closing) limit 1)
select (start.balance + coalesce(sum(m.amount), 0))::bigint as balance, greatest(start.day, max(m.booking_date)) as day
from start left join bank_movement m on m.organization_id = $1 and m.bank_account_id = $2 and m.booking_date > start.day and m.booking_date <= $3
  and m.status <> 'detailed'
group by start.balance, start.day;

-- Lines up to the day that no movement up to the day proves. An entry reversed by then, and its reversal, cancel out; one that was reversed
-- later was proven until then.
-- name: outstanding_lines -> OutstandingItem
select l.date, coalesce(nullif(l.description, ''), e.description) as description, l.amount, l.entry_id, l.line_number
from line l join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
where l.organization_id = $1 and l.account_id = $2 and l.kind = 'movement' and l.date <= $3 and ($4::date is null or l.date >= $4)
  and not exists (select from entry o where o.organization_id = e.organization_id and o.id = e.reversal_of and o.date <= $3)
  and not exists (select from entry r where r.organization_id = e.organization_id and r.reversal_of = e.id and r.date <= $3)
  and not exists (
    select from bank_match_line p
    join bank_match b on b.organization_id = p.organization_id and b.id = p.match_id
    join bank_movement m on m.organization_id = b.organization_id and m.id = b.movement_id
    where p.organization_id = l.organization_id and p.entry_id = l.entry_id and p.line_number = l.line_number and m.booking_date <= $3
      and (p.is_active or exists (select from entry r where r.organization_id = b.organization_id and r.id = b.reversal_id and r.reversal_of = p.entry_id)))
order by l.date, l.leaf_index, l.line_number;

-- name: unbooked_movements -> UnbookedMovement
select m.id as movement_id, m.booking_date as date, m.label as description, m.amount
from bank_movement m
where m.organization_id = $1 and m.bank_account_id = $2 and m.booking_date <= $3 and m.status <> 'detailed'
  and not exists (
    select from bank_match b
    join bank_match_line p on p.organization_id = b.organization_id and p.match_id = b.id
    join line l on l.organization_id = p.organization_id and l.entry_id = p.entry_id and l.line_number = p.line_number
    where b.organization_id = m.organization_id and b.movement_id = m.id and l.date <= $3
      and (p.is_active
           or exists (select from entry r where r.organization_id = b.organization_id and r.id = b.reversal_id and r.reversal_of = p.entry_id and r.date > $3)))
order by m.booking_date, m.position;

-- name: frozen_reconciliation -> FrozenRow
select content, entry_count, root, created_at from bank_reconciliation where organization_id = $1 and account_id = $2 and date = $3;

-- name: insert_reconciliation
insert into bank_reconciliation (organization_id, id, account_id, date, content, entry_count, root, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict do nothing;

-- name: list_reconciliations -> FrozenView
select r.id, a.code as account_code, r.date, r.entry_count, r.root, r.created_at
from bank_reconciliation r join account a on a.organization_id = r.organization_id and a.id = r.account_id
where r.organization_id = $1 order by r.date desc, a.code limit 500;
