-- Every line of a period, account by account. $4: accounts that start so.

-- name: exported_lines -> ExportedLine
select a.code as account_code, a.name as account_name, l.date, j.code as journal_code, e.number as entry_number, e.voucher_reference,
       coalesce(nullif(l.description, ''), e.description) as description, coalesce(x.code, '') as auxiliary_code, l.amount
from account a
join line l on l.organization_id = a.organization_id and l.account_id = a.id and l.date between $2 and $3 and l.kind <> 'closing'
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
left join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
where a.organization_id = $1 and ($4::text is null or a.code like $4 || '%')
order by a.code, l.date, l.leaf_index, l.line_number
limit $5;
