-- name: organization_identifiers -> Json
select identifiers from organization where id = $1;
