-- Papers: received, read, reviewed, posted. The bytes are in the file store under their hash.

create table document (
  organization_id uuid not null references organization,
  id uuid not null,
  filename text not null,
  media_type text not null,
  file_hash bytea not null check (length(file_hash) = 32),
  size_bytes bigint not null,
  status text not null default 'reading' check (status in ('reading', 'review', 'posted', 'refused', 'failed')),
  type text,                                      -- supplier_invoice, credit_note, bank_statement …
  failure jsonb,                                  -- code, French message, page
  pages jsonb not null default '[]',              -- number, width, height in points
  fields jsonb not null default '[]',             -- value, place, confidence, reason of each
  taxes jsonb not null default '[]',              -- base and VAT per rate
  supplier_id uuid,
  issuer_name text not null default '',
  number text not null default '',
  date date,
  total bigint,
  currency text,
  entry_id uuid,
  search tsvector,
  version bigint not null default 1,
  received_by uuid,
  received_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  foreign key (organization_id, entry_id) references entry (organization_id, id)
);
create index document_by_time on document (organization_id, received_at desc, id desc);
create unique index document_once on document (organization_id, file_hash) where status <> 'refused';
create index document_search on document using gin (search);
call protect_tenant_table('document', 'select, insert, update');

-- The words of a paper with their boxes, as the extraction process wrote them.
create table document_text (
  organization_id uuid not null,
  document_id uuid not null,
  words jsonb not null,
  primary key (organization_id, document_id),
  foreign key (organization_id, document_id) references document (organization_id, id)
);
call protect_tenant_table('document_text', 'select, insert, update, delete');
