-- name: list_bank_accounts -> BankAccountView
select b.id, b.name, b.identifier, b.bank, b.currency, b.account_id, a.code as account_code, a.name as account_name, b.table_layout, b.is_active,
       s.closing_balance as last_balance, s.closing_date as last_balance_date,
       (select count(*) from bank_movement m where m.organization_id = b.organization_id and m.bank_account_id = b.id and m.status = 'open') as open_movements,
       b.version
from bank_account b
join account a on a.organization_id = b.organization_id and a.id = b.account_id
left join lateral (
  select closing_balance, closing_date from bank_statement s
  where s.organization_id = b.organization_id and s.bank_account_id = b.id and s.closing_balance is not null
  order by s.closing_date desc nulls last, s.created_at desc, s.place desc limit 1) s on true
where b.organization_id = $1 and ($2::uuid is null or b.id = $2)
order by a.code;

-- name: insert_bank_account
insert into bank_account (organization_id, id, name, identifier, bank, currency, account_id) values ($1, $2, $3, $4, $5, $6, $7)
on conflict do nothing;

-- name: set_table_layout
update bank_account set table_layout = $3, version = version + 1 where organization_id = $1 and id = $2;

-- name: update_bank_account
update bank_account set name = $3, is_active = $4, version = version + 1 where organization_id = $1 and id = $2 and version = $5;

-- name: name_bank_account
update bank_account set identifier = $3, bank = case when bank = '' then $4 else bank end, version = version + 1 where organization_id = $1 and id = $2;

-- name: code_of_account -> std::string
select code from account where organization_id = $1 and id = $2;
