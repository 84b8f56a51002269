-- A movement is of the account of its statement: one key says both, where two were looked up for every movement of an import.
alter table bank_statement add unique (organization_id, bank_account_id, id);
alter table bank_movement
  add foreign key (organization_id, bank_account_id, statement_id) references bank_statement (organization_id, bank_account_id, id),
  drop constraint bank_movement_organization_id_bank_account_id_fkey,
  drop constraint bank_movement_organization_id_statement_id_fkey;
-- Compared byte by byte: a fingerprint is no word of a language.
alter table bank_movement alter column fingerprint type text collate "C";
