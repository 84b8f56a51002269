-- name: teach_anchor
insert into learned_anchor (organization_id, supplier_id, field, label, dx, dy, page, taught_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (organization_id, supplier_id, field)
do update set label = excluded.label, dx = excluded.dx, dy = excluded.dy, page = excluded.page, taught_by = excluded.taught_by, taught_at = clock_timestamp();

-- name: learned_anchors -> TaughtAnchor
select supplier_id, field, label, dx, dy, page, taught_at from learned_anchor
where organization_id = $1 and ($2::uuid is null or supplier_id = $2)
order by supplier_id, field limit 20000;

-- name: forget_anchors
delete from learned_anchor where organization_id = $1 and supplier_id = $2;
