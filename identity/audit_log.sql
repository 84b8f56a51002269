-- name: audit_events -> AuditRow
select id, at as timestamp, user_email as user, action, entity_type, entity_id, details, ip_address
from audit_event
where organization_id = $1
  and ($2::text is null or entity_type = $2)
  and ($3::uuid is null or entity_id = $3)
  and ($4::text is null or user_email = lower($4))
  and ($5::text is null or action = $5)
  and ($6::date is null or at >= $6::date::timestamp at time zone $8)
  and ($7::date is null or at < ($7::date + 1)::timestamp at time zone $8)
  and ($9::bigint is null or id < $9)
order by id desc
limit $10;
