-- name: find_movements -> MovementView
select m.id, m.bank_account_id, m.statement_id, m.line, m.booking_date, m.value_date, m.amount, m.label, m.reference, m.end_to_end_id, m.structured_communication,
       m.counterparty_name, m.counterparty_account, m.kind, m.details, m.charges, m.status, coalesce(b.entry_id, l.entry_id) as entry_id, b.reason as match_reason, m.position
from bank_movement m
left join bank_match b on b.organization_id = m.organization_id and b.movement_id = m.id and b.undone_at is null
left join lateral (select entry_id from bank_match_line l where l.organization_id = b.organization_id and l.match_id = b.id order by line_number limit 1) l on true
where m.organization_id = $1 and ($2::uuid is null or m.id = $2) and ($3::uuid is null or m.bank_account_id = $3) and ($4::text is null or m.status = $4)
  and ($5::date is null or m.booking_date >= $5) and ($6::date is null or m.booking_date <= $6)
  and ($7::text is null or unaccent(lower(m.label || ' ' || m.counterparty_name || ' ' || m.details || ' ' || m.structured_communication)) like '%' || unaccent(lower($7)) || '%')
  and ($8::date is null or (m.booking_date, m.position) < ($8, $9::bigint))
order by m.booking_date desc, m.position desc
limit $10;

-- name: oldest_open_movements -> MovementView
select m.id, m.bank_account_id, m.statement_id, m.line, m.booking_date, m.value_date, m.amount, m.label, m.reference, m.end_to_end_id, m.structured_communication,
       m.counterparty_name, m.counterparty_account, m.kind, m.details, m.charges, m.status, null::uuid as entry_id, null::text as match_reason, m.position
from bank_movement m
where m.organization_id = $1 and ($2::uuid is null or m.bank_account_id = $2) and m.status = 'open'
order by m.booking_date, m.position limit $3;

-- name: open_candidates -> OpenCandidate
select o.entry_id, o.line_number, o.account_id, a.code as account_code, o.auxiliary_id, coalesce(x.code, '') as auxiliary_code, coalesce(x.name, '') as auxiliary_name,
       e.voucher_reference, e.description || ' ' || l.description as description, o.date, o.due_date, o.open_amount,
       coalesce((select jsonb_agg(p.iban) from party_bank_account p
                 where p.organization_id = o.organization_id and p.party_id = x.party_id and p.status = 'verified'), '[]') as accounts
from open_item o
join entry e on e.organization_id = o.organization_id and e.id = o.entry_id
join line l on l.organization_id = o.organization_id and l.entry_id = o.entry_id and l.line_number = o.line_number
join account a on a.organization_id = o.organization_id and a.id = o.account_id
left join auxiliary x on x.organization_id = o.organization_id and x.id = o.auxiliary_id
where o.organization_id = $1 and o.open_amount <> 0
order by o.due_date, e.leaf_index, o.line_number limit 5000;

-- Lines of the bank's account that no movement proves; a reversed entry and its reversal cancel and are left out.
-- name: unproven_lines -> BookLine
select l.entry_id, l.line_number, l.date, l.amount, trim(e.voucher_reference || ' ' || e.description || ' ' || l.description) as description
from bank_account b
join line l on l.organization_id = b.organization_id and l.account_id = b.account_id and l.kind = 'movement'
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
where b.organization_id = $1 and b.id = $2 and e.reversal_of is null
  and not exists (select from entry r where r.organization_id = e.organization_id and r.reversal_of = e.id)
  and not exists (select from bank_match_line p where p.organization_id = l.organization_id and p.entry_id = l.entry_id and p.line_number = l.line_number and p.is_active)
order by l.date desc limit 5000;
