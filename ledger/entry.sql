-- name: post_entries -> PostedRow
select entry_id, entry_number, entry_leaf
from post_entries($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25);

-- An entry cannot be locked (nobody may update it), so two reversals of the same one wait for each other here.
-- name: lock_reversal
select pg_advisory_xact_lock(hashtextextended('reversal of ' || $1::text, 0));

-- name: entry_to_reverse -> ReversibleEntry
select e.id, j.code as journal_code, e.number, e.date, e.kind, e.description, e.voucher_reference, e.document_id, e.reversal_of,
       exists (select from entry r where r.organization_id = e.organization_id and r.reversal_of = e.id) as is_reversed
from entry e join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
where e.organization_id = $1 and e.id = $2;

-- name: lines_to_reverse -> ReversibleLine
select account_id, auxiliary_id, amount, description, due_date, currency, currency_amount, currency_rate, axes, box
from line where organization_id = $1 and entry_id = $2 order by line_number;

-- name: locked_periods -> PeriodView
select start_date, end_date, status from period where organization_id = $1 and status = 'locked';

-- name: matchings_of_entry -> Uuid
select distinct m.id from matching_item i join matching m on m.organization_id = i.organization_id and m.id = i.matching_id
where i.organization_id = $1 and i.entry_id = $2 and m.undone_at is null order by m.id;

-- name: open_lines_of_entry -> std::int32_t
select line_number from open_item where organization_id = $1 and entry_id = $2 and open_amount <> 0 order by line_number;
