-- name: owners_by_id -> OwnerAuxiliary
select p.id, p.code, p.name, x.id as auxiliary_id
from party p left join auxiliary x on x.organization_id = p.organization_id and x.party_id = p.id and x.account_id = $3
where p.organization_id = $1 and p.id = any ($2::uuid[]) and p.kind = 'owner' and p.is_active;

-- What an auxiliary owes on an account, oldest due first.
-- name: open_claims -> OpenClaim
select entry_id, line_number, open_amount from open_item
where organization_id = $1 and account_id = $2 and auxiliary_id = $3 and open_amount > 0
order by due_date, date, entry_id, line_number
limit 500;

-- name: insert_call_shares
insert into owner_call_share (organization_id, entry_id, party_id, weight)
select $1, $2, p, w from unnest($3::uuid[], $4::bigint[]) as s (p, w);
