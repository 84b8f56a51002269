-- A whole year that came in one transaction is read back in the same one: the planner must know that it is there. Without statistics it
-- takes a new organization for empty and walks its lines once for each of them (a minute for 500 entries). ANALYZE is the owner's right.
create function refresh_statistics() returns void security definer set search_path = public, pg_temp language plpgsql as $$
begin
  analyze account, auxiliary, entry, line, balance, open_item, matching, matching_item;
end $$;
