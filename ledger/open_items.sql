-- name: list_open_items -> OpenItemView
select o.entry_id, o.line_number, a.code as account_code, a.name as account_name, x.code as auxiliary_code, x.name as auxiliary_name,
       j.code as journal_code, e.number, o.date, o.due_date, case when l.description = '' then e.description else l.description end as description,
       e.voucher_reference, o.amount, o.open_amount, greatest(0, $5::date - o.due_date) as days_overdue
from open_item o
join entry e on e.organization_id = o.organization_id and e.id = o.entry_id
join line l on l.organization_id = o.organization_id and l.entry_id = o.entry_id and l.line_number = o.line_number
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
join account a on a.organization_id = o.organization_id and a.id = o.account_id
left join auxiliary x on x.organization_id = o.organization_id and x.id = o.auxiliary_id
where o.organization_id = $1 and o.open_amount <> 0 and ($2::text is null or a.code = $2) and ($3::text is null or x.code = $3)
  and ($4::date is null or o.due_date <= $4)
order by a.code, x.code nulls first, o.due_date, e.leaf_index, o.line_number
offset $6 limit $7;

-- name: sum_open_items -> OpenTotals
select count(*) as count, coalesce(sum(o.open_amount), 0)::bigint as total
from open_item o
join account a on a.organization_id = o.organization_id and a.id = o.account_id
left join auxiliary x on x.organization_id = o.organization_id and x.id = o.auxiliary_id
where o.organization_id = $1 and o.open_amount <> 0 and ($2::text is null or a.code = $2) and ($3::text is null or x.code = $3)
  and ($4::date is null or o.due_date <= $4);

-- name: lines_to_match -> LineToPropose
select o.entry_id, o.line_number, o.auxiliary_id, o.date, o.due_date, o.open_amount, e.voucher_reference,
       e.description || ' ' || l.description as description, e.reversal_of
from open_item o
join entry e on e.organization_id = o.organization_id and e.id = o.entry_id
join line l on l.organization_id = o.organization_id and l.entry_id = o.entry_id and l.line_number = o.line_number
where o.organization_id = $1 and o.open_amount <> 0 and o.account_id = $2
order by o.auxiliary_id, e.leaf_index, o.line_number;

-- name: lock_open_items
select from open_item where organization_id = $1 and account_id = $2 and open_amount <> 0
order by entry_id, line_number for no key update;
