-- A bank may tell a booking twice: as one total in its statement, and in parts in a message of details. What ties them is kept:
-- the bank's own reference, that of the entry, that of the collected payments.
alter table bank_movement
  add column servicer_reference text not null default '',
  add column entry_reference text not null default '',
  add column batch_reference text not null default '',
  add column batch int not null default 0,  -- movements of one number in a statement are the parts of one booking; 0: none
  drop constraint bank_movement_status_check,
  add constraint bank_movement_status_check check (status in ('open', 'matched', 'detailed'));
