-- Lines on the accounts that play vat_in and vat_out and on those below them; what settled a return is not VAT of the period.
-- The VAT of a reversed entry is that of its origin, taken back.
-- name: vat_lines -> VatLine
select l.entry_id, l.line_number, l.date, coalesce(nullif(l.description, ''), e.description) as description,
       case r.role when 'vat_in' then 'deductible' else 'collected' end as direction,
       case r.role when 'vat_in' then l.amount else -l.amount end as vat,
       coalesce(v.rate, o.rate) as rate, coalesce(v.base, -o.base) as base,
       (select coalesce(sum(c.amount), 0)::bigint from line c join account k on k.organization_id = c.organization_id and k.id = c.account_id
        where c.organization_id = l.organization_id and c.entry_id = l.entry_id and k.account_type in ('Expense', 'Income')) as charges
from account_role r
join account p on p.organization_id = r.organization_id and p.id = r.account_id
join account a on a.organization_id = p.organization_id and (a.code = p.code or a.code like p.code || '%')
join line l on l.organization_id = a.organization_id and l.account_id = a.id and l.date between $2 and $3 and l.kind = 'movement'
join entry e on e.organization_id = l.organization_id and e.id = l.entry_id
left join vat_posting v on v.organization_id = l.organization_id and v.entry_id = l.entry_id and v.line_number = l.line_number
left join vat_posting o on o.organization_id = e.organization_id and o.entry_id = e.reversal_of and o.line_number = l.line_number
where r.organization_id = $1 and r.role in ('vat_in', 'vat_out')
  and not exists (select from vat_return t where t.organization_id = e.organization_id and t.settlement_entry_id in (e.id, e.reversal_of))
order by l.date, l.leaf_index, l.line_number;

-- name: vat_return_of_period -> VatReturnState
select id, status from vat_return where organization_id = $1 and period = $2 and status <> 'withdrawn';

-- name: vat_account_codes -> VatAccounts
select (select a.code from account_role r join account a on a.organization_id = r.organization_id and a.id = r.account_id
        where r.organization_id = $1 and r.role = 'vat_in') as deductible,
       (select a.code from account_role r join account a on a.organization_id = r.organization_id and a.id = r.account_id
        where r.organization_id = $1 and r.role = 'vat_out') as collected;
