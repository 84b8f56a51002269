-- name: year_end_facts -> YearEndFacts
select (select count(*) from draft d where d.organization_id = $1 and (d.content ->> 'date')::date between $2 and $3) as drafts,
       (select count(*) from expense e where e.organization_id = $1 and e.status = 'recorded' and e.kind = 'invoice' and e.expense_date between $2 and $3) as unapproved,
       (select count(*) from provision p where p.organization_id = $1 and p.year = $4 and p.status = 'proposed') as open_provisions,
       (select reviewed_at from provision_review r where r.organization_id = $1 and r.year = $4) as provisions_reviewed_at;

-- Bank accounts with movements in the year, and when each was last reconciled.
-- name: reconciled_accounts -> ReconciledAccount
select a.code, a.name,
       (select max(r.date) from bank_reconciliation r where r.organization_id = $1 and r.account_id = a.id and r.date <= $3) as reconciled_on
from account a
where a.organization_id = $1 and exists (select from journal j where j.organization_id = $1 and j.account_id = a.id and j.kind = 'bank')
  and exists (select from balance b where b.organization_id = $1 and b.account_id = a.id and b.day between $2 and $3)
order by a.code;

-- name: suspense_accounts -> std::string
select distinct a.code from account_role r join account a on a.organization_id = r.organization_id and a.id = r.account_id
where r.organization_id = $1 and r.role in ('suspense', 'suspense_debit');
