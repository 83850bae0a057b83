"""How long from a key press to the next question, the answer flushed in between.

    python benchmarks/interview.py [--sittings 4] [--store DIR]

Drives the real program on a terminal of 80 columns and 24 rows, through all questions
of the shipped pack, several times. After every answer a file of the same size is
written in the same folder in the way the store does it: so what the disk takes is
known from the same moments. Prints the median and the 99th percentile of both, and
how far the program's stays beyond the disk's.
"""

import argparse
import fcntl
import os
import pty
import re
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]
WHO = ("--team", "Bench", "--period", "2026-Q4", "--as", "bench")
TARGET = 0.016  # seconds beyond the disk's, at the 99th percentile
ROWS, COLUMNS = 24, 80
PATIENCE = 20  # seconds until something is wrong
_WHERE = re.compile(r"question (\d+) of (\d+)")
_FRAME_ENDS = "\x1b[?7h"  # lines wrap again: the page is drawn
_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--sittings", type=int, default=4)
    parser.add_argument("--store", type=Path, help="a folder on the disk to measure")
    given = parser.parse_args()
    pages: list[float] = []
    disk: list[float] = []
    for _ in range(given.sittings):
        with tempfile.TemporaryDirectory(dir=given.store) as folder:
            answer_all(Path(folder), pages, disk)
    print_percentiles(pages, disk)


def answer_all(folder: Path, pages: list[float], disk: list[float]) -> None:
    """Answer every question but the last, and note the seconds that each took."""
    tell_about_team(folder)
    (file,) = folder.rglob("bench.json")
    with terminal(folder) as handle:
        number, count = wait_for_question(handle, 1)
        while number < count:
            os.write(handle, b"3")
            wait_for(handle, _FRAME_ENDS)
            began = time.perf_counter()
            os.write(handle, b"\r")
            number, _ = wait_for_question(handle, number + 1)
            pages.append(time.perf_counter() - began)
            disk.append(time_to_write(file.with_name("as-large"), file.read_bytes()))


def tell_about_team(folder: Path) -> None:
    """Answer what is asked about the team, so that a sitting begins with question 1."""
    asked = re.search(r"Question 1 of (\d+)\. About your team", converse(folder, ""))
    if asked is None:
        raise SystemExit("the interview does not begin with questions on the team")
    converse(folder, "1\n" * int(asked[1]))


def converse(folder: Path, lines: str) -> str:
    """Return what the interview says to these lines."""
    done = subprocess.run(
        command(folder, "plain"),
        input=lines,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    return done.stdout


def command(folder: Path, ui: str) -> list[str]:
    """Return the words that start the interview."""
    program = [sys.executable, "-m", "readiness", "assess", *WHO]
    return [*program, "--data-dir", str(folder), "--ui", ui]


@contextmanager
def terminal(folder: Path) -> Iterator[int]:
    """Run the interview on a terminal of its own, and kill it at the end."""
    child, handle = pty.fork()
    words = command(folder, "page")
    if child == 0:
        time.sleep(0.1)  # until the window has its size
        os.chdir(ROOT)
        fixed = {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1"}
        os.execve(words[0], words, os.environ | fixed | {"LC_ALL": "C.UTF-8"})
    fcntl.ioctl(handle, termios.TIOCSWINSZ, struct.pack("4H", ROWS, COLUMNS, 0, 0))
    try:
        yield handle
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
        os.close(handle)


def wait_for_question(handle: int, number: int) -> tuple[int, int]:
    """Return the number of the question, when it is drawn, and how many there are."""
    shown = wait_for(handle, f"question {number} of ")
    if _FRAME_ENDS not in shown.partition(f"question {number} of ")[2]:
        shown += wait_for(handle, _FRAME_ENDS)
    match = _WHERE.search(_CODES.sub("", shown))
    if match is None:
        raise SystemExit(f"no place on the page:\n{shown}")
    return int(match[1]), int(match[2])


def wait_for(handle: int, words: str) -> str:
    """Return what is drawn until these words are."""
    shown = ""
    while words not in shown:
        if not select.select([handle], [], [], PATIENCE)[0]:
            raise SystemExit(f"no {words!r} within {PATIENCE} seconds:\n{shown}")
        shown += os.read(handle, 65536).decode(errors="replace")
    return shown


def time_to_write(path: Path, content: bytes) -> float:
    """Return the seconds to replace a file: flush it, rename it, flush its folder."""
    began = time.perf_counter()
    temporary = path.with_suffix(".tmp")
    with temporary.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)
    return time.perf_counter() - began


def print_percentiles(pages: list[float], disk: list[float]) -> None:
    """Print milliseconds, and whether the target is met."""
    beyond = percentile(pages, 99) - percentile(disk, 99)
    print(f"{len(pages)} answers, {COLUMNS}x{ROWS}")
    for name, taken in (("key to next question", pages), ("the disk alone", disk)):
        median, worst = statistics.median(taken), percentile(taken, 99)
        print(f"{name:22} median {median * 1000:5.1f} ms   p99 {worst * 1000:5.1f} ms")
    verdict = "" if beyond <= TARGET else "   over its target"
    print(
        f"{'p99 beyond the disk':22} {beyond * 1000:5.1f} ms"
        f"   target {TARGET * 1000:.0f} ms{verdict}"
    )


def percentile(values: list[float], rank: int) -> float:
    """Return the value that ``rank`` percent of the values stay below."""
    return statistics.quantiles(values, n=100, method="inclusive")[rank - 1]


if __name__ == "__main__":
    main()
