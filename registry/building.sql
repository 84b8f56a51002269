-- name: insert_building
insert into building (organization_id, id, name, address, postal_code, city, lot_count, latitude, longitude)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: update_building
update building set name = $3, address = $4, postal_code = $5, city = $6, lot_count = $7, latitude = $8, longitude = $9, is_active = $10,
       version = version + 1
where organization_id = $1 and id = $2 and version = $11;

-- name: building_by_id -> BuildingView
select id, name, address, postal_code, city, lot_count, latitude, longitude, is_active, version, created_at
from building where organization_id = $1 and id = $2;

-- name: list_buildings -> BuildingView
select id, name, address, postal_code, city, lot_count, latitude, longitude, is_active, version, created_at
from building
where organization_id = $1 and ($2::text is null or unaccent(lower(name || ' ' || address || ' ' || city)) like '%' || unaccent(lower($2)) || '%')
order by lower(name), id limit 500;
