-- name: lock_expense_numbers
select pg_advisory_xact_lock(hashtextextended('expense ' || $1::uuid::text, 0));

-- name: next_expense_number -> std::int32_t
select coalesce(max(number), 0) + 1 from expense where organization_id = $1 and year = $2;

-- name: same_invoice -> Uuid
select id from expense
where organization_id = $1 and supplier_id = $2 and invoice_key = $3 and kind = 'invoice' and status <> 'credited';

-- name: creditable_invoice -> Uuid
select id from expense
where organization_id = $1 and supplier_id = $2 and kind = 'invoice' and total_amount - credited_amount >= $3
order by expense_date desc, number desc limit 1;

-- name: insert_expense
insert into expense (organization_id, id, year, number, kind, credits, building_id, supplier_id, description, category, expense_date, due_date,
                     invoice_number, invoice_key, document_id, net_amount, vat_amount, total_amount, entry_id, created_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20);

-- name: insert_expense_lines
insert into expense_line (organization_id, expense_id, line_number, description, quantity, unit_price, vat_rate, vat_treatment, category,
                          account_id, net_amount, vat_amount)
select $1, $2, n, d, q, u, r, t, c, a, m, v
from unnest($3::int[], $4::text[], $5::numeric[], $6::numeric[], $7::numeric[], $8::text[], $9::text[], $10::uuid[], $11::bigint[], $12::bigint[])
     as l (n, d, q, u, r, t, c, a, m, v);

-- name: insert_vat_postings
insert into vat_posting (organization_id, entry_id, line_number, direction, rate, base, vat, reverse_charge)
select $1, $2, n, d, r, b, v, c
from unnest($3::int[], $4::text[], $5::numeric[], $6::bigint[], $7::bigint[], $8::boolean[]) as p (n, d, r, b, v, c);

-- name: expense_by_id -> ExpenseSummary
select e.id, case e.kind when 'invoice' then 'DEP-' else 'AV-' end || e.year || '-' || lpad(e.number::text, 4, '0') as reference,
       e.kind, e.status, e.credits, e.building_id, e.supplier_id, p.name as supplier_name,
       e.description, e.category, e.invoice_number, e.expense_date, e.due_date, e.document_id, e.net_amount, e.vat_amount, e.total_amount,
       e.paid_amount, e.credited_amount, e.total_amount - e.paid_amount - e.credited_amount as remaining_amount, e.entry_id, e.paid_on,
       e.version, e.created_at
from expense e left join party p on p.organization_id = e.organization_id and p.id = e.supplier_id
where e.organization_id = $1 and e.id = $2;

-- name: lines_of_expense -> ExpenseLineView
select l.description, l.quantity, l.unit_price, l.vat_rate, l.vat_treatment, l.category, a.code as account_code, l.net_amount, l.vat_amount
from expense_line l join account a on a.organization_id = l.organization_id and a.id = l.account_id
where l.organization_id = $1 and l.expense_id = $2 order by l.line_number;

-- name: list_expenses -> ExpenseSummary
select e.id, case e.kind when 'invoice' then 'DEP-' else 'AV-' end || e.year || '-' || lpad(e.number::text, 4, '0') as reference,
       e.kind, e.status, e.credits, e.building_id, e.supplier_id, p.name as supplier_name,
       e.description, e.category, e.invoice_number, e.expense_date, e.due_date, e.document_id, e.net_amount, e.vat_amount, e.total_amount,
       e.paid_amount, e.credited_amount, e.total_amount - e.paid_amount - e.credited_amount as remaining_amount, e.entry_id, e.paid_on,
       e.version, e.created_at
from expense e left join party p on p.organization_id = e.organization_id and p.id = e.supplier_id
where e.organization_id = $1 and ($2::text is null or e.status = $2) and ($3::uuid is null or e.supplier_id = $3)
  and ($4::text is null or e.category = $4) and ($5::date is null or e.expense_date >= $5) and ($6::date is null or e.expense_date <= $6)
  and ($7::text is null or unaccent(lower(e.description || ' ' || e.invoice_number || ' ' || coalesce(p.name, ''))) like '%' || unaccent(lower($7)) || '%')
  and ($8::boolean is not true or (e.kind = 'invoice' and e.status in ('recorded', 'approved') and e.due_date < $9))
  and ($10::uuid is null or (e.expense_date, e.number, e.id) < (select c.expense_date, c.number, c.id from expense c where c.organization_id = $1 and c.id = $10))
order by e.expense_date desc, e.number desc, e.id desc
limit $11;
