from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from readiness.report.comparing.build import Occasion, build_comparison
from readiness.report.comparing.marks import UNICODE
from readiness.report.comparing.terminal import View, render


@pytest.fixture(scope="session")
def drawn():
    """Draw a comparison as a terminal without colours shows it."""

    def draw(report, width=80, marks=UNICODE, *, what=render):
        out = StringIO()
        view = View(width=width, marks=marks)
        Console(file=out, width=width, color_system=None).print(what(report, view))
        return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())

    return draw


@pytest.fixture(scope="session")
def demo():
    """Compare the two quarters of the sample team."""
    from readiness.cli.planning.last_plan import sample_plan
    from readiness.cli.sample import sample_quarters
    from readiness.comparison.compare import compare

    old, new = sample_quarters()
    changed = compare(old, new)
    review = sample_plan(old).review(changed)
    day = date(2026, 11, 22)
    return build_comparison(changed, Occasion(made_on=day, is_demo=True, review=review))
