-- name: same_file -> Uuid
select id from document where organization_id = $1 and file_hash = $2 and status <> 'refused';

-- Until the end of the transaction nobody removes these bytes from the store (see file_is_free).
-- name: hold_file
select pg_advisory_xact_lock_shared(file_lock_key($1));

-- name: same_meaning -> Uuid
select o.id from document d join document o on o.organization_id = d.organization_id and o.id <> d.id and o.status = 'posted'
  and o.number = d.number and o.date = d.date and o.total = d.total and o.type = d.type
  and (o.supplier_id = d.supplier_id or lower(o.issuer_name) = lower(d.issuer_name))
where d.organization_id = $1 and d.id = $2 and d.issuer_name <> '' limit 1;

-- name: insert_paper
insert into document (organization_id, id, filename, media_type, file_hash, size_bytes, status, type, received_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: list_papers -> PaperSummary
select id, filename, media_type, status, type, failure, issuer_name as issuer, number, date, total, currency, entry_id, received_at
from document
where organization_id = $1 and ($2::text is null or status = $2) and ($3::text is null or type = $3)
  and ($4::text is null or search @@ websearch_to_tsquery('french', unaccent($4)) or position(lower($4) in lower(filename || ' ' || issuer_name || ' ' || number)) > 0)
  and ($5::timestamptz is null or (received_at, id) < ($5, $6::uuid))
order by received_at desc, id desc
limit $7;

-- name: find_paper -> StoredPaper
select id, filename, media_type, file_hash, status, type, failure, pages, fields, taxes, supplier_id, entry_id, received_at, version
from document where organization_id = $1 and id = $2;

-- name: lock_paper -> StoredPaper
select id, filename, media_type, file_hash, status, type, failure, pages, fields, taxes, supplier_id, entry_id, received_at, version
from document where organization_id = $1 and id = $2 for update;

-- name: store_reading
update document set status = 'review', failure = null, type = $3, pages = $4, fields = $5, taxes = $6, supplier_id = $7, issuer_name = $8, number = $9, date = $10,
       total = $11, currency = $12, search = to_tsvector('french', unaccent($13)), version = version + 1
where organization_id = $1 and id = $2 and status in ('reading', 'review', 'failed');

-- name: store_words
insert into document_text (organization_id, document_id, words) values ($1, $2, $3)
on conflict (organization_id, document_id) do update set words = excluded.words;

-- name: store_failure
update document set status = 'failed', failure = $3, version = version + 1 where organization_id = $1 and id = $2 and status in ('reading', 'review', 'failed');

-- name: store_fields
update document set fields = $3, issuer_name = $4, number = $5, date = $6, total = $7, supplier_id = $8, version = version + 1 where organization_id = $1 and id = $2;

-- name: attempts_of_reading -> std::int32_t
select coalesce(max(attempts), 3) from job where kind = 'read_paper' and payload->>'id' = $1 and status = 'running';

-- name: mark_reading
update document set status = 'reading', failure = null, version = version + 1 where organization_id = $1 and id = $2;

-- name: mark_posted
update document set status = 'posted', entry_id = $3, supplier_id = $4, version = version + 1 where organization_id = $1 and id = $2;

-- name: mark_refused
update document set status = 'refused', failure = $3, version = version + 1 where organization_id = $1 and id = $2;

-- name: organization_name -> std::string
select name from organization where id = $1;

-- name: names_of_buildings -> std::string
select name from building where organization_id = $1 and is_active order by name limit 500;

-- name: building_named -> Uuid
select id from building where organization_id = $1 and is_active and lower(unaccent(name)) = lower(unaccent($2)) limit 1;

-- name: own_identifiers -> std::string
select value from organization, jsonb_each_text(identifiers) where id = $1 and value <> '';

-- name: known_suppliers -> KnownSupplier
select p.id, p.name, coalesce((select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value)) from party_identifier i
                               where i.organization_id = p.organization_id and i.party_id = p.id), '[]') as identifiers
from party p where p.organization_id = $1 and p.kind = 'supplier' and p.is_active limit 5000;

-- name: accounts_of_lines -> LineAccount
select id, code, name from account where organization_id = $1 and id = any ($2::uuid[]);

-- name: auxiliaries_of_lines -> LineAccount
select id, code, name from auxiliary where organization_id = $1 and id = any ($2::uuid[]);

-- name: words_of_paper -> std::string
select words::text from document_text where organization_id = $1 and document_id = $2;
