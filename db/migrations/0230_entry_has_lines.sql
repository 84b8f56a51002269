-- Whether a posted entry has its lines: `check_lines` counts what one statement adds, so that the first line tells that there are any.
-- The whole primary key is compared: counting by entry let the planner, on a young database without statistics, walk all the lines of the
-- organization for every entry (half of the work of a posting).
create or replace function check_entry_has_lines() returns trigger language plpgsql as $$
begin
  if not exists (select from line where organization_id = new.organization_id and entry_id = new.id and line_number = 1) then
    call refuse(422, 'lines_must_balance', 'L''écriture n''a pas toutes ses lignes.');
  end if;
  return null;
end $$;
