-- Sums of one account before a page starts and over the whole period, from the maintained balances.
-- $4 start and $5 end of the period, $6 where the account's own history begins: its fiscal year, or the oldest open year.

-- name: ledger_sums -> LedgerSums
select coalesce(sum(case when b.day < $4 or b.kind = 'opening' then b.debit - b.credit end), 0)::bigint as opening,
       coalesce(sum(case when b.day >= $4 and b.kind <> 'opening' then b.debit end), 0)::bigint as debit,
       coalesce(sum(case when b.day >= $4 and b.kind <> 'opening' then b.credit end), 0)::bigint as credit
from balance b
where b.organization_id = $1 and b.account_id = $2 and ($3::uuid is null or b.auxiliary_id = $3) and b.day between $6 and $5
  and not (b.kind = 'opening' and b.day > $4);

-- The running balance before a page: the days before it from the sums, the lines of its first day one by one.
-- name: ledger_before -> Money
select ((select coalesce(sum(b.debit - b.credit), 0) from balance b
         where b.organization_id = $1 and b.account_id = $2 and ($3::uuid is null or b.auxiliary_id = $3)
           and b.day >= $4 and b.day < $5 and b.kind <> 'opening')
      + (select coalesce(sum(l.amount), 0) from line l
         where l.organization_id = $1 and l.account_id = $2 and ($3::uuid is null or l.auxiliary_id = $3)
           and l.date = $5 and l.kind <> 'opening' and (l.leaf_index, l.line_number) <= ($6::bigint, $7::int)))::bigint;

-- name: ledger_lines -> LedgerRow
select l.date, coalesce(nullif(l.description, ''), e.description) as description, l.amount, l.entry_id, l.line_number, l.leaf_index,
       j.code as journal_code, e.number as entry_number, e.voucher_reference, x.code as auxiliary_code, x.name as auxiliary_name,
       m.letter, coalesce(e.document_id, (l.box ->> 'document_id')::uuid) as document_id, l.box
from (
  select * from line
  where organization_id = $1 and account_id = $2 and ($3::uuid is null or auxiliary_id = $3)
    and date between $4 and $5 and kind <> 'opening' and (date, leaf_index, line_number) > ($6, $7::bigint, $8::int)
  order by date, leaf_index, line_number
  limit $9
) l
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
left join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
left join lateral (
  select min(g.letter) as letter from matching_item i join matching g on g.organization_id = i.organization_id and g.id = i.matching_id
  where i.organization_id = l.organization_id and i.entry_id = l.entry_id and i.line_number = l.line_number and g.undone_at is null) m on true
order by l.date, l.leaf_index, l.line_number;

-- name: auxiliary_of_account -> Uuid
select id from auxiliary where organization_id = $1 and account_id = $2 and code = $3;
