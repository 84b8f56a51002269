-- Before each statement: the last day with a closing balance, and whether its opening balance is one that the bank had by then. Statements
-- of one day may follow each other, so any closing balance of the days between will do. Numbers are compared within a format and a year; a
-- bank that numbers by the day of the year leaves holes at weekends which are none.
-- name: missing_statements -> MissingStatement
with told as (
  select s.id, s.bank_account_id, s.period_start, s.period_end, s.opening_balance, s.closing_date, s.sequence, s.created_at,
         case when s.sequence ~ '^[0-9]{1,4}(/[0-9]+)?$' and split_part(s.sequence, '/', 1)::int <> coalesce(extract(doy from s.closing_date), 0)
              then split_part(s.sequence, '/', 1)::int end as number,
         s.format, coalesce(s.closing_date, s.period_end) as last_day
  from bank_statement s
  where s.organization_id = $1 and ($2::uuid is null or s.bank_account_id = $2) and s.period_start is not null),
numbered as (
  select t.*, lag(t.number) over w as previous_number, lag(t.sequence) over w as previous_sequence, lag(t.last_day) over w as previous_day
  from told t where t.number is not null
  window w as (partition by t.bank_account_id, t.format, extract(year from t.last_day) order by t.last_day, t.number, t.id)),
number_holes as (
  select id, number - previous_number - 1 as missing, previous_sequence, previous_day
  from numbered where number - previous_number between 2 and 31),
balance_holes as (
  select t.id, d.day, d.balance + coalesce(k.moved, 0) as expected
  from told t
  join lateral (
    select p.closing_date as day, p.closing_balance as balance from bank_statement p
    where p.organization_id = $1 and p.bank_account_id = t.bank_account_id and p.closing_balance is not null and p.closing_date < t.period_start
    order by p.closing_date desc, p.created_at desc, p.place desc limit 1) d on true
  left join lateral (
    select sum(m.amount)::bigint as moved from bank_movement m
    where m.organization_id = $1 and m.bank_account_id = t.bank_account_id and m.booking_date > d.day and m.booking_date < t.period_start
      and m.statement_id <> t.id and m.status <> 'detailed') k on true
  where t.opening_balance is not null
    and not exists (
      select from bank_statement p
      where p.organization_id = $1 and p.bank_account_id = t.bank_account_id and p.id <> t.id and p.closing_date between d.day and t.period_start
        and (p.closing_balance = t.opening_balance or (p.closing_date = d.day and p.closing_balance + coalesce(k.moved, 0) = t.opening_balance)))
    and not exists (
      select from bank_statement c
      where c.organization_id = $1 and c.bank_account_id = t.bank_account_id and c.id <> t.id
        and c.period_start < t.period_start and c.period_end >= t.period_end))
select distinct on (a.code, coalesce(b.day, n.previous_day), t.period_start) t.bank_account_id, a.code as account_code, a.name as account_name, t.id as statement_id, coalesce(b.day, n.previous_day) as after, t.period_start as before,
       b.expected as expected_balance, case when b.id is not null then t.opening_balance end as opening_balance, n.missing as number_gap,
       coalesce(n.previous_sequence, '') as previous_sequence, t.sequence, '' as message
from told t
join bank_account k on k.organization_id = $1 and k.id = t.bank_account_id
join account a on a.organization_id = $1 and a.id = k.account_id
left join balance_holes b on b.id = t.id
left join number_holes n on n.id = t.id
where (b.id is not null or n.id is not null) and ($3::date is null or coalesce(b.day, n.previous_day) <= $3)
order by a.code, coalesce(b.day, n.previous_day), t.period_start, b.id nulls last, t.created_at;
