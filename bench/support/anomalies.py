"""Anomalies planted among ordinary operations: how many are found, and how much that is ordinary is accused.

The ordinary year is made first, from habits (contracts whose price rises once, metered bills that follow the season, weekly cleaning of one
price, repairs of any price, exempt insurers, month-end entries, a concierge's cash every Sunday); the faults are drawn from a generator of
their own, without a look at the detector's thresholds. Seeds 1 to 3 were looked at while the detectors were made; 11 to 20 were not."""
import collections
import datetime
import random
import uuid

from .report import table, write_section
from .server import server

YEAR = 2025
PLANTED = 12  # of each type and organization
SEEDS = tuple(range(11, 21))
DAY = datetime.timedelta(days=1)


class Book:
    def __init__(self, running, seed):
        self.random = random.Random(seed)
        self.running, self.token = running, running.organization(f"Anomalies {seed}")
        # One paper of the books that every invoice names: what the papers say is measured elsewhere.
        self.paper = str(uuid.UUID(int=self.random.getrandbits(128), version=4))
        self.sql(f"""insert into document (organization_id, id, filename, media_type, file_hash, size_bytes, status)
                     select id, '{self.paper}', 'facture.pdf', 'application/pdf', sha256('{self.paper}'), 1, 'posted' from organization where name = 'Anomalies {seed}'""")
        self.planted = collections.defaultdict(set)  # type → identifiers of what is wrong
        self.refused = collections.defaultdict(set)  # stopped at the door instead of reported
        self.ordinary, self.number = set(), 0
        self.pairs = {}  # second entering of a paper → the first
        self.suppliers = {name: self.call("POST", "/api/v1/parties", {"kind": "supplier", "name": name})["id"] for name in (
            "Ascenseurs Atlas", "Gardiennage Anfa", "Jardins du Sud", "Nettoyage Éclat", "Énergie Distribution", "Eaux de la Ville",
            "Assurances du Maroc", "Plomberie Idrissi", "Électricité Tazi", "Peinture Amrani", "Cabinet Benjelloun", "Fournitures Rif")}
        auxiliaries = self.call("GET", "/api/v1/auxiliaries?kind=supplier")["items"]
        self.collective = {item["party_id"]: (item["account_code"], item["code"]) for item in auxiliaries}

    def call(self, method, path, body=None):
        return self.running.call(method, path, body, self.token)

    def day(self):
        return datetime.date(YEAR, 1, 1) + DAY * self.random.randrange(365)

    def workday(self):
        while (day := self.day()).weekday() >= 5:
            pass
        return day

    def invoice(self, supplier, date, net, rate=0.2, document=True, treatment=None, number=None):
        self.number += 1
        line = {"description": "Prestation", "quantity": 1, "unit_price": round(net, 2)}
        if rate is not None:
            line["vat_rate"] = rate
        if treatment:
            line["vat_treatment"] = treatment
        body = {"description": f"Facture {self.number}", "expense_date": str(date), "category": "maintenance", "line_items": [line],
                "supplier_id": self.suppliers[supplier], "invoice_number": number or f"F{YEAR}-{self.number:05}"}
        if document:
            body["document_id"] = self.paper
        return self.call("POST", "/api/v1/expenses", body)["id"]

    def entry(self, date, debit, credit, amount, **more):
        debit = debit if isinstance(debit, dict) else {"account_code": debit}
        lines = [{**debit, "debit": amount}, {"account_code": credit, "credit": more.pop("credited", amount)}]
        return self.call("POST", "/api/v1/accounting/journal-entries",
                         {"date": str(date), "description": "Écriture", "lines": lines, **more})["id"]

    def is_refused(self, supplier, date, net, number):
        """Whether a paper entered again under its number, however written, is stopped at the door."""
        try:
            self.invoice(supplier, date, net, number=number)
        except SystemExit as refused:
            return "duplicate_invoice" in str(refused)
        return False

    def sql(self, statement):
        self.running.psql(self.running.database, "set session_replication_role = replica; " + statement)

    def tear_out(self):
        """Numbers that are missing cannot be made through the product: the owner of the database takes entries out, and puts them back."""
        self.sql("""create table if not exists torn_entry as select * from entry where false;
                    create table if not exists torn_line as select * from line where false""")
        self.entry(self.workday(), "6133", "5121", 77.7, journal_code="BQ")  # ordinary, and the last of its journal
        entries = {code: self.call("GET", f"/api/v1/accounting/journal-entries?journal_code={code}&limit=100")["items"] for code in ("OD", "BQ")}
        last = max(entries["BQ"], key=lambda entry: entry["number"])["id"]
        inner = self.random.choice([entry["id"] for entry in entries["OD"] if entry["id"] in self.ordinary])
        for code, one in (("OD", inner), ("BQ", last)):
            year = next(entry["date"][:4] for entry in entries[code] if entry["id"] == one)
            self.planted["GapInNumbers"].add(f"GapInNumbers {code} {year}")
            self.sql(f"""insert into torn_entry overriding system value select * from entry where id = '{one}'; delete from entry where id = '{one}';
                         insert into torn_line select * from line where entry_id = '{one}'; delete from line where entry_id = '{one}'""")

    def put_back(self):
        self.sql("""insert into entry select * from torn_entry; insert into line select * from torn_line; drop table torn_entry, torn_line""")

    def live_a_year(self):
        draw, new_year = self.random, datetime.date(YEAR, 1, 1)
        made = []
        for month in range(1, 13):
            first = datetime.date(YEAR, month, 1)
            for supplier, price in (("Ascenseurs Atlas", 1850), ("Gardiennage Anfa", 6400), ("Cabinet Benjelloun", 3000)):
                made.append(self.invoice(supplier, first + DAY * draw.randrange(4), price * (1 if month < 7 else 1.03)))
            winter = 1 + 0.6 * abs(7 - month) / 6
            for supplier, usual in (("Énergie Distribution", 2300), ("Eaux de la Ville", 1100)):
                made.append(self.invoice(supplier, first + DAY * (9 + draw.randrange(3)), usual * winter * draw.gauss(1, 0.08), 0.2))
        for week in range(52):
            made.append(self.invoice("Nettoyage Éclat", new_year + DAY * (7 * week + 3), 450))
            made.append(self.invoice("Jardins du Sud", new_year + DAY * (7 * week + 1), draw.uniform(380, 620)))
        for supplier, median in (("Plomberie Idrissi", 900), ("Électricité Tazi", 700), ("Peinture Amrani", 2500), ("Fournitures Rif", 240)):
            made += [self.invoice(supplier, self.day(), median * draw.lognormvariate(0, 0.35)) for _ in range(150)]
        made += [self.invoice("Assurances du Maroc", self.day(), 1200 * draw.lognormvariate(0, 0.2), None, treatment="exempt") for _ in range(12)]
        for expense in made[::2]:
            self.call("POST", f"/api/v1/expenses/{expense}/approve", {})
            self.call("POST", f"/api/v1/expenses/{expense}/pay", {"date": f"{YEAR}-12-20"})
        for _ in range(300):  # the accountant's own entries: on working days, or at a month's end whatever day it is
            date = self.workday() if draw.random() < 0.8 else (self.workday().replace(day=28) + 4 * DAY).replace(day=1) - DAY
            amount = 1000 * draw.randrange(1, 9) if draw.random() < 0.01 else round(draw.lognormvariate(6, 1), 2)
            made.append(self.entry(date, "6133", "5121", amount))
        made += [self.entry(self.workday(), "6133", "5121", 50 + i, draft=True) for i in range(20)]
        sundays = [new_year + DAY * (4 + 7 * week) for week in range(51)]
        made += [self.entry(day, "6133", "5161", round(draw.uniform(30, 90), 2), description=f"Caisse du gardien, semaine {week + 1}")
                 for week, day in enumerate(sundays) if draw.random() < 0.8]
        self.ordinary.update(made)

    def go_wrong(self):
        draw, plant = self.random, lambda kind, one: self.planted[kind].add(one)
        repairs = ("Plomberie Idrissi", "Électricité Tazi", "Peinture Amrani", "Fournitures Rif")
        usual = dict(zip(repairs, (900, 700, 2500, 240)))
        for _ in range(PLANTED):
            supplier, date = draw.choice(repairs), self.day()
            some = lambda: usual[supplier] * draw.lognormvariate(0, 0.3)  # noqa: E731
            plant("MissingVAT", self.invoice(supplier, date, some(), None))
            plant("MissingDocument", self.invoice(supplier, date, some(), document=False))
            plant("UnusualAmount", self.invoice(supplier, date, some() * draw.choice((5, 7, 10, 10, 20))))
            price = some()  # the same paper entered twice, its number mistyped or forgotten
            first = draw.randrange(1, 350)
            one = self.invoice(supplier, datetime.date(YEAR, 1, 1) + DAY * first, price)
            again = self.invoice(supplier, datetime.date(YEAR, 1, 1) + DAY * (first + draw.choice((0, 0, 1, 3, 7))), price)
            plant("DuplicateInvoice", again)
            self.ordinary.add(one)
            self.pairs[again] = one
            plant("UnusualAmount (too low)", self.invoice(supplier, date, some() / draw.choice((5, 7, 10, 10, 20))))
            written = f"FA {self.number}/{YEAR}"  # a third entering, the number typed another way
            self.ordinary.add(self.invoice(supplier, date, price * 1.5, number=written))
            other = draw.choice(("FA-{}-{}", "fa{}{}", "FA.{}.{}", " FA {} / {}")).format(self.number - 1, YEAR)
            kind = "DuplicateInvoice (number written otherwise)"
            self.planted[kind].add(other)
            if self.is_refused(supplier, date + DAY * draw.choice((0, 2, 20)), price * 1.5, other):
                self.refused[kind].add(other)
            plant("RoundAmount", self.entry(self.workday(), "6133", "5121", 1000 * draw.randrange(1, 60)))
            sunday = self.day()
            while sunday.weekday() < 5 or (sunday + DAY).day == 1:
                sunday = self.day()
            plant("WeekendEntry", self.entry(sunday, "6133", "5121", round(draw.uniform(20, 900), 2)))
            amount = round(draw.uniform(50, 5000), 2)
            plant("UnbalancedEntry", self.entry(self.workday(), "6133", "5121", amount, draft=True,
                                                credited=round(amount + draw.choice((-1, 1)) * draw.choice((0.01, 0.9, 27, 40.5)), 2)))
            account, code = self.collective[self.suppliers[supplier]]
            plant("PaymentWithoutInvoice", self.entry(self.workday(), {"account_code": account, "auxiliary_code": code}, "5121",
                                                      round(draw.uniform(60, 4000), 2), journal_code="BQ"))
        for account in ("3497", "4497"):
            self.entry(self.workday(), account, "5121", round(draw.uniform(50, 900), 2))
            plant("SuspenseNotCleared", "SuspenseNotCleared " + account)
        today = datetime.date.today()
        for _ in range(PLANTED if (today + DAY).year == today.year else 0):
            left = (datetime.date(today.year, 12, 31) - today).days
            plant("FutureDate", self.entry(today + DAY * draw.randrange(1, left + 1), "6133", "5121", round(draw.uniform(20, 900), 2), journal_code="BQ"))

    def measure(self):
        found = collections.defaultdict(set)
        self.tear_out()
        for anomaly in self.call("GET", "/api/v1/accounting/anomalies")["anomalies"]:
            found[anomaly["type"]].add(anomaly.get("expense_id") or anomaly.get("draft_id") or anomaly.get("entry_id") or anomaly["key"])
        self.put_back()
        rows = [(kind, len(self.planted[kind]), len(self.planted[kind] & (found[kind.split(" (")[0]] | self.refused[kind]))) for kind in sorted(self.planted)]
        accused = {one for kind in found for one in found[kind]} & self.ordinary
        return rows, accused - set(self.pairs.values()), found


def run(*seeds):
    seeds = tuple(map(int, seeds)) or SEEDS
    totals, accused, ordinary = collections.Counter(), 0, 0
    by_type = collections.defaultdict(lambda: [0, 0])
    with server() as running:
        for seed in seeds:
            print(f"A year with its faults, seed {seed} …")
            book = Book(running, seed)
            book.live_a_year()
            book.go_wrong()
            rows, wrong, found = book.measure()
            for kind, planted, hit in rows:
                by_type[kind][0] += planted
                by_type[kind][1] += hit
            totals.update({kind: len(found[kind]) for kind in found})
            accused, ordinary = accused + len(wrong), ordinary + len(book.ordinary)
    planted, hit = (sum(pair[i] for pair in by_type.values()) for i in (0, 1))
    write_section("anomalies", "Anomalies", [
        f"{len(seeds)} organizations, {ordinary:,} ordinary operations and {planted} planted faults, seeds {seeds[0]} to {seeds[-1]}. **Found "
        f"{100 * hit / planted:.1f} %; {100 * accused / ordinary:.2f} % of the ordinary operations accused.** Goals: ≥ 95 % and < 2 %. Gaps in numbers "
        "are made by the owner of the database, since the product leaves none. A number written otherwise is refused when the paper is entered.",
        table(["type", "planted", "found", "reported in all"], [[kind, *by_type[kind], totals[kind.split(" (")[0]]] for kind in sorted(by_type)])])
