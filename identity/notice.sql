-- name: mail_reader -> MailReader
select email, name, language from app_user where id = $1;
