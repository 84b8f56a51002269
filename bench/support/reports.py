"""Trial balance and account ledger on books of a million lines: ours, hledger and ledger on the same entries."""
import os
import shutil
import subprocess
import time

from .books import Books
from .load import JOURNAL, load
from .report import table, write_section
from .server import server

LINES = 1_000_000


def timed(command, output):
    """Seconds, peak memory in MB and exit status of a command whose output goes to a file."""
    with open(output, "wb") as out:
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed")
    return time.monotonic() - start, usage.ru_maxrss / 1024


def totals_of_peer(path):
    """Account → cents, of the `balance --flat` output of either peer."""
    totals = {}
    for line in path.read_text().splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[1] == "MAD":
            totals[parts[2]] = int(parts[0].replace(".", "").replace(",", ""))
    return totals


def run():
    rows = []
    with server() as running:
        books = Books(running)
        codes = books.codes
        print(f"Filling one organization with {LINES} lines …")
        books.fill(LINES)
        token = [books.authorization]
        year = f"{books.year}-12-31"
        balance = f"/api/v1/accounting/trial-balance?date={year}"
        ours = load(running.port, token, running.folder, clients=1, seconds=5, reads=100, read=[balance])["reads"]
        half = load(running.port, token, running.folder, clients=1, seconds=5, reads=100,
                    read=[f"/api/v1/accounting/trial-balance?date={books.year}-06-30"])["reads"]
        page = load(running.port, token, running.folder, clients=1, seconds=5, reads=100,
                    read=[books.ledger_page(code) for code in codes[:10]])["reads"]
        rows.append(["ours, over HTTP", f"{ours['p50_ms']:.1f} ms (p99 {ours['p99_ms']:.1f})", f"{half['p50_ms']:.1f} ms",
                     f"{page['p50_ms']:.1f} ms (p95 {page['p95_ms']:.1f})", f"{running.memory_mb():.0f} MB"])
        expected = books.trial_balance(year)

        text = running.folder / "books.journal"
        with open(text, "wb") as out:
            subprocess.run([JOURNAL, "--format", "text", "--lines", str(LINES), "--year", str(books.year), "--accounts", ",".join(codes)],
                           stdout=out, check=True)
        for peer, arguments in {"hledger": ["balance", "--flat", "-N"], "ledger": ["balance", "--flat", "--no-total"]}.items():
            program = shutil.which(peer)
            output = running.folder / f"{peer}.txt"
            seconds, memory = timed([program, "-f", text, *arguments], output)
            same = "equal" if totals_of_peer(output) == expected else "DIFFERENT"
            half_seconds, _ = timed([program, "-f", text, *arguments, "-e", f"{books.year}-07-01"], output)
            register_seconds, _ = timed([program, "-f", text, "register", codes[1]], output)
            rows.append([f"{peer} (totals {same})", f"{seconds:.1f} s", f"{half_seconds:.1f} s", f"{register_seconds:.1f} s",
                         f"{memory:.0f} MB"])
            print(rows[-1])
    write_section("reports", f"Reports on {LINES:,} lines", [
        "One organization, one year, entries of four lines spread over the chart; hledger and ledger read the same entries as text, and "
        "their totals are compared with ours account by account. Goals: trial balance ≤ 30 ms and ≥ 100 × the peers, a ledger page of "
        "100 lines p95 ≤ 10 ms.",
        table(["", "trial balance, year end", "trial balance, 30 June", "account ledger", "memory"], rows),
        "Our account ledger is a page of 100 lines with its running balance, the peers' is the whole register of one account: they have "
        "no pages. Our memory is the server's; PostgreSQL's shared buffers come on top.",
    ])
