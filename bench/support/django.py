"""The Django peer: a database of its own in the same cluster, gunicorn with several threads a worker."""
import contextlib
import os
import subprocess
import time
import urllib.error
import urllib.request

from .report import ROOT

FOLDER = ROOT / "bench" / "django"
PYTHON = "/usr/bin/python3"  # Debian's own, which has Debian's Django


@contextlib.contextmanager
def django(socket, psql, accounts, year, organizations):
    """Yields the port and the values of the Authorization header, one an organization."""
    psql("postgres", "drop database if exists bench_django")
    psql("postgres", "create database bench_django")
    environment = {**os.environ, "BENCH_SOCKET": str(socket), "PYTHONDONTWRITEBYTECODE": "1"}
    made = subprocess.run([PYTHON, "prepare.py", str(organizations), str(year), *accounts], cwd=FOLDER, env=environment,
                          check=True, capture_output=True, text=True)
    port = 21000 + os.getpid() % 10000
    command = [PYTHON, "-m", "gunicorn.app.wsgiapp", "-b", f"127.0.0.1:{port}", "-w", str(2 * os.cpu_count() + 1), "-k", "gthread",
               "--threads", "4", "--keep-alive", "60", "--log-level", "error", "wsgi:application"]
    process = subprocess.Popen(command, cwd=FOLDER, env=environment)
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/entries", timeout=2)
            except urllib.error.HTTPError:
                break  # it answers (401)
            except OSError:
                time.sleep(0.1)
        yield port, [f"Token {token}" for token in made.stdout.split()]
    finally:
        process.terminate()
        process.wait(30)
