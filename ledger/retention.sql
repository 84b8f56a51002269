-- name: country_of_books -> std::string
select country from organization where id = $1;
