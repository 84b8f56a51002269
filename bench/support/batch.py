"""Lines a second when entries are posted in batches of 1,000."""
from .books import Books
from .report import load_average, table, write_section
from .server import server

LINES = 200_000


def run():
    rows = []
    with server() as running:
        for clients in (1, 2):
            books = Books(running, f"Bench {clients}")
            measured = books.fill(LINES, clients=clients)
            writes = measured["writes"]
            rows.append([f"{clients} client{'s' if clients > 1 else ''}, one organization", f"{LINES / measured['seconds']:,.0f}",
                         f"{writes['p50_ms']:.0f}", f"{writes['max_ms']:.0f}"])
    write_section("batch", "Postings in batches", [
        f"{LINES:,} lines in batches of 1,000 entries of four lines, over HTTP, durable; load average at the end {load_average():.1f}. "
        "Goal: ≥ 25,000 lines/s.",
        table(["", "lines/s", "p50 ms a batch", "max ms"], rows)])
