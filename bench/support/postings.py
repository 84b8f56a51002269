"""Durable postings of four-line entries a second: ours over HTTP, pgbench with our statements, the Django peer."""
from . import pgbench
from .books import Books
from .django import django
from .load import load
from .report import load_average, table, write_section
from .server import server

CLIENTS = 16
SECONDS = 10
POST = "/api/v1/accounting/journal-entries"


def cells(name, measured):
    writes = measured["writes"]
    return [name, f"{writes['per_second']:.0f}", f"{writes['p50_ms']:.1f}", f"{writes['p99_ms']:.1f}", measured["errors"]]


def run():
    tables = []
    with server() as running:
        print("Making 16 organizations …")
        books = [Books(running, f"Bench {number}") for number in range(16)]
        # pgbench seals no true canonical text: it has books of its own, which the auditor is not asked about.
        raw_books = [Books(running, f"pgbench {number}") for number in range(16)]
        codes = books[0].codes
        settings = {"accounts": ",".join(codes), "year": books[0].year, "clients": CLIENTS, "seconds": SECONDS}
        with django(running.socket, running.psql, codes, books[0].year, 16) as (django_port, django_tokens):
            print("A first load and the statistics that a database has after its first minute …")
            first = settings | {"seconds": 3}
            load(running.port, [book.authorization for book in books], running.folder, post=POST, **first)
            pgbench.run(running, raw_books, CLIENTS, 3)
            load(django_port, django_tokens, running.folder, post="/entries", **first)
            for database in (running.database, "bench_django"):
                running.psql(database, "analyze")
            for organizations in (16, 1):
                print(f"{CLIENTS} clients on {organizations} organizations, {SECONDS} s each …")
                ours = load(running.port, [book.authorization for book in books[:organizations]], running.folder, post=POST, **settings)
                raw = pgbench.run(running, raw_books[:organizations], CLIENTS, SECONDS)
                peer = load(django_port, django_tokens[:organizations], running.folder, post="/entries", **settings)
                rate = ours["writes"]["per_second"]
                tables.append(f"**Spread over {organizations} organization{'s' if organizations > 1 else ''}**: "
                              f"{100 * rate / raw['per_second']:.0f} % of pgbench, "
                              f"{rate / max(peer['writes']['per_second'], 1):.1f} × Django.")
                tables.append(table(["", "postings/s", "p50 ms", "p99 ms", "errors"], [
                    cells("ours, over HTTP, authenticated", ours),
                    ["pgbench, the same statements", f"{raw['per_second']:.0f}", f"{raw['mean_ms']:.1f} (mean)", "", raw["errors"]],
                    cells("Django REST Framework, gunicorn", peer)]))
    write_section("postings", "Postings", [
        f"{CLIENTS} keep-alive clients for {SECONDS} s after a warm-up of 2 s; entries of four lines, numbered without gaps. Client, server and "
        f"PostgreSQL share the cores; load average at the end {load_average():.1f}. Goals: ≥ 60 % of pgbench; ≥ 8 × Django on 16 "
        "organizations, ≥ 3 × on one.", *tables,
        "pgbench runs the statements of one request (`bench/support/pgbench.py`), prepared, over the socket: no HTTP, JSON, token or check. "
        "`bench/django/README.md` says what the Django service does and what it leaves out."])
