-- name: approve_expense
update expense set status = 'approved', approved_at = $3, approved_by = $4, version = version + 1
where organization_id = $1 and id = $2 and status = 'recorded' and kind = 'invoice';

-- Locked, so that two payments at once cannot exceed what is due.
-- name: lock_expense
select 1 from expense where organization_id = $1 and id = $2 for update;

-- name: insert_expense_payment
insert into expense_payment (organization_id, id, expense_id, date, amount, reference, entry_id, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: add_payment
update expense set paid_amount = paid_amount + $3,
       status = case when paid_amount + credited_amount + $3 >= total_amount then 'paid' else status end,
       paid_on = case when paid_amount + credited_amount + $3 >= total_amount then $4::date end, version = version + 1
where organization_id = $1 and id = $2;

-- name: add_credit
update expense set credited_amount = credited_amount + $3,
       status = case when credited_amount + $3 = total_amount then 'credited'
                     when paid_amount + credited_amount + $3 >= total_amount then 'paid' else status end,
       version = version + 1
where organization_id = $1 and id = $2;

-- A credit note is used up by its invoice.
-- name: use_credit_note
update expense set status = 'paid', paid_amount = total_amount, paid_on = expense_date where organization_id = $1 and id = $2;

-- name: payments_of_expense -> PaymentView
select id, date, amount, reference, entry_id, created_at from expense_payment where organization_id = $1 and expense_id = $2 order by date, created_at;
