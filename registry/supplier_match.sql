-- name: supplier_by_identifier -> Uuid
select i.party_id
from unnest($2::text[], $3::text[]) with ordinality as c (kind, value, place)
join party_identifier i on i.organization_id = $1 and i.party_kind = 'supplier' and i.kind = c.kind and i.value = c.value
join party p on p.organization_id = $1 and p.id = i.party_id and p.is_active
order by c.place limit 1;

-- name: supplier_by_iban -> Uuid
select b.party_id
from party_bank_account b join party p on p.organization_id = b.organization_id and p.id = b.party_id
where b.organization_id = $1 and b.iban = $2 and b.status <> 'rejected' and p.kind = 'supplier' and p.is_active
order by b.status desc, b.created_at limit 1;

-- name: suppliers_by_name -> NamedSupplier
select p.id, similarity(unaccent(lower(p.name)), unaccent(lower($2)))::numeric(4, 3) as similarity
from party p
where p.organization_id = $1 and p.kind = 'supplier' and p.is_active
  and similarity(unaccent(lower(p.name)), unaccent(lower($2))) >= 0.5
order by 2 desc, p.created_at limit 2;
