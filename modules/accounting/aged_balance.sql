-- $2 the roles, $3 the day. What was open on a day: the item less what was settled by then.
-- name: aged_items -> AgedItem
select a.code as account_code, x.code as auxiliary_code, x.name as auxiliary_name,
       case when o.due_date >= $3 then 0 when $3 - o.due_date <= 30 then 1 when $3 - o.due_date <= 60 then 2 when $3 - o.due_date <= 90 then 3 else 4 end as bucket,
       min(o.due_date) as due_date, sum(o.amount - m.settled)::bigint as open
from (select distinct account_id from account_role where organization_id = $1 and role = any ($2::text[])) r
join account a on a.organization_id = $1 and a.id = r.account_id
join open_item o on o.organization_id = $1 and o.account_id = r.account_id and o.date <= $3
cross join lateral (
  select coalesce(sum(i.amount), 0) as settled
  from matching_item i join matching g on g.organization_id = i.organization_id and g.id = i.matching_id
  where i.organization_id = o.organization_id and i.entry_id = o.entry_id and i.line_number = o.line_number and g.undone_at is null and g.date <= $3) m
left join auxiliary x on x.organization_id = $1 and x.id = o.auxiliary_id
where o.amount <> m.settled
group by a.code, x.code, x.name, bucket
order by a.code, x.code nulls first, bucket;

-- name: codes_of_roles -> std::string
select distinct a.code from account_role r join account a on a.organization_id = r.organization_id and a.id = r.account_id
where r.organization_id = $1 and r.role = any ($2::text[]) order by a.code;
