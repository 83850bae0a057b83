"""How long each command takes to start, as a ratio to a Typer no-op.

    python benchmarks/startup.py [--rounds 9] [--typer 0.28.*]

Builds the wheel, installs it into a temporary environment, compiles it to bytecode,
and runs all commands in turn, round after round, so that what else the machine does
hits all alike. Prints the median ratio beside its target (1.0 is the no-op).
"""

import argparse
import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
NO_OP = """\
import typer

app = typer.Typer(add_completion=False)


@app.command()
def nothing() -> None:
    pass


app()
"""
TARGETS = {
    "readiness --version": 1.15,
    "shell completion": 1.15,
    "readiness --help": 2.3,
    "status --json": 4.0,
    "report --json": 4.0,
    "report (terminal)": 4.5,
    "report --format markdown": 4.5,
    "plan -o -": 4.5,
    "compare --json": 4.5,
    "history": 4.5,
    "export issues": 4.5,
    "export calendar": 5.5,
    "assess, to its first question": 5.5,
    "assess, plain, to its first question": 5.5,
}
PERIODS = ("2026-Q3", "2026-Q4")
FIRST_QUESTION = b"supervisor"  # a word of the first question of the shipped pack


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--typer", help="a version of Typer, such as 0.28.*")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        python = install(place, given.typer)
        print_ratios(measure(runs(place, python), given.rounds), TARGETS)


def install(place: Path, typer: str | None, *, extras: str = "") -> Path:
    """Return the Python of a new environment that has the compiled wheel."""
    python = place / "venv" / "bin" / "python"
    run(sys.executable, "-m", "venv", place / "venv")
    run(python, "-m", "pip", "wheel", "-q", "--no-deps", "-w", place, ROOT)
    wheel = next(place.glob("*.whl"))
    wanted = f"{wheel}[{extras}]" if extras else wheel
    pinned = [f"typer=={typer}"] if typer else []
    run(python, "-m", "pip", "install", "-q", "--no-compile", wanted, *pinned)
    run(python, "-m", "compileall", "-q", place / "venv" / "lib")
    version = "import importlib.metadata as m; print(m.version('typer'))"
    print("typer", subprocess.check_output([python, "-c", version], text=True).strip())
    return python


def runs(place: Path, python: Path) -> dict[str, Callable[[], None]]:
    """Return what to time, by name; the no-op comes first."""
    no_op = place / "nothing.py"
    no_op.write_text(NO_OP)
    program = python.with_name("readiness")
    settings = os.environ | {
        "READINESS_HOME": str(place / "answers"),
        "READINESS_TEAM": "bench",
        "READINESS_RESPONDENT": "bench",
        "TERM": "xterm-256color",
        "PROMPT_TOOLKIT_NO_CPR": "1",
    }
    fill(program, settings)
    completing = {"_READINESS_COMPLETE": "complete_bash", "COMP_WORDS": "readiness re"}

    def command(*words: object, **more: str) -> Callable[[], None]:
        return lambda: run(*words, env=settings | more)

    def question(*words: str) -> Callable[[], None]:
        fresh = settings | {"READINESS_HOME": str(place / "none")}
        return lambda: wait_for_question(
            [str(program), "assess", "--full", *words], fresh
        )

    return {
        "a Typer no-op": command(python, no_op),
        "readiness --version": command(program, "--version"),
        "shell completion": command(program, **completing, COMP_CWORD="1"),
        "readiness --help": command(program, "--help"),
        "status --json": command(program, "status", "--json"),
        "report --json": command(program, "report", "--json"),
        "report (terminal)": command(program, "report"),
        "report --format markdown": command(program, "report", "-f", "markdown"),
        "plan -o -": command(program, "plan", "-o", "-"),
        "compare --json": command(program, "compare", "--json"),
        "history": command(program, "history"),
        "export issues": command(program, "export", "issues", "--to", "json"),
        "export calendar": command(program, "export", "calendar", "--to", "ics"),
        "assess, to its first question": question("--ui", "page"),
        "assess, plain, to its first question": question("--ui", "plain"),
    }


def fill(program: Path, settings: dict[str, str]) -> None:
    """Keep complete answers to two quarters, so that there is something to show."""
    form = subprocess.check_output([program, "form"], env=settings, text=True)
    head, _, questions = form.partition("\nanswers:\n")
    answered = [head, "answers:"]
    for number, line in enumerate(questions.splitlines()):
        answered.append(f"{line} {number % 5}" if line.endswith(":") else line)
    for period in PERIODS:
        subprocess.run(
            [program, "import", "-", "--period", period],
            input="\n".join(answered),
            env=settings,
            text=True,
            check=True,
            capture_output=True,
        )


def wait_for_question(words: list[str], env: dict[str, str]) -> None:
    """Start the interview on a terminal and return when its first question is there."""
    child, terminal = pty.fork()
    if child == 0:
        os.execve(words[0], words, env)
    shown = b""
    while FIRST_QUESTION not in shown:
        if not select.select([terminal], [], [], 20)[0]:
            raise SystemExit(f"no question within 20 seconds:\n{shown.decode()}")
        shown += os.read(terminal, 65536)
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)


def measure(
    timed: dict[str, Callable[[], None]], rounds: int
) -> dict[str, list[float]]:
    """Return the seconds of each run, the commands taken in turn."""
    seconds: dict[str, list[float]] = {name: [] for name in timed}
    for name, start in timed.items():  # once for the disk cache
        start()
        seconds[name].clear()
    for _ in range(rounds):
        for name, start in timed.items():
            began = time.perf_counter()
            start()
            seconds[name].append(time.perf_counter() - began)
    return seconds


def print_ratios(seconds: dict[str, list[float]], targets: Mapping[str, float]) -> bool:
    """Print the median ratio of each command to the no-op of the same round.

    Returns whether all are inside their targets.
    """
    floor = seconds.pop("a Typer no-op")
    over = False
    for name, taken in seconds.items():
        ratio = statistics.median(t / f for t, f in zip(taken, floor, strict=True))
        target = targets[name]
        is_over = ratio > target
        over |= is_over
        verdict = "   over its target" if is_over else ""
        print(f"{name:38} {ratio:5.2f}   target {target:.2f}{verdict}")
    return not over


def run(*words: object, env: dict[str, str] | None = None) -> None:
    """Run a program to its end, silently."""
    subprocess.run([str(w) for w in words], env=env, check=True, capture_output=True)


if __name__ == "__main__":
    main()
