-- Each query lists what differs; a sound book gives no row at all.

-- name: wrong_balances -> Discrepancy
with lines as (
  select account_id, coalesce(auxiliary_id, '00000000-0000-0000-0000-000000000000') as auxiliary_id, date as day, kind,
         sum(greatest(amount, 0))::bigint as debit, sum(greatest(-amount, 0))::bigint as credit
  from line where organization_id = $1 group by 1, 2, 3, 4),
kept as (select account_id, auxiliary_id, day, kind, debit, credit from balance where organization_id = $1)
select null::uuid as entry_id, a.code || ' du ' || to_char(day, 'DD/MM/YYYY') || ' (' || kind || ')' as subject,
       coalesce(l.debit, 0) || ' / ' || coalesce(l.credit, 0) as expected, coalesce(k.debit, 0) || ' / ' || coalesce(k.credit, 0) as found
from lines l full join kept k using (account_id, auxiliary_id, day, kind)
join account a on a.organization_id = $1 and a.id = account_id
where (coalesce(l.debit, 0), coalesce(l.credit, 0)) <> (coalesce(k.debit, 0), coalesce(k.credit, 0))
order by a.code, day limit 200;

-- name: wrong_lines -> Discrepancy
select e.id as entry_id, j.code || ' ' || e.number || ' du ' || to_char(e.date, 'DD/MM/YYYY') as subject,
       e.line_count || ' lignes, solde 0' as expected,
       count(l.entry_id) || ' lignes, solde ' || coalesce(sum(l.amount), 0)
         || case when bool_or(l.date <> e.date or l.kind <> e.kind or l.leaf_index <> e.leaf_index) then ', date, nature ou rang différents' else '' end as found
from entry e
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
left join line l on l.organization_id = e.organization_id and l.entry_id = e.id
where e.organization_id = $1
group by e.id, j.code, e.number, e.date, e.line_count
having count(l.entry_id) <> e.line_count or coalesce(sum(l.amount), 0) <> 0 or bool_or(l.date <> e.date or l.kind <> e.kind or l.leaf_index <> e.leaf_index)
limit 200;

-- name: wrong_numbers -> Discrepancy
select null::uuid as entry_id, j.code || ' ' || coalesce(e.year, c.year) as subject, '1 à ' || coalesce(c.last_number, 0) as expected,
       coalesce(e.first || ' à ' || e.last || ', ' || e.entries || ' écritures', 'aucune écriture') as found
from (select journal_id, year, min(number) as first, max(number) as last, count(*) as entries from entry where organization_id = $1 group by 1, 2) e
full join (select journal_id, year, last_number from journal_counter where organization_id = $1 and last_number > 0) c using (journal_id, year)
join journal j on j.organization_id = $1 and j.id = journal_id
where (e.first, e.last, e.entries) is distinct from (1::bigint, c.last_number, c.last_number)
limit 200;

-- name: wrong_leaves -> Discrepancy
select null::uuid as entry_id, 'rang ' || missing as subject, 'une écriture' as expected, 'aucune' as found
from generate_series(0, (select leaf_count - 1 from book where organization_id = $1)) missing
where not exists (select from entry e where e.organization_id = $1 and e.leaf_index = missing)
union all
select e.id, 'rang ' || e.leaf_index, 'aucune écriture au-delà de ' || b.leaf_count, 'une écriture'
from entry e join book b on b.organization_id = e.organization_id
where e.organization_id = $1 and e.leaf_index >= b.leaf_count
limit 200;

-- name: wrong_dates -> Discrepancy
select e.id as entry_id, j.code || ' ' || e.number as subject, 'exercice ' || e.year as expected, 'datée du ' || to_char(e.date, 'DD/MM/YYYY') as found
from entry e
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
join fiscal_year y on y.organization_id = e.organization_id and y.year = e.year
where e.organization_id = $1 and e.date not between y.start_date and y.end_date
limit 200;

-- name: wrong_open_items -> Discrepancy
-- The settled part is looked up line by line: a join would be endless on tables that were never analyzed.
select l.entry_id, a.code || ' ligne ' || l.line_number || ' du ' || to_char(l.date, 'DD/MM/YYYY') as subject,
       'reste ' || l.amount - s.amount as expected,
       coalesce('reste ' || o.open_amount || case when o.amount <> l.amount then ' sur ' || o.amount else '' end, 'aucun poste ouvert') as found
from line l
join account a on a.organization_id = l.organization_id and a.id = l.account_id
left join open_item o on o.organization_id = l.organization_id and o.entry_id = l.entry_id and o.line_number = l.line_number
cross join lateral (
  select coalesce(sum(i.amount), 0)::bigint as amount
  from matching_item i
  where i.organization_id = l.organization_id and i.entry_id = l.entry_id and i.line_number = l.line_number
    and (select m.undone_at is null from matching m where m.organization_id = i.organization_id and m.id = i.matching_id)) s
where l.organization_id = $1 and ((a.is_collective and l.kind = 'movement') or o.entry_id is not null)
  and (o.amount, o.open_amount, o.account_id, o.auxiliary_id) is distinct from (l.amount, l.amount - s.amount, l.account_id, l.auxiliary_id)
limit 200;

-- name: wrong_matchings -> Discrepancy
select null::uuid as entry_id, a.code || ' ' || m.letter as subject, 'somme 0 sur un seul compte' as expected,
       'somme ' || sum(i.amount) || ' sur ' || count(distinct o.account_id) || ' compte(s)' as found
from matching m
join account a on a.organization_id = m.organization_id and a.id = m.account_id
join matching_item i on i.organization_id = m.organization_id and i.matching_id = m.id
join open_item o on o.organization_id = i.organization_id and o.entry_id = i.entry_id and o.line_number = i.line_number
where m.organization_id = $1
group by a.code, m.letter, m.account_id
having sum(i.amount) <> 0 or bool_or(o.account_id <> m.account_id)
limit 200;

-- name: line_count -> std::int64_t
select count(*) from line where organization_id = $1;
