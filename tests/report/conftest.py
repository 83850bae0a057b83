from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from readiness.plan.make import make_plan
from readiness.report.bars import UNICODE
from readiness.report.build import build_report
from readiness.report.terminal import View, render
from readiness.scoring.results import evaluate


@pytest.fixture(scope="session")
def made():
    """Build the report of responses to a pack."""

    def build(pack, *responses, **fields):
        results = evaluate(pack, responses)
        plan = make_plan(results)
        return build_report(results, plan, made_on=date(2026, 11, 22), **fields)

    return build


@pytest.fixture(scope="session")
def shown():
    """Draw a report as a terminal without colours shows it."""

    def draw(report, width=80, glyphs=UNICODE, *, full=False, what=render):
        out = StringIO()
        view = View(width=width, glyphs=glyphs, full=full)
        drawn = what(report, view) if what is render else what(report)
        Console(file=out, width=width, color_system=None).print(drawn)
        return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())

    return draw


@pytest.fixture(scope="session")
def demo(made):
    """Build the report of the sample team."""
    from readiness.cli.sample import sample_latest

    pack, responses = sample_latest()
    return made(pack, *responses, is_demo=True)


@pytest.fixture(scope="session")
def demo_of_one(made):
    """Build the report of one person of the sample team."""
    from readiness.cli.sample import sample_response

    pack, response = sample_response()
    return made(pack, response, is_demo=True)
