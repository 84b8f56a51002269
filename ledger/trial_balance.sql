-- A balance is the opening of the fiscal year plus its movements. Three kinds of rows make it:
--   the opening entries of the year itself, once the year before is closed;
--   while the year before is still open, its own rows (and its openings), for the accounts that are carried forward;
--   the movements of the year up to the date.
-- $2 start of the year, $3 the date, $4 start of the oldest open year before it (null when there is none).

-- name: account_balances -> BalanceRow
select a.id as account_id, a.code as account_code, a.name as account_name, a.account_type, x.code as auxiliary_code, x.name as auxiliary_name,
       s.opening, s.debit, s.credit
from account a
cross join lateral (
  select case when $5 then b.auxiliary_id end as auxiliary_id,
         coalesce(sum(b.debit - b.credit) filter (where b.day < $2 or b.kind = 'opening'), 0)::bigint as opening,
         coalesce(sum(b.debit) filter (where b.day >= $2 and b.kind <> 'opening'), 0)::bigint as debit,
         coalesce(sum(b.credit) filter (where b.day >= $2 and b.kind <> 'opening'), 0)::bigint as credit
  from balance b
  where b.organization_id = $1 and b.account_id = a.id and b.day <= $3
    and b.day >= case when a.account_type in ('Income', 'Expense') then $2 else coalesce($4::date, $2) end
    and (b.kind <> 'closing' or (b.day >= $2 and not $7::boolean))
  group by 1
) s
left join auxiliary x on x.organization_id = $1 and x.id = s.auxiliary_id
where a.organization_id = $1 and ($6::text is null or a.code like $6 || '%')
  and (s.opening <> 0 or s.debit <> 0 or s.credit <> 0)
order by a.code, x.code nulls first;

-- name: period_movements -> BalanceRow
select a.id as account_id, a.code as account_code, a.name as account_name, a.account_type, null::text as auxiliary_code, null::text as auxiliary_name,
       0::bigint as opening, sum(b.debit)::bigint as debit, sum(b.credit)::bigint as credit
from balance b join account a on a.organization_id = b.organization_id and a.id = b.account_id
where b.organization_id = $1 and b.day between $2 and $3 and b.kind = 'movement'
group by a.id, a.code, a.name, a.account_type
order by a.code;

-- name: unclosed_results -> UnclosedResult
select a.code as account_code, sum(b.debit - b.credit)::bigint as amount
from balance b join account a on a.organization_id = b.organization_id and a.id = b.account_id
where b.organization_id = $1 and b.day >= $2 and b.day < $3 and b.kind = 'movement' and a.account_type in ('Income', 'Expense')
group by a.code;
