-- What the lines of some accounts ($4) did in a year, by the kind of journal that moved them. Debit positive. An auxiliary stands for
-- its party: an owner is one, on whichever account he owes.
-- name: contributions -> Contribution
select a.code as account_code, a.name as account_name, coalesce(p.code || ' – ' || p.name, x.code || ' – ' || x.name, '') as dimension,
       coalesce(sum(l.amount) filter (where j.kind = 'sales'), 0)::bigint as called,
       coalesce(sum(l.amount) filter (where j.kind in ('bank', 'cash')), 0)::bigint as paid,
       coalesce(sum(l.amount) filter (where j.kind not in ('sales', 'bank', 'cash')), 0)::bigint as other
from line l
join account a on a.organization_id = l.organization_id and a.id = l.account_id and a.code = any ($4::text[])
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
left join auxiliary x on x.organization_id = l.organization_id and x.id = l.auxiliary_id
left join party p on p.organization_id = x.organization_id and p.id = x.party_id
where l.organization_id = $1 and l.date between $2 and $3 and l.kind = 'movement'
group by 1, 2, 3 order by 3, 1;

-- name: auxiliary_names -> AuxiliaryName
select a.code as account_code, x.code as auxiliary_code, coalesce(p.code || ' – ' || p.name, x.code || ' – ' || x.name) as dimension
from auxiliary x
join account a on a.organization_id = x.organization_id and a.id = x.account_id
left join party p on p.organization_id = x.organization_id and p.id = x.party_id
where x.organization_id = $1;

-- The shares of each owner in the last call of his that was issued by then.
-- name: last_call_weights -> OwnerWeight
select distinct on (s.party_id) p.code || ' – ' || p.name as dimension, s.weight
from owner_call_share s
join entry e on e.organization_id = s.organization_id and e.id = s.entry_id
join party p on p.organization_id = s.organization_id and p.id = s.party_id
where s.organization_id = $1 and e.date <= $2
  and not exists (select from entry r where r.organization_id = e.organization_id and r.reversal_of = e.id)
order by s.party_id, e.date desc, e.leaf_index desc;

-- The part of the charges of some accounts ($5) that was paid by the end of the period, by one axis ($4): an entry that owes a supplier
-- counts as far as that debt is settled, one that owes nobody whole.
-- name: paid_by_axis -> LedgerAmount
select a.code as account_code, a.name as account_name, round(sum(l.amount * coalesce(d.settled / d.due, 1)))::bigint as amount, coalesce(l.axes ->> $4, '') as dimension
from line l
join account a on a.organization_id = l.organization_id and a.id = l.account_id and a.code = any ($5::text[])
left join lateral (
  select sum(o.amount)::numeric as due,
         sum((select coalesce(sum(i.amount), 0)
              from matching_item i join matching m on m.organization_id = i.organization_id and m.id = i.matching_id
              where i.organization_id = o.organization_id and i.entry_id = o.entry_id and i.line_number = o.line_number
                and m.undone_at is null and m.date <= $3))::numeric as settled
  from open_item o
  where o.organization_id = l.organization_id and o.entry_id = l.entry_id and o.amount < 0) d on true
where l.organization_id = $1 and l.date between $2 and $3 and l.kind = 'movement'
group by 1, 2, 4 order by 1, 4;
