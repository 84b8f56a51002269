-- name: lock_movement
select from bank_movement where organization_id = $1 and id = $2 for update;

-- name: settled_items -> SettledItem
select o.entry_id, o.line_number, o.account_id, o.auxiliary_id, o.open_amount, coalesce(nullif(l.description, ''), e.description) as description
from open_item o
join entry e on e.organization_id = o.organization_id and e.id = o.entry_id
join line l on l.organization_id = o.organization_id and l.entry_id = o.entry_id and l.line_number = o.line_number
where o.organization_id = $1 and o.entry_id = $2 and o.line_number = $3;

-- name: line_of_bank -> ProvenLine
select l.amount, exists (select from bank_match_line p where p.organization_id = l.organization_id and p.entry_id = l.entry_id
                         and p.line_number = l.line_number and p.is_active) as is_proven
from line l where l.organization_id = $1 and l.entry_id = $2 and l.line_number = $3 and l.account_id = $4;

-- name: auxiliary_by_code -> Id<ledger::Auxiliary>
select id from auxiliary where organization_id = $1 and account_id = $2 and code = $3;

-- name: insert_match
insert into bank_match (organization_id, id, movement_id, entry_id, matching_ids, reason, created_by) values ($1, $2, $3, $4, $5::uuid[], $6, $7);

-- name: insert_match_line
insert into bank_match_line (organization_id, match_id, entry_id, line_number) values ($1, $2, $3, $4);

-- name: set_movement_status
update bank_movement set status = $3 where organization_id = $1 and id = $2;

-- name: active_match -> ActiveMatch
select id, entry_id, to_jsonb(matching_ids) as matching_ids from bank_match
where organization_id = $1 and movement_id = $2 and undone_at is null for update;

-- The latest reconciliation signed off that this movement is part of.
-- name: frozen_over -> Date
select max(r.date) as date from bank_movement m
join bank_account b on b.organization_id = m.organization_id and b.id = m.bank_account_id
join bank_reconciliation r on r.organization_id = b.organization_id and r.account_id = b.account_id and r.date >= m.booking_date
where m.organization_id = $1 and m.id = $2 having max(r.date) is not null;

-- The day from which a movement of a reconciliation signed off may be booked anew: that of the reversal of its earlier entry.
-- name: booked_anew_from -> Date
select max(r.date) as date from bank_match b
join entry r on r.organization_id = b.organization_id and r.id = b.reversal_id
where b.organization_id = $1 and b.movement_id = $2 having max(r.date) is not null;

-- name: undo_match
update bank_match set undone_at = clock_timestamp(), undone_by = $3, reversal_id = $4 where organization_id = $1 and id = $2;

-- name: release_match_lines
update bank_match_line set is_active = false where organization_id = $1 and match_id = $2;

-- name: entry_to_take_back -> EntryToTakeBack
select j.code as journal_code, e.number, e.description, e.voucher_reference,
       (select r.id from entry r where r.organization_id = e.organization_id and r.reversal_of = e.id) as reversed_by
from entry e join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
where e.organization_id = $1 and e.id = $2;

-- name: lines_to_take_back -> LineToTakeBack
select l.line_number, l.account_id, l.auxiliary_id, l.amount, l.description, coalesce(o.open_amount, 0)::bigint as open_amount
from line l left join open_item o on o.organization_id = l.organization_id and o.entry_id = l.entry_id and o.line_number = l.line_number
where l.organization_id = $1 and l.entry_id = $2 order by l.line_number;

-- name: open_periods -> OpenPeriod
select p.start_date, p.end_date
from period p join fiscal_year y on y.organization_id = p.organization_id and y.id = p.fiscal_year_id
where p.organization_id = $1 and p.status = 'open' and y.status = 'open';
