-- name: insert_draft
insert into draft (organization_id, id, content, created_by) values ($1, $2, $3, $4);

-- name: take_draft -> std::string
delete from draft where organization_id = $1 and id = $2 returning content::text;

-- name: list_drafts -> DraftView
select id, content, version, created_at from draft where organization_id = $1 order by created_at desc limit 500;

-- name: find_draft -> DraftView
select id, content, version, created_at from draft where organization_id = $1 and id = $2;

-- name: update_draft -> std::int64_t
update draft set content = $3, version = version + 1 where organization_id = $1 and id = $2 and version = $4 returning version;

-- name: delete_draft
delete from draft where organization_id = $1 and id = $2;
