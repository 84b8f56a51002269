-- The lists are read from the books, so that a call typed by hand and a receipt matched at the bank stand in them too.
-- The accounts that owners owe on; an account that plays two parts counts once.

-- name: list_calls -> CallSummary
with owed as (
  select account_id, min(role) as role from account_role
  where organization_id = $1 and role in ('owners', 'owners_works', 'owners_reserve') group by account_id
), called as (
  select l.entry_id, min(o.role) as role, count(distinct l.auxiliary_id)::int as owner_count, sum(l.amount)::bigint as total,
         coalesce(sum(i.open_amount), 0)::bigint as open_amount, max(coalesce(l.due_date, l.date)) as due_date
  from owed o
  join line l on l.organization_id = $1 and l.account_id = o.account_id and l.amount > 0 and l.kind = 'movement'
   and ($2::date is null or l.date >= $2) and ($3::date is null or l.date <= $3)
  left join open_item i on i.organization_id = l.organization_id and i.entry_id = l.entry_id and i.line_number = l.line_number
  where $4::uuid is null or exists (select from auxiliary x where x.organization_id = $1 and x.id = l.auxiliary_id and x.party_id = $4)
  group by l.entry_id
)
select e.id as entry_id, j.code as journal_code, e.number, e.date, c.due_date, e.description, e.voucher_reference,
       case c.role when 'owners_works' then 'works' when 'owners_reserve' then 'reserve' else 'budget' end as purpose,
       c.owner_count, c.total, c.total - c.open_amount as settled_amount, c.open_amount, r.id as reversed_by
from called c
join entry e on e.organization_id = $1 and e.id = c.entry_id and e.reversal_of is null
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id and j.kind = 'sales'
left join entry r on r.organization_id = e.organization_id and r.reversal_of = e.id
where $5::uuid is null or (e.date, e.leaf_index) < (select b.date, b.leaf_index from entry b where b.organization_id = $1 and b.id = $5)
order by e.date desc, e.leaf_index desc
limit $6;

-- name: list_receipts -> ReceiptSummary
with owed as (
  select account_id, min(role) as role from account_role
  where organization_id = $1 and role in ('owners', 'owners_works', 'owners_reserve') group by account_id
)
select e.id as entry_id, l.line_number, j.code as journal_code, e.number, e.date, e.description, e.voucher_reference,
       case o.role when 'owners_works' then 'works' when 'owners_reserve' then 'reserve' else 'budget' end as purpose,
       x.party_id as owner_id, x.code as owner_code, x.name as owner_name, -l.amount as amount,
       -l.amount + coalesce(i.open_amount, 0) as matched, -coalesce(i.open_amount, 0) as open_amount, r.id as reversed_by
from owed o
join line l on l.organization_id = $1 and l.account_id = o.account_id and l.amount < 0 and l.kind = 'movement'
 and ($2::date is null or l.date >= $2) and ($3::date is null or l.date <= $3)
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id and e.reversal_of is null
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id and j.kind in ('bank', 'cash')
left join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
left join open_item i on i.organization_id = l.organization_id and i.entry_id = l.entry_id and i.line_number = l.line_number
left join entry r on r.organization_id = e.organization_id and r.reversal_of = e.id
where ($4::uuid is null or x.party_id = $4)
  and ($5::date is null or (e.date, e.leaf_index, l.line_number) < ($5, $6::bigint, $7::int))
order by e.date desc, e.leaf_index desc, l.line_number desc
limit $8;

-- name: place_of_entry -> EntryPlace
select date, leaf_index from entry where organization_id = $1 and id = $2;
