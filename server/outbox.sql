-- name: insert_mail
insert into outbox (organization_id, id, recipient, subject, text_body, html_body, status, note) values ($1, $2, $3, $4, $5, $6, $7, $8);

-- name: list_mails -> MailView
select id, recipient as "to", subject, text_body as text, status, note, created_at
from (select * from outbox where organization_id = $1 union all select * from office_mails()) kept order by created_at desc limit 200;
