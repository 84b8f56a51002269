-- What the nightly job may delete once its time is over (ledger/retention_rules.tsv). Entries, lines and the audit log stay
-- without any right to delete them.

-- Papers that a person put aside may go; one that the books know never does, whoever asks.
create function keep_legal_papers() returns trigger language plpgsql as $$
begin
  if old.status <> 'refused' or old.entry_id is not null
     or exists (select from entry where organization_id = old.organization_id and document_id = old.id) then
    call refuse(409, 'legal_evidence_stays', 'Un papier comptabilisé ou en attente ne se supprime pas.');
  end if;
  return old;
end $$;
create trigger keep_legal_papers before delete on document for each row execute function keep_legal_papers();
grant delete on document to daftar_app, daftar_system;

grant delete on outbox to daftar_app, daftar_system;
grant delete on idempotency_key to daftar_app;
grant delete on job to daftar_app;
create policy only_finished_jobs_go on job as restrictive for delete using (status in ('done', 'failed', 'cancelled'));

-- The same bytes may lie under papers of several organizations, and are stored once. Whoever receives a file holds this lock
-- shared until his paper is committed; whoever removes one takes it alone.
create function file_lock_key(file_hash bytea) returns bigint immutable language sql
  as $$ select hashtextextended('file ' || encode(file_hash, 'hex'), 0) $$;
create index document_by_file on document (file_hash);

-- True when no paper of any organization has these bytes any more; nobody receives them until the transaction ends.
create function file_is_free(p_file_hash bytea) returns boolean security definer set search_path = public, pg_temp language plpgsql as $$
begin
  perform pg_advisory_xact_lock(file_lock_key(p_file_hash));
  return not exists (select from document d where d.file_hash = p_file_hash);
end $$;
grant create on schema public to daftar_system;
revoke all on function file_is_free(bytea) from public;
grant execute on function file_is_free(bytea) to daftar_app, daftar_system;
alter function file_is_free(bytea) owner to daftar_system;
revoke create on schema public from daftar_system;
