"""Mixed load: 70 % reads, 30 % postings, 64 connections; and the server's memory under it."""
from .books import Books
from .postings import POST
from .report import load_average, table, write_section
from .load import load
from .server import server

SECONDS = 15


def run():
    with server() as running:
        books = [Books(running, f"Bench {number}") for number in range(16)]
        for book in books:
            book.fill(4000)
        running.psql(running.database, "analyze")  # as after the first minute of any database
        year = books[0].year
        reads = [books[0].ledger_page(code) for code in books[0].codes[:5]]
        reads += [f"/api/v1/accounting/trial-balance?date={year}-06-30", "/api/v1/accounting/journal-entries?limit=20",
                  f"/api/v1/accounts/code/{books[0].codes[0]}", "/api/v1/accounting/journals"]
        measured = load(running.port, [book.authorization for book in books], running.folder, clients=64, seconds=SECONDS, reads=70,
                        read=reads, post=POST, accounts=",".join(books[0].codes), year=year)
        memory = running.memory_mb()
    rows = [[kind, f"{measured[kind]['per_second']:.0f}", f"{measured[kind]['p50_ms']:.1f}", f"{measured[kind]['p99_ms']:.1f}"]
            for kind in ("reads", "writes")]
    total = sum(measured[kind]["per_second"] for kind in ("reads", "writes"))
    write_section("mixed", "Mixed load", [
        f"64 keep-alive connections, 16 organizations of 4,000 lines and growing, {SECONDS} s: pages of an account's ledger, trial "
        f"balances, lists and single accounts, and durable postings. **{total:,.0f} requests/s, {measured['errors']} errors**, server memory "
        f"{memory:.0f} MB; load average at the end {load_average():.1f}. Goals: ≥ 3,000 requests/s, p99 ≤ 50 ms, ≤ 150 MB.",
        table(["", "requests/s", "p50 ms", "p99 ms"], rows)])
