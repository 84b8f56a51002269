-- name: entry_exists -> std::int32_t
select 1 from entry where organization_id = $1 and id = $2;

-- name: is_attached -> std::int32_t
select 1 from entry e
where e.organization_id = $1 and e.id = $2
  and (e.document_id = $3 or exists (select from line l where l.organization_id = $1 and l.entry_id = $2 and l.box ->> 'document_id' = $3::text)
    or exists (select from entry_document a where a.organization_id = $1 and a.entry_id = $2 and a.document_id = $3));

-- name: insert_attachment
insert into entry_document (organization_id, entry_id, document_id, attached_by) values ($1, $2, $3, $4);

-- A paper that waited for a decision has found its place in the books; one that is there already keeps its first entry.
-- name: mark_attached
update document set status = 'posted', failure = null, entry_id = coalesce(entry_id, $3), version = version + 1 where organization_id = $1 and id = $2;
