-- Who the books are about, for letterheads.

-- name: report_subject -> ReportSubject
select o.name, o.country, o.chart, o.address, coalesce(g.name, '') as office, o.identifiers
from organization o left join tenant_group g on g.id = o.tenant_group_id
where o.id = $1;
