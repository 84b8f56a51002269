-- A cancelled job keeps its lease until what it left behind is tidied up.
create index job_cancelled on job (lease_until) where status = 'cancelled' and lease_until is not null;
