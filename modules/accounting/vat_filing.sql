-- name: insert_vat_return
insert into vat_return (organization_id, id, period, start_date, end_date, status, collected, deductible, content, reference, filed_at, filed_by)
values ($1, $2, $3, $4, $5, 'filed', $6, $7, $8, $9, $10, $11)
on conflict (organization_id, period) where status <> 'withdrawn' do nothing;

-- name: lock_vat_return
select 1 from vat_return where organization_id = $1 and id = $2 for update;

-- name: settle_vat_return
update vat_return set status = 'settled', settled_on = $3, settlement_entry_id = $4 where organization_id = $1 and id = $2 and status = 'filed';

-- name: withdraw_vat_return
update vat_return set status = 'withdrawn' where organization_id = $1 and id = $2 and status = 'filed';

-- name: vat_return_by_id -> VatReturnView
select id, period, start_date, end_date, status, collected, deductible, collected - deductible as balance, reference, filed_at, settled_on, settlement_entry_id
from vat_return where organization_id = $1 and id = $2;

-- name: list_vat_returns -> VatReturnView
select id, period, start_date, end_date, status, collected, deductible, collected - deductible as balance, reference, filed_at, settled_on, settlement_entry_id
from vat_return where organization_id = $1 and ($2::int is null or extract(year from start_date) = $2) order by start_date desc, filed_at desc limit 200;

-- Calendar quarters that hold VAT (settling an earlier one is none), with what was filed for them: a return of the quarter, or of each of its months.
-- name: quarters_with_vat -> QuarterFiling
select to_char(q.start, 'YYYY"-Q"Q') as period, ((q.start + interval '3 months')::date - q.start) as days,
       (select coalesce(sum(t.end_date - t.start_date + 1), 0) from vat_return t where t.organization_id = $1 and t.status in ('filed', 'settled')
          and t.start_date >= q.start and t.end_date < q.start + interval '3 months') as days_filed,
       (select coalesce(sum(t.end_date - t.start_date + 1), 0) from vat_return t where t.organization_id = $1 and t.status = 'settled'
          and t.start_date >= q.start and t.end_date < q.start + interval '3 months') as days_settled
from (with vat_account as (
        select distinct a.id
        from account_role r
        join account p on p.organization_id = r.organization_id and p.id = r.account_id
        join account a on a.organization_id = p.organization_id and (a.code = p.code or a.code like p.code || '%')
        where r.organization_id = $1 and r.role in ('vat_in', 'vat_out'))
      select m.start
      from (select date_trunc('quarter', b.day)::date as start, b.debit, b.credit
            from vat_account v join balance b on b.organization_id = $1 and b.account_id = v.id and b.kind = 'movement' and b.day between $2 and $3
            union all
            select date_trunc('quarter', l.date)::date, -greatest(l.amount, 0), -greatest(-l.amount, 0)
            from vat_return t
            join line l on l.organization_id = t.organization_id and l.entry_id = t.settlement_entry_id and l.date between $2 and $3
            join vat_account v on v.id = l.account_id
            where t.organization_id = $1 and t.status = 'settled') m
      group by m.start having sum(m.debit) <> 0 or sum(m.credit) <> 0) q
order by q.start;
