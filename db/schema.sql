--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';

--
-- Name: unaccent; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;

--
-- Name: EXTENSION unaccent; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION unaccent IS 'text search dictionary that removes accents';

--
-- Name: book_head_key(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.book_head_key(organization uuid) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$ select hashtextextended('book head ' || organization::text, 0) $$;

--
-- Name: book_lock_key(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.book_lock_key(organization uuid) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$ select hashtextextended('book ' || organization::text, 0) $$;

--
-- Name: check_entry_has_lines(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.check_entry_has_lines() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if not exists (select from line where organization_id = new.organization_id and entry_id = new.id and line_number = 1) then
    call refuse(422, 'lines_must_balance', 'L''écriture n''a pas toutes ses lignes.');
  end if;
  return null;
end $$;

--
-- Name: check_entry_period(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.check_entry_period() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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

--
-- Name: check_lines(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.check_lines() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
declare wrong record;
begin
  select e.id into wrong
  from (select organization_id, entry_id, sum(amount) as total, count(*) as lines from added group by 1, 2) a
  join entry e on e.organization_id = a.organization_id and e.id = a.entry_id
  where a.total <> 0 or a.lines <> e.line_count or e.transaction <> pg_current_xact_id() limit 1;
  if found then call refuse(422, 'lines_must_balance', 'L''écriture n''est pas équilibrée ou ses lignes sont incomplètes.'); end if;
  return null;
end $$;

--
-- Name: current_organization(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_organization() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select nullif(current_setting('app.organization', true), '')::uuid $$;

--
-- Name: current_tenant_group(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_tenant_group() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select nullif(current_setting('app.tenant_group', true), '')::uuid $$;

--
-- Name: current_user_id(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.current_user_id() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ select nullif(current_setting('app.user', true), '')::uuid $$;

--
-- Name: failed_attempts(text, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.failed_attempts(p_key text, p_forget_before timestamp with time zone, OUT failures integer, OUT last_failed_at timestamp with time zone) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select a.failures, a.last_failed_at from login_attempt a where a.key = p_key and a.last_failed_at >= p_forget_before $$;

--
-- Name: file_is_free(bytea); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.file_is_free(p_file_hash bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  perform pg_advisory_xact_lock(file_lock_key(p_file_hash));
  return not exists (select from document d where d.file_hash = p_file_hash);
end $$;

--
-- Name: file_lock_key(bytea); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.file_lock_key(file_hash bytea) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$ select hashtextextended('file ' || encode(file_hash, 'hex'), 0) $$;

--
-- Name: forget_failed_attempts(text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.forget_failed_attempts(p_key text) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$ delete from login_attempt where key = p_key $$;

--
-- Name: invite_user(uuid, text, text, text, bytea, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.invite_user(p_id uuid, p_email text, p_name text, p_language text, p_token_hash bytea, p_now timestamp with time zone, p_expires_at timestamp with time zone) RETURNS TABLE(id uuid, needs_password boolean)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare person uuid; without_password boolean;
begin
  if managed_group() is null and managed_organization() is null then return; end if;
  insert into app_user (id, email, name, language) values (p_id, p_email, p_name, p_language) on conflict (email) do nothing;
  select u.id into strict person from app_user u where u.email = p_email;
  insert into credential (user_id) values (person) on conflict (user_id) do nothing;
  select c.password_hash is null into without_password from credential c where c.user_id = person;
  if without_password then
    insert into one_time_token (token_hash, purpose, user_id, issued_at, expires_at)
    values (p_token_hash, 'invitation', person, p_now, p_expires_at);
  end if;
  return query select person, without_password;
end $$;

--
-- Name: is_super_admin(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.is_super_admin() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select exists (select from role r where r.user_id = current_user_id() and r.role_type = 'SuperAdmin' and r.organization_id is null
                   and r.revoked_at is null) $$;

--
-- Name: keep_legal_papers(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.keep_legal_papers() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  if old.status <> 'refused' or old.entry_id is not null
     or exists (select from entry where organization_id = old.organization_id and document_id = old.id) then
    call refuse(409, 'legal_evidence_stays', 'Un papier comptabilisé ou en attente ne se supprime pas.');
  end if;
  return old;
end $$;

--
-- Name: managed_group(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.managed_group() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select r.tenant_group_id from role r
  where r.user_id = current_user_id() and r.tenant_group_id = current_tenant_group() and r.organization_id is null
    and r.role_type in ('Admin', 'SuperAdmin') and r.revoked_at is null
  limit 1 $$;

--
-- Name: managed_organization(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.managed_organization() RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select o.id from organization o
  where o.id = current_organization() and (
    exists (select from role r
            where r.user_id = current_user_id() and r.tenant_group_id = o.tenant_group_id and r.role_type in ('Admin', 'SuperAdmin')
              and r.revoked_at is null and (r.organization_id is null or r.organization_id = o.id))
    or exists (select from support_grant g
               where g.user_id = current_user_id() and g.organization_id = o.id and g.ended_at is null and g.ends_at > clock_timestamp())) $$;

--
-- Name: manages_all_roles_of(uuid); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.manages_all_roles_of(person uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  select is_super_admin() or not exists (
    select from role r where r.user_id = person and r.revoked_at is null
      and (r.role_type = 'SuperAdmin'
           or (not coalesce(r.tenant_group_id = managed_group(), false)
               and not coalesce(r.organization_id = managed_organization(), false)))) $$;

--
-- Name: money_number(bigint, text); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.money_number(minor bigint, currency text) RETURNS numeric
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
  select case when currency in ('XOF', 'XAF', 'JPY') then minor::numeric
              when currency = 'TND' then round(minor / 1000.0, 3) else round(minor / 100.0, 2) end
$$;

--
-- Name: note_failed_attempt(text, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.note_failed_attempt(p_key text, p_now timestamp with time zone, p_forget_before timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  insert into login_attempt as a (key, failures, last_failed_at) values (p_key, 1, p_now)
  on conflict (key) do update set failures = case when a.last_failed_at < p_forget_before then 1 else a.failures + 1 end,
                                  last_failed_at = p_now $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: outbox; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outbox (
    organization_id uuid,
    id uuid NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    text_body text NOT NULL,
    html_body text DEFAULT ''::text NOT NULL,
    status text NOT NULL,
    note text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT outbox_status_check CHECK ((status = ANY (ARRAY['kept'::text, 'sent'::text, 'bounced'::text])))
);

ALTER TABLE ONLY public.outbox FORCE ROW LEVEL SECURITY;

--
-- Name: office_mails(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.office_mails() RETURNS SETOF public.outbox
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  with office as (
    select r.tenant_group_id as id from role r
    where r.user_id = current_user_id() and r.tenant_group_id = current_tenant_group() and r.organization_id is null and r.revoked_at is null
      and (r.role_type = 'SuperAdmin' or (r.role_type = 'Admin' and not exists (
        select from role s
        where s.tenant_group_id = r.tenant_group_id and s.organization_id is null and s.role_type = 'SuperAdmin' and s.revoked_at is null)))
    limit 1)
  select m.* from office, outbox m join app_user u on lower(u.email) = lower(m.recipient)
  where m.organization_id is null and m.status = 'kept'
    and exists (select from role r where r.user_id = u.id and r.revoked_at is null and r.tenant_group_id = office.id)
    and not exists (select from role r where r.user_id = u.id and r.revoked_at is null and r.tenant_group_id is distinct from office.id)
$$;

--
-- Name: open_support_grant(uuid, uuid, text, timestamp with time zone, timestamp with time zone); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.open_support_grant(p_id uuid, p_organization uuid, p_reason text, p_started_at timestamp with time zone, p_ends_at timestamp with time zone) RETURNS TABLE(id uuid, tenant_group_id uuid, currency text, time_zone text)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  with opened as (
    insert into support_grant (id, user_id, organization_id, reason, started_at, ends_at)
    select p_id, current_user_id(), o.id, p_reason, p_started_at, p_ends_at from organization o
    where o.id = p_organization and is_super_admin()
    returning organization_id)
  select o.id, o.tenant_group_id, o.currency, o.time_zone from organization o join opened on opened.organization_id = o.id $$;

--
-- Name: post_entries(uuid, uuid, uuid[], uuid[], date[], text[], text[], text[], uuid[], uuid[], bytea[], integer[], integer[], integer[], uuid[], uuid[], bigint[], text[], date[], text[], numeric[], numeric[], jsonb[], jsonb[], boolean[]); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.post_entries(p_organization uuid, p_user uuid, p_ids uuid[], p_journals uuid[], p_dates date[], p_kinds text[], p_descriptions text[], p_vouchers text[], p_documents uuid[], p_reversals uuid[], p_canonicals bytea[], p_line_counts integer[], l_entries integer[], l_numbers integer[], l_accounts uuid[], l_auxiliaries uuid[], l_amounts bigint[], l_descriptions text[], l_due_dates date[], l_currencies text[], l_currency_amounts numeric[], l_currency_rates numeric[], l_axes jsonb[], l_boxes jsonb[], l_collective boolean[]) RETURNS TABLE(entry_id uuid, entry_number bigint, entry_leaf bigint)
    LANGUAGE plpgsql
    AS $$
declare
  first_leaf bigint;
  debits numeric := (select coalesce(sum(m), 0) from unnest(l_amounts) m where m > 0);
  book_total numeric;
  numbers bigint[] := array_fill(0::bigint, array[cardinality(p_ids)]);
  years int[];
  counted record;
  first_day date := (select min(y.start_date) from fiscal_year y where y.organization_id = p_organization);
begin
  perform pg_advisory_xact_lock_shared(book_lock_key(p_organization));
  select array_agg(y.year order by o) into years
  from unnest(p_dates) with ordinality as e (d, o)
  left join fiscal_year y on y.organization_id = p_organization and d between y.start_date and y.end_date;
  if array_position(years, null) is not null then
    call refuse(422, 'no_fiscal_year', 'Aucun exercice ne contient la date du ' || to_char(p_dates[array_position(years, null)], 'DD/MM/YYYY') || '.');
  end if;
  -- One waiter is woken at a time: waiting on the row itself wakes everybody at each commit.
  perform pg_advisory_xact_lock(book_head_key(p_organization));
  update book set leaf_count = leaf_count + cardinality(p_ids), turnover = turnover + debits where organization_id = p_organization
    returning leaf_count - cardinality(p_ids), turnover into strict first_leaf, book_total;
  if book_total > 9007199254740991 then
    call refuse(422, 'book_total_too_large', 'Le total des écritures dépasserait ce que le registre peut tenir.');
  end if;
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
    where c and (p_kinds[e] = 'movement' or (p_kinds[e] = 'opening' and p_dates[e] = first_day));
  end if;

  return query select i, n, first_leaf + o - 1 from unnest(p_ids, numbers) with ordinality as e (i, n, o);
end $$;

--
-- Name: protect_tenant_table(regclass, text); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.protect_tenant_table(IN name regclass, IN rights text DEFAULT 'select, insert, update, delete'::text)
    LANGUAGE plpgsql
    AS $$
begin
  execute format('alter table %s enable row level security', name);
  execute format('alter table %s force row level security', name);
  execute format('create policy own_organization on %s using (organization_id = (select current_organization()))
                  with check (organization_id = (select current_organization()))', name);
  execute format('grant %s on %s to daftar_app, daftar_system', rights, name);
end $$;

--
-- Name: refresh_statistics(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.refresh_statistics() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  analyze account, auxiliary, entry, line, balance, open_item, matching, matching_item;
end $$;

--
-- Name: refuse(integer, text, text); Type: PROCEDURE; Schema: public; Owner: -
--

CREATE PROCEDURE public.refuse(IN status integer, IN code text, IN sentence text)
    LANGUAGE plpgsql
    AS $$
begin
  raise exception using errcode = 'DF' || status, constraint = code, message = sentence;
end $$;

--
-- Name: release_reversed_match(); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.release_reversed_match() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  update bank_match b set undone_at = clock_timestamp(), undone_by = new.posted_by, reversal_id = new.id
  where b.organization_id = new.organization_id and b.undone_at is null
    and (b.entry_id = new.reversal_of
         or b.id in (select p.match_id from bank_match_line p
                     where p.organization_id = new.organization_id and p.entry_id = new.reversal_of and p.is_active));
  if found then
    update bank_movement m set status = 'open' from bank_match b
    where b.organization_id = new.organization_id and b.reversal_id = new.id and m.organization_id = b.organization_id and m.id = b.movement_id;
    update bank_match_line p set is_active = false from bank_match b
    where b.organization_id = new.organization_id and b.reversal_id = new.id and p.organization_id = b.organization_id and p.match_id = b.id;
  end if;
  return null;
end $$;

--
-- Name: set_user_active(uuid, boolean); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.set_user_active(person uuid, active boolean) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
  update app_user set is_active = active
  where id = person and (managed_group() is not null or managed_organization() is not null) and manages_all_roles_of(person)
  returning true $$;

--
-- Name: account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    account_type text NOT NULL,
    parent_code text,
    is_collective boolean DEFAULT false NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    name_confirmed boolean DEFAULT true NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT account_account_type_check CHECK ((account_type = ANY (ARRAY['Asset'::text, 'Liability'::text, 'Equity'::text, 'Income'::text, 'Expense'::text, 'OffBalance'::text]))),
    CONSTRAINT account_check CHECK (((parent_code IS NULL) OR ((code ~~ (parent_code || '%'::text)) AND (code <> parent_code)))),
    CONSTRAINT account_code_check CHECK ((code ~ '^[0-9A-Z]{1,20}$'::text)),
    CONSTRAINT account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.account FORCE ROW LEVEL SECURITY;

--
-- Name: account_role; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.account_role (
    organization_id uuid NOT NULL,
    role text NOT NULL,
    account_id uuid NOT NULL
);

ALTER TABLE ONLY public.account_role FORCE ROW LEVEL SECURITY;

--
-- Name: anomaly_dismissal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.anomaly_dismissal (
    organization_id uuid NOT NULL,
    anomaly text NOT NULL,
    reason text NOT NULL,
    dismissed_at timestamp with time zone NOT NULL,
    dismissed_by uuid,
    CONSTRAINT anomaly_dismissal_reason_check CHECK ((length(reason) >= 3))
);

ALTER TABLE ONLY public.anomaly_dismissal FORCE ROW LEVEL SECURITY;

--
-- Name: app_user; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.app_user (
    id uuid NOT NULL,
    email text NOT NULL,
    name text DEFAULT ''::text NOT NULL,
    language text DEFAULT 'fr'::text NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    is_demo boolean DEFAULT false NOT NULL,
    totp_enabled_at timestamp with time zone,
    last_sign_in_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT app_user_email_check CHECK (((email = lower(email)) AND (POSITION(('@'::text) IN (email)) > 1))),
    CONSTRAINT app_user_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'ar'::text, 'en'::text])))
);

ALTER TABLE ONLY public.app_user FORCE ROW LEVEL SECURITY;

--
-- Name: audit_event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_event (
    organization_id uuid,
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    user_id uuid,
    user_email text DEFAULT ''::text NOT NULL,
    role_type text DEFAULT ''::text NOT NULL,
    action text NOT NULL,
    entity_type text NOT NULL,
    entity_id uuid,
    details jsonb DEFAULT '{}'::jsonb NOT NULL,
    ip_address text DEFAULT ''::text NOT NULL,
    request_id text DEFAULT ''::text NOT NULL
);

ALTER TABLE ONLY public.audit_event FORCE ROW LEVEL SECURITY;

--
-- Name: audit_event_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.audit_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.audit_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: auxiliary; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auxiliary (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    party_id uuid,
    is_active boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT auxiliary_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40))),
    CONSTRAINT auxiliary_kind_check CHECK ((kind = ANY (ARRAY['owner'::text, 'supplier'::text, 'client'::text, 'lot'::text, 'other'::text]))),
    CONSTRAINT auxiliary_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.auxiliary FORCE ROW LEVEL SECURITY;

--
-- Name: balance; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.balance (
    organization_id uuid NOT NULL,
    day date NOT NULL,
    account_id uuid NOT NULL,
    auxiliary_id uuid DEFAULT '00000000-0000-0000-0000-000000000000'::uuid NOT NULL,
    kind text NOT NULL,
    debit bigint NOT NULL,
    credit bigint NOT NULL
)
WITH (fillfactor='70');

ALTER TABLE ONLY public.balance FORCE ROW LEVEL SECURITY;

--
-- Name: bank_account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bank_account (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    identifier text NOT NULL,
    bank text DEFAULT ''::text NOT NULL,
    currency text NOT NULL,
    account_id uuid NOT NULL,
    table_layout jsonb,
    is_active boolean DEFAULT true NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT bank_account_identifier_check CHECK (((length(identifier) >= 1) AND (length(identifier) <= 60))),
    CONSTRAINT bank_account_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.bank_account FORCE ROW LEVEL SECURITY;

--
-- Name: bank_match; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bank_match (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    movement_id uuid NOT NULL,
    entry_id uuid,
    matching_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    created_by uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    undone_at timestamp with time zone,
    undone_by uuid,
    reversal_id uuid
);

ALTER TABLE ONLY public.bank_match FORCE ROW LEVEL SECURITY;

--
-- Name: bank_match_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bank_match_line (
    organization_id uuid NOT NULL,
    match_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    line_number integer NOT NULL,
    is_active boolean DEFAULT true NOT NULL
);

ALTER TABLE ONLY public.bank_match_line FORCE ROW LEVEL SECURITY;

--
-- Name: bank_movement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bank_movement (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    bank_account_id uuid NOT NULL,
    statement_id uuid NOT NULL,
    "position" bigint NOT NULL,
    line integer NOT NULL,
    booking_date date NOT NULL,
    value_date date,
    amount bigint NOT NULL,
    label text DEFAULT ''::text NOT NULL,
    reference text DEFAULT ''::text NOT NULL,
    end_to_end_id text DEFAULT ''::text NOT NULL,
    structured_communication text DEFAULT ''::text NOT NULL,
    counterparty_name text DEFAULT ''::text NOT NULL,
    counterparty_account text DEFAULT ''::text NOT NULL,
    kind text DEFAULT ''::text NOT NULL,
    details text DEFAULT ''::text NOT NULL,
    charges bigint,
    fingerprint text NOT NULL COLLATE pg_catalog."C",
    status text DEFAULT 'open'::text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    servicer_reference text DEFAULT ''::text NOT NULL,
    entry_reference text DEFAULT ''::text NOT NULL,
    batch_reference text DEFAULT ''::text NOT NULL,
    batch integer DEFAULT 0 NOT NULL,
    CONSTRAINT bank_movement_status_check CHECK ((status = ANY (ARRAY['open'::text, 'matched'::text, 'detailed'::text])))
);

ALTER TABLE ONLY public.bank_movement FORCE ROW LEVEL SECURITY;

--
-- Name: bank_movement_position_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.bank_movement ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.bank_movement_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

--
-- Name: bank_reconciliation; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bank_reconciliation (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    date date NOT NULL,
    content jsonb NOT NULL,
    entry_count bigint NOT NULL,
    root text NOT NULL,
    created_by uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.bank_reconciliation FORCE ROW LEVEL SECURITY;

--
-- Name: bank_statement; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.bank_statement (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    bank_account_id uuid NOT NULL,
    format text NOT NULL,
    filename text DEFAULT ''::text NOT NULL,
    file_hash bytea NOT NULL,
    place integer NOT NULL,
    sequence text DEFAULT ''::text NOT NULL,
    period_start date,
    period_end date,
    opening_balance bigint,
    closing_balance bigint,
    closing_date date,
    doubts jsonb DEFAULT '[]'::jsonb NOT NULL,
    movement_count integer NOT NULL,
    new_count integer NOT NULL,
    created_by uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT bank_statement_file_hash_check CHECK ((length(file_hash) = 32))
);

ALTER TABLE ONLY public.bank_statement FORCE ROW LEVEL SECURITY;

--
-- Name: book; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.book (
    organization_id uuid NOT NULL,
    leaf_count bigint DEFAULT 0 NOT NULL,
    turnover numeric DEFAULT 0 NOT NULL
);

ALTER TABLE ONLY public.book FORCE ROW LEVEL SECURITY;

--
-- Name: budget; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.budget (
    organization_id uuid NOT NULL,
    year integer NOT NULL,
    kind text NOT NULL,
    category text NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT budget_amount_check CHECK ((amount >= 0)),
    CONSTRAINT budget_kind_check CHECK ((kind = ANY (ARRAY['income'::text, 'expense'::text])))
);

ALTER TABLE ONLY public.budget FORCE ROW LEVEL SECURITY;

--
-- Name: budget_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.budget_version (
    organization_id uuid NOT NULL,
    year integer NOT NULL,
    version bigint DEFAULT 1 NOT NULL
);

ALTER TABLE ONLY public.budget_version FORCE ROW LEVEL SECURITY;

--
-- Name: building; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.building (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    postal_code text DEFAULT ''::text NOT NULL,
    city text DEFAULT ''::text NOT NULL,
    lot_count integer DEFAULT 0 NOT NULL,
    latitude numeric(9,6),
    longitude numeric(9,6),
    is_active boolean DEFAULT true NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT building_latitude_check CHECK (((latitude >= ('-90'::integer)::numeric) AND (latitude <= (90)::numeric))),
    CONSTRAINT building_longitude_check CHECK (((longitude >= ('-180'::integer)::numeric) AND (longitude <= (180)::numeric))),
    CONSTRAINT building_lot_count_check CHECK ((lot_count >= 0)),
    CONSTRAINT building_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.building FORCE ROW LEVEL SECURITY;

--
-- Name: credential; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.credential (
    user_id uuid NOT NULL,
    password_hash text,
    password_changed_at timestamp with time zone,
    totp_secret bytea,
    totp_last_step bigint DEFAULT 0 NOT NULL
);

ALTER TABLE ONLY public.credential FORCE ROW LEVEL SECURITY;

--
-- Name: document; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.document (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    filename text NOT NULL,
    media_type text NOT NULL,
    file_hash bytea NOT NULL,
    size_bytes bigint NOT NULL,
    status text DEFAULT 'reading'::text NOT NULL,
    type text,
    failure jsonb,
    pages jsonb DEFAULT '[]'::jsonb NOT NULL,
    fields jsonb DEFAULT '[]'::jsonb NOT NULL,
    taxes jsonb DEFAULT '[]'::jsonb NOT NULL,
    supplier_id uuid,
    issuer_name text DEFAULT ''::text NOT NULL,
    number text DEFAULT ''::text NOT NULL,
    date date,
    total bigint,
    currency text,
    entry_id uuid,
    search tsvector,
    version bigint DEFAULT 1 NOT NULL,
    received_by uuid,
    received_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT document_file_hash_check CHECK ((length(file_hash) = 32)),
    CONSTRAINT document_status_check CHECK ((status = ANY (ARRAY['reading'::text, 'review'::text, 'posted'::text, 'refused'::text, 'failed'::text])))
);

ALTER TABLE ONLY public.document FORCE ROW LEVEL SECURITY;

--
-- Name: document_text; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.document_text (
    organization_id uuid NOT NULL,
    document_id uuid NOT NULL,
    words jsonb NOT NULL
);

ALTER TABLE ONLY public.document_text FORCE ROW LEVEL SECURITY;

--
-- Name: draft; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.draft (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    content jsonb NOT NULL,
    problems jsonb DEFAULT '[]'::jsonb NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_by uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.draft FORCE ROW LEVEL SECURITY;

--
-- Name: entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entry (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    journal_id uuid NOT NULL,
    year integer NOT NULL,
    number bigint NOT NULL,
    date date NOT NULL,
    kind text DEFAULT 'movement'::text NOT NULL,
    description text NOT NULL,
    voucher_reference text DEFAULT ''::text NOT NULL,
    document_id uuid,
    reversal_of uuid,
    line_count integer NOT NULL,
    leaf_index bigint NOT NULL,
    leaf_hash bytea NOT NULL,
    posted_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    posted_by uuid,
    transaction xid8 DEFAULT pg_current_xact_id() NOT NULL,
    CONSTRAINT entry_kind_check CHECK ((kind = ANY (ARRAY['movement'::text, 'opening'::text, 'closing'::text]))),
    CONSTRAINT entry_leaf_hash_check CHECK ((length(leaf_hash) = 32)),
    CONSTRAINT entry_line_count_check CHECK ((line_count >= 2))
);

ALTER TABLE ONLY public.entry FORCE ROW LEVEL SECURITY;

--
-- Name: entry_document; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.entry_document (
    organization_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    document_id uuid NOT NULL,
    attached_by uuid,
    attached_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.entry_document FORCE ROW LEVEL SECURITY;

--
-- Name: expense; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.expense (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    year integer NOT NULL,
    number integer NOT NULL,
    kind text DEFAULT 'invoice'::text NOT NULL,
    credits uuid,
    status text DEFAULT 'recorded'::text NOT NULL,
    building_id uuid,
    supplier_id uuid,
    description text NOT NULL,
    category text NOT NULL,
    expense_date date NOT NULL,
    due_date date NOT NULL,
    invoice_number text DEFAULT ''::text NOT NULL,
    invoice_key text DEFAULT ''::text NOT NULL,
    document_id uuid,
    net_amount bigint NOT NULL,
    vat_amount bigint NOT NULL,
    total_amount bigint NOT NULL,
    paid_amount bigint DEFAULT 0 NOT NULL,
    credited_amount bigint DEFAULT 0 NOT NULL,
    entry_id uuid NOT NULL,
    approved_at timestamp with time zone,
    approved_by uuid,
    paid_on date,
    created_by uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT expense_check CHECK (((paid_amount <= total_amount) AND (credited_amount <= total_amount))),
    CONSTRAINT expense_check1 CHECK (((kind = 'credit_note'::text) = (credits IS NOT NULL))),
    CONSTRAINT expense_credited_amount_check CHECK ((credited_amount >= 0)),
    CONSTRAINT expense_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'credit_note'::text]))),
    CONSTRAINT expense_net_amount_check CHECK ((net_amount > 0)),
    CONSTRAINT expense_paid_amount_check CHECK ((paid_amount >= 0)),
    CONSTRAINT expense_status_check CHECK ((status = ANY (ARRAY['recorded'::text, 'approved'::text, 'paid'::text, 'credited'::text]))),
    CONSTRAINT expense_total_amount_check CHECK ((total_amount > 0))
);

ALTER TABLE ONLY public.expense FORCE ROW LEVEL SECURITY;

--
-- Name: expense_category; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.expense_category (
    organization_id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    account_id uuid NOT NULL,
    statement_line text NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    CONSTRAINT expense_category_code_check CHECK (((length(code) >= 1) AND (length(code) <= 60))),
    CONSTRAINT expense_category_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

ALTER TABLE ONLY public.expense_category FORCE ROW LEVEL SECURITY;

--
-- Name: expense_line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.expense_line (
    organization_id uuid NOT NULL,
    expense_id uuid NOT NULL,
    line_number integer NOT NULL,
    description text NOT NULL,
    quantity numeric NOT NULL,
    unit_price numeric NOT NULL,
    vat_rate numeric,
    vat_treatment text NOT NULL,
    category text NOT NULL,
    account_id uuid NOT NULL,
    net_amount bigint NOT NULL,
    vat_amount bigint NOT NULL,
    CONSTRAINT expense_line_vat_treatment_check CHECK ((vat_treatment = ANY (ARRAY['normal'::text, 'exempt'::text, 'reverse_charge'::text])))
);

ALTER TABLE ONLY public.expense_line FORCE ROW LEVEL SECURITY;

--
-- Name: expense_payment; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.expense_payment (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    expense_id uuid NOT NULL,
    date date NOT NULL,
    amount bigint NOT NULL,
    reference text DEFAULT ''::text NOT NULL,
    entry_id uuid,
    created_by uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT expense_payment_amount_check CHECK ((amount > 0))
);

ALTER TABLE ONLY public.expense_payment FORCE ROW LEVEL SECURITY;

--
-- Name: fiscal_year; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.fiscal_year (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    year integer NOT NULL,
    start_date date NOT NULL,
    end_date date NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    closed_at timestamp with time zone,
    closed_by uuid,
    CONSTRAINT fiscal_year_check CHECK ((start_date < end_date)),
    CONSTRAINT fiscal_year_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text])))
);

ALTER TABLE ONLY public.fiscal_year FORCE ROW LEVEL SECURITY;

--
-- Name: idempotency_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.idempotency_key (
    organization_id uuid NOT NULL,
    key text NOT NULL,
    user_id uuid,
    request_hash bytea NOT NULL,
    status integer NOT NULL,
    content_type text NOT NULL,
    body text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

ALTER TABLE ONLY public.idempotency_key FORCE ROW LEVEL SECURITY;

--
-- Name: job; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.job (
    id uuid NOT NULL,
    organization_id uuid,
    user_id uuid,
    kind text NOT NULL,
    payload jsonb DEFAULT '{}'::jsonb NOT NULL,
    status text DEFAULT 'queued'::text NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    run_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    started_at timestamp with time zone,
    lease_until timestamp with time zone,
    finished_at timestamp with time zone,
    progress integer DEFAULT 0 NOT NULL,
    message text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT job_progress_check CHECK (((progress >= 0) AND (progress <= 100))),
    CONSTRAINT job_status_check CHECK ((status = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);

ALTER TABLE ONLY public.job FORCE ROW LEVEL SECURITY;

--
-- Name: journal; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.journal (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    account_id uuid,
    is_active boolean DEFAULT true NOT NULL,
    CONSTRAINT journal_code_check CHECK ((code ~ '^[A-Z0-9]{1,10}$'::text)),
    CONSTRAINT journal_kind_check CHECK ((kind = ANY (ARRAY['purchases'::text, 'sales'::text, 'bank'::text, 'cash'::text, 'general'::text, 'opening'::text, 'closing'::text])))
);

ALTER TABLE ONLY public.journal FORCE ROW LEVEL SECURITY;

--
-- Name: journal_counter; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.journal_counter (
    organization_id uuid NOT NULL,
    journal_id uuid NOT NULL,
    year integer NOT NULL,
    last_number bigint NOT NULL
);

ALTER TABLE ONLY public.journal_counter FORCE ROW LEVEL SECURITY;

--
-- Name: learned_anchor; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.learned_anchor (
    organization_id uuid NOT NULL,
    supplier_id uuid NOT NULL,
    field text NOT NULL,
    label text NOT NULL,
    dx numeric(8,1) NOT NULL,
    dy numeric(8,1) NOT NULL,
    page integer NOT NULL,
    taught_by uuid,
    taught_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT learned_anchor_field_check CHECK (((length(field) >= 1) AND (length(field) <= 60))),
    CONSTRAINT learned_anchor_label_check CHECK ((length(label) <= 300)),
    CONSTRAINT learned_anchor_page_check CHECK ((page >= '-1'::integer))
);

ALTER TABLE ONLY public.learned_anchor FORCE ROW LEVEL SECURITY;

--
-- Name: line; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.line (
    organization_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    line_number integer NOT NULL,
    account_id uuid NOT NULL,
    auxiliary_id uuid,
    date date NOT NULL,
    kind text NOT NULL,
    leaf_index bigint NOT NULL,
    amount bigint NOT NULL,
    description text DEFAULT ''::text NOT NULL,
    due_date date,
    currency text,
    currency_amount numeric,
    currency_rate numeric,
    axes jsonb,
    box jsonb,
    CONSTRAINT line_amount_check CHECK (((amount <> 0) AND (abs(amount) <= '9007199254740991'::bigint)))
);

ALTER TABLE ONLY public.line FORCE ROW LEVEL SECURITY;

--
-- Name: login_attempt; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.login_attempt (
    key text NOT NULL,
    failures integer NOT NULL,
    last_failed_at timestamp with time zone NOT NULL
);

ALTER TABLE ONLY public.login_attempt FORCE ROW LEVEL SECURITY;

--
-- Name: matching; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.matching (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    auxiliary_id uuid,
    letter text NOT NULL,
    date date NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    is_full boolean NOT NULL,
    created_by uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    undone_at timestamp with time zone,
    undone_by uuid
);

ALTER TABLE ONLY public.matching FORCE ROW LEVEL SECURITY;

--
-- Name: matching_item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.matching_item (
    organization_id uuid NOT NULL,
    matching_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    line_number integer NOT NULL,
    amount bigint NOT NULL,
    CONSTRAINT matching_item_amount_check CHECK ((amount <> 0))
);

ALTER TABLE ONLY public.matching_item FORCE ROW LEVEL SECURITY;

--
-- Name: merkle_chunk; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.merkle_chunk (
    organization_id uuid NOT NULL,
    chunk bigint NOT NULL,
    root bytea NOT NULL
);

ALTER TABLE ONLY public.merkle_chunk FORCE ROW LEVEL SECURITY;

--
-- Name: one_time_token; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.one_time_token (
    token_hash bytea NOT NULL,
    purpose text NOT NULL,
    user_id uuid,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT one_time_token_purpose_check CHECK ((purpose = ANY (ARRAY['password_reset'::text, 'invitation'::text, 'first_admin'::text])))
);

ALTER TABLE ONLY public.one_time_token FORCE ROW LEVEL SECURITY;

--
-- Name: open_item; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.open_item (
    organization_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    line_number integer NOT NULL,
    account_id uuid NOT NULL,
    auxiliary_id uuid,
    date date NOT NULL,
    due_date date NOT NULL,
    amount bigint NOT NULL,
    open_amount bigint NOT NULL,
    CONSTRAINT open_item_check CHECK ((((sign((open_amount)::double precision) = (0)::double precision) OR (sign((open_amount)::double precision) = sign((amount)::double precision))) AND (abs(open_amount) <= abs(amount))))
)
WITH (fillfactor='80');

ALTER TABLE ONLY public.open_item FORCE ROW LEVEL SECURITY;

--
-- Name: organization; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.organization (
    id uuid NOT NULL,
    tenant_group_id uuid NOT NULL,
    name text NOT NULL,
    country text NOT NULL,
    currency text NOT NULL,
    chart text NOT NULL,
    fiscal_year_start_month integer DEFAULT 1 NOT NULL,
    vat_regime text DEFAULT 'none'::text NOT NULL,
    time_zone text DEFAULT 'Africa/Casablanca'::text NOT NULL,
    identifiers jsonb DEFAULT '{}'::jsonb NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    settings jsonb DEFAULT '{}'::jsonb NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT organization_country_check CHECK ((country = ANY (ARRAY['MA'::text, 'BE'::text, 'FR'::text]))),
    CONSTRAINT organization_currency_check CHECK ((length(currency) = 3)),
    CONSTRAINT organization_fiscal_year_start_month_check CHECK (((fiscal_year_start_month >= 1) AND (fiscal_year_start_month <= 12))),
    CONSTRAINT organization_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
    CONSTRAINT organization_vat_regime_check CHECK ((vat_regime = ANY (ARRAY['none'::text, 'deducting'::text])))
);

ALTER TABLE ONLY public.organization FORCE ROW LEVEL SECURITY;

--
-- Name: owner_call_share; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.owner_call_share (
    organization_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    party_id uuid NOT NULL,
    weight bigint NOT NULL,
    CONSTRAINT owner_call_share_weight_check CHECK ((weight >= 0))
);

ALTER TABLE ONLY public.owner_call_share FORCE ROW LEVEL SECURITY;

--
-- Name: party; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.party (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    kind text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    email text DEFAULT ''::text NOT NULL,
    phone text DEFAULT ''::text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    default_category text,
    needs_review boolean DEFAULT false NOT NULL,
    is_active boolean DEFAULT true NOT NULL,
    version bigint DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT party_code_check CHECK (((length(code) >= 1) AND (length(code) <= 40))),
    CONSTRAINT party_kind_check CHECK ((kind = ANY (ARRAY['supplier'::text, 'owner'::text, 'company'::text, 'person'::text]))),
    CONSTRAINT party_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.party FORCE ROW LEVEL SECURITY;

--
-- Name: party_bank_account; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.party_bank_account (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    party_id uuid NOT NULL,
    iban text NOT NULL,
    holder text DEFAULT ''::text NOT NULL,
    status text DEFAULT 'unverified'::text NOT NULL,
    source text DEFAULT 'manual'::text NOT NULL,
    decided_at timestamp with time zone,
    decided_by uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT party_bank_account_iban_check CHECK (((length(iban) >= 15) AND (length(iban) <= 34))),
    CONSTRAINT party_bank_account_source_check CHECK ((source = ANY (ARRAY['manual'::text, 'document'::text]))),
    CONSTRAINT party_bank_account_status_check CHECK ((status = ANY (ARRAY['unverified'::text, 'verified'::text, 'rejected'::text])))
);

ALTER TABLE ONLY public.party_bank_account FORCE ROW LEVEL SECURITY;

--
-- Name: party_identifier; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.party_identifier (
    organization_id uuid NOT NULL,
    party_id uuid NOT NULL,
    party_kind text NOT NULL,
    kind text NOT NULL,
    value text NOT NULL,
    CONSTRAINT party_identifier_kind_check CHECK ((kind = ANY (ARRAY['ice'::text, 'fiscal_id'::text, 'trade_register'::text, 'professional_tax'::text, 'cnss'::text, 'be_enterprise'::text, 'siren'::text, 'siret'::text, 'vat'::text]))),
    CONSTRAINT party_identifier_value_check CHECK (((length(value) >= 1) AND (length(value) <= 40)))
);

ALTER TABLE ONLY public.party_identifier FORCE ROW LEVEL SECURITY;

--
-- Name: period; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.period (
    organization_id uuid NOT NULL,
    fiscal_year_id uuid NOT NULL,
    start_date date NOT NULL,
    end_date date NOT NULL,
    status text DEFAULT 'open'::text NOT NULL,
    CONSTRAINT period_status_check CHECK ((status = ANY (ARRAY['open'::text, 'locked'::text])))
);

ALTER TABLE ONLY public.period FORCE ROW LEVEL SECURITY;

--
-- Name: provision; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    year integer NOT NULL,
    description text NOT NULL,
    account_id uuid NOT NULL,
    amount bigint NOT NULL,
    status text DEFAULT 'proposed'::text NOT NULL,
    reason text DEFAULT ''::text NOT NULL,
    entry_id uuid,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT provision_amount_check CHECK ((amount > 0)),
    CONSTRAINT provision_status_check CHECK ((status = ANY (ARRAY['proposed'::text, 'posted'::text, 'dropped'::text])))
);

ALTER TABLE ONLY public.provision FORCE ROW LEVEL SECURITY;

--
-- Name: provision_review; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.provision_review (
    organization_id uuid NOT NULL,
    year integer NOT NULL,
    comment text DEFAULT ''::text NOT NULL,
    reviewed_at timestamp with time zone NOT NULL,
    reviewed_by uuid
);

ALTER TABLE ONLY public.provision_review FORCE ROW LEVEL SECURITY;

--
-- Name: recovery_code; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.recovery_code (
    user_id uuid NOT NULL,
    code_hash bytea NOT NULL,
    used_at timestamp with time zone
);

ALTER TABLE ONLY public.recovery_code FORCE ROW LEVEL SECURITY;

--
-- Name: refresh_token; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.refresh_token (
    token_hash bytea NOT NULL,
    session_id uuid NOT NULL,
    user_id uuid NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone
);

ALTER TABLE ONLY public.refresh_token FORCE ROW LEVEL SECURITY;

--
-- Name: role; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.role (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    tenant_group_id uuid NOT NULL,
    organization_id uuid,
    role_type text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    revoked_at timestamp with time zone,
    CONSTRAINT role_check CHECK (((organization_id IS NOT NULL) OR (role_type = ANY (ARRAY['SuperAdmin'::text, 'Admin'::text])))),
    CONSTRAINT role_role_type_check CHECK ((role_type = ANY (ARRAY['SuperAdmin'::text, 'Admin'::text, 'Syndic'::text, 'Accountant'::text, 'BoardMember'::text, 'Owner'::text, 'Agent'::text])))
);

ALTER TABLE ONLY public.role FORCE ROW LEVEL SECURITY;

--
-- Name: schema_migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migration (
    name text NOT NULL,
    digest text NOT NULL,
    applied_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);

--
-- Name: sign_in_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sign_in_session (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    role_id uuid NOT NULL,
    organization_id uuid,
    support_grant_id uuid,
    ip_address text DEFAULT ''::text NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_reason text DEFAULT ''::text NOT NULL
);

ALTER TABLE ONLY public.sign_in_session FORCE ROW LEVEL SECURITY;

--
-- Name: support_grant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.support_grant (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    organization_id uuid NOT NULL,
    reason text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT support_grant_check CHECK (((ends_at > started_at) AND (ends_at <= (started_at + '04:00:00'::interval)))),
    CONSTRAINT support_grant_reason_check CHECK ((length(reason) >= 10))
);

ALTER TABLE ONLY public.support_grant FORCE ROW LEVEL SECURITY;

--
-- Name: tenant_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tenant_group (
    id uuid NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT tenant_group_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
);

ALTER TABLE ONLY public.tenant_group FORCE ROW LEVEL SECURITY;

--
-- Name: tree_head; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.tree_head (
    organization_id uuid NOT NULL,
    size bigint NOT NULL,
    root bytea NOT NULL,
    signed_at timestamp with time zone NOT NULL,
    public_key bytea NOT NULL,
    signature bytea NOT NULL
);

ALTER TABLE ONLY public.tree_head FORCE ROW LEVEL SECURITY;

--
-- Name: vat_posting; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.vat_posting (
    organization_id uuid NOT NULL,
    entry_id uuid NOT NULL,
    line_number integer NOT NULL,
    direction text NOT NULL,
    rate numeric NOT NULL,
    base bigint NOT NULL,
    vat bigint NOT NULL,
    reverse_charge boolean DEFAULT false NOT NULL,
    CONSTRAINT vat_posting_direction_check CHECK ((direction = ANY (ARRAY['deductible'::text, 'collected'::text]))),
    CONSTRAINT vat_posting_rate_check CHECK (((rate >= (0)::numeric) AND (rate <= (1)::numeric)))
);

ALTER TABLE ONLY public.vat_posting FORCE ROW LEVEL SECURITY;

--
-- Name: vat_return; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.vat_return (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    period text NOT NULL,
    start_date date NOT NULL,
    end_date date NOT NULL,
    status text NOT NULL,
    collected bigint NOT NULL,
    deductible bigint NOT NULL,
    content jsonb NOT NULL,
    reference text DEFAULT ''::text NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    filed_by uuid,
    settled_on date,
    settlement_entry_id uuid,
    CONSTRAINT vat_return_period_check CHECK ((period ~ '^\d{4}-(Q[1-4]|[01]\d)$'::text)),
    CONSTRAINT vat_return_status_check CHECK ((status = ANY (ARRAY['filed'::text, 'settled'::text, 'withdrawn'::text])))
);

ALTER TABLE ONLY public.vat_return FORCE ROW LEVEL SECURITY;

--
-- Name: year_closing; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.year_closing (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    year integer NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    closed_by uuid,
    net_result bigint NOT NULL,
    entries uuid[] NOT NULL,
    reopened_at timestamp with time zone,
    reopened_by uuid,
    reopening_reason text DEFAULT ''::text NOT NULL
);

ALTER TABLE ONLY public.year_closing FORCE ROW LEVEL SECURITY;

--
-- Name: account account_organization_id_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_organization_id_code_key UNIQUE (organization_id, code);

--
-- Name: account account_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_pkey PRIMARY KEY (organization_id, id);

--
-- Name: account_role account_role_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_role
    ADD CONSTRAINT account_role_pkey PRIMARY KEY (organization_id, role);

--
-- Name: anomaly_dismissal anomaly_dismissal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.anomaly_dismissal
    ADD CONSTRAINT anomaly_dismissal_pkey PRIMARY KEY (organization_id, anomaly);

--
-- Name: app_user app_user_email_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.app_user
    ADD CONSTRAINT app_user_email_key UNIQUE (email);

--
-- Name: app_user app_user_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.app_user
    ADD CONSTRAINT app_user_pkey PRIMARY KEY (id);

--
-- Name: audit_event audit_event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (id);

--
-- Name: auxiliary auxiliary_organization_id_account_id_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auxiliary
    ADD CONSTRAINT auxiliary_organization_id_account_id_code_key UNIQUE (organization_id, account_id, code);

--
-- Name: auxiliary auxiliary_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auxiliary
    ADD CONSTRAINT auxiliary_pkey PRIMARY KEY (organization_id, id);

--
-- Name: balance balance_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.balance
    ADD CONSTRAINT balance_pkey PRIMARY KEY (organization_id, account_id, auxiliary_id, day, kind);

--
-- Name: bank_account bank_account_organization_id_account_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_account
    ADD CONSTRAINT bank_account_organization_id_account_id_key UNIQUE (organization_id, account_id);

--
-- Name: bank_account bank_account_organization_id_identifier_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_account
    ADD CONSTRAINT bank_account_organization_id_identifier_key UNIQUE (organization_id, identifier);

--
-- Name: bank_account bank_account_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_account
    ADD CONSTRAINT bank_account_pkey PRIMARY KEY (organization_id, id);

--
-- Name: bank_match_line bank_match_line_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_match_line
    ADD CONSTRAINT bank_match_line_pkey PRIMARY KEY (organization_id, match_id, entry_id, line_number);

--
-- Name: bank_match bank_match_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_match
    ADD CONSTRAINT bank_match_pkey PRIMARY KEY (organization_id, id);

--
-- Name: bank_movement bank_movement_organization_id_bank_account_id_fingerprint_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_movement
    ADD CONSTRAINT bank_movement_organization_id_bank_account_id_fingerprint_key UNIQUE (organization_id, bank_account_id, fingerprint);

--
-- Name: bank_movement bank_movement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_movement
    ADD CONSTRAINT bank_movement_pkey PRIMARY KEY (organization_id, id);

--
-- Name: bank_reconciliation bank_reconciliation_organization_id_account_id_date_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_reconciliation
    ADD CONSTRAINT bank_reconciliation_organization_id_account_id_date_key UNIQUE (organization_id, account_id, date);

--
-- Name: bank_reconciliation bank_reconciliation_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_reconciliation
    ADD CONSTRAINT bank_reconciliation_pkey PRIMARY KEY (organization_id, id);

--
-- Name: bank_statement bank_statement_organization_id_bank_account_id_file_hash_pl_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_statement
    ADD CONSTRAINT bank_statement_organization_id_bank_account_id_file_hash_pl_key UNIQUE (organization_id, bank_account_id, file_hash, place);

--
-- Name: bank_statement bank_statement_organization_id_bank_account_id_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_statement
    ADD CONSTRAINT bank_statement_organization_id_bank_account_id_id_key UNIQUE (organization_id, bank_account_id, id);

--
-- Name: bank_statement bank_statement_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_statement
    ADD CONSTRAINT bank_statement_pkey PRIMARY KEY (organization_id, id);

--
-- Name: book book_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.book
    ADD CONSTRAINT book_pkey PRIMARY KEY (organization_id);

--
-- Name: budget budget_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget
    ADD CONSTRAINT budget_pkey PRIMARY KEY (organization_id, year, kind, category);

--
-- Name: budget_version budget_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_version
    ADD CONSTRAINT budget_version_pkey PRIMARY KEY (organization_id, year);

--
-- Name: building building_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_pkey PRIMARY KEY (organization_id, id);

--
-- Name: credential credential_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_pkey PRIMARY KEY (user_id);

--
-- Name: document document_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (organization_id, id);

--
-- Name: document_text document_text_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_text
    ADD CONSTRAINT document_text_pkey PRIMARY KEY (organization_id, document_id);

--
-- Name: draft draft_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft
    ADD CONSTRAINT draft_pkey PRIMARY KEY (organization_id, id);

--
-- Name: entry_document entry_document_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_document
    ADD CONSTRAINT entry_document_pkey PRIMARY KEY (organization_id, entry_id, document_id);

--
-- Name: entry entry_organization_id_journal_id_year_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_organization_id_journal_id_year_number_key UNIQUE (organization_id, journal_id, year, number);

--
-- Name: entry entry_organization_id_leaf_index_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_organization_id_leaf_index_key UNIQUE (organization_id, leaf_index);

--
-- Name: entry entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_pkey PRIMARY KEY (organization_id, id);

--
-- Name: expense_category expense_category_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense_category
    ADD CONSTRAINT expense_category_pkey PRIMARY KEY (organization_id, code);

--
-- Name: expense_line expense_line_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense_line
    ADD CONSTRAINT expense_line_pkey PRIMARY KEY (organization_id, expense_id, line_number);

--
-- Name: expense expense_organization_id_year_number_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense
    ADD CONSTRAINT expense_organization_id_year_number_key UNIQUE (organization_id, year, number);

--
-- Name: expense_payment expense_payment_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense_payment
    ADD CONSTRAINT expense_payment_pkey PRIMARY KEY (organization_id, id);

--
-- Name: expense expense_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense
    ADD CONSTRAINT expense_pkey PRIMARY KEY (organization_id, id);

--
-- Name: fiscal_year fiscal_year_organization_id_year_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fiscal_year
    ADD CONSTRAINT fiscal_year_organization_id_year_key UNIQUE (organization_id, year);

--
-- Name: fiscal_year fiscal_year_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fiscal_year
    ADD CONSTRAINT fiscal_year_pkey PRIMARY KEY (organization_id, id);

--
-- Name: idempotency_key idempotency_key_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.idempotency_key
    ADD CONSTRAINT idempotency_key_pkey PRIMARY KEY (organization_id, key);

--
-- Name: job job_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

--
-- Name: journal_counter journal_counter_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journal_counter
    ADD CONSTRAINT journal_counter_pkey PRIMARY KEY (organization_id, journal_id, year);

--
-- Name: journal journal_organization_id_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_organization_id_code_key UNIQUE (organization_id, code);

--
-- Name: journal journal_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_pkey PRIMARY KEY (organization_id, id);

--
-- Name: learned_anchor learned_anchor_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.learned_anchor
    ADD CONSTRAINT learned_anchor_pkey PRIMARY KEY (organization_id, supplier_id, field);

--
-- Name: line line_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.line
    ADD CONSTRAINT line_pkey PRIMARY KEY (organization_id, entry_id, line_number);

--
-- Name: login_attempt login_attempt_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.login_attempt
    ADD CONSTRAINT login_attempt_pkey PRIMARY KEY (key);

--
-- Name: matching_item matching_item_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matching_item
    ADD CONSTRAINT matching_item_pkey PRIMARY KEY (organization_id, matching_id, entry_id, line_number);

--
-- Name: matching matching_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matching
    ADD CONSTRAINT matching_pkey PRIMARY KEY (organization_id, id);

--
-- Name: merkle_chunk merkle_chunk_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.merkle_chunk
    ADD CONSTRAINT merkle_chunk_pkey PRIMARY KEY (organization_id, chunk);

--
-- Name: one_time_token one_time_token_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.one_time_token
    ADD CONSTRAINT one_time_token_pkey PRIMARY KEY (token_hash);

--
-- Name: open_item open_item_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_item
    ADD CONSTRAINT open_item_pkey PRIMARY KEY (organization_id, entry_id, line_number);

--
-- Name: organization organization_id_tenant_group_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_id_tenant_group_id_key UNIQUE (id, tenant_group_id);

--
-- Name: organization organization_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_pkey PRIMARY KEY (id);

--
-- Name: outbox outbox_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (id);

--
-- Name: owner_call_share owner_call_share_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.owner_call_share
    ADD CONSTRAINT owner_call_share_pkey PRIMARY KEY (organization_id, entry_id, party_id);

--
-- Name: party_bank_account party_bank_account_organization_id_party_id_iban_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.party_bank_account
    ADD CONSTRAINT party_bank_account_organization_id_party_id_iban_key UNIQUE (organization_id, party_id, iban);

--
-- Name: party_bank_account party_bank_account_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.party_bank_account
    ADD CONSTRAINT party_bank_account_pkey PRIMARY KEY (organization_id, id);

--
-- Name: party_identifier party_identifier_organization_id_party_kind_kind_value_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.party_identifier
    ADD CONSTRAINT party_identifier_organization_id_party_kind_kind_value_key UNIQUE (organization_id, party_kind, kind, value);

--
-- Name: party_identifier party_identifier_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.party_identifier
    ADD CONSTRAINT party_identifier_pkey PRIMARY KEY (organization_id, party_id, kind);

--
-- Name: party party_organization_id_kind_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.party
    ADD CONSTRAINT party_organization_id_kind_code_key UNIQUE (organization_id, kind, code);

--
-- Name: party party_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.party
    ADD CONSTRAINT party_pkey PRIMARY KEY (organization_id, id);

--
-- Name: period period_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.period
    ADD CONSTRAINT period_pkey PRIMARY KEY (organization_id, start_date);

--
-- Name: provision provision_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision
    ADD CONSTRAINT provision_pkey PRIMARY KEY (organization_id, id);

--
-- Name: provision_review provision_review_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_review
    ADD CONSTRAINT provision_review_pkey PRIMARY KEY (organization_id, year);

--
-- Name: recovery_code recovery_code_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_pkey PRIMARY KEY (user_id, code_hash);

--
-- Name: refresh_token refresh_token_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refresh_token
    ADD CONSTRAINT refresh_token_pkey PRIMARY KEY (token_hash);

--
-- Name: role role_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_pkey PRIMARY KEY (id);

--
-- Name: role role_user_id_tenant_group_id_organization_id_role_type_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_user_id_tenant_group_id_organization_id_role_type_key UNIQUE NULLS NOT DISTINCT (user_id, tenant_group_id, organization_id, role_type);

--
-- Name: schema_migration schema_migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (name);

--
-- Name: sign_in_session sign_in_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_session
    ADD CONSTRAINT sign_in_session_pkey PRIMARY KEY (id);

--
-- Name: support_grant support_grant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_grant
    ADD CONSTRAINT support_grant_pkey PRIMARY KEY (id);

--
-- Name: tenant_group tenant_group_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tenant_group
    ADD CONSTRAINT tenant_group_pkey PRIMARY KEY (id);

--
-- Name: tree_head tree_head_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tree_head
    ADD CONSTRAINT tree_head_pkey PRIMARY KEY (organization_id, size);

--
-- Name: vat_posting vat_posting_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vat_posting
    ADD CONSTRAINT vat_posting_pkey PRIMARY KEY (organization_id, entry_id, line_number);

--
-- Name: vat_return vat_return_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vat_return
    ADD CONSTRAINT vat_return_pkey PRIMARY KEY (organization_id, id);

--
-- Name: year_closing year_closing_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.year_closing
    ADD CONSTRAINT year_closing_pkey PRIMARY KEY (organization_id, id);

--
-- Name: audit_event_organization_id_entity_type_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_event_organization_id_entity_type_id_idx ON public.audit_event USING btree (organization_id, entity_type, id DESC);

--
-- Name: audit_event_organization_id_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_event_organization_id_id_idx ON public.audit_event USING btree (organization_id, id DESC);

--
-- Name: auxiliary_by_party; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auxiliary_by_party ON public.auxiliary USING btree (organization_id, party_id) WHERE (party_id IS NOT NULL);

--
-- Name: bank_match_by_entry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX bank_match_by_entry ON public.bank_match USING btree (organization_id, entry_id) WHERE (undone_at IS NULL);

--
-- Name: bank_match_line_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX bank_match_line_once ON public.bank_match_line USING btree (organization_id, entry_id, line_number) WHERE is_active;

--
-- Name: bank_match_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX bank_match_once ON public.bank_match USING btree (organization_id, movement_id) WHERE (undone_at IS NULL);

--
-- Name: bank_movement_by_date; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX bank_movement_by_date ON public.bank_movement USING btree (organization_id, bank_account_id, booking_date DESC, "position" DESC);

--
-- Name: bank_movement_open; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX bank_movement_open ON public.bank_movement USING btree (organization_id, booking_date DESC, "position" DESC) WHERE (status = 'open'::text);

--
-- Name: bank_statement_by_closing; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX bank_statement_by_closing ON public.bank_statement USING btree (organization_id, bank_account_id, closing_date DESC);

--
-- Name: document_by_file; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX document_by_file ON public.document USING btree (file_hash);

--
-- Name: document_by_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX document_by_time ON public.document USING btree (organization_id, received_at DESC, id DESC);

--
-- Name: document_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX document_once ON public.document USING btree (organization_id, file_hash) WHERE (status <> 'refused'::text);

--
-- Name: document_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX document_search ON public.document USING gin (search);

--
-- Name: entry_by_date; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_by_date ON public.entry USING btree (organization_id, date, leaf_index);

--
-- Name: entry_by_document; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_by_document ON public.entry USING btree (organization_id, document_id) WHERE (document_id IS NOT NULL);

--
-- Name: entry_document_by_document; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX entry_document_by_document ON public.entry_document USING btree (organization_id, document_id);

--
-- Name: entry_reversed_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX entry_reversed_once ON public.entry USING btree (organization_id, reversal_of) WHERE (reversal_of IS NOT NULL);

--
-- Name: expense_by_date; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX expense_by_date ON public.expense USING btree (organization_id, expense_date DESC, number DESC);

--
-- Name: expense_by_entry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX expense_by_entry ON public.expense USING btree (organization_id, entry_id);

--
-- Name: expense_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX expense_once ON public.expense USING btree (organization_id, supplier_id, invoice_key) WHERE ((kind = 'invoice'::text) AND (status <> 'credited'::text) AND (invoice_key <> ''::text) AND (supplier_id IS NOT NULL));

--
-- Name: expense_payment_by_expense; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX expense_payment_by_expense ON public.expense_payment USING btree (organization_id, expense_id);

--
-- Name: idempotency_key_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idempotency_key_created_at_idx ON public.idempotency_key USING btree (created_at);

--
-- Name: job_cancelled; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_cancelled ON public.job USING btree (lease_until) WHERE ((status = 'cancelled'::text) AND (lease_until IS NOT NULL));

--
-- Name: job_organization_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_organization_id_created_at_idx ON public.job USING btree (organization_id, created_at DESC);

--
-- Name: job_running; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_running ON public.job USING btree (lease_until) WHERE (status = 'running'::text);

--
-- Name: job_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX job_waiting ON public.job USING btree (run_at) WHERE (status = 'queued'::text);

--
-- Name: line_by_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX line_by_account ON public.line USING btree (organization_id, account_id, date, leaf_index, line_number) INCLUDE (amount);

--
-- Name: line_by_auxiliary; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX line_by_auxiliary ON public.line USING btree (organization_id, auxiliary_id, date, leaf_index) WHERE (auxiliary_id IS NOT NULL);

--
-- Name: login_attempt_last_failed_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX login_attempt_last_failed_at_idx ON public.login_attempt USING btree (last_failed_at);

--
-- Name: matching_item_organization_id_entry_id_line_number_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX matching_item_organization_id_entry_id_line_number_idx ON public.matching_item USING btree (organization_id, entry_id, line_number);

--
-- Name: matching_organization_id_account_id_letter_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX matching_organization_id_account_id_letter_idx ON public.matching USING btree (organization_id, account_id, letter);

--
-- Name: one_time_token_expires_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX one_time_token_expires_at_idx ON public.one_time_token USING btree (expires_at);

--
-- Name: one_time_token_user_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX one_time_token_user_id_idx ON public.one_time_token USING btree (user_id) WHERE (used_at IS NULL);

--
-- Name: open_item_waiting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX open_item_waiting ON public.open_item USING btree (organization_id, account_id, auxiliary_id, due_date) WHERE (open_amount <> 0);

--
-- Name: organization_tenant_group_id_name_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX organization_tenant_group_id_name_id_idx ON public.organization USING btree (tenant_group_id, name, id);

--
-- Name: outbox_organization_id_created_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outbox_organization_id_created_at_idx ON public.outbox USING btree (organization_id, created_at DESC);

--
-- Name: owner_call_share_by_party; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX owner_call_share_by_party ON public.owner_call_share USING btree (organization_id, party_id);

--
-- Name: party_bank_account_by_iban; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX party_bank_account_by_iban ON public.party_bank_account USING btree (organization_id, iban);

--
-- Name: party_by_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX party_by_name ON public.party USING btree (organization_id, lower(name));

--
-- Name: refresh_token_session_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX refresh_token_session_id_idx ON public.refresh_token USING btree (session_id) WHERE (used_at IS NULL);

--
-- Name: role_organization_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX role_organization_id_idx ON public.role USING btree (organization_id);

--
-- Name: role_revoked; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX role_revoked ON public.role USING btree (revoked_at) WHERE (revoked_at IS NOT NULL);

--
-- Name: role_tenant_group_id_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX role_tenant_group_id_idx ON public.role USING btree (tenant_group_id);

--
-- Name: sign_in_session_revoked; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_in_session_revoked ON public.sign_in_session USING btree (revoked_at) WHERE (revoked_at IS NOT NULL);

--
-- Name: sign_in_session_user_id_last_used_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX sign_in_session_user_id_last_used_at_idx ON public.sign_in_session USING btree (user_id, last_used_at DESC);

--
-- Name: support_grant_organization_id_started_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_grant_organization_id_started_at_idx ON public.support_grant USING btree (organization_id, started_at DESC);

--
-- Name: support_grant_user_id_ends_at_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX support_grant_user_id_ends_at_idx ON public.support_grant USING btree (user_id, ends_at DESC);

--
-- Name: vat_return_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX vat_return_once ON public.vat_return USING btree (organization_id, period) WHERE (status <> 'withdrawn'::text);

--
-- Name: year_closed_once; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX year_closed_once ON public.year_closing USING btree (organization_id, year) WHERE (reopened_at IS NULL);

--
-- Name: entry entry_has_lines; Type: TRIGGER; Schema: public; Owner: -
--

CREATE CONSTRAINT TRIGGER entry_has_lines AFTER INSERT ON public.entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.check_entry_has_lines();

--
-- Name: entry entry_period; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER entry_period AFTER INSERT ON public.entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.check_entry_period();

--
-- Name: document keep_legal_papers; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_legal_papers BEFORE DELETE ON public.document FOR EACH ROW EXECUTE FUNCTION public.keep_legal_papers();

--
-- Name: line lines_balance; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER lines_balance AFTER INSERT ON public.line REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.check_lines();

--
-- Name: entry release_reversed_match; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER release_reversed_match AFTER INSERT ON public.entry FOR EACH ROW WHEN ((new.reversal_of IS NOT NULL)) EXECUTE FUNCTION public.release_reversed_match();

--
-- Name: account account_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: account account_organization_id_parent_code_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account
    ADD CONSTRAINT account_organization_id_parent_code_fkey FOREIGN KEY (organization_id, parent_code) REFERENCES public.account(organization_id, code) ON UPDATE CASCADE;

--
-- Name: account_role account_role_organization_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.account_role
    ADD CONSTRAINT account_role_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.account(organization_id, id);

--
-- Name: anomaly_dismissal anomaly_dismissal_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.anomaly_dismissal
    ADD CONSTRAINT anomaly_dismissal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: auxiliary auxiliary_organization_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auxiliary
    ADD CONSTRAINT auxiliary_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.account(organization_id, id);

--
-- Name: bank_account bank_account_organization_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_account
    ADD CONSTRAINT bank_account_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.account(organization_id, id);

--
-- Name: bank_account bank_account_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_account
    ADD CONSTRAINT bank_account_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: bank_match_line bank_match_line_organization_id_entry_id_line_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_match_line
    ADD CONSTRAINT bank_match_line_organization_id_entry_id_line_number_fkey FOREIGN KEY (organization_id, entry_id, line_number) REFERENCES public.line(organization_id, entry_id, line_number);

--
-- Name: bank_match_line bank_match_line_organization_id_match_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_match_line
    ADD CONSTRAINT bank_match_line_organization_id_match_id_fkey FOREIGN KEY (organization_id, match_id) REFERENCES public.bank_match(organization_id, id);

--
-- Name: bank_match bank_match_organization_id_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_match
    ADD CONSTRAINT bank_match_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES public.entry(organization_id, id);

--
-- Name: bank_match bank_match_organization_id_movement_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_match
    ADD CONSTRAINT bank_match_organization_id_movement_id_fkey FOREIGN KEY (organization_id, movement_id) REFERENCES public.bank_movement(organization_id, id);

--
-- Name: bank_match bank_match_organization_id_reversal_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_match
    ADD CONSTRAINT bank_match_organization_id_reversal_id_fkey FOREIGN KEY (organization_id, reversal_id) REFERENCES public.entry(organization_id, id);

--
-- Name: bank_movement bank_movement_organization_id_bank_account_id_statement_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_movement
    ADD CONSTRAINT bank_movement_organization_id_bank_account_id_statement_id_fkey FOREIGN KEY (organization_id, bank_account_id, statement_id) REFERENCES public.bank_statement(organization_id, bank_account_id, id);

--
-- Name: bank_reconciliation bank_reconciliation_organization_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_reconciliation
    ADD CONSTRAINT bank_reconciliation_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.account(organization_id, id);

--
-- Name: bank_statement bank_statement_organization_id_bank_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.bank_statement
    ADD CONSTRAINT bank_statement_organization_id_bank_account_id_fkey FOREIGN KEY (organization_id, bank_account_id) REFERENCES public.bank_account(organization_id, id);

--
-- Name: book book_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.book
    ADD CONSTRAINT book_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: budget budget_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget
    ADD CONSTRAINT budget_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: budget_version budget_version_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.budget_version
    ADD CONSTRAINT budget_version_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: building building_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.building
    ADD CONSTRAINT building_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: credential credential_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.credential
    ADD CONSTRAINT credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

--
-- Name: document document_organization_id_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES public.entry(organization_id, id);

--
-- Name: document document_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document
    ADD CONSTRAINT document_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: document_text document_text_organization_id_document_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.document_text
    ADD CONSTRAINT document_text_organization_id_document_id_fkey FOREIGN KEY (organization_id, document_id) REFERENCES public.document(organization_id, id);

--
-- Name: draft draft_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.draft
    ADD CONSTRAINT draft_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: entry_document entry_document_organization_id_document_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_document
    ADD CONSTRAINT entry_document_organization_id_document_id_fkey FOREIGN KEY (organization_id, document_id) REFERENCES public.document(organization_id, id);

--
-- Name: entry_document entry_document_organization_id_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry_document
    ADD CONSTRAINT entry_document_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES public.entry(organization_id, id);

--
-- Name: entry entry_organization_id_journal_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_organization_id_journal_id_fkey FOREIGN KEY (organization_id, journal_id) REFERENCES public.journal(organization_id, id);

--
-- Name: entry entry_organization_id_reversal_of_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_organization_id_reversal_of_fkey FOREIGN KEY (organization_id, reversal_of) REFERENCES public.entry(organization_id, id);

--
-- Name: entry entry_organization_id_year_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.entry
    ADD CONSTRAINT entry_organization_id_year_fkey FOREIGN KEY (organization_id, year) REFERENCES public.fiscal_year(organization_id, year);

--
-- Name: expense_category expense_category_organization_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense_category
    ADD CONSTRAINT expense_category_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.account(organization_id, id);

--
-- Name: expense_category expense_category_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense_category
    ADD CONSTRAINT expense_category_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: expense_line expense_line_organization_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense_line
    ADD CONSTRAINT expense_line_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.account(organization_id, id);

--
-- Name: expense_line expense_line_organization_id_expense_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense_line
    ADD CONSTRAINT expense_line_organization_id_expense_id_fkey FOREIGN KEY (organization_id, expense_id) REFERENCES public.expense(organization_id, id);

--
-- Name: expense expense_organization_id_building_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense
    ADD CONSTRAINT expense_organization_id_building_id_fkey FOREIGN KEY (organization_id, building_id) REFERENCES public.building(organization_id, id);

--
-- Name: expense expense_organization_id_credits_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense
    ADD CONSTRAINT expense_organization_id_credits_fkey FOREIGN KEY (organization_id, credits) REFERENCES public.expense(organization_id, id);

--
-- Name: expense expense_organization_id_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense
    ADD CONSTRAINT expense_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES public.entry(organization_id, id);

--
-- Name: expense expense_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense
    ADD CONSTRAINT expense_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: expense expense_organization_id_supplier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense
    ADD CONSTRAINT expense_organization_id_supplier_id_fkey FOREIGN KEY (organization_id, supplier_id) REFERENCES public.party(organization_id, id);

--
-- Name: expense_payment expense_payment_organization_id_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense_payment
    ADD CONSTRAINT expense_payment_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES public.entry(organization_id, id);

--
-- Name: expense_payment expense_payment_organization_id_expense_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.expense_payment
    ADD CONSTRAINT expense_payment_organization_id_expense_id_fkey FOREIGN KEY (organization_id, expense_id) REFERENCES public.expense(organization_id, id);

--
-- Name: fiscal_year fiscal_year_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.fiscal_year
    ADD CONSTRAINT fiscal_year_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: journal journal_organization_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.account(organization_id, id);

--
-- Name: journal journal_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.journal
    ADD CONSTRAINT journal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: learned_anchor learned_anchor_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.learned_anchor
    ADD CONSTRAINT learned_anchor_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: learned_anchor learned_anchor_organization_id_supplier_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.learned_anchor
    ADD CONSTRAINT learned_anchor_organization_id_supplier_id_fkey FOREIGN KEY (organization_id, supplier_id) REFERENCES public.party(organization_id, id);

--
-- Name: line line_organization_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.line
    ADD CONSTRAINT line_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.account(organization_id, id);

--
-- Name: line line_organization_id_auxiliary_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.line
    ADD CONSTRAINT line_organization_id_auxiliary_id_fkey FOREIGN KEY (organization_id, auxiliary_id) REFERENCES public.auxiliary(organization_id, id);

--
-- Name: line line_organization_id_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.line
    ADD CONSTRAINT line_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES public.entry(organization_id, id);

--
-- Name: matching_item matching_item_organization_id_entry_id_line_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matching_item
    ADD CONSTRAINT matching_item_organization_id_entry_id_line_number_fkey FOREIGN KEY (organization_id, entry_id, line_number) REFERENCES public.open_item(organization_id, entry_id, line_number);

--
-- Name: matching_item matching_item_organization_id_matching_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matching_item
    ADD CONSTRAINT matching_item_organization_id_matching_id_fkey FOREIGN KEY (organization_id, matching_id) REFERENCES public.matching(organization_id, id);

--
-- Name: matching matching_organization_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matching
    ADD CONSTRAINT matching_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.account(organization_id, id);

--
-- Name: matching matching_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.matching
    ADD CONSTRAINT matching_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: merkle_chunk merkle_chunk_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.merkle_chunk
    ADD CONSTRAINT merkle_chunk_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: one_time_token one_time_token_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.one_time_token
    ADD CONSTRAINT one_time_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

--
-- Name: open_item open_item_organization_id_entry_id_line_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.open_item
    ADD CONSTRAINT open_item_organization_id_entry_id_line_number_fkey FOREIGN KEY (organization_id, entry_id, line_number) REFERENCES public.line(organization_id, entry_id, line_number);

--
-- Name: organization organization_tenant_group_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.organization
    ADD CONSTRAINT organization_tenant_group_id_fkey FOREIGN KEY (tenant_group_id) REFERENCES public.tenant_group(id);

--
-- Name: owner_call_share owner_call_share_organization_id_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.owner_call_share
    ADD CONSTRAINT owner_call_share_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES public.entry(organization_id, id);

--
-- Name: owner_call_share owner_call_share_organization_id_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.owner_call_share
    ADD CONSTRAINT owner_call_share_organization_id_party_id_fkey FOREIGN KEY (organization_id, party_id) REFERENCES public.party(organization_id, id);

--
-- Name: party_bank_account party_bank_account_organization_id_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.party_bank_account
    ADD CONSTRAINT party_bank_account_organization_id_party_id_fkey FOREIGN KEY (organization_id, party_id) REFERENCES public.party(organization_id, id);

--
-- Name: party_identifier party_identifier_organization_id_party_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.party_identifier
    ADD CONSTRAINT party_identifier_organization_id_party_id_fkey FOREIGN KEY (organization_id, party_id) REFERENCES public.party(organization_id, id);

--
-- Name: party party_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.party
    ADD CONSTRAINT party_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: period period_organization_id_fiscal_year_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.period
    ADD CONSTRAINT period_organization_id_fiscal_year_id_fkey FOREIGN KEY (organization_id, fiscal_year_id) REFERENCES public.fiscal_year(organization_id, id);

--
-- Name: provision provision_organization_id_account_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision
    ADD CONSTRAINT provision_organization_id_account_id_fkey FOREIGN KEY (organization_id, account_id) REFERENCES public.account(organization_id, id);

--
-- Name: provision provision_organization_id_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision
    ADD CONSTRAINT provision_organization_id_entry_id_fkey FOREIGN KEY (organization_id, entry_id) REFERENCES public.entry(organization_id, id);

--
-- Name: provision provision_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision
    ADD CONSTRAINT provision_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: provision_review provision_review_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.provision_review
    ADD CONSTRAINT provision_review_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: recovery_code recovery_code_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.recovery_code
    ADD CONSTRAINT recovery_code_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

--
-- Name: refresh_token refresh_token_session_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refresh_token
    ADD CONSTRAINT refresh_token_session_id_fkey FOREIGN KEY (session_id) REFERENCES public.sign_in_session(id) ON DELETE CASCADE;

--
-- Name: refresh_token refresh_token_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.refresh_token
    ADD CONSTRAINT refresh_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

--
-- Name: role role_organization_id_tenant_group_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_organization_id_tenant_group_id_fkey FOREIGN KEY (organization_id, tenant_group_id) REFERENCES public.organization(id, tenant_group_id);

--
-- Name: role role_tenant_group_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_tenant_group_id_fkey FOREIGN KEY (tenant_group_id) REFERENCES public.tenant_group(id);

--
-- Name: role role_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.role
    ADD CONSTRAINT role_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

--
-- Name: sign_in_session sign_in_session_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_session
    ADD CONSTRAINT sign_in_session_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: sign_in_session sign_in_session_role_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_session
    ADD CONSTRAINT sign_in_session_role_id_fkey FOREIGN KEY (role_id) REFERENCES public.role(id);

--
-- Name: sign_in_session sign_in_session_support_grant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_session
    ADD CONSTRAINT sign_in_session_support_grant_id_fkey FOREIGN KEY (support_grant_id) REFERENCES public.support_grant(id);

--
-- Name: sign_in_session sign_in_session_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sign_in_session
    ADD CONSTRAINT sign_in_session_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

--
-- Name: support_grant support_grant_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_grant
    ADD CONSTRAINT support_grant_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: support_grant support_grant_user_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.support_grant
    ADD CONSTRAINT support_grant_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.app_user(id);

--
-- Name: tree_head tree_head_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.tree_head
    ADD CONSTRAINT tree_head_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: vat_posting vat_posting_organization_id_entry_id_line_number_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vat_posting
    ADD CONSTRAINT vat_posting_organization_id_entry_id_line_number_fkey FOREIGN KEY (organization_id, entry_id, line_number) REFERENCES public.line(organization_id, entry_id, line_number);

--
-- Name: vat_return vat_return_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vat_return
    ADD CONSTRAINT vat_return_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: vat_return vat_return_organization_id_settlement_entry_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.vat_return
    ADD CONSTRAINT vat_return_organization_id_settlement_entry_id_fkey FOREIGN KEY (organization_id, settlement_entry_id) REFERENCES public.entry(organization_id, id);

--
-- Name: year_closing year_closing_organization_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.year_closing
    ADD CONSTRAINT year_closing_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES public.organization(id);

--
-- Name: account; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.account ENABLE ROW LEVEL SECURITY;

--
-- Name: account_role; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.account_role ENABLE ROW LEVEL SECURITY;

--
-- Name: anomaly_dismissal; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.anomaly_dismissal ENABLE ROW LEVEL SECURITY;

--
-- Name: app_user; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.app_user ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_event; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.audit_event ENABLE ROW LEVEL SECURITY;

--
-- Name: auxiliary; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.auxiliary ENABLE ROW LEVEL SECURITY;

--
-- Name: balance; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.balance ENABLE ROW LEVEL SECURITY;

--
-- Name: bank_account; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.bank_account ENABLE ROW LEVEL SECURITY;

--
-- Name: bank_match; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.bank_match ENABLE ROW LEVEL SECURITY;

--
-- Name: bank_match_line; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.bank_match_line ENABLE ROW LEVEL SECURITY;

--
-- Name: bank_movement; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.bank_movement ENABLE ROW LEVEL SECURITY;

--
-- Name: bank_reconciliation; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.bank_reconciliation ENABLE ROW LEVEL SECURITY;

--
-- Name: bank_statement; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.bank_statement ENABLE ROW LEVEL SECURITY;

--
-- Name: book; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.book ENABLE ROW LEVEL SECURITY;

--
-- Name: budget; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.budget ENABLE ROW LEVEL SECURITY;

--
-- Name: budget_version; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.budget_version ENABLE ROW LEVEL SECURITY;

--
-- Name: building; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.building ENABLE ROW LEVEL SECURITY;

--
-- Name: role change_roles; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY change_roles ON public.role FOR UPDATE USING ((((tenant_group_id = ( SELECT public.managed_group() AS managed_group)) OR (organization_id = ( SELECT public.managed_organization() AS managed_organization))) AND ((role_type <> 'SuperAdmin'::text) OR ( SELECT public.is_super_admin() AS is_super_admin))));

--
-- Name: app_user colleagues; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY colleagues ON public.app_user FOR SELECT USING ((EXISTS ( SELECT
   FROM public.role
  WHERE ((role.user_id = app_user.id) AND (role.organization_id = ( SELECT public.current_organization() AS current_organization))))));

--
-- Name: credential; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.credential ENABLE ROW LEVEL SECURITY;

--
-- Name: document; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.document ENABLE ROW LEVEL SECURITY;

--
-- Name: document_text; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.document_text ENABLE ROW LEVEL SECURITY;

--
-- Name: draft; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.draft ENABLE ROW LEVEL SECURITY;

--
-- Name: support_grant end_mine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY end_mine ON public.support_grant FOR UPDATE USING ((user_id = ( SELECT public.current_user_id() AS current_user_id)));

--
-- Name: entry; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.entry ENABLE ROW LEVEL SECURITY;

--
-- Name: entry_document; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.entry_document ENABLE ROW LEVEL SECURITY;

--
-- Name: expense; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.expense ENABLE ROW LEVEL SECURITY;

--
-- Name: expense_category; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.expense_category ENABLE ROW LEVEL SECURITY;

--
-- Name: expense_line; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.expense_line ENABLE ROW LEVEL SECURITY;

--
-- Name: expense_payment; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.expense_payment ENABLE ROW LEVEL SECURITY;

--
-- Name: fiscal_year; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.fiscal_year ENABLE ROW LEVEL SECURITY;

--
-- Name: organization found; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY found ON public.organization FOR INSERT WITH CHECK ((tenant_group_id = ( SELECT public.managed_group() AS managed_group)));

--
-- Name: role give_roles; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY give_roles ON public.role FOR INSERT WITH CHECK ((((tenant_group_id = ( SELECT public.managed_group() AS managed_group)) OR (organization_id = ( SELECT public.managed_organization() AS managed_organization))) AND ((role_type <> 'SuperAdmin'::text) OR ( SELECT public.is_super_admin() AS is_super_admin))));

--
-- Name: idempotency_key; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.idempotency_key ENABLE ROW LEVEL SECURITY;

--
-- Name: job installation_jobs; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY installation_jobs ON public.job FOR SELECT USING (((organization_id IS NULL) AND (kind <> 'send_mail'::text) AND ( SELECT public.is_super_admin() AS is_super_admin)));

--
-- Name: job; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.job ENABLE ROW LEVEL SECURITY;

--
-- Name: journal; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.journal ENABLE ROW LEVEL SECURITY;

--
-- Name: journal_counter; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.journal_counter ENABLE ROW LEVEL SECURITY;

--
-- Name: learned_anchor; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.learned_anchor ENABLE ROW LEVEL SECURITY;

--
-- Name: line; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.line ENABLE ROW LEVEL SECURITY;

--
-- Name: login_attempt; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.login_attempt ENABLE ROW LEVEL SECURITY;

--
-- Name: organization manage; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY manage ON public.organization FOR UPDATE USING (((tenant_group_id = ( SELECT public.managed_group() AS managed_group)) OR (id = ( SELECT public.managed_organization() AS managed_organization)))) WITH CHECK (((tenant_group_id = ( SELECT public.managed_group() AS managed_group)) OR (id = ( SELECT public.managed_organization() AS managed_organization))));

--
-- Name: organization managed_organizations; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY managed_organizations ON public.organization FOR SELECT USING (((tenant_group_id = ( SELECT public.managed_group() AS managed_group)) OR (id = ( SELECT public.managed_organization() AS managed_organization))));

--
-- Name: role managed_roles; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY managed_roles ON public.role FOR SELECT USING (((tenant_group_id = ( SELECT public.managed_group() AS managed_group)) OR (organization_id = ( SELECT public.managed_organization() AS managed_organization))));

--
-- Name: app_user managed_users; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY managed_users ON public.app_user FOR SELECT USING ((EXISTS ( SELECT
   FROM public.role
  WHERE ((role.user_id = app_user.id) AND ((role.tenant_group_id = ( SELECT public.managed_group() AS managed_group)) OR (role.organization_id = ( SELECT public.managed_organization() AS managed_organization)))))));

--
-- Name: matching; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.matching ENABLE ROW LEVEL SECURITY;

--
-- Name: matching_item; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.matching_item ENABLE ROW LEVEL SECURITY;

--
-- Name: merkle_chunk; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.merkle_chunk ENABLE ROW LEVEL SECURITY;

--
-- Name: credential mine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY mine ON public.credential USING ((user_id = ( SELECT public.current_user_id() AS current_user_id))) WITH CHECK ((user_id = ( SELECT public.current_user_id() AS current_user_id)));

--
-- Name: recovery_code mine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY mine ON public.recovery_code USING ((user_id = ( SELECT public.current_user_id() AS current_user_id))) WITH CHECK ((user_id = ( SELECT public.current_user_id() AS current_user_id)));

--
-- Name: refresh_token mine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY mine ON public.refresh_token USING ((user_id = ( SELECT public.current_user_id() AS current_user_id))) WITH CHECK ((user_id = ( SELECT public.current_user_id() AS current_user_id)));

--
-- Name: sign_in_session mine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY mine ON public.sign_in_session USING ((user_id = ( SELECT public.current_user_id() AS current_user_id))) WITH CHECK ((user_id = ( SELECT public.current_user_id() AS current_user_id)));

--
-- Name: support_grant mine; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY mine ON public.support_grant FOR SELECT USING ((user_id = ( SELECT public.current_user_id() AS current_user_id)));

--
-- Name: tenant_group my_groups; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY my_groups ON public.tenant_group FOR SELECT USING ((EXISTS ( SELECT
   FROM public.role
  WHERE ((role.tenant_group_id = tenant_group.id) AND (role.user_id = ( SELECT public.current_user_id() AS current_user_id)) AND (role.revoked_at IS NULL)))));

--
-- Name: organization my_organizations; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY my_organizations ON public.organization FOR SELECT USING ((EXISTS ( SELECT
   FROM public.role
  WHERE ((role.organization_id = organization.id) AND (role.user_id = ( SELECT public.current_user_id() AS current_user_id)) AND (role.revoked_at IS NULL)))));

--
-- Name: role my_roles; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY my_roles ON public.role FOR SELECT USING ((user_id = ( SELECT public.current_user_id() AS current_user_id)));

--
-- Name: app_user myself; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY myself ON public.app_user USING ((id = ( SELECT public.current_user_id() AS current_user_id)));

--
-- Name: one_time_token; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.one_time_token ENABLE ROW LEVEL SECURITY;

--
-- Name: job only_finished_jobs_go; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY only_finished_jobs_go ON public.job AS RESTRICTIVE FOR DELETE USING ((status = ANY (ARRAY['done'::text, 'failed'::text, 'cancelled'::text])));

--
-- Name: open_item; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.open_item ENABLE ROW LEVEL SECURITY;

--
-- Name: organization; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.organization ENABLE ROW LEVEL SECURITY;

--
-- Name: outbox; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.outbox ENABLE ROW LEVEL SECURITY;

--
-- Name: tenant_group own_group; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_group ON public.tenant_group FOR SELECT USING ((id = ( SELECT public.current_tenant_group() AS current_tenant_group)));

--
-- Name: account own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.account USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: account_role own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.account_role USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: anomaly_dismissal own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.anomaly_dismissal USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: audit_event own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.audit_event USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((NOT (organization_id IS DISTINCT FROM ( SELECT public.current_organization() AS current_organization))));

--
-- Name: auxiliary own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.auxiliary USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: balance own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.balance USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: bank_account own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.bank_account USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: bank_match own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.bank_match USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: bank_match_line own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.bank_match_line USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: bank_movement own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.bank_movement USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: bank_reconciliation own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.bank_reconciliation USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: bank_statement own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.bank_statement USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: book own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.book USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: budget own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.budget USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: budget_version own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.budget_version USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: building own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.building USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: document own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.document USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: document_text own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.document_text USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: draft own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.draft USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: entry own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.entry USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: entry_document own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.entry_document USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: expense own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.expense USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: expense_category own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.expense_category USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: expense_line own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.expense_line USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: expense_payment own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.expense_payment USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: fiscal_year own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.fiscal_year USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: idempotency_key own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.idempotency_key USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: job own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.job USING ((NOT (organization_id IS DISTINCT FROM ( SELECT public.current_organization() AS current_organization)))) WITH CHECK ((NOT (organization_id IS DISTINCT FROM ( SELECT public.current_organization() AS current_organization))));

--
-- Name: journal own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.journal USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: journal_counter own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.journal_counter USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: learned_anchor own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.learned_anchor USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: line own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.line USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: matching own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.matching USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: matching_item own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.matching_item USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: merkle_chunk own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.merkle_chunk USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: open_item own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.open_item USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: organization own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.organization FOR SELECT USING ((id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: outbox own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.outbox USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((NOT (organization_id IS DISTINCT FROM ( SELECT public.current_organization() AS current_organization))));

--
-- Name: owner_call_share own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.owner_call_share USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: party own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.party USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: party_bank_account own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.party_bank_account USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: party_identifier own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.party_identifier USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: period own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.period USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: provision own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.provision USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: provision_review own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.provision_review USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: role own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.role FOR SELECT USING ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: support_grant own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.support_grant FOR SELECT USING ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: tree_head own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.tree_head USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: vat_posting own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.vat_posting USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: vat_return own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.vat_return USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: year_closing own_organization; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY own_organization ON public.year_closing USING ((organization_id = ( SELECT public.current_organization() AS current_organization))) WITH CHECK ((organization_id = ( SELECT public.current_organization() AS current_organization)));

--
-- Name: owner_call_share; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.owner_call_share ENABLE ROW LEVEL SECURITY;

--
-- Name: party; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.party ENABLE ROW LEVEL SECURITY;

--
-- Name: party_bank_account; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.party_bank_account ENABLE ROW LEVEL SECURITY;

--
-- Name: party_identifier; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.party_identifier ENABLE ROW LEVEL SECURITY;

--
-- Name: period; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.period ENABLE ROW LEVEL SECURITY;

--
-- Name: provision; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision ENABLE ROW LEVEL SECURITY;

--
-- Name: provision_review; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.provision_review ENABLE ROW LEVEL SECURITY;

--
-- Name: recovery_code; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.recovery_code ENABLE ROW LEVEL SECURITY;

--
-- Name: refresh_token; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.refresh_token ENABLE ROW LEVEL SECURITY;

--
-- Name: job retry_installation_jobs; Type: POLICY; Schema: public; Owner: -
--

CREATE POLICY retry_installation_jobs ON public.job FOR UPDATE USING (((organization_id IS NULL) AND (kind <> 'send_mail'::text) AND ( SELECT public.is_super_admin() AS is_super_admin)));

--
-- Name: role; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.role ENABLE ROW LEVEL SECURITY;

--
-- Name: sign_in_session; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.sign_in_session ENABLE ROW LEVEL SECURITY;

--
-- Name: support_grant; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.support_grant ENABLE ROW LEVEL SECURITY;

--
-- Name: tenant_group; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tenant_group ENABLE ROW LEVEL SECURITY;

--
-- Name: tree_head; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.tree_head ENABLE ROW LEVEL SECURITY;

--
-- Name: vat_posting; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.vat_posting ENABLE ROW LEVEL SECURITY;

--
-- Name: vat_return; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.vat_return ENABLE ROW LEVEL SECURITY;

--
-- Name: year_closing; Type: ROW SECURITY; Schema: public; Owner: -
--

ALTER TABLE public.year_closing ENABLE ROW LEVEL SECURITY;

--
-- Name: FUNCTION failed_attempts(p_key text, p_forget_before timestamp with time zone, OUT failures integer, OUT last_failed_at timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.failed_attempts(p_key text, p_forget_before timestamp with time zone, OUT failures integer, OUT last_failed_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.failed_attempts(p_key text, p_forget_before timestamp with time zone, OUT failures integer, OUT last_failed_at timestamp with time zone) TO daftar_app;

--
-- Name: FUNCTION file_is_free(p_file_hash bytea); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.file_is_free(p_file_hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION public.file_is_free(p_file_hash bytea) TO daftar_app;

--
-- Name: FUNCTION forget_failed_attempts(p_key text); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.forget_failed_attempts(p_key text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.forget_failed_attempts(p_key text) TO daftar_app;

--
-- Name: FUNCTION invite_user(p_id uuid, p_email text, p_name text, p_language text, p_token_hash bytea, p_now timestamp with time zone, p_expires_at timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.invite_user(p_id uuid, p_email text, p_name text, p_language text, p_token_hash bytea, p_now timestamp with time zone, p_expires_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.invite_user(p_id uuid, p_email text, p_name text, p_language text, p_token_hash bytea, p_now timestamp with time zone, p_expires_at timestamp with time zone) TO daftar_app;

--
-- Name: FUNCTION is_super_admin(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.is_super_admin() FROM PUBLIC;
GRANT ALL ON FUNCTION public.is_super_admin() TO daftar_app;

--
-- Name: FUNCTION managed_group(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.managed_group() FROM PUBLIC;
GRANT ALL ON FUNCTION public.managed_group() TO daftar_app;

--
-- Name: FUNCTION managed_organization(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.managed_organization() FROM PUBLIC;
GRANT ALL ON FUNCTION public.managed_organization() TO daftar_app;

--
-- Name: FUNCTION manages_all_roles_of(person uuid); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.manages_all_roles_of(person uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION public.manages_all_roles_of(person uuid) TO daftar_app;

--
-- Name: FUNCTION note_failed_attempt(p_key text, p_now timestamp with time zone, p_forget_before timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.note_failed_attempt(p_key text, p_now timestamp with time zone, p_forget_before timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.note_failed_attempt(p_key text, p_now timestamp with time zone, p_forget_before timestamp with time zone) TO daftar_app;

--
-- Name: TABLE outbox; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.outbox TO daftar_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.outbox TO daftar_system;

--
-- Name: FUNCTION office_mails(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.office_mails() FROM PUBLIC;
GRANT ALL ON FUNCTION public.office_mails() TO daftar_app;

--
-- Name: FUNCTION open_support_grant(p_id uuid, p_organization uuid, p_reason text, p_started_at timestamp with time zone, p_ends_at timestamp with time zone); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.open_support_grant(p_id uuid, p_organization uuid, p_reason text, p_started_at timestamp with time zone, p_ends_at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.open_support_grant(p_id uuid, p_organization uuid, p_reason text, p_started_at timestamp with time zone, p_ends_at timestamp with time zone) TO daftar_app;

--
-- Name: FUNCTION refresh_statistics(); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.refresh_statistics() FROM PUBLIC;
GRANT ALL ON FUNCTION public.refresh_statistics() TO daftar_app;

--
-- Name: FUNCTION set_user_active(person uuid, active boolean); Type: ACL; Schema: public; Owner: -
--

REVOKE ALL ON FUNCTION public.set_user_active(person uuid, active boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION public.set_user_active(person uuid, active boolean) TO daftar_app;

--
-- Name: TABLE account; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.account TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.account TO daftar_system;

--
-- Name: TABLE account_role; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_role TO daftar_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_role TO daftar_system;

--
-- Name: TABLE anomaly_dismissal; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.anomaly_dismissal TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.anomaly_dismissal TO daftar_system;

--
-- Name: TABLE app_user; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.app_user TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.app_user TO daftar_system;

--
-- Name: COLUMN app_user.name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(name) ON TABLE public.app_user TO daftar_app;

--
-- Name: COLUMN app_user.language; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(language) ON TABLE public.app_user TO daftar_app;

--
-- Name: COLUMN app_user.totp_enabled_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(totp_enabled_at) ON TABLE public.app_user TO daftar_app;

--
-- Name: TABLE audit_event; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.audit_event TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.audit_event TO daftar_system;

--
-- Name: TABLE auxiliary; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.auxiliary TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.auxiliary TO daftar_system;

--
-- Name: TABLE balance; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.balance TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.balance TO daftar_system;

--
-- Name: TABLE bank_account; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.bank_account TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.bank_account TO daftar_system;

--
-- Name: TABLE bank_match; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.bank_match TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.bank_match TO daftar_system;

--
-- Name: TABLE bank_match_line; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.bank_match_line TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.bank_match_line TO daftar_system;

--
-- Name: TABLE bank_movement; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.bank_movement TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.bank_movement TO daftar_system;

--
-- Name: COLUMN bank_movement.status; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(status) ON TABLE public.bank_movement TO daftar_app;
GRANT UPDATE(status) ON TABLE public.bank_movement TO daftar_system;

--
-- Name: TABLE bank_reconciliation; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.bank_reconciliation TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.bank_reconciliation TO daftar_system;

--
-- Name: TABLE bank_statement; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.bank_statement TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.bank_statement TO daftar_system;

--
-- Name: TABLE book; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.book TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.book TO daftar_system;

--
-- Name: TABLE budget; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.budget TO daftar_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.budget TO daftar_system;

--
-- Name: TABLE budget_version; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.budget_version TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.budget_version TO daftar_system;

--
-- Name: TABLE building; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.building TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.building TO daftar_system;

--
-- Name: TABLE credential; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.credential TO daftar_system;
GRANT SELECT,UPDATE ON TABLE public.credential TO daftar_app;

--
-- Name: TABLE document; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document TO daftar_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document TO daftar_system;

--
-- Name: TABLE document_text; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document_text TO daftar_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.document_text TO daftar_system;

--
-- Name: TABLE draft; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.draft TO daftar_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.draft TO daftar_system;

--
-- Name: TABLE entry; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.entry TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.entry TO daftar_system;

--
-- Name: TABLE entry_document; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.entry_document TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.entry_document TO daftar_system;

--
-- Name: TABLE expense; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.expense TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.expense TO daftar_system;

--
-- Name: TABLE expense_category; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.expense_category TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.expense_category TO daftar_system;

--
-- Name: TABLE expense_line; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.expense_line TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.expense_line TO daftar_system;

--
-- Name: TABLE expense_payment; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.expense_payment TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.expense_payment TO daftar_system;

--
-- Name: TABLE fiscal_year; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.fiscal_year TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.fiscal_year TO daftar_system;

--
-- Name: TABLE idempotency_key; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE ON TABLE public.idempotency_key TO daftar_app;
GRANT SELECT,INSERT,DELETE ON TABLE public.idempotency_key TO daftar_system;

--
-- Name: TABLE job; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job TO daftar_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.job TO daftar_system;

--
-- Name: TABLE journal; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.journal TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.journal TO daftar_system;

--
-- Name: TABLE journal_counter; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.journal_counter TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.journal_counter TO daftar_system;

--
-- Name: TABLE learned_anchor; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.learned_anchor TO daftar_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.learned_anchor TO daftar_system;

--
-- Name: TABLE line; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.line TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.line TO daftar_system;

--
-- Name: TABLE login_attempt; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.login_attempt TO daftar_system;

--
-- Name: TABLE matching; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.matching TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.matching TO daftar_system;

--
-- Name: TABLE matching_item; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.matching_item TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.matching_item TO daftar_system;

--
-- Name: TABLE merkle_chunk; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.merkle_chunk TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.merkle_chunk TO daftar_system;

--
-- Name: TABLE one_time_token; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.one_time_token TO daftar_system;

--
-- Name: TABLE open_item; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.open_item TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.open_item TO daftar_system;

--
-- Name: TABLE organization; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.organization TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.organization TO daftar_system;

--
-- Name: COLUMN organization.name; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(name) ON TABLE public.organization TO daftar_app;

--
-- Name: COLUMN organization.fiscal_year_start_month; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(fiscal_year_start_month) ON TABLE public.organization TO daftar_app;

--
-- Name: COLUMN organization.vat_regime; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(vat_regime) ON TABLE public.organization TO daftar_app;

--
-- Name: COLUMN organization.time_zone; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(time_zone) ON TABLE public.organization TO daftar_app;

--
-- Name: COLUMN organization.identifiers; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(identifiers) ON TABLE public.organization TO daftar_app;

--
-- Name: COLUMN organization.address; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(address) ON TABLE public.organization TO daftar_app;

--
-- Name: COLUMN organization.settings; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(settings) ON TABLE public.organization TO daftar_app;

--
-- Name: COLUMN organization.version; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(version) ON TABLE public.organization TO daftar_app;

--
-- Name: TABLE owner_call_share; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.owner_call_share TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.owner_call_share TO daftar_system;

--
-- Name: TABLE party; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.party TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.party TO daftar_system;

--
-- Name: TABLE party_bank_account; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.party_bank_account TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.party_bank_account TO daftar_system;

--
-- Name: TABLE party_identifier; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.party_identifier TO daftar_app;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.party_identifier TO daftar_system;

--
-- Name: TABLE period; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.period TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.period TO daftar_system;

--
-- Name: TABLE provision; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.provision TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.provision TO daftar_system;

--
-- Name: TABLE provision_review; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.provision_review TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.provision_review TO daftar_system;

--
-- Name: TABLE recovery_code; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.recovery_code TO daftar_system;
GRANT SELECT,INSERT,DELETE ON TABLE public.recovery_code TO daftar_app;

--
-- Name: COLUMN recovery_code.used_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(used_at) ON TABLE public.recovery_code TO daftar_app;

--
-- Name: TABLE refresh_token; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.refresh_token TO daftar_system;
GRANT SELECT,INSERT ON TABLE public.refresh_token TO daftar_app;

--
-- Name: COLUMN refresh_token.used_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(used_at) ON TABLE public.refresh_token TO daftar_app;

--
-- Name: TABLE role; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.role TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.role TO daftar_system;

--
-- Name: COLUMN role.revoked_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(revoked_at) ON TABLE public.role TO daftar_app;

--
-- Name: TABLE sign_in_session; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sign_in_session TO daftar_system;
GRANT SELECT ON TABLE public.sign_in_session TO daftar_app;

--
-- Name: COLUMN sign_in_session.role_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(role_id) ON TABLE public.sign_in_session TO daftar_app;

--
-- Name: COLUMN sign_in_session.organization_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(organization_id) ON TABLE public.sign_in_session TO daftar_app;

--
-- Name: COLUMN sign_in_session.support_grant_id; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(support_grant_id) ON TABLE public.sign_in_session TO daftar_app;

--
-- Name: COLUMN sign_in_session.last_used_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(last_used_at) ON TABLE public.sign_in_session TO daftar_app;

--
-- Name: COLUMN sign_in_session.revoked_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(revoked_at) ON TABLE public.sign_in_session TO daftar_app;

--
-- Name: COLUMN sign_in_session.revoked_reason; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(revoked_reason) ON TABLE public.sign_in_session TO daftar_app;

--
-- Name: TABLE support_grant; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.support_grant TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.support_grant TO daftar_system;

--
-- Name: COLUMN support_grant.ended_at; Type: ACL; Schema: public; Owner: -
--

GRANT UPDATE(ended_at) ON TABLE public.support_grant TO daftar_app;

--
-- Name: TABLE tenant_group; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.tenant_group TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.tenant_group TO daftar_system;

--
-- Name: TABLE tree_head; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.tree_head TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.tree_head TO daftar_system;

--
-- Name: TABLE vat_posting; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT ON TABLE public.vat_posting TO daftar_app;
GRANT SELECT,INSERT ON TABLE public.vat_posting TO daftar_system;

--
-- Name: TABLE vat_return; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.vat_return TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.vat_return TO daftar_system;

--
-- Name: TABLE year_closing; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT,INSERT,UPDATE ON TABLE public.year_closing TO daftar_app;
GRANT SELECT,INSERT,UPDATE ON TABLE public.year_closing TO daftar_system;

--
-- PostgreSQL database dump complete
--

