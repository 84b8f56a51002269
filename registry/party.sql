-- name: lock_party_codes
select pg_advisory_xact_lock(hashtextextended('party ' || $1::uuid::text, 0));

-- name: next_party_number -> std::int64_t
select coalesce(max(substr(code, 2)::bigint), 0) + 1 from party
where organization_id = $1 and kind = $2 and code ~ ('^' || $3::text || '[0-9]{1,9}$');

-- name: insert_party
insert into party (organization_id, id, kind, code, name, email, phone, address, default_category, needs_review)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
on conflict (organization_id, kind, code) do nothing;

-- name: update_party
update party set name = $3, email = $4, phone = $5, address = $6, default_category = $7, is_active = $8, needs_review = false,
       version = version + 1
where organization_id = $1 and id = $2 and version = $9;

-- name: rename_auxiliaries
update auxiliary set name = $3 where organization_id = $1 and party_id = $2 and name <> $3;

-- name: delete_identifiers
delete from party_identifier where organization_id = $1 and party_id = $2;

-- name: insert_identifiers
insert into party_identifier (organization_id, party_id, party_kind, kind, value)
select $1, $2, $3, k, v from unnest($4::text[], $5::text[]) as i (k, v)
on conflict (organization_id, party_kind, kind, value) do nothing;

-- name: party_by_id -> PartyView
select p.id, p.kind, p.code, p.name, p.email, p.phone, p.address, p.default_category, p.needs_review, p.is_active,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value) order by i.kind), '[]')
        from party_identifier i where i.organization_id = p.organization_id and i.party_id = p.id) as identifiers,
       (select coalesce(sum(o.open_amount), 0)::bigint from auxiliary x
        join open_item o on o.organization_id = x.organization_id and o.account_id = x.account_id and o.auxiliary_id = x.id and o.open_amount <> 0
        where x.organization_id = p.organization_id and x.party_id = p.id) as balance,
       p.version, p.created_at
from party p where p.organization_id = $1 and p.id = $2;

-- Search in name, code and identifiers; without accents, any case.
-- name: list_parties -> PartyView
select p.id, p.kind, p.code, p.name, p.email, p.phone, p.address, p.default_category, p.needs_review, p.is_active,
       (select coalesce(jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value) order by i.kind), '[]')
        from party_identifier i where i.organization_id = p.organization_id and i.party_id = p.id) as identifiers,
       (select coalesce(sum(o.open_amount), 0)::bigint from auxiliary x
        join open_item o on o.organization_id = x.organization_id and o.account_id = x.account_id and o.auxiliary_id = x.id and o.open_amount <> 0
        where x.organization_id = p.organization_id and x.party_id = p.id) as balance,
       p.version, p.created_at
from party p
where p.organization_id = $1 and ($2::text is null or p.kind = $2) and ($3::boolean is null or p.is_active = $3)
  and ($4::text is null or unaccent(lower(p.name)) like '%' || unaccent(lower($4)) || '%' or p.code ilike $4 || '%'
       or exists (select from party_identifier i where i.organization_id = p.organization_id and i.party_id = p.id
                    and i.value like upper(regexp_replace($4, '[^0-9A-Za-z]', '', 'g')) || '%' and $4 ~ '[0-9]'))
  and ($5::uuid is null or (lower(p.name), p.id) > (select lower(c.name), c.id from party c where c.organization_id = $1 and c.id = $5))
order by lower(p.name), p.id
limit $6;

-- name: find_auxiliary -> Uuid
select id from auxiliary where organization_id = $1 and account_id = $2 and party_id = $3;

-- name: account_code -> std::string
select code from account where organization_id = $1 and id = $2;

-- name: remember_category
update party set default_category = $3 where organization_id = $1 and id = $2 and default_category is null;
