"""Accuracy and speed of reading papers: made ones of both sets, those that a browser prints from bench/documents/browser, and,
with --extra FOLDER, those of others."""
import pathlib
import re
import subprocess
import tempfile

from .report import BUILD, load_average, table, write_section

PAPERS = pathlib.Path(__file__).resolve().parent.parent / "documents" / "browser"
PROGRAM = BUILD / "bench" / "documents" / "bench_documents"
CLASS = re.compile(r"^(?P<name>\S.*): (?P<papers>\d+) papers, (?P<clean>[\d.]+) % without any error$")
ALL = re.compile(r"^  all fields +(?P<right>\d+) / +(?P<of>\d+) +(?P<share>[\d.]+) %$")
SPEED = re.compile(r"^  milliseconds a page +p50 (?P<p50>\d+) +p95 (?P<p95>\d+)")
SURE = re.compile(r"^  announced at >= 990 +(?P<fields>\d+) fields, (?P<wrong>\d+) wrong \((?P<share>[\d.]+) %\)$")


def classes_of(output):
    """The figures of each class of papers, in the order in which they were printed."""
    classes = []
    for line in output.splitlines():
        if found := CLASS.match(line):
            classes.append(found.groupdict())
        elif classes:
            for key, pattern in (("all", ALL), ("speed", SPEED), ("sure", SURE)):
                if found := pattern.match(line):
                    classes[-1][key] = found.groupdict()
    return classes


def printed_papers(target):
    """Prints each set of HTML papers to PDF and names it for the program; none where Chromium or npm packages are missing."""
    options = []
    for folder in sorted(path for path in PAPERS.iterdir() if path.is_dir()):
        done = subprocess.run(["node", PAPERS / "print.mjs", folder, target / folder.name], check=False)
        if done.returncode != 0:
            print(f"{folder.name} was not printed: it needs Node, the npm packages of web/ and Chromium")
            continue
        options += ["--papers", f"printed by a browser, {folder.name.replace('-', ' ')}", target / folder.name]
    return options


def row_of(each):
    sure = each.get("sure")
    return [each["name"], each["papers"], f"{each['clean']} %", f"{each['all']['share']} % of {each['all']['of']}", each["speed"]["p50"],
            each["speed"]["p95"], f"{sure['wrong']} of {sure['fields']}" if sure else "none announced"]


def run(options):
    with tempfile.TemporaryDirectory() as folder:
        papers = [] if "--show" in options else printed_papers(pathlib.Path(folder))
        done = subprocess.run([PROGRAM, *papers, *options], stdout=subprocess.PIPE, text=True, check=True)
    print(done.stdout)
    classes = classes_of(done.stdout)
    if not classes:  # --show prints one paper
        return
    write_section("documents", "Reading papers", [
        "Each paper goes through the sandboxed child process and the reader, one at a time; a field is right when it equals the truth. "
        "The rules were written on the known layouts only, and mended after the papers printed by a browser were first read (89.4 % of the "
        "fields of batch 1, 94.2 % of batch 2, 93.4 % of batch 4, 87.2 % of batch 5; 87.1 %, 91.1 %, 88.0 % and 84.2 % of their scans). \"Papers of others\" come from a folder given with `--extra`; their printed text "
        f"is also read without the XML that some carry. Load average at the end {load_average():.1f}. Goals: ≥ 97 % of the fields on native "
        "papers of layouts never seen, ≥ 93 % on scans; ≤ 80 ms a native page (p50), ≤ 1,500 ms a scanned one; of the fields announced at "
        "0.99 or more, 99 % right.",
        table(["", "papers", "without any error", "fields right", "ms a page, p50", "p95", "wrong among ≥ 0.99"],
              [row_of(each) for each in classes])])
