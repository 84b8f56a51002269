-- An entry that explains a movement may be reversed in the journal, where nobody thinks of the bank: the movement is open again from then on,
-- instead of counting as explained by an entry that no longer stands.
create index bank_match_by_entry on bank_match (organization_id, entry_id) where undone_at is null;

create function release_reversed_match() returns trigger language plpgsql as $$
begin
  update bank_match b set undone_at = clock_timestamp(), undone_by = new.posted_by, reversal_id = new.id
  where b.organization_id = new.organization_id and b.undone_at is null
    and (b.entry_id = new.reversal_of
         or b.id in (select p.match_id from bank_match_line p
                     where p.organization_id = new.organization_id and p.entry_id = new.reversal_of and p.is_active));
  if found then
    update bank_movement m set status = 'open' from bank_match b
    where b.organization_id = new.organization_id and b.reversal_id = new.id and m.organization_id = b.organization_id and m.id = b.movement_id;
    update bank_match_line p set is_active = false from bank_match b
    where b.organization_id = new.organization_id and b.reversal_id = new.id and p.organization_id = b.organization_id and p.match_id = b.id;
  end if;
  return null;
end $$;

create trigger release_reversed_match after insert on entry
for each row when (new.reversal_of is not null) execute function release_reversed_match();
