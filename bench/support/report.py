"""docs/performance.md: one section a measure, rewritten whenever that measure runs."""
import datetime
import os
import pathlib
import platform
import re

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILD = pathlib.Path(os.environ.get("DAFTAR_BUILD", ROOT / "build"))
FILE = ROOT / "docs" / "performance.md"
HEAD = """# Measured speed

Each section is written by the command it names, which runs ours and its peers one after the other on the same machine. Every server
listens on loopback, every load ends by itself. "Durable" means `fsync` and `synchronous_commit` on, for ours and for the peers alike.
"""


def machine():
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", pathlib.Path("/proc/meminfo").read_text())[1]) / 1024 / 1024
    return f"{os.cpu_count()} cores ({model[1] if model else platform.machine()}), {memory:.0f} GB, Linux {platform.release().split('-')[0]}"


def load_average():
    return float(pathlib.Path("/proc/loadavg").read_text().split()[0])


def table(header, rows):
    lines = [" | ".join(header), " | ".join(["---"] + ["---:"] * (len(header) - 1))]
    lines += [" | ".join(str(cell) for cell in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def write_section(name, title, paragraphs):
    """Replaces the section called `name`, or adds it at the end."""
    now = datetime.datetime.now(datetime.timezone.utc)
    stamp = f"`./dev bench {name}`, {now:%Y-%m-%d %H:%M} UTC, {machine()}."
    section = f"<!-- {name} -->\n## {title}\n\n{stamp}\n\n" + "\n\n".join(paragraphs) + f"\n<!-- end of {name} -->\n"
    text = FILE.read_text() if FILE.exists() else HEAD
    pattern = re.compile(rf"<!-- {name} -->\n.*?<!-- end of {name} -->\n", re.S)
    text = pattern.sub(lambda _: section, text) if pattern.search(text) else text.rstrip("\n") + "\n\n" + section
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text)
    print(f"\n{section}")
