-- name: kept_heads -> HeadRow
select size, root, signed_at, public_key, signature from tree_head where organization_id = $1 order by size;

-- name: latest_head -> HeadRow
select size, root, signed_at, public_key, signature from tree_head where organization_id = $1 order by size desc limit 1;

-- name: keep_head
insert into tree_head (organization_id, size, root, signed_at, public_key, signature) values ($1, $2, $3, $4, $5, $6)
on conflict (organization_id, size) do nothing;

-- name: chunk_roots -> ChunkRow
select chunk, root from merkle_chunk where organization_id = $1 order by chunk;

-- name: keep_chunk
insert into merkle_chunk (organization_id, chunk, root) values ($1, $2, $3) on conflict do nothing;
