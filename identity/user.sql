-- name: users -> UserView
select u.id, u.email, u.name, u.is_active, u.totp_enabled_at is not null as totp_enabled, u.last_sign_in_at,
       jsonb_agg(jsonb_build_object('role_id', r.id, 'role_type', r.role_type, 'organization_id', r.organization_id,
                                    'organization_name', coalesce(o.name, g.name, '')) order by o.name nulls first, r.role_type) as roles
from role r
join app_user u on u.id = r.user_id
left join organization o on o.id = r.organization_id
left join tenant_group g on g.id = r.tenant_group_id and r.organization_id is null
where r.revoked_at is null
  and case when $1::uuid is null then r.tenant_group_id = managed_group()
           else r.organization_id = $1 and $1 = managed_organization() end
  and ($2::text is null or u.email ilike '%' || $2 || '%' or u.name ilike '%' || $2 || '%')
  and ($3::uuid is null or u.email > (select email from app_user where id = $3))
group by u.id
order by u.email
limit $4;

-- name: user_in -> UserView
select u.id, u.email, u.name, u.is_active, u.totp_enabled_at is not null as totp_enabled, u.last_sign_in_at,
       jsonb_agg(jsonb_build_object('role_id', r.id, 'role_type', r.role_type, 'organization_id', r.organization_id,
                                    'organization_name', coalesce(o.name, g.name, '')) order by o.name nulls first, r.role_type) as roles
from role r
join app_user u on u.id = r.user_id
left join organization o on o.id = r.organization_id
left join tenant_group g on g.id = r.tenant_group_id and r.organization_id is null
where u.id = $1 and r.revoked_at is null and (r.tenant_group_id = managed_group() or r.organization_id = managed_organization())
group by u.id;

-- name: invite_user -> Invited
select id, needs_password from invite_user($1, $2, $3, $4, $5, $6, $7);

-- name: place_name -> std::string
select coalesce((select name from organization where id = $2), (select name from tenant_group where id = $1), '');

-- name: set_user_active -> bool
select coalesce(set_user_active($1, $2), false);

-- name: insert_user
insert into app_user (id, email, name, language, is_demo) values ($1, $2, $3, $4, $5) on conflict (email) do nothing;

-- name: insert_credential
insert into credential (user_id, password_hash, password_changed_at) values ($1, $2, $3);
