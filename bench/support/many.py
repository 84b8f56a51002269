"""Many organizations at once: every request lands in another one's books. Only when named: it opens and fills for some ten minutes."""
import subprocess
import time

from .books import Books
from .load import JOURNAL, load
from .postings import POST
from .report import load_average, table, write_section
from .server import server

ORGANIZATIONS = 1_000
LINES = 10_000  # in each
SECONDS = 10


def parts(running, books, lines):
    """Files of batches that every organization gets; several, since an access token would not live through all of them."""
    made = subprocess.run([JOURNAL, "--format", "batches", "--lines", str(lines), "--batch", "500", "--year", str(books.year),
                           "--accounts", ",".join(books.codes)], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    file = running.folder / "many.jsonl"
    for batch in made:
        file.write_text(batch + "\n")
        yield file


def row(name, kind, measured):
    one = measured[kind]
    return [name, f"{one['per_second']:.0f}", f"{one['p50_ms']:.1f}", f"{one['p95_ms']:.1f}", f"{one['p99_ms']:.1f}", measured["errors"]]


def run(organizations=ORGANIZATIONS, lines=LINES):
    organizations, lines = int(organizations), int(lines)
    with server() as running:
        start = time.monotonic()
        books = Books(running, "Résidence 0")
        for number in range(1, organizations):
            running.organization(f"Résidence {number}")
        opened = time.monotonic() - start
        print(f"{organizations} organizations opened in {opened:.0f} s", flush=True)
        filled = 0.0
        for part in parts(running, books, lines):
            tokens = running.renewed()
            assert len(tokens) == organizations
            batches = load(running.port, tokens, running.folder, clients=2, bodies=part, rotate=True, post=POST + "/batch")
            if batches["errors"]:
                raise SystemExit("a batch was refused")
            filled += batches["seconds"]
            print(f"filling: {filled:.0f} s", flush=True)
        tokens = running.renewed()

        def measured(**options):
            return load(running.port, tokens, running.folder, seconds=SECONDS, rotate=True, year=books.year,
                        accounts=",".join(books.codes), **options)

        def read(paths):
            return measured(clients=1, reads=100, read=paths)

        rows = [row("ledger page of 100 lines, 1 client", "reads", read([books.ledger_page(code) for code in books.codes[:10]])),
                row("trial balance, 1 client", "reads", read([f"/api/v1/accounting/trial-balance?date={books.year}-12-31"])),
                row("list of 20 entries with their lines, 1 client", "reads", read([POST + "?limit=20"])),
                row("durable postings, 16 clients", "writes", measured(clients=16, reads=0, post=POST))]
        memory = running.memory_mb()
        audited = time.monotonic()
    audited = time.monotonic() - audited
    total = organizations * lines
    write_section("many", f"{organizations:,} organizations, {total:,} lines", [
        f"Every request goes to another organization at random. Opened in {opened:.0f} s through the routes an office uses, filled with "
        f"{lines:,} lines each at {total / filled:,.0f} lines/s by two clients; server memory {memory:.0f} MB; "
        f"load average at the end {load_average():.1f}. Afterwards the auditor proved all books in {audited:.0f} s. No statistics are asked for by hand: "
        "PostgreSQL's own autovacuum does it.",
        table(["", "a second", "p50 ms", "p95 ms", "p99 ms", "errors"], rows)])
