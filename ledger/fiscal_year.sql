-- name: list_years -> YearView
select id, year, start_date, end_date, status, closed_at from fiscal_year where organization_id = $1 order by year;

-- name: start_month -> std::int32_t
select fiscal_year_start_month from organization where id = $1;

-- name: insert_year
insert into fiscal_year (organization_id, id, year, start_date, end_date) values ($1, $2, $3, $4, $5);

-- name: insert_periods
insert into period (organization_id, fiscal_year_id, start_date, end_date)
select $1, $2, month::date, (month + interval '1 month - 1 day')::date
from generate_series($3::date, $4::date, interval '1 month') as month
on conflict (organization_id, start_date) do nothing;

-- name: entries_outside -> std::int64_t
select count(*) from entry where organization_id = $1 and year = $2 and date not between $3 and $4;

-- name: set_year_dates
update fiscal_year set start_date = $3, end_date = $4 where organization_id = $1 and id = $2;

-- name: delete_periods_outside
delete from period where organization_id = $1 and fiscal_year_id = $2 and start_date not between $3 and $4;

-- name: lock_books
select pg_advisory_xact_lock(book_lock_key($1));

-- name: set_year_status
update fiscal_year set status = $3, closed_at = case when $3 = 'closed' then clock_timestamp() end,
       closed_by = case when $3 = 'closed' then $4::uuid end
where organization_id = $1 and year = $2;

-- name: list_periods -> PeriodView
select p.start_date, p.end_date, p.status
from period p join fiscal_year y on y.organization_id = p.organization_id and y.id = p.fiscal_year_id
where p.organization_id = $1 and y.year = $2 order by p.start_date;

-- name: set_period_status
update period set status = $3 where organization_id = $1 and start_date = $2;
