-- The shares by which a call was split: the annexes of a residence show them beside what each owner owes.
create table owner_call_share (
  organization_id uuid not null,
  entry_id uuid not null,
  party_id uuid not null,
  weight bigint not null check (weight >= 0),
  primary key (organization_id, entry_id, party_id),
  foreign key (organization_id, entry_id) references entry (organization_id, id),
  foreign key (organization_id, party_id) references party (organization_id, id)
);
create index owner_call_share_by_party on owner_call_share (organization_id, party_id);
call protect_tenant_table('owner_call_share', 'select, insert');
