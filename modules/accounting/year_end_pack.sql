-- The lines that the closing of a year posted, closing entry first.
-- name: closing_lines -> PackLine
select e.kind, e.date, j.code || ' ' || e.number as entry, a.code as account_code, a.name as account_name, x.code as auxiliary_code,
       x.name as auxiliary_name, l.amount
from year_closing c
cross join unnest(c.entries) with ordinality as u (entry_id, place)
join entry e on e.organization_id = c.organization_id and e.id = u.entry_id
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
join line l on l.organization_id = e.organization_id and l.entry_id = e.id
join account a on a.organization_id = l.organization_id and a.id = l.account_id
left join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
where c.organization_id = $1 and c.year = $2 and c.reopened_at is null
order by u.place, l.line_number;

-- name: closing_time -> Timestamp
select closed_at from year_closing where organization_id = $1 and year = $2 and reopened_at is null;
