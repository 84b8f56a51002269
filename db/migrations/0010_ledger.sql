-- Double entry. A posted entry never changes: no UPDATE or DELETE right, corrections are reversals.

create table account (
  organization_id uuid not null references organization,
  id uuid not null,
  code text not null check (code ~ '^[0-9A-Z]{1,20}$'),
  name text not null check (length(name) between 1 and 200),
  account_type text not null check (account_type in ('Asset', 'Liability', 'Equity', 'Income', 'Expense', 'OffBalance')),
  parent_code text,
  is_collective boolean not null default false,   -- carries auxiliaries and open items
  is_active boolean not null default true,
  name_confirmed boolean not null default true,   -- false: the official wording is still to be checked
  version bigint not null default 1,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  unique (organization_id, code),
  foreign key (organization_id, parent_code) references account (organization_id, code) on update cascade,
  check (parent_code is null or (code like parent_code || '%' and code <> parent_code))
);
call protect_tenant_table('account', 'select, insert, update');

-- Which account plays which part, so that business code never names a code.
create table account_role (
  organization_id uuid not null,
  role text not null,
  account_id uuid not null,
  primary key (organization_id, role),
  foreign key (organization_id, account_id) references account (organization_id, id)
);
call protect_tenant_table('account_role');

create table auxiliary (
  organization_id uuid not null,
  id uuid not null,
  account_id uuid not null,                       -- its collective account
  code text not null check (length(code) between 1 and 40),
  name text not null check (length(name) between 1 and 200),
  kind text not null check (kind in ('owner', 'supplier', 'client', 'lot', 'other')),
  party_id uuid,
  is_active boolean not null default true,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  unique (organization_id, account_id, code),
  foreign key (organization_id, account_id) references account (organization_id, id)
);
call protect_tenant_table('auxiliary', 'select, insert, update');

create table journal (
  organization_id uuid not null references organization,
  id uuid not null,
  code text not null check (code ~ '^[A-Z0-9]{1,10}$'),
  name text not null,
  kind text not null check (kind in ('purchases', 'sales', 'bank', 'cash', 'general', 'opening', 'closing')),
  account_id uuid,                                -- the account of a bank or cash journal
  is_active boolean not null default true,
  primary key (organization_id, id),
  unique (organization_id, code),
  foreign key (organization_id, account_id) references account (organization_id, id)
);
call protect_tenant_table('journal', 'select, insert, update');

create table fiscal_year (
  organization_id uuid not null references organization,
  id uuid not null,
  year int not null,                              -- the year in which it ends
  start_date date not null,
  end_date date not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  closed_at timestamptz,
  closed_by uuid,
  primary key (organization_id, id),
  unique (organization_id, year),
  check (start_date < end_date)
);
call protect_tenant_table('fiscal_year', 'select, insert, update');

create table period (
  organization_id uuid not null,
  fiscal_year_id uuid not null,
  start_date date not null,
  end_date date not null,
  status text not null default 'open' check (status in ('open', 'locked')),
  primary key (organization_id, start_date),
  foreign key (organization_id, fiscal_year_id) references fiscal_year (organization_id, id)
);
call protect_tenant_table('period', 'select, insert, update');

-- The head of an organization's book: the one contended row of a posting.
create table book (
  organization_id uuid primary key references organization,
  leaf_count bigint not null default 0
);
call protect_tenant_table('book', 'select, insert, update');

create table journal_counter (
  organization_id uuid not null,
  journal_id uuid not null,
  year int not null,
  last_number bigint not null,
  primary key (organization_id, journal_id, year)
);
call protect_tenant_table('journal_counter', 'select, insert, update');

create table draft (
  organization_id uuid not null references organization,
  id uuid not null,
  content jsonb not null,
  problems jsonb not null default '[]',           -- of an import: a draft may be unbalanced
  version bigint not null default 1,
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id)
);
call protect_tenant_table('draft');

create table entry (
  organization_id uuid not null,
  id uuid not null,
  journal_id uuid not null,
  year int not null,
  number bigint not null,
  date date not null,
  kind text not null default 'movement' check (kind in ('movement', 'opening', 'closing')),
  description text not null,
  voucher_reference text not null default '',
  document_id uuid,
  reversal_of uuid,
  line_count int not null check (line_count >= 2),
  leaf_index bigint not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  posted_at timestamptz not null default clock_timestamp(),
  posted_by uuid,
  transaction xid8 not null default pg_current_xact_id(),
  primary key (organization_id, id),
  unique (organization_id, journal_id, year, number),
  unique (organization_id, leaf_index),
  foreign key (organization_id, journal_id) references journal (organization_id, id),
  foreign key (organization_id, year) references fiscal_year (organization_id, year),
  foreign key (organization_id, reversal_of) references entry (organization_id, id)
);
create unique index entry_reversed_once on entry (organization_id, reversal_of) where reversal_of is not null;
create index entry_by_date on entry (organization_id, date, leaf_index);
create index entry_by_document on entry (organization_id, document_id) where document_id is not null;
call protect_tenant_table('entry', 'select, insert');

-- amount: minor units of the organization's currency, debit positive, credit negative.
create table line (
  organization_id uuid not null,
  entry_id uuid not null,
  line_number int not null,
  account_id uuid not null,
  auxiliary_id uuid,
  date date not null,
  kind text not null,
  leaf_index bigint not null,
  amount bigint not null check (amount <> 0 and abs(amount) <= 9007199254740991),
  description text not null default '',
  due_date date,
  currency text,
  currency_amount numeric,
  currency_rate numeric,
  axes jsonb,                                     -- building, allocation_key, works_project, site, category, supplier
  box jsonb,                                      -- where on the paper: document_id, page, x, y, width, height
  primary key (organization_id, entry_id, line_number),
  foreign key (organization_id, entry_id) references entry (organization_id, id),
  foreign key (organization_id, account_id) references account (organization_id, id),
  foreign key (organization_id, auxiliary_id) references auxiliary (organization_id, id)
);
create index line_by_account on line (organization_id, account_id, date, leaf_index, line_number) include (amount);
create index line_by_auxiliary on line (organization_id, auxiliary_id, date, leaf_index) where auxiliary_id is not null;
call protect_tenant_table('line', 'select, insert');

-- Sums per account, auxiliary, day and kind: a trial balance costs the number of accounts and days, not of lines.
create table balance (
  organization_id uuid not null,
  day date not null,
  account_id uuid not null,
  auxiliary_id uuid not null default '00000000-0000-0000-0000-000000000000',
  kind text not null,
  debit bigint not null,
  credit bigint not null,
  primary key (organization_id, account_id, auxiliary_id, day, kind)
) with (fillfactor = 70);
call protect_tenant_table('balance', 'select, insert, update');

-- What remains to be matched of a line on a collective account.
create table open_item (
  organization_id uuid not null,
  entry_id uuid not null,
  line_number int not null,
  account_id uuid not null,
  auxiliary_id uuid,
  date date not null,
  due_date date not null,
  amount bigint not null,
  open_amount bigint not null check (sign(open_amount) in (0, sign(amount)) and abs(open_amount) <= abs(amount)),
  primary key (organization_id, entry_id, line_number),
  foreign key (organization_id, entry_id, line_number) references line (organization_id, entry_id, line_number)
) with (fillfactor = 80);
create index open_item_waiting on open_item (organization_id, account_id, auxiliary_id, due_date) where open_amount <> 0;
call protect_tenant_table('open_item', 'select, insert, update');

-- Lettrage: lines settled against each other. Undone by a mark, never deleted.
create table matching (
  organization_id uuid not null references organization,
  id uuid not null,
  account_id uuid not null,
  auxiliary_id uuid,
  letter text not null,
  date date not null,
  reason text not null default '',
  is_full boolean not null,
  created_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  undone_at timestamptz,
  undone_by uuid,
  primary key (organization_id, id),
  foreign key (organization_id, account_id) references account (organization_id, id)
);
create unique index on matching (organization_id, account_id, letter);
call protect_tenant_table('matching', 'select, insert, update');

create table matching_item (
  organization_id uuid not null,
  matching_id uuid not null,
  entry_id uuid not null,
  line_number int not null,
  amount bigint not null check (amount <> 0),
  primary key (organization_id, matching_id, entry_id, line_number),
  foreign key (organization_id, matching_id) references matching (organization_id, id),
  foreign key (organization_id, entry_id, line_number) references open_item (organization_id, entry_id, line_number)
);
create index on matching_item (organization_id, entry_id, line_number);
call protect_tenant_table('matching_item', 'select, insert');

-- Signed heads of the Merkle log, kept and exported.
create table tree_head (
  organization_id uuid not null references organization,
  size bigint not null,
  root bytea not null,
  signed_at timestamptz not null,
  public_key bytea not null,
  signature bytea not null,
  primary key (organization_id, size)
);
call protect_tenant_table('tree_head', 'select, insert');

-- Roots of complete subtrees of 2^10 leaves, so that a root does not cost every leaf.
create table merkle_chunk (
  organization_id uuid not null references organization,
  chunk bigint not null,
  root bytea not null,
  primary key (organization_id, chunk)
);
call protect_tenant_table('merkle_chunk', 'select, insert');

-- Minor units as a number with the digits of its currency, for amounts inside jsonb: (120050, 'MAD') is 1200.50.
create function money_number(minor bigint, currency text) returns numeric immutable parallel safe language sql as $$
  select case when currency in ('XOF', 'XAF', 'JPY') then minor::numeric
              when currency = 'TND' then round(minor / 1000.0, 3) else round(minor / 100.0, 2) end
$$;

-- Posting holds this lock shared, closing and locking hold it alone.
create function book_lock_key(organization uuid) returns bigint immutable language sql
  as $$ select hashtextextended('book ' || organization::text, 0) $$;

create function check_entry_period() returns trigger language plpgsql as $$
declare wrong record;
begin
  select a.date, y.status as year_status, p.status as period_status, y.year is null as no_year into wrong
  from added a
  left join fiscal_year y on y.organization_id = a.organization_id and y.year = a.year and a.date between y.start_date and y.end_date
  left join period p on p.organization_id = a.organization_id and a.date between p.start_date and p.end_date
  where y.year is null or y.status <> 'open' or (p.status <> 'open' and a.kind = 'movement') limit 1;
  if found then
    if wrong.no_year then call refuse(422, 'no_fiscal_year', 'Aucun exercice ouvert ne contient la date du ' || to_char(wrong.date, 'DD/MM/YYYY') || '.'); end if;
    if wrong.year_status <> 'open' then call refuse(409, 'year_closed', 'L''exercice du ' || to_char(wrong.date, 'DD/MM/YYYY') || ' est clos.'); end if;
    call refuse(409, 'period_locked', 'La période du ' || to_char(wrong.date, 'DD/MM/YYYY') || ' est verrouillée.');
  end if;
  return null;
end $$;
create trigger entry_period after insert on entry referencing new table as added for each statement execute function check_entry_period();

create function check_lines() returns trigger language plpgsql as $$
declare wrong record;
begin
  select e.id into wrong
  from (select organization_id, entry_id, sum(amount) as total, count(*) as lines from added group by 1, 2) a
  join entry e on e.organization_id = a.organization_id and e.id = a.entry_id
  where a.total <> 0 or a.lines <> e.line_count or e.transaction <> pg_current_xact_id() limit 1;
  if found then call refuse(422, 'lines_must_balance', 'L''écriture n''est pas équilibrée ou ses lignes sont incomplètes.'); end if;
  return null;
end $$;
create trigger lines_balance after insert on line referencing new table as added for each statement execute function check_lines();

create function check_entry_has_lines() returns trigger language plpgsql as $$
begin
  if (select count(*) from line where organization_id = new.organization_id and entry_id = new.id) <> new.line_count then
    call refuse(422, 'lines_must_balance', 'L''écriture n''a pas toutes ses lignes.');
  end if;
  return null;
end $$;
create constraint trigger entry_has_lines after insert on entry deferrable initially deferred for each row execute function check_entry_has_lines();

-- Posts entries: number (per journal and year, without gaps), Merkle leaf, lines, balances, open items. The book row is
-- locked first, so that everything after it is exact. `canonical` is the entry's canonical text without its number, which
-- is appended here as a netstring (docs/decisions/0004).
create function post_entries(
  p_organization uuid, p_user uuid,
  p_ids uuid[], p_journals uuid[], p_dates date[], p_kinds text[], p_descriptions text[], p_vouchers text[],
  p_documents uuid[], p_reversals uuid[], p_canonicals bytea[], p_line_counts int[],
  l_entries int[], l_numbers int[], l_accounts uuid[], l_auxiliaries uuid[], l_amounts bigint[], l_descriptions text[], l_due_dates date[],
  l_currencies text[], l_currency_amounts numeric[], l_currency_rates numeric[], l_axes jsonb[], l_boxes jsonb[], l_collective boolean[])
returns table (entry_id uuid, entry_number bigint, entry_leaf bigint) language plpgsql as $$
declare
  first_leaf bigint;
  numbers bigint[] := array_fill(0::bigint, array[cardinality(p_ids)]);
  years int[];
  counted record;
begin
  perform pg_advisory_xact_lock_shared(book_lock_key(p_organization));
  select array_agg(y.year order by o) into years
  from unnest(p_dates) with ordinality as e (d, o)
  left join fiscal_year y on y.organization_id = p_organization and d between y.start_date and y.end_date;
  if array_position(years, null) is not null then
    call refuse(422, 'no_fiscal_year', 'Aucun exercice ne contient la date du ' || to_char(p_dates[array_position(years, null)], 'DD/MM/YYYY') || '.');
  end if;
  update book set leaf_count = leaf_count + cardinality(p_ids) where organization_id = p_organization
    returning leaf_count - cardinality(p_ids) into strict first_leaf;
  for counted in select j as journal, y as year, count(*) as entries, array_agg(o order by o) as places
                 from unnest(p_journals, years) with ordinality as e (j, y, o) group by 1, 2 order by 1, 2 loop
    declare last bigint;
    begin
      insert into journal_counter as c (organization_id, journal_id, year, last_number)
        values (p_organization, counted.journal, counted.year, counted.entries)
        on conflict (organization_id, journal_id, year) do update set last_number = c.last_number + counted.entries
        returning last_number into last;
      for i in 1 .. counted.entries loop
        numbers[counted.places[i]] := last - counted.entries + i;
      end loop;
    end;
  end loop;

  insert into entry (organization_id, id, journal_id, year, number, date, kind, description, voucher_reference, document_id,
                     reversal_of, line_count, leaf_index, leaf_hash, posted_by)
  select p_organization, i, j, y, n, d, k, t, v, doc, r, lc, first_leaf + o - 1,
         sha256('\x00'::bytea || c || convert_to(length(n::text) || ':' || n || ',', 'UTF8')), p_user
  from unnest(p_ids, p_journals, years, numbers, p_dates, p_kinds, p_descriptions, p_vouchers, p_documents, p_reversals,
              p_canonicals, p_line_counts) with ordinality as e (i, j, y, n, d, k, t, v, doc, r, c, lc, o);

  insert into line (organization_id, entry_id, line_number, account_id, auxiliary_id, date, kind, leaf_index, amount, description,
                    due_date, currency, currency_amount, currency_rate, axes, box)
  select p_organization, p_ids[e], n, a, x, p_dates[e], p_kinds[e], first_leaf + e - 1, m, t, dd, cu, ca, cr, ax, b
  from unnest(l_entries, l_numbers, l_accounts, l_auxiliaries, l_amounts, l_descriptions, l_due_dates, l_currencies,
              l_currency_amounts, l_currency_rates, l_axes, l_boxes) as l (e, n, a, x, m, t, dd, cu, ca, cr, ax, b);

  insert into balance as b (organization_id, day, account_id, auxiliary_id, kind, debit, credit)
  select p_organization, p_dates[e], a, coalesce(x, '00000000-0000-0000-0000-000000000000'), p_kinds[e],
         coalesce(sum(m) filter (where m > 0), 0), coalesce(-sum(m) filter (where m < 0), 0)
  from unnest(l_entries, l_accounts, l_auxiliaries, l_amounts) as l (e, a, x, m)
  group by 2, 3, 4, 5 order by 3, 4, 2, 5
  on conflict (organization_id, account_id, auxiliary_id, day, kind)
    do update set debit = b.debit + excluded.debit, credit = b.credit + excluded.credit;

  if true = any (l_collective) then
    insert into open_item (organization_id, entry_id, line_number, account_id, auxiliary_id, date, due_date, amount, open_amount)
    select p_organization, p_ids[e], n, a, x, p_dates[e], coalesce(dd, p_dates[e]), m, m
    from unnest(l_entries, l_numbers, l_accounts, l_auxiliaries, l_amounts, l_due_dates, l_collective) as l (e, n, a, x, m, dd, c)
    where c and p_kinds[e] = 'movement';
  end if;

  return query select i, n, first_leaf + o - 1 from unnest(p_ids, numbers) with ordinality as e (i, n, o);
end $$;
