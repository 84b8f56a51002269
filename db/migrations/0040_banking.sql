-- Bank accounts of an organization, what its banks say of them, and how each movement was explained in the books.

create table bank_account (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  identifier text not null check (length(identifier) between 1 and 60),  -- IBAN, RIB or the bank's own number, without spaces
  bank text not null default '',
  currency text not null,
  account_id uuid not null,                       -- in the books
  table_layout jsonb,                             -- columns of this bank's CSV or XLSX, learned from the first file
  is_active boolean not null default true,
  version bigint not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  unique (organization_id, identifier),
  unique (organization_id, account_id),
  foreign key (organization_id, account_id) references account (organization_id, id)
);
call protect_tenant_table('bank_account', 'select, insert, update');

-- One statement of one file. Amounts in minor units of the account's currency.
create table bank_statement (
  organization_id uuid not null,
  id uuid not null,
  bank_account_id uuid not null,
  format text not null,
  filename text not null default '',
  file_hash bytea not null check (length(file_hash) = 32),
  place int not null,                             -- which statement of the file, from 1
  sequence text not null default '',
  period_start date,
  period_end date,
  opening_balance bigint,
  closing_balance bigint,
  closing_date date,
  doubts jsonb not null default '[]',             -- accepted by a person all the same
  movement_count int not null,
  new_count int not null,
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  unique (organization_id, bank_account_id, file_hash, place),
  foreign key (organization_id, bank_account_id) references bank_account (organization_id, id)
);
call protect_tenant_table('bank_statement', 'select, insert');
create index bank_statement_by_closing on bank_statement (organization_id, bank_account_id, closing_date desc);

-- fingerprint: date, amount, reference and words, with a count for those that a bank repeats on one day.
create table bank_movement (
  organization_id uuid not null,
  id uuid not null,
  bank_account_id uuid not null,
  statement_id uuid not null,
  position bigint generated always as identity,
  line int not null,                              -- in the file
  booking_date date not null,
  value_date date,
  amount bigint not null,                         -- positive enters the account
  label text not null default '',
  reference text not null default '',
  end_to_end_id text not null default '',
  structured_communication text not null default '',
  counterparty_name text not null default '',
  counterparty_account text not null default '',
  kind text not null default '',
  details text not null default '',
  charges bigint,
  fingerprint text not null,
  status text not null default 'open' check (status in ('open', 'matched')),
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  unique (organization_id, bank_account_id, fingerprint),
  foreign key (organization_id, bank_account_id) references bank_account (organization_id, id),
  foreign key (organization_id, statement_id) references bank_statement (organization_id, id)
);
call protect_tenant_table('bank_movement', 'select, insert');
grant update (status) on bank_movement to daftar_app, daftar_system;
create index bank_movement_by_date on bank_movement (organization_id, bank_account_id, booking_date desc, position desc);
create index bank_movement_open on bank_movement (organization_id, booking_date desc, position desc) where status = 'open';

-- The explanation of a movement: an entry posted for it, or lines of the bank's account that were there already.
create table bank_match (
  organization_id uuid not null,
  id uuid not null,
  movement_id uuid not null,
  entry_id uuid,                                  -- posted by the match; undone by reversal
  matching_ids uuid[] not null default '{}',      -- lettrages that it made
  reason text not null default '',
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  undone_at timestamptz,
  undone_by uuid,
  reversal_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, movement_id) references bank_movement (organization_id, id),
  foreign key (organization_id, entry_id) references entry (organization_id, id),
  foreign key (organization_id, reversal_id) references entry (organization_id, id)
);
create unique index bank_match_once on bank_match (organization_id, movement_id) where undone_at is null;
call protect_tenant_table('bank_match', 'select, insert, update');

-- Lines of the bank's account that a movement proves. A line is proven once.
create table bank_match_line (
  organization_id uuid not null,
  match_id uuid not null,
  entry_id uuid not null,
  line_number int not null,
  is_active boolean not null default true,
  primary key (organization_id, match_id, entry_id, line_number),
  foreign key (organization_id, match_id) references bank_match (organization_id, id),
  foreign key (organization_id, entry_id, line_number) references line (organization_id, entry_id, line_number)
);
create unique index bank_match_line_once on bank_match_line (organization_id, entry_id, line_number) where is_active;
call protect_tenant_table('bank_match_line', 'select, insert, update');

-- A reconciliation frozen as it was signed off, with the head of the book at that moment.
create table bank_reconciliation (
  organization_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  date date not null,
  content jsonb not null,
  entry_count bigint not null,
  root text not null,
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  unique (organization_id, account_id, date),
  foreign key (organization_id, account_id) references account (organization_id, id)
);
call protect_tenant_table('bank_reconciliation', 'select, insert');
