"""A server of the bench's own: a fresh data folder with its private cluster, on loopback, thrown away at the end."""
import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from .report import BUILD

PROGRAM = BUILD / "server" / "daftar"
CREDENTIALS = {"email": "bench@example.org", "password": "mot-de-passe-du-bench"}


class Server:
    database = "daftar"

    def __init__(self, folder, port, process):
        self.folder, self.port, self.process = folder, port, process
        self.installed = False
        self.socket = folder / "data" / "postgresql" / "socket"

    def call(self, method, path, body=None, authorization=None):
        headers = {"Content-Type": "application/json"} | ({"Authorization": authorization} if authorization else {})
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", data, headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"{method} {path}: {refused.code} {refused.read().decode()}") from None

    def organization(self, name):
        """Opens an organization with its chart, the current year and 2025; the Authorization header of its accountant (its own session)."""
        if not self.installed:
            token = re.search(r"jeton=([A-Za-z0-9_-]+)", (self.folder / "server.log").read_text())[1]
            self.call("POST", "/api/v1/auth/first-admin", {**CREDENTIALS, "name": "Bench", "token": token})
            self.installed = True
        signed_in = self.call("POST", "/api/v1/auth/login", CREDENTIALS)
        bearer = "Bearer " + signed_in["access_token"]

        def switched(role, **opened):
            body = {"role_id": role, **opened}
            return "Bearer " + self.call("POST", "/api/v1/auth/switch-role", body, bearer)["access_token"]

        office = next(role["role_id"] for role in signed_in["user"]["roles"] if role["role_type"] == "Admin")
        bearer = switched(office)
        made = self.call("POST", "/api/v1/organizations", {"name": name, "country": "MA"}, bearer)
        bearer = switched(office, open_organization=made["id"])
        given = self.call("POST", f"/api/v1/users/{signed_in['user']['id']}/roles", {"role_type": "Accountant"}, bearer)
        bearer = switched(given["role_id"])
        self.call("POST", "/api/v1/accounting/fiscal-years", {"year": 2025}, bearer)
        return bearer

    def renewed(self):
        """A new Authorization header for every organization whose accountant the bench is: access tokens live for minutes only."""
        signed_in = self.call("POST", "/api/v1/auth/login", CREDENTIALS)
        bearer = "Bearer " + signed_in["access_token"]
        return ["Bearer " + self.call("POST", "/api/v1/auth/switch-role", {"role_id": role["role_id"]}, bearer)["access_token"]
                for role in signed_in["user"]["roles"] if role["role_type"] == "Accountant"]

    def psql(self, database, statement):
        subprocess.run(["psql", "-h", self.socket, "-U", "postgres", "-d", database, "-qc", statement], check=True)

    def memory_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s*(\d+)", status)[1]) / 1024


@contextlib.contextmanager
def server():
    folder = pathlib.Path(tempfile.mkdtemp(prefix="daftar-bench-", dir="/var/tmp"))
    folder.chmod(0o755)
    port = 20000 + os.getpid() % 10000
    log = folder / "server.log"
    with open(log, "wb") as output:
        process = subprocess.Popen([PROGRAM, "serve", "--data", folder / "data", "--listen", f"127.0.0.1:{port}"],
                                   stdout=output, stderr=output, stdin=subprocess.DEVNULL)
    sound = False
    try:
        for _ in range(600):
            if process.poll() is not None:
                raise SystemExit(log.read_text()[-3000:])
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/ready", timeout=2)
                break
            time.sleep(0.1)
        yield Server(folder, port, process)
        sound = True
    finally:
        process.terminate()
        process.wait(90)
        if sound:  # speed without truth counts for nothing: the auditor rebuilds balances and hashes from the lines
            audit = subprocess.run([PROGRAM, "audit", "--data", folder / "data"], capture_output=True, text=True,
                                   env={**os.environ, "DAFTAR_LOG_LEVEL": "error"})
            if any("ANOMALIES" in line and not line.startswith("pgbench") for line in audit.stdout.splitlines()) or audit.stderr:
                raise SystemExit(audit.stdout[-3000:] + audit.stderr)
        shutil.rmtree(folder, ignore_errors=True)
