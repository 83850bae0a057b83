"""How long each document takes, as a ratio to a Typer no-op, and a hundred PDFs.

    python benchmarks/documents.py [--rounds 9] [--typer 0.28.*]

As `startup.py` it builds the wheel, installs it with what documents need, and takes the
commands in turn. Then one process makes a hundred PDFs of teams that answered
differently: it prints how long that took, and how much memory the process had on the
way.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from startup import NO_OP, fill, install, measure, print_ratios, run

TARGETS = {
    "report --format html": 4.5,
    "report --format pdf": 6.0,
    "report --format docx": 7.0,
    "report --format xlsx": 7.0,
    "report --format pptx": 9.0,
}
HUNDRED_WITHIN = 5.0  #: seconds
GROWTH = 1.1  #: of the memory between the first fifth of the reports and the last
MAKE_A_HUNDRED = """
import random
import resource
import time
from dataclasses import replace
from datetime import date

from readiness.cli.sample import sample_quarters
from readiness.comparison.compare import compare
from readiness.comparison.history import trace
from readiness.plan.make import make_plan
from readiness.report.build import build_report
from readiness.report.comparing.build import Occasion, build_comparison
from readiness.report.documents.build import Making, build_document
from readiness.report.documents.changes import changes_of, past_of
from readiness.report.history.build import build_history
from readiness.report.pdf.render import render
from readiness.responses import Rated
from readiness.scoring.results import evaluate

today = date(2026, 11, 23)
old, sample = sample_quarters()


def moved(answer, chance):
    is_moved = isinstance(answer, Rated) and chance.random() < 0.4
    return Rated(level=chance.randrange(5)) if is_moved else answer


def answered(response, chance):
    answers = {id_: moved(one, chance) for id_, one in response.answers.items()}
    return response.model_copy(update={"answers": answers})


def document(number):
    chance = random.Random(number)
    responses = tuple(answered(response, chance) for response in sample.responses)
    new = replace(sample, responses=responses)
    results = evaluate(new.pack, new.responses)
    report = build_report(results, make_plan(results), made_on=today)
    compared = build_comparison(compare(old, new), Occasion(made_on=today))
    past = past_of(build_history(trace((old, new)), made_on=today))
    own = replace(report, team=f"Team {number}")
    return build_document(own, Making(), changes=changes_of(compared), past=past)


def resident():
    with open("/proc/self/statm") as counters:
        return int(counters.read().split()[1]) * resource.getpagesize()


documents = [document(number) for number in range(100)]
began = time.perf_counter()
memory = []
for one in documents:
    render(one)
    memory.append(resident())
print(time.perf_counter() - began, memory[19], memory[99])
"""


def main() -> None:
    """Measure, print, and exit with 1 if a target is missed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--typer", help="a version of Typer, such as 0.28.*")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        python = install(place, given.typer, extras="documents")
        are_met = print_ratios(measure(runs(place, python), given.rounds), TARGETS)
        is_met = print_hundred(python)
    sys.exit(0 if are_met and is_met else 1)


def runs(place: Path, python: Path) -> dict[str, Callable[[], None]]:
    """Return what to time, by name; the no-op comes first."""
    no_op = place / "nothing.py"
    no_op.write_text(NO_OP)
    program = python.with_name("readiness")
    settings = os.environ | {
        "READINESS_HOME": str(place / "answers"),
        "READINESS_TEAM": "bench",
        "READINESS_RESPONDENT": "bench",
    }
    fill(program, settings)

    def write(ending: str) -> Callable[[], None]:
        file = place / f"report.{ending}"
        words = (program, "report", "--format", ending, "-o", file, "--force")
        return lambda: run(*words, env=settings)

    commands = {name: write(name.rpartition(" ")[2]) for name in TARGETS}
    return {"a Typer no-op": lambda: run(python, no_op, env=settings), **commands}


def print_hundred(python: Path) -> bool:
    """Print how long a hundred PDFs take and what memory they need."""
    made = subprocess.check_output([python, "-c", MAKE_A_HUNDRED], text=True)
    seconds, early, late = map(float, made.split())
    growth = late / early
    print(
        f"100 PDFs in one process: {seconds:.1f} s (target {HUNDRED_WITHIN:.1f}), "
        f"memory {early / 2**20:.0f} MiB after 20, {growth:.2f} of it after 100 "
        f"(target {GROWTH:.2f})"
    )
    return seconds <= HUNDRED_WITHIN and growth <= GROWTH


if __name__ == "__main__":
    main()
