-- Master data that every trade shares: people and companies with their identifiers and bank accounts, buildings.

create table party (
  organization_id uuid not null references organization,
  id uuid not null,
  kind text not null check (kind in ('supplier', 'owner', 'company', 'person')),
  code text not null check (length(code) between 1 and 40),      -- of its auxiliary accounts
  name text not null check (length(name) between 1 and 200),
  email text not null default '',
  phone text not null default '',
  address text not null default '',
  default_category text,                                          -- of a supplier's expenses
  needs_review boolean not null default false,                    -- proposed from a paper, not yet seen by a person
  is_active boolean not null default true,
  version bigint not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  unique (organization_id, kind, code)
);
call protect_tenant_table('party', 'select, insert, update');
create index party_by_name on party (organization_id, lower(name));

-- Identifiers without separators, in capitals. The same one on two parties of a kind would make recognition ambiguous.
create table party_identifier (
  organization_id uuid not null,
  party_id uuid not null,
  party_kind text not null,
  kind text not null check (kind in ('ice', 'fiscal_id', 'trade_register', 'professional_tax', 'cnss', 'be_enterprise', 'siren', 'siret', 'vat')),
  value text not null check (length(value) between 1 and 40),
  primary key (organization_id, party_id, kind),
  unique (organization_id, party_kind, kind, value),
  foreign key (organization_id, party_id) references party (organization_id, id)
);
call protect_tenant_table('party_identifier');

-- A changed account number is the commonest fraud: nothing is paid to an account before a person has confirmed it.
create table party_bank_account (
  organization_id uuid not null,
  id uuid not null,
  party_id uuid not null,
  iban text not null check (length(iban) between 15 and 34),      -- of a Moroccan RIB too
  holder text not null default '',
  status text not null default 'unverified' check (status in ('unverified', 'verified', 'rejected')),
  source text not null default 'manual' check (source in ('manual', 'document')),
  decided_at timestamptz,
  decided_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  unique (organization_id, party_id, iban),
  foreign key (organization_id, party_id) references party (organization_id, id)
);
call protect_tenant_table('party_bank_account', 'select, insert, update');
create index party_bank_account_by_iban on party_bank_account (organization_id, iban);

create table building (
  organization_id uuid not null references organization,
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  address text not null default '',
  postal_code text not null default '',
  city text not null default '',
  lot_count int not null default 0 check (lot_count >= 0),
  latitude numeric(9, 6) check (latitude between -90 and 90),
  longitude numeric(9, 6) check (longitude between -180 and 180),
  is_active boolean not null default true,
  version bigint not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id)
);
call protect_tenant_table('building', 'select, insert, update');
