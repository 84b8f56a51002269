-- name: exported_lines -> ExportedLineRow
select e.id as entry_id, l.line_number, e.leaf_index, j.code as journal_code, j.name as journal_name, e.number, e.date, e.kind, e.description as entry_description,
       e.voucher_reference, e.posted_at, a.code as account_code, a.name as account_name, x.code as auxiliary_code, x.name as auxiliary_name,
       l.amount, l.description as line_description, l.currency, l.currency_amount
from entry e
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
join line l on l.organization_id = e.organization_id and l.entry_id = e.id
join account a on a.organization_id = l.organization_id and a.id = l.account_id
left join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
where e.organization_id = $1 and e.date between $2 and $3
order by e.leaf_index, l.line_number;
