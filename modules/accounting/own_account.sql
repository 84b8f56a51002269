-- name: own_auxiliaries -> OwnAuxiliary
select a.code as account_code, x.code as auxiliary_code, p.name as owner_name
from party p
join auxiliary x on x.organization_id = p.organization_id and x.party_id = p.id
join account a on a.organization_id = x.organization_id and a.id = x.account_id
where p.organization_id = $1 and p.kind = 'owner' and p.email <> '' and lower(p.email) = lower($2)
order by a.code, x.code;
