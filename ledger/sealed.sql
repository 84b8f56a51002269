-- name: sealed_entries -> SealedRow
select e.id, e.leaf_index, e.leaf_hash, j.code as journal_code, e.number, e.date, e.kind, e.description, e.voucher_reference,
       e.document_id, e.reversal_of, e.line_count
from entry e join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
where e.organization_id = $1 and e.leaf_index >= $2 and e.leaf_index < $3 order by e.leaf_index;

-- name: sealed_lines -> SealedLineRow
select e.leaf_index, a.code as account_code, x.code as auxiliary_code, l.amount, l.description, l.due_date, l.currency,
       l.currency_amount, l.currency_rate, l.axes, l.box
from entry e
join line l on l.organization_id = e.organization_id and l.entry_id = e.id
join account a on a.organization_id = l.organization_id and a.id = l.account_id
left join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
where e.organization_id = $1 and e.leaf_index >= $2 and e.leaf_index < $3 order by e.leaf_index, l.line_number;

-- name: leaf_of_entry -> std::int64_t
select leaf_index from entry where organization_id = $1 and id = $2;

-- name: leaf_hashes -> daftar::Bytes
select leaf_hash from entry where organization_id = $1 and leaf_index >= $2 and leaf_index < $3 order by leaf_index;

-- name: leaf_count -> std::int64_t
select leaf_count from book where organization_id = $1;
