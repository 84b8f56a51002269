-- name: lock_matchings_of
select pg_advisory_xact_lock(hashtextextended('matching ' || $1::text || $2::text, 0));

-- name: account_of_items -> Id<Account>
select distinct account_id from open_item
where organization_id = $1 and (entry_id, line_number) in (select * from unnest($2::uuid[], $3::int[]));

-- name: lock_items -> LockedItem
select entry_id, line_number, account_id, auxiliary_id, date, due_date, open_amount from open_item
where organization_id = $1 and (entry_id, line_number) in (select * from unnest($2::uuid[], $3::int[]))
order by entry_id, line_number for no key update;

-- name: settle_items
update open_item o set open_amount = o.open_amount - s.part
from (select entry_id, line_number, sum(part)::bigint as part
      from unnest($2::uuid[], $3::int[], $4::bigint[]) as p (entry_id, line_number, part) group by 1, 2) s
where o.organization_id = $1 and o.entry_id = s.entry_id and o.line_number = s.line_number;

-- name: last_letter -> std::string
select letter from matching where organization_id = $1 and account_id = $2 order by length(letter) desc, letter desc limit 1;

-- name: insert_matchings
insert into matching (organization_id, account_id, created_by, id, auxiliary_id, letter, date, reason, is_full)
select $1, $2, $3, m.* from unnest($4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::text[], $9::boolean[]) as m;

-- name: insert_matching_items
insert into matching_item (organization_id, matching_id, entry_id, line_number, amount)
select $1, i.* from unnest($2::uuid[], $3::uuid[], $4::int[], $5::bigint[]) as i;

-- name: find_matchings -> MatchingRow
select m.id, a.code as account_code, x.code as auxiliary_code, m.letter, m.date, m.reason, m.is_full, m.created_at, m.undone_at
from matching m
join account a on a.organization_id = m.organization_id and a.id = m.account_id
left join auxiliary x on x.organization_id = m.organization_id and x.id = m.auxiliary_id
where m.organization_id = $1 and ($2::uuid[] is null or m.id = any ($2)) and ($3::text is null or a.code = $3)
  and ($4::text is null or x.code = $4) and ($5::boolean or m.undone_at is null)
order by a.code, length(m.letter), m.letter offset $6 limit $7;

-- name: items_of_matchings -> MatchedRow
select i.matching_id, i.entry_id, i.line_number, j.code as journal_code, e.number, e.date, e.description, e.voucher_reference, i.amount
from matching_item i
join entry e on e.organization_id = i.organization_id and e.id = i.entry_id
join journal j on j.organization_id = e.organization_id and j.id = e.journal_id
where i.organization_id = $1 and i.matching_id = any ($2::uuid[])
order by e.leaf_index, i.line_number;

-- name: lock_matching -> LockedMatching
select id, account_id, undone_at from matching where organization_id = $1 and id = $2 for update;

-- name: items_of_matching -> MatchedPart
select entry_id, line_number, amount from matching_item where organization_id = $1 and matching_id = $2 order by entry_id, line_number;

-- name: mark_undone
update matching set undone_at = clock_timestamp(), undone_by = $3 where organization_id = $1 and id = $2;
