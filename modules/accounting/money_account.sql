-- name: money_accounts -> MoneyAccount
select distinct on (a.code) a.id, a.code, a.name, j.code as journal_code
from account a join journal j on j.organization_id = a.organization_id and j.account_id = a.id and j.kind in ('bank', 'cash') and j.is_active
where a.organization_id = $1 and a.is_active
  and ($2::boolean is not true or exists (select from account_role r where r.organization_id = a.organization_id and r.account_id = a.id and r.role = 'bank'))
  and ($3::text is null or a.code = $3)
order by a.code, j.code;
