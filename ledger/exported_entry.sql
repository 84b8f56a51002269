-- name: exported_lines -> ExportedLineRow
select e.leaf_index, j.code as journal_code, j.name as journal_name, e.number, e.date, e.kind, e.description as entry_description,
       e.voucher_reference, e.posted_at, a.code as account_code, a.name as account_name, x.code as auxiliary_code, x.name as auxiliary_name,
       l.amount, l.description as line_description, l.currency, l.currency_amount, m.letter, m.date as letter_date
from entry e
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
join line l on l.organization_id = e.organization_id and l.entry_id = e.id
join account a on a.organization_id = l.organization_id and a.id = l.account_id
left join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
left join open_item o on o.organization_id = l.organization_id and o.entry_id = l.entry_id and o.line_number = l.line_number and o.open_amount = 0
left join lateral (
  select g.letter, g.date from matching_item i join matching g on g.organization_id = i.organization_id and g.id = i.matching_id
  where i.organization_id = o.organization_id and i.entry_id = o.entry_id and i.line_number = o.line_number and g.undone_at is null
  order by g.date desc, length(g.letter) desc, g.letter desc limit 1) m on true
where e.organization_id = $1 and e.date between $2 and $3
order by e.leaf_index, l.line_number;
