-- Claims on owners that fell due in a period: what was asked and what of it is open.
-- name: due_claims -> DueClaims
select coalesce(sum(o.amount), 0)::bigint as asked, coalesce(sum(o.open_amount), 0)::bigint as open
from open_item o
where o.organization_id = $1 and o.amount > 0 and o.due_date between $2 and $3
  and o.account_id in (select account_id from account_role where organization_id = $1 and role like 'owners%');

-- Days between due date and settlement of owners' claims, weighted by the amounts settled in a period.
-- name: payment_delay -> PaymentDelay
select round(sum(i.amount::numeric * (g.date - o.due_date)) / nullif(sum(i.amount), 0), 1) as days
from matching g
join matching_item i on i.organization_id = g.organization_id and i.matching_id = g.id and i.amount > 0
join open_item o on o.organization_id = i.organization_id and o.entry_id = i.entry_id and o.line_number = i.line_number
where g.organization_id = $1 and g.undone_at is null and g.date between $2 and $3
  and g.account_id in (select account_id from account_role where organization_id = $1 and role like 'owners%');
