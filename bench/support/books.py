"""One organization's books on the running server: its accounts, its filling, its reports."""
import subprocess

from .load import JOURNAL, load


class Books:
    year = 2025

    def __init__(self, server, name="Bench"):
        self.server = server
        self.authorization = server.organization(name)
        self.accounts = self.call("GET", "/api/v1/accounts")
        self.accounts = self.accounts["items"] if isinstance(self.accounts, dict) else self.accounts
        parents = {account.get("parent_code") for account in self.accounts}
        leaves = [a["code"] for a in self.accounts if a["code"] not in parents and not a.get("is_collective")]
        bank = next(code for code in leaves if code.startswith(("51", "55")))
        self.codes = [bank] + [code for code in leaves if code != bank]

    def call(self, method, path, body=None):
        return self.server.call(method, path, body, self.authorization)

    def fill(self, lines, batch=1000, clients=1):
        """Posts the made books in batches; the load generator's measure of it."""
        bodies = self.server.folder / "bodies.jsonl"
        with open(bodies, "wb") as out:
            subprocess.run([JOURNAL, "--format", "batches", "--lines", str(lines), "--batch", str(batch), "--year", str(self.year),
                            "--accounts", ",".join(self.codes)], stdout=out, check=True)
        measured = load(self.server.port, [self.authorization], self.server.folder, clients=clients, bodies=bodies,
                        post="/api/v1/accounting/journal-entries/batch")
        bodies.unlink()
        if measured["errors"]:
            raise SystemExit("a batch was refused")
        return measured

    def ledger_page(self, code):
        return f"/api/v1/accounting/ledger?account_code={code}&start_date={self.year}-01-01&end_date={self.year}-12-31&limit=100"

    def trial_balance(self, date):
        """Account → cents at a date, debit positive."""
        report = self.call("GET", f"/api/v1/accounting/trial-balance?date={date}")
        cents = {}
        for row in report["accounts"]:
            cents[row["account_code"]] = round(100 * row["balance"])
        return {code: total for code, total in cents.items() if total}


