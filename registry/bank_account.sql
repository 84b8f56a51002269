-- name: insert_bank_account
insert into party_bank_account (organization_id, id, party_id, iban, holder, source) values ($1, $2, $3, $4, $5, $6)
on conflict (organization_id, party_id, iban) do nothing;

-- name: decide_bank_account
update party_bank_account set status = $3, decided_at = $4, decided_by = $5
where organization_id = $1 and id = $2 and status = 'unverified';

-- name: bank_account_by_id -> BankAccountView
select id, party_id, iban, holder, status, source, decided_at, created_at
from party_bank_account where organization_id = $1 and id = $2;

-- name: bank_account_by_iban -> BankAccountView
select id, party_id, iban, holder, status, source, decided_at, created_at
from party_bank_account where organization_id = $1 and party_id = $2 and iban = $3;

-- name: list_bank_accounts -> BankAccountView
select id, party_id, iban, holder, status, source, decided_at, created_at
from party_bank_account where organization_id = $1 and party_id = $2 order by created_at desc, id;

-- name: accounts_to_verify -> BankAccountView
select id, party_id, iban, holder, status, source, decided_at, created_at
from party_bank_account where organization_id = $1 and status = 'unverified' order by created_at, id limit 200;
