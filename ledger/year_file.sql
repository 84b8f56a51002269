-- name: year_file_head -> YearFileHead
select name, country, currency, chart from organization where id = $1;

-- name: year_file_accounts -> YearFileAccount
select code, name, account_type, parent_code, is_collective, name_confirmed, is_active from account where organization_id = $1 order by code;

-- name: year_file_roles -> YearFileRole
select r.role, a.code as account_code from account_role r join account a on a.organization_id = r.organization_id and a.id = r.account_id
where r.organization_id = $1 order by r.role;

-- name: year_file_auxiliaries -> YearFileAuxiliary
select a.code as account_code, x.code, x.name, x.kind, x.is_active
from auxiliary x join account a on a.organization_id = x.organization_id and a.id = x.account_id
where x.organization_id = $1 order by a.code, x.code;

-- name: year_file_journals -> YearFileJournal
select j.code, j.name, j.kind, a.code as account_code
from journal j left join account a on a.organization_id = j.organization_id and a.id = j.account_id
where j.organization_id = $1 order by j.code;

-- name: leaves_of_year -> LeafSpan
select coalesce(min(leaf_index), 0) as first, coalesce(max(leaf_index) + 1, 0) as past from entry where organization_id = $1 and date between $2 and $3;

-- name: matched_lines_of_year -> MatchedLineRow
select m.id, m.letter, m.reason, i.entry_id, i.line_number, abs(i.amount) as amount
from matching m join matching_item i on i.organization_id = m.organization_id and i.matching_id = m.id
where m.organization_id = $1 and m.undone_at is null and not exists (
  select from matching_item o join entry e on e.organization_id = o.organization_id and e.id = o.entry_id
  where o.organization_id = m.organization_id and o.matching_id = m.id and e.date not between $2 and $3)
order by m.account_id, length(m.letter), m.letter, i.entry_id, i.line_number;

-- name: import_accounts
insert into account (organization_id, id, code, name, account_type, parent_code, is_collective, name_confirmed)
select $1, a.* from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::boolean[]) as a
on conflict (organization_id, code) do update set name = excluded.name, is_collective = excluded.is_collective, name_confirmed = excluded.name_confirmed;

-- name: import_roles
insert into account_role (organization_id, role, account_id)
select $1, r.role, a.id from unnest($2::text[], $3::text[]) as r (role, code) join account a on a.organization_id = $1 and a.code = r.code
on conflict (organization_id, role) do update set account_id = excluded.account_id;

-- name: import_auxiliaries
insert into auxiliary (organization_id, id, account_id, code, name, kind)
select $1, x.id, a.id, x.code, x.name, x.kind
from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) as x (id, account, code, name, kind)
join account a on a.organization_id = $1 and a.code = x.account
on conflict (organization_id, account_id, code) do nothing;

-- name: import_journals
insert into journal (organization_id, id, code, name, kind, account_id)
select $1, j.id, j.code, j.name, j.kind, a.id
from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[]) as j (id, code, name, kind, account)
left join account a on a.organization_id = $1 and a.code = j.account
on conflict (organization_id, code) do update set name = excluded.name, account_id = excluded.account_id;

-- name: deactivate_accounts
update account set is_active = false where organization_id = $1 and code = any ($2::text[]);

-- name: deactivate_auxiliaries
update auxiliary x set is_active = false from unnest($2::text[], $3::text[]) as g (account, code), account a
where x.organization_id = $1 and a.organization_id = $1 and a.code = g.account and x.account_id = a.id and x.code = g.code;

-- name: book_size -> std::int64_t
select leaf_count from book where organization_id = $1;

-- name: account_ids -> CodedAccount
select id, code from account where organization_id = $1;

-- name: auxiliary_ids -> CodedAuxiliary
select x.id, a.code as account_code, x.code from auxiliary x join account a on a.organization_id = x.organization_id and a.id = x.account_id where x.organization_id = $1;

-- name: refresh_statistics
select from refresh_statistics();
