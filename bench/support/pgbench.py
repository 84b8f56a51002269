"""pgbench running the statements of one posting request as the server runs them: prepared, grouped into the same round trips, under the
server's own role and row security. A random entry of four lines each time; the canonical text has the usual length."""
import os
import re
import subprocess

PROGRAM = "/usr/lib/postgresql/15/bin/pgbench"

SCRIPT = """\\set day random(0, 330)
\\set a random(100, 500000)
\\set b random(100, 500000)
\\set c random(100, 500000)
\\set one random(2, {accounts})
\\set two random(2, {accounts})
\\set three random(2, {accounts})
\\set total -(:a + :b + :c)
\\startpipeline
begin;
select set_config('role', 'daftar_app', true), set_config('app.organization', '{organization}', true), set_config('app.user', '{user}', true),
  set_config('app.tenant_group', '', true), set_config('lock_timeout', '5s', true), set_config('statement_timeout', '30s', true);
select id, code, is_active, is_collective from account where organization_id = '{organization}'
  and code = any (array[{codes}[1], {codes}[:one], {codes}[:two], {codes}[:three]]);
\\endpipeline
select id, code, is_active, is_collective from account where organization_id = '{organization}'
  and id = any (array[{ids}[1], {ids}[:one], {ids}[:two], {ids}[:three]]);
select id, code from journal where organization_id = '{organization}' and is_active;
select entry_id, entry_number, entry_leaf from post_entries('{organization}', '{user}', array[gen_random_uuid()], array['{journal}'::uuid],
  array[date '{year}-01-01' + :day::int], array['movement'], array['Facture'], array[''], array[null]::uuid[], array[null]::uuid[],
  array[convert_to(repeat('x', 700), 'UTF8')], array[4], array[1, 1, 1, 1], array[1, 2, 3, 4],
  array[{ids}[:one], {ids}[:two], {ids}[:three], {ids}[1]], array[null, null, null, null]::uuid[],
  array[:a, :b, :c, :total]::bigint[], array['Ligne', 'Ligne', 'Ligne', 'Ligne'], array[null, null, null, null]::date[],
  array[null, null, null, null]::text[], array[null, null, null, null]::numeric[], array[null, null, null, null]::numeric[],
  array[null, null, null, null]::jsonb[], array[null, null, null, null]::jsonb[], array[false, false, false, false]);
\\startpipeline
insert into audit_event (organization_id, user_id, user_email, role_type, action, entity_type, entity_id, details, ip_address, request_id)
  values ('{organization}', '{user}', 'bench@example.org', 'Accountant', 'CREATE', 'JournalEntry', gen_random_uuid(), '{{}}', '127.0.0.1', 'bench');
commit;
\\endpipeline
"""


def script_of(running, books):
    me = books.call("GET", "/api/v1/auth/me")
    organization = me["organization"]["id"]
    accounts = {account["code"]: account["id"] for account in books.accounts}
    journals = books.call("GET", "/api/v1/accounting/journals")
    journals = journals["items"] if isinstance(journals, dict) else journals
    quoted = ", ".join(f"'{code}'" for code in books.codes)
    ids = ", ".join(f"'{accounts[code]}'::uuid" for code in books.codes)
    return SCRIPT.format(organization=organization, user=me["id"], year=books.year, accounts=len(books.codes),
                         journal=next(journal["id"] for journal in journals if journal["code"] == "OD"),
                         codes=f"(array[{quoted}])", ids=f"(array[{ids}])")


def run(running, books, clients, seconds):
    command = [PROGRAM, "-n", "-M", "prepared", "-c", str(clients), "-j", str(clients), "-T", str(seconds), "-h", running.socket, "-U", "daftar_server"]
    for number, one in enumerate(books):
        file = running.folder / f"posting-{number}.sql"
        file.write_text(script_of(running, one))
        command += ["-f", f"{file}@1"]
    done = subprocess.run([*command, running.database], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode:
        raise SystemExit(f"pgbench failed: {done.stderr}")
    return {"per_second": float(re.search(r"tps = ([0-9.]+)", done.stdout)[1]),
            "mean_ms": float(re.search(r"latency average = ([0-9.]+)", done.stdout)[1]),
            "errors": int(re.search(r"number of failed transactions: (\d+)", done.stdout)[1])}
