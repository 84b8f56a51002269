-- Statements of one account are imported one after the other.
-- name: lock_bank_account
select from bank_account where organization_id = $1 and id = $2 for update;

-- name: statements_of_file -> StatementView
select id, bank_account_id, format, filename, sequence, period_start, period_end, opening_balance, closing_balance, closing_date, doubts, movement_count, new_count,
       created_at
from bank_statement where organization_id = $1 and bank_account_id = $2 and file_hash = $3 and place = $4;

-- name: list_statements -> StatementView
select id, bank_account_id, format, filename, sequence, period_start, period_end, opening_balance, closing_balance, closing_date, doubts, movement_count, new_count,
       created_at
from bank_statement
where organization_id = $1 and ($2::uuid is null or bank_account_id = $2) and ($3::uuid is null or id < $3)
order by id desc limit 100;

-- name: insert_statement
insert into bank_statement (organization_id, id, bank_account_id, format, filename, file_hash, place, sequence, period_start, period_end, opening_balance,
                            closing_balance, closing_date, doubts, movement_count, new_count, created_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);

-- name: statement_by_id -> StatementView
select id, bank_account_id, format, filename, sequence, period_start, period_end, opening_balance, closing_balance, closing_date, doubts, movement_count, new_count,
       created_at
from bank_statement where organization_id = $1 and id = $2;

-- name: known_movements -> KnownMovement
select m.id, m.booking_date, m.amount, s.format, m.reference, m.label || ' ' || m.counterparty_name as words,
       m.servicer_reference, m.entry_reference, m.batch_reference, case when m.batch > 0 then m.statement_id::text || ' ' || m.batch else '' end as part_of,
       m.status
from bank_movement m
join bank_statement s on s.organization_id = m.organization_id and s.id = m.statement_id
where m.organization_id = $1 and m.bank_account_id = $2 and m.booking_date between $3 and $4
order by m.position;

-- name: insert_movements
insert into bank_movement (organization_id, id, bank_account_id, statement_id, line, booking_date, value_date, amount, label, reference, end_to_end_id,
                           structured_communication, counterparty_name, counterparty_account, kind, details, charges, fingerprint, servicer_reference,
                           entry_reference, batch_reference, batch)
select $1, i, $2, $3, n, d, v, m, t, r, e, s, c, a, k, x, f, p, bs, be, bb, bn
from unnest($4::uuid[], $5::int[], $6::date[], $7::date[], $8::bigint[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[],
            $16::text[], $17::bigint[], $18::text[], $19::text[], $20::text[], $21::text[], $22::int[])
  as u (i, n, d, v, m, t, r, e, s, c, a, k, x, f, p, bs, be, bb, bn);

-- Totals whose parts came in another file: the parts stand for them from now on.
-- name: leave_to_details
update bank_movement set status = 'detailed' where organization_id = $1 and id = any ($2::uuid[]) and status = 'open';
