"""A ledger page and the trial balance while one organization grows tenfold, to ten million lines. Only when named: it fills for minutes."""
import time

from .books import Books
from .load import load
from .report import load_average, table, write_section
from .server import server

LINES = 10_000_000
SECONDS_MAX = 300  # of filling; the section says how far it came


def measured(running, books, lines):
    """The two reads at this size, one client each."""
    def read(paths):
        return load(running.port, [books.authorization], running.folder, clients=1, seconds=5, reads=100, read=paths)["reads"]

    balance = read([f"/api/v1/accounting/trial-balance?date={books.year}-12-31"])
    page = read([books.ledger_page(code) for code in books.codes[:10]])
    return [f"{lines:,}", f"{page['p50_ms']:.1f} / {page['p95_ms']:.1f}", f"{balance['p50_ms']:.1f} / {balance['p95_ms']:.1f}",
            f"{running.memory_mb():.0f} MB"]


def run(lines=LINES):
    lines = int(lines)
    step = max(lines // 10, 1)
    rows, filled, spent = [], 0, 0.0
    with server() as running:
        books = Books(running, "Grand registre")
        while filled < lines and spent < SECONDS_MAX:
            start = time.monotonic()
            books.fill(step, clients=2)
            spent += time.monotonic() - start
            filled += step
            print(f"{filled:,} lines after {spent:.0f} s")
            if filled == step or filled >= lines or spent >= SECONDS_MAX:
                rows.append(measured(running, books, filled))
    write_section("large", f"One organization of {filled:,} lines", [
        f"Filled through the batch route (same checks, balances and hashes as every entry), two clients, {filled / spent:,.0f} lines/s, durable; "
        f"{lines:,} lines were wanted, {SECONDS_MAX} s of filling allowed. Load average at the end {load_average():.1f}; afterwards the auditor "
        "proves the books. Goals: a ledger page of 100 lines p95 ≤ 10 ms; the trial balance does not grow with the lines.",
        table(["lines", "ledger page, p50 / p95 ms", "trial balance, p50 / p95 ms", "memory of the server"], rows)])
