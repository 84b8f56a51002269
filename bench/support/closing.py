"""Closing a year of 100,000 entries: checklist, preview, close, over HTTP."""
import time

from .books import Books
from .report import load_average, table, write_section
from .server import server

ENTRIES = 100_000


def run():
    with server() as running:
        books = Books(running, "Clôture")
        # Money, charges and products: VAT would have to be filed before the year may close.
        books.codes = [books.codes[0]] + [code for code in books.codes[1:] if code[0] in "67"]
        print(f"Posting {ENTRIES:,} entries …")
        books.fill(4 * ENTRIES, clients=2)
        year = f"year={books.year}"
        rows = []

        def timed(name, method, path):
            start = time.monotonic()
            answer = books.call(method, f"/api/v1/accounting/{path}?{year}")
            rows.append([name, f"{1000 * (time.monotonic() - start):,.0f} ms"])
            return answer

        checklist = timed("checklist", "GET", "year-end-checklist")
        if not checklist["ready_for_closure"]:
            raise SystemExit([check for check in checklist["checks"] if check["blocking"] and check["status"] != "OK"])
        preview = timed("preview of the closing and opening entries", "GET", "year-end-preview")
        closed = timed("**close**: checks, closing entry, lock, opening of the next year, one transaction", "POST", "year-end-close")
        if closed["net_result"] != preview["net_result"]:
            raise SystemExit("the preview announced another result")
    write_section("closing", f"Closing a year of {ENTRIES:,} entries", [
        f"One organization, {4 * ENTRIES:,} lines on {len(books.codes)} accounts; one call each, first of its kind (cold); load average at "
        f"the end {load_average():.1f}. Afterwards the auditor proves the books. Goal: closing ≤ 2 s.",
        table(["", "time"], rows)])
