-- Two people who change the same budget or category: the second is told, instead of undoing the first's work unseen.
alter table expense_category add column version bigint not null default 1;

create table budget_version (
  organization_id uuid not null references organization,
  year int not null,
  version bigint not null default 1,
  primary key (organization_id, year)
);
call protect_tenant_table('budget_version', 'select, insert, update');
insert into budget_version (organization_id, year) select distinct organization_id, year from budget;
