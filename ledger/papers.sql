-- name: known_papers -> Uuid
select id from document where organization_id = $1 and id = any ($2::uuid[]);
