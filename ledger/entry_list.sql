-- The filters choose entries; what is shown of them is read by key below. In two statements, because the second one's plan is
-- kept from call to call, where planning both together took twice as long as running them.

-- name: chosen_entries -> Uuid
select e.id from entry e
where e.organization_id = $1
  and ($2::date is null or e.date >= $2) and ($3::date is null or e.date <= $3)
  and ($4::text is null or e.journal_id = (select id from journal where organization_id = $1 and code = $4))
  and ($6::text is null or position(lower($6) in lower(e.description)) > 0 or position(lower($6) in lower(e.voucher_reference)) > 0)
  and ($7::uuid is null or e.document_id = $7
    or exists (select from entry_document d where d.organization_id = e.organization_id and d.entry_id = e.id and d.document_id = $7))
  and (($5::text is null and $8::text is null and $9::text is null and $10::text is null) or exists (
    select from line l join account a on a.organization_id = l.organization_id and a.id = l.account_id
    left join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
    where l.organization_id = e.organization_id and l.entry_id = e.id
      and ($5::text is null or a.code like $5 || '%') and ($8::text is null or l.axes ->> 'category' = $8)
      and ($9::text is null or l.axes ->> 'supplier_id' = $9) and ($10::text is null or x.code = $10)))
  and ($11::date is null or (e.date, e.leaf_index) < ($11, $12::bigint))
order by e.date desc, e.leaf_index desc
limit $13;

-- name: entries_of -> EntryView
select e.id, 'posted' as status, j.code as journal_code, e.year, e.number, e.date, e.kind, e.description, e.voucher_reference, e.document_id,
       e.reversal_of, r.id as reversed_by, l.total, e.leaf_index, e.posted_at, u.email as posted_by, l.lines, p.documents
from unnest($2::uuid[]) as chosen (id)
join entry e on e.organization_id = $1 and e.id = chosen.id
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
left join entry r on r.organization_id = e.organization_id and r.reversal_of = e.id
left join app_user u on u.id = e.posted_by
join organization o on o.id = e.organization_id
cross join lateral (
  select sum(l.amount) filter (where l.amount > 0)::bigint as total,
         json_agg(json_build_object(
           'line_number', l.line_number, 'account_code', a.code, 'account_name', a.name, 'auxiliary_code', x.code, 'auxiliary_name', x.name,
           'description', l.description, 'debit', money_number(greatest(l.amount, 0), o.currency), 'credit', money_number(greatest(-l.amount, 0), o.currency),
           'due_date', l.due_date, 'letter', m.letter, 'currency', l.currency, 'currency_amount', l.currency_amount, 'currency_rate', l.currency_rate,
           'axes', l.axes, 'box', l.box) order by l.line_number) as lines
  from line l
  join account a on a.organization_id = l.organization_id and a.id = l.account_id
  left join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
  left join lateral (
    select min(g.letter) as letter from matching_item i join matching g on g.organization_id = i.organization_id and g.id = i.matching_id
    where i.organization_id = l.organization_id and i.entry_id = l.entry_id and i.line_number = l.line_number and g.undone_at is null) m on true
  where l.organization_id = e.organization_id and l.entry_id = e.id
) l
cross join lateral (
  select coalesce(json_agg(json_build_object('id', d.id, 'filename', d.filename, 'media_type', d.media_type, 'attached_at', a.attached_at)
                            order by a.attached_at nulls first), '[]') as documents
  from (select e.document_id, null::timestamptz as attached_at where e.document_id is not null
        union all
        select document_id, attached_at from entry_document where organization_id = e.organization_id and entry_id = e.id) a
  join document d on d.organization_id = e.organization_id and d.id = a.document_id
) p
order by e.date desc, e.leaf_index desc;
