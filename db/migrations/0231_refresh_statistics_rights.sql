-- Like every function that looks past row security, this one is given to the application alone.
revoke execute on function refresh_statistics() from public;
grant execute on function refresh_statistics() to daftar_app;
