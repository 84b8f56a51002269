-- Where a person's corrections showed the fields of a supplier's papers to stand: one place a field, readable, forgotten
-- on demand.

create table learned_anchor (
  organization_id uuid not null references organization,
  supplier_id uuid not null,
  field text not null check (length(field) between 1 and 60),
  label text not null check (length(label) <= 300),  -- the words beside the value; empty: counted from the page's corner
  dx numeric(8, 1) not null,                         -- points from the label's corner to the value's
  dy numeric(8, 1) not null,
  page int not null check (page >= -1),              -- -1 is the last
  taught_by uuid,
  taught_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, supplier_id, field),
  foreign key (organization_id, supplier_id) references party (organization_id, id)
);
call protect_tenant_table('learned_anchor', 'select, insert, update, delete');
