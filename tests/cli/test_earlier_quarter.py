"""A report of an earlier quarter counts what was known then, and nothing later."""

from pathlib import Path

import pytest
from time_machine import travel

from readiness.errors import ExitCode
from readiness.store.plans import find_plan
from tests.builders import NOON
from tests.plan.documents import filled

LATER = "A later quarter was answered since."


def answered(run, period):
    lines = ["team: Payments", f"period: {period}", "respondent: ana", "answers:"]
    lines += [f"  {id_}: 1" for id_ in ids()]
    assert run("import", "-", input="\n".join(lines)).exit_code == ExitCode.OK


def ids():
    from tests.cli.commands import PACK

    return [question.id for question in PACK.questions()]


def settled(run, period, **fields):
    """Fill in the first action of the plan of a period, and write the plan again."""
    plan = Path("plan.md")
    assert run("plan", period, "-o", "plan.md").exit_code == ExitCode.OK
    text = plan.read_text(encoding="utf-8")
    first = text.partition("readiness:action id=")[2].partition(" ")[0]
    plan.write_text(filled(text, first, **fields), encoding="utf-8")
    return first


def seen_at(root, action):
    """Return when the status of an action was first seen, as it is kept."""
    record = find_plan(root, "payments", "2026-Q3")
    assert record is not None
    return record.actions[action].status_at


def first_action(run, period):
    return run("report", period, "--plain").stdout.partition("Action A1")[2][:60]


@pytest.fixture(name="before")
def _before(run):
    """Answer a quarter that is over, and return what its report says to do first."""
    answered(run, "2026-Q3")
    return first_action(run, "2026-Q3")


def test_of_the_latest_quarter_what_is_ticked_counts_whenever_it_is(run, before):
    settled(run, "2026-Q3", status="done", owner="Zoë")

    assert first_action(run, "2026-Q3") != before
    assert "done (owner: Zoë)" in run("report", "2026-Q3", "--plain").stdout


def test_what_was_settled_later_does_not_change_the_report_of_an_earlier_one(
    run, before
):
    settled(run, "2026-Q3", status="done", owner="Zoë")
    answered(run, "2026-Q4")
    assert run("plan", "2026-Q4", "-o", "plan.md").exit_code == ExitCode.OK

    told = run("report", "2026-Q3", "--plain").stdout

    assert first_action(run, "2026-Q3") == before
    assert LATER in told
    assert "Zoë" not in told
    assert LATER in run("plan", "2026-Q3", "--plain").stdout
    assert LATER not in run("report", "2026-Q4", "--plain").stdout


def test_what_was_settled_in_its_own_quarter_still_counts(run, before, own_store):
    with travel(NOON.replace(month=9), tick=False):
        first = settled(run, "2026-Q3", status="dropped, too dear")
        assert run("plan", "2026-Q3", "-o", "plan.md").exit_code == ExitCode.OK
    answered(run, "2026-Q4")

    told = run("report", "2026-Q3", "--plain").stdout

    assert first_action(run, "2026-Q3") != before
    assert "it was dropped" in told
    assert seen_at(own_store, first).month == 9


def test_what_is_open_again_has_no_date(run, before, own_store):
    first = settled(run, "2026-Q3", status="in progress")
    assert run("plan", "2026-Q3", "-o", "plan.md").exit_code == ExitCode.OK
    settled(run, "2026-Q3", status="open")
    assert run("plan", "2026-Q3", "-o", "plan.md").exit_code == ExitCode.OK

    assert seen_at(own_store, first) is None
    assert first_action(run, "2026-Q3") == before


def test_a_document_says_that_it_is_of_an_earlier_quarter(run, before):
    answered(run, "2026-Q4")

    told = run("report", "2026-Q3", "--format", "markdown", "-o", "-").stdout

    assert f"**Earlier quarter:** {LATER}" in told
    assert before
