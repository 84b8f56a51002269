-- What was asked of the owners and what they paid, over a period. $2 first day, $3 last day.

-- name: owner_flows -> OwnerFlows
select coalesce(sum(l.amount) filter (where (l.amount > 0) = (e.reversal_of is null)), 0)::bigint as called,
       coalesce(-sum(l.amount) filter (where (l.amount > 0) <> (e.reversal_of is null)), 0)::bigint as collected
from auxiliary x
join line l on l.organization_id = x.organization_id and l.auxiliary_id = x.id and l.date between $2 and $3 and l.kind = 'movement'
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
where x.organization_id = $1 and x.kind = 'owner';
