-- Everything an account holds at the end of a year: its opening entries and its movements. The years before are closed.
-- name: year_balances -> YearBalance
select a.id as account_id, a.code as account_code, a.name as account_name, a.account_type, x.id as auxiliary_id, x.code as auxiliary_code,
       x.name as auxiliary_name, a.is_active, s.balance
from (select b.account_id, b.auxiliary_id, sum(b.debit - b.credit)::bigint as balance
      from balance b where b.organization_id = $1 and b.day between $2 and $3
      group by 1, 2) s
join account a on a.organization_id = $1 and a.id = s.account_id
left join auxiliary x on x.organization_id = $1 and x.id = s.auxiliary_id
where s.balance <> 0
order by a.code, x.code nulls first;

-- What was called from each owner in the year, on the account that the result is distributed to.
-- name: distribution_shares -> DistributionShare
select x.id as auxiliary_id, x.code as auxiliary_code, x.name as auxiliary_name, sum(l.amount)::bigint as called
from line l
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id and j.kind = 'sales'
join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
where l.organization_id = $1 and l.account_id = $2 and l.date between $3 and $4 and l.kind = 'movement'
group by x.id, x.code, x.name
having sum(l.amount) > 0
order by x.code;

-- name: insert_year_closing
insert into year_closing (organization_id, id, year, closed_at, closed_by, net_result, entries) values ($1, $2, $3, $4, $5, $6, $7);

-- name: standing_closing -> StandingClosing
select c.id, coalesce((select jsonb_agg(e order by o) from unnest(c.entries) with ordinality as u (e, o)), '[]') as entries
from year_closing c where c.organization_id = $1 and c.year = $2 and c.reopened_at is null;

-- name: mark_reopened
update year_closing set reopened_at = $3, reopened_by = $4, reopening_reason = $5 where organization_id = $1 and id = $2;

-- name: closing_entry -> ClosingEntry
select e.id, j.code as journal_code, e.date, e.kind, e.description, e.voucher_reference
from entry e join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
where e.organization_id = $1 and e.id = $2;

-- name: closing_entry_lines -> ClosingLine
select account_id, auxiliary_id, amount, description from line where organization_id = $1 and entry_id = $2 order by line_number;
