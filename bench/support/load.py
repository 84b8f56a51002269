"""Runs the load generator and reads what it measured."""
import json
import subprocess

from .report import BUILD

PROGRAM = BUILD / "bench" / "bench_load"
JOURNAL = BUILD / "bench" / "bench_journal"


def load(port, tokens, folder, **options):
    """One run; `options` are the program's, e.g. post="/entries", seconds=10, read=["/a", "/b"], rotate=True."""
    tokens_file = folder / "tokens.txt"
    tokens_file.write_text("\n".join(tokens) + "\n")
    command = [PROGRAM, "--port", str(port), "--tokens", tokens_file]
    for name, value in options.items():
        if value is True:
            command.append("--" + name)
            continue
        for one in value if isinstance(value, list) else [value]:
            command += ["--" + name, str(one)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode == 2 or not done.stdout:
        raise SystemExit(f"the load generator failed: {done.stderr}")
    if done.stderr:
        print(done.stderr.strip())
    return json.loads(done.stdout)
