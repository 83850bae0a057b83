"""Reports of several people, for the tests of what a panel is shown."""

from datetime import date
from functools import partial

from readiness.plan.make import make_plan
from readiness.report.build import build_report
from readiness.report.disclosure import disclose
from readiness.report.panel_model import Disclosure
from readiness.scoring.results import evaluate
from tests.builders import a_capability, a_pack, a_response, a_trend

IDS = "abcdefgh"


def a_wide_pack(*, trends=("ai", "safe")):
    """Build a trend of eight questions for each name; their ids are ai-a, ai-b, ..."""
    return a_pack(
        *(
            a_trend(name, *(a_capability(f"{name}-{id_}") for id_ in IDS))
            for name in trends
        )
    )


def everywhere(value, *, trends=("ai", "safe"), **others):
    """Answer every question of `a_wide_pack` with ``value``, but for ``others``."""
    return {f"{trend}_{id_}": value for trend in trends for id_ in IDS} | others


def a_person(pack, number, role="", **answers):
    return a_response(pack, respondent=f"person-{number}", role=role, **answers)


def results_of(pack, *people):
    """Evaluate people who are each ``(role, answers)``."""
    return evaluate(
        pack, [a_person(pack, n, r, **a) for n, (r, a) in enumerate(people)]
    )


def report_of(pack, *people, disclosure=Disclosure.USUAL):
    """Build the report of people who are each ``(role, answers)``."""
    results = results_of(pack, *people)
    return disclose(
        results,
        disclosure,
        plan=make_plan,
        build=partial(build_report, made_on=date(2026, 11, 22)),
    )


def facts(report):
    """Return the lines of each fact of the short report, by label."""
    return {fact.label: fact.lines for fact in report.panel.facts}


def details(report):
    """Return the lines of each fact that the full report adds, by label."""
    return {fact.label: fact.lines for fact in report.panel.details}
