-- name: changed_categories -> CategoryView
select c.code, c.name, a.code as account_code, c.statement_line, c.is_active, false as from_chart, c.version
from expense_category c join account a on a.organization_id = c.organization_id and a.id = c.account_id
where c.organization_id = $1 order by c.code;

-- $7 the version that was read, 0 when there was none.
-- name: put_category
insert into expense_category (organization_id, code, name, account_id, statement_line, is_active) values ($1, $2, $3, $4, $5, $6)
on conflict (organization_id, code) do update
  set name = excluded.name, account_id = excluded.account_id, statement_line = excluded.statement_line, is_active = excluded.is_active,
      version = expense_category.version + 1
  where expense_category.version = $7;
