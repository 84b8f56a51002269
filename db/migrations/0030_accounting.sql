-- Expenses, VAT returns, budgets, provisions and closings: what the accounting module keeps beside the ledger.

create table expense_category (
  organization_id uuid not null references organization,
  code text not null check (length(code) between 1 and 60),
  name text not null check (length(name) between 1 and 100),
  account_id uuid not null,
  statement_line text not null,
  is_active boolean not null default true,
  primary key (organization_id, code),
  foreign key (organization_id, account_id) references account (organization_id, id)
);
call protect_tenant_table('expense_category', 'select, insert, update');

-- An invoice of a supplier, or his credit note (avoir). Its amounts never change once posted; what happens to it does.
create table expense (
  organization_id uuid not null references organization,
  id uuid not null,
  year int not null,
  number int not null,
  kind text not null default 'invoice' check (kind in ('invoice', 'credit_note')),
  credits uuid,                                   -- the invoice that a credit note takes back
  status text not null default 'recorded' check (status in ('recorded', 'approved', 'paid', 'credited')),
  building_id uuid,
  supplier_id uuid,
  description text not null,
  category text not null,
  expense_date date not null,
  due_date date not null,
  invoice_number text not null default '',
  invoice_key text not null default '',           -- capitals and digits of the number, to find the same one again
  document_id uuid,
  net_amount bigint not null check (net_amount > 0),
  vat_amount bigint not null,
  total_amount bigint not null check (total_amount > 0),
  paid_amount bigint not null default 0 check (paid_amount >= 0),
  credited_amount bigint not null default 0 check (credited_amount >= 0),
  entry_id uuid not null,
  approved_at timestamptz,
  approved_by uuid,
  paid_on date,
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  version bigint not null default 1,
  primary key (organization_id, id),
  unique (organization_id, year, number),
  check (paid_amount <= total_amount and credited_amount <= total_amount),
  check ((kind = 'credit_note') = (credits is not null)),
  foreign key (organization_id, entry_id) references entry (organization_id, id),
  foreign key (organization_id, credits) references expense (organization_id, id),
  foreign key (organization_id, supplier_id) references party (organization_id, id),
  foreign key (organization_id, building_id) references building (organization_id, id)
);
call protect_tenant_table('expense', 'select, insert, update');
create unique index expense_once on expense (organization_id, supplier_id, invoice_key)
  where kind = 'invoice' and status <> 'credited' and invoice_key <> '' and supplier_id is not null;
create index expense_by_date on expense (organization_id, expense_date desc, number desc);
create index expense_by_entry on expense (organization_id, entry_id);

create table expense_line (
  organization_id uuid not null,
  expense_id uuid not null,
  line_number int not null,
  description text not null,
  quantity numeric not null,
  unit_price numeric not null,
  vat_rate numeric,                               -- nothing: the paper shows no VAT
  vat_treatment text not null check (vat_treatment in ('normal', 'exempt', 'reverse_charge')),
  category text not null,
  account_id uuid not null,
  net_amount bigint not null,
  vat_amount bigint not null,
  primary key (organization_id, expense_id, line_number),
  foreign key (organization_id, expense_id) references expense (organization_id, id),
  foreign key (organization_id, account_id) references account (organization_id, id)
);
call protect_tenant_table('expense_line', 'select, insert');

create table expense_payment (
  organization_id uuid not null,
  id uuid not null,
  expense_id uuid not null,
  date date not null,
  amount bigint not null check (amount > 0),
  reference text not null default '',
  entry_id uuid,                                  -- nothing: paid outside, or posted by the bank's statement
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  foreign key (organization_id, expense_id) references expense (organization_id, id),
  foreign key (organization_id, entry_id) references entry (organization_id, id)
);
call protect_tenant_table('expense_payment', 'select, insert');
create index expense_payment_by_expense on expense_payment (organization_id, expense_id);

-- Base and VAT behind each line on a VAT account: what a return shows per rate.
create table vat_posting (
  organization_id uuid not null,
  entry_id uuid not null,
  line_number int not null,
  direction text not null check (direction in ('deductible', 'collected')),
  rate numeric not null check (rate between 0 and 1),
  base bigint not null,
  vat bigint not null,
  reverse_charge boolean not null default false,
  primary key (organization_id, entry_id, line_number),
  foreign key (organization_id, entry_id, line_number) references line (organization_id, entry_id, line_number)
);
call protect_tenant_table('vat_posting', 'select, insert');

create table vat_return (
  organization_id uuid not null references organization,
  id uuid not null,
  period text not null check (period ~ '^\d{4}-(Q[1-4]|[01]\d)$'),
  start_date date not null,
  end_date date not null,
  status text not null check (status in ('filed', 'settled', 'withdrawn')),
  collected bigint not null,
  deductible bigint not null,
  content jsonb not null,                         -- the declaration as it was filed
  reference text not null default '',
  filed_at timestamptz not null,
  filed_by uuid,
  settled_on date,
  settlement_entry_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, settlement_entry_id) references entry (organization_id, id)
);
call protect_tenant_table('vat_return', 'select, insert, update');
create unique index vat_return_once on vat_return (organization_id, period) where status <> 'withdrawn';

create table budget (
  organization_id uuid not null references organization,
  year int not null,
  kind text not null check (kind in ('income', 'expense')),
  category text not null,
  amount bigint not null check (amount >= 0),
  primary key (organization_id, year, kind, category)
);
call protect_tenant_table('budget');

create table provision (
  organization_id uuid not null references organization,
  id uuid not null,
  year int not null,
  description text not null,
  account_id uuid not null,                       -- the charge that is foreseen
  amount bigint not null check (amount > 0),
  status text not null default 'proposed' check (status in ('proposed', 'posted', 'dropped')),
  reason text not null default '',
  entry_id uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  foreign key (organization_id, account_id) references account (organization_id, id),
  foreign key (organization_id, entry_id) references entry (organization_id, id)
);
call protect_tenant_table('provision', 'select, insert, update');

-- That somebody looked at the provisions of a year and found them complete.
create table provision_review (
  organization_id uuid not null references organization,
  year int not null,
  comment text not null default '',
  reviewed_at timestamptz not null,
  reviewed_by uuid,
  primary key (organization_id, year)
);
call protect_tenant_table('provision_review', 'select, insert, update');

create table anomaly_dismissal (
  organization_id uuid not null references organization,
  anomaly text not null,                          -- type and what it is about
  reason text not null check (length(reason) >= 3),
  dismissed_at timestamptz not null,
  dismissed_by uuid,
  primary key (organization_id, anomaly)
);
call protect_tenant_table('anomaly_dismissal', 'select, insert, update');

create table year_closing (
  organization_id uuid not null references organization,
  id uuid not null,
  year int not null,
  closed_at timestamptz not null,
  closed_by uuid,
  net_result bigint not null,
  entries uuid[] not null,                        -- closing entries, then those of the à-nouveaux
  reopened_at timestamptz,
  reopened_by uuid,
  reopening_reason text not null default '',
  primary key (organization_id, id)
);
call protect_tenant_table('year_closing', 'select, insert, update');
create unique index year_closed_once on year_closing (organization_id, year) where reopened_at is null;
