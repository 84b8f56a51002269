-- Papers attached to an entry after it was posted: an entry itself never changes (its own paper is entry.document_id).
-- Append-only, like the entries: a paper attached by mistake stays, another one is added.

create table entry_document (
  organization_id uuid not null,
  entry_id uuid not null,
  document_id uuid not null,
  attached_by uuid,
  attached_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, entry_id, document_id),
  foreign key (organization_id, entry_id) references entry (organization_id, id),
  foreign key (organization_id, document_id) references document (organization_id, id)
);
create index entry_document_by_document on entry_document (organization_id, document_id);
call protect_tenant_table('entry_document', 'select, insert');
