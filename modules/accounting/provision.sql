-- name: insert_provision
insert into provision (organization_id, id, year, description, account_id, amount) values ($1, $2, $3, $4, $5, $6);

-- name: decide_provision
update provision set status = $3, reason = $4, entry_id = $5 where organization_id = $1 and id = $2 and status = 'proposed';

-- name: provision_by_id -> ProvisionView
select p.id, p.year, p.description, a.code as account_code, p.amount, p.status, p.reason, p.entry_id
from provision p join account a on a.organization_id = p.organization_id and a.id = p.account_id
where p.organization_id = $1 and p.id = $2;

-- name: list_provisions -> ProvisionView
select p.id, p.year, p.description, a.code as account_code, p.amount, p.status, p.reason, p.entry_id
from provision p join account a on a.organization_id = p.organization_id and a.id = p.account_id
where p.organization_id = $1 and p.year = $2 order by p.created_at, p.id;

-- name: review_provisions
insert into provision_review (organization_id, year, comment, reviewed_at, reviewed_by) values ($1, $2, $3, $4, $5)
on conflict (organization_id, year) do update set comment = excluded.comment, reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by;

-- name: provision_review -> Timestamp
select reviewed_at from provision_review where organization_id = $1 and year = $2;
