-- Each query finds one type: what it is about (one of entry, expense, draft), a date, two amounts and a label for the sentence. The last
-- parameter is how many rows are wanted at most.

-- $2 digits of the currency.
-- name: unbalanced_drafts -> AnomalyRow
select d.id::text as subject, null::uuid as entry_id, null::uuid as expense_id, d.id as draft_id, (d.content ->> 'date')::date as date,
       round(s.debit * power(10::numeric, $2::int))::bigint as amount, round(s.credit * power(10::numeric, $2::int))::bigint as other, coalesce(d.content ->> 'description', '') as label
from draft d
cross join lateral (select coalesce(sum((l ->> 'debit')::numeric), 0) as debit, coalesce(sum((l ->> 'credit')::numeric), 0) as credit
                    from jsonb_array_elements(case jsonb_typeof(d.content -> 'lines') when 'array' then d.content -> 'lines' else '[]' end) l) s
where d.organization_id = $1 and s.debit <> s.credit
order by d.created_at limit $3;

-- name: invoices_without_vat -> AnomalyRow
select e.id::text as subject, e.entry_id, e.id as expense_id, null::uuid as draft_id, e.expense_date as date, e.total_amount as amount, 0::bigint as other,
       coalesce(case when not starts_with(e.description, p.name) then p.name || ' – ' end, '') || e.description as label
from expense e left join party p on p.organization_id = e.organization_id and p.id = e.supplier_id
where e.organization_id = $1 and e.kind = 'invoice' and e.status <> 'credited' and e.vat_amount = 0
  and exists (select from expense_line l where l.organization_id = e.organization_id and l.expense_id = e.id and l.vat_rate is null and l.vat_treatment = 'normal')
order by e.expense_date desc limit $2;

-- name: future_entries -> AnomalyRow
select e.id::text as subject, e.id as entry_id, null::uuid as expense_id, null::uuid as draft_id, e.date, 0::bigint as amount, 0::bigint as other, e.description as label
from entry e
where e.organization_id = $1 and e.date > $2 and e.kind = 'movement' and e.reversal_of is null
  and not exists (select from entry r where r.organization_id = e.organization_id and r.reversal_of = e.id)
order by e.date limit $3;

-- The later of two invoices of a supplier with the same total within ten days. A price that a supplier bills again and again (on four
-- days or more: a weekly cleaning, say) is suspect only when it comes back in less than a working week.
-- name: duplicate_invoices -> AnomalyRow
select e.id::text || ' ' || f.id::text as subject, e.entry_id, e.id as expense_id, null::uuid as draft_id, e.expense_date as date, e.total_amount as amount, 0::bigint as other,
       p.name || ' – ' || coalesce(nullif(f.invoice_number, ''), f.description) || ' et ' || coalesce(nullif(e.invoice_number, ''), e.description) as label
from expense e
join expense f on f.organization_id = e.organization_id and f.supplier_id = e.supplier_id and f.total_amount = e.total_amount and f.kind = 'invoice' and f.status <> 'credited'
  and (f.expense_date, f.number, f.id) < (e.expense_date, e.number, e.id) and e.expense_date - f.expense_date <= 10
join party p on p.organization_id = e.organization_id and p.id = e.supplier_id
where e.organization_id = $1 and e.kind = 'invoice' and e.status <> 'credited'
  and (e.expense_date - f.expense_date < 5
    or (select count(distinct g.expense_date) from expense g
        where g.organization_id = e.organization_id and g.supplier_id = e.supplier_id and g.total_amount = e.total_amount and g.kind = 'invoice') < 4)
order by e.expense_date desc limit $2;

-- name: invoices_without_document -> AnomalyRow
select e.id::text as subject, e.entry_id, e.id as expense_id, null::uuid as draft_id, e.expense_date as date, e.total_amount as amount, 0::bigint as other,
       coalesce(case when not starts_with(e.description, p.name) then p.name || ' – ' end, '') || e.description as label
from expense e left join party p on p.organization_id = e.organization_id and p.id = e.supplier_id
where e.organization_id = $1 and e.kind = 'invoice' and e.status <> 'credited' and e.document_id is null
  and not exists (select from entry_document d where d.organization_id = e.organization_id and d.entry_id = e.entry_id)
order by e.expense_date desc limit $2;

-- name: gaps_in_numbers -> AnomalyRow
-- The counter knows the last number given, should the entries at the end be the missing ones.
select j.code || ' ' || n.year as subject, null::uuid as entry_id, null::uuid as expense_id, null::uuid as draft_id, null::date as date,
       max(n.last) as amount, sum(n.entries)::bigint as other, j.code || ' ' || n.year as label
from (select e.journal_id, e.year, max(e.number) as last, count(*) as entries from entry e where e.organization_id = $1 group by e.journal_id, e.year
      union all
      select c.journal_id, c.year, c.last_number, 0 from journal_counter c where c.organization_id = $1) n
join journal j on j.organization_id = $1 and j.id = n.journal_id
group by j.code, n.year having sum(n.entries) <> max(n.last)
order by 1 limit $2;

-- Manual entries: those of the general journal. $2 one thousand in minor units.
-- name: round_entries -> AnomalyRow
select e.id::text as subject, e.id as entry_id, null::uuid as expense_id, null::uuid as draft_id, e.date, s.total as amount, 0::bigint as other, e.description as label
from entry e
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id and j.kind = 'general'
cross join lateral (select sum(l.amount)::bigint as total from line l where l.organization_id = e.organization_id and l.entry_id = e.id and l.amount > 0) s
where e.organization_id = $1 and e.kind = 'movement' and e.reversal_of is null and s.total > 0 and s.total % $2::bigint = 0
  and not exists (select from entry r where r.organization_id = e.organization_id and r.reversal_of = e.id)
order by e.date desc limit $3;

-- What is always done on weekends (a market's takings, a concierge's cash) is a habit: the same words, numbers aside, at least four
-- times and mostly then.
-- name: weekend_entries -> AnomalyRow
with manual as (
  select e.id, e.date, e.description, regexp_replace(lower(e.description), '[0-9]+', '', 'g') as words, extract(isodow from e.date) >= 6 as on_weekend
  from entry e join journal j on j.organization_id = e.organization_id and j.id = e.journal_id and j.kind = 'general'
  where e.organization_id = $1 and e.kind = 'movement' and e.reversal_of is null),
habit as (select words from manual group by words having count(*) filter (where on_weekend) >= 4 and 2 * count(*) filter (where on_weekend) > count(*))
select e.id::text as subject, e.id as entry_id, null::uuid as expense_id, null::uuid as draft_id, e.date, 0::bigint as amount, 0::bigint as other, e.description as label
from manual e
where e.on_weekend and not exists (select from habit h where h.words = e.words)
  -- the last day of a month is an accounting date, not a working day
  and e.date <> (date_trunc('month', e.date) + interval '1 month - 1 day')::date
order by e.date desc limit $2;

-- name: invoice_amounts -> AnomalyRow
select e.supplier_id::text as subject, e.entry_id, e.id as expense_id, null::uuid as draft_id, e.expense_date as date, e.total_amount as amount, 0::bigint as other,
       coalesce(case when not starts_with(e.description, p.name) then p.name || ' – ' end, '') || e.description as label
from expense e join party p on p.organization_id = e.organization_id and p.id = e.supplier_id
where e.organization_id = $1 and e.kind = 'invoice' and e.status <> 'credited'
order by e.supplier_id, e.expense_date;

-- Money paid to suppliers that still meets no invoice after $3 days.
-- name: lonely_payments -> AnomalyRow
select o.entry_id::text || ' ' || o.line_number as subject, o.entry_id, null::uuid as expense_id, null::uuid as draft_id, o.date, o.open_amount as amount, 0::bigint as other,
       coalesce(x.name || ' – ', '') || e.description as label
from open_item o
join entry e on e.organization_id = o.organization_id and e.id = o.entry_id
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id and j.kind in ('bank', 'cash')
left join auxiliary x on x.organization_id = o.organization_id and x.id = o.auxiliary_id
where o.organization_id = $1 and o.open_amount > 0 and o.date <= $2::date - $3::int
  and o.account_id in (select account_id from account_role where organization_id = $1 and role = 'suppliers')
order by o.date limit $4;

-- Suspense accounts whose balance is not zero and that nothing has touched for $3 days.
-- name: suspense_left -> AnomalyRow
select a.code as subject, null::uuid as entry_id, null::uuid as expense_id, null::uuid as draft_id, max(b.day) as date,
       sum(b.debit - b.credit)::bigint as amount, 0::bigint as other, a.code || ' ' || a.name as label
from (select distinct account_id from account_role where organization_id = $1 and role in ('suspense', 'suspense_debit')) r
join account a on a.organization_id = $1 and a.id = r.account_id
join balance b on b.organization_id = $1 and b.account_id = a.id and b.kind <> 'opening' and b.day <= $2
group by a.code, a.name having sum(b.debit - b.credit) <> 0 and max(b.day) <= $2::date - $3::int
order by a.code;

-- name: dismissals -> Dismissal
select anomaly, reason from anomaly_dismissal where organization_id = $1;

-- name: dismiss_anomaly
insert into anomaly_dismissal (organization_id, anomaly, reason, dismissed_at, dismissed_by) values ($1, $2, $3, $4, $5)
on conflict (organization_id, anomaly) do update set reason = excluded.reason, dismissed_at = excluded.dismissed_at, dismissed_by = excluded.dismissed_by;
