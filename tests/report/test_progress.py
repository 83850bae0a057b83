"""Who does what by when, and why something is set aside, is in the report's lines."""

from dataclasses import replace
from datetime import date

import pytest

from readiness.plan.file import read_plan
from readiness.plan.make import make_plan
from readiness.plan.record import Status
from readiness.report import sentences, terminal_plan
from readiness.report.build import build_report
from readiness.report.disclosure import disclose
from readiness.report.documents.model import Redaction
from readiness.report.documents.redaction import redact
from readiness.report.narrow import narrow
from readiness.report.panel_model import Disclosure
from readiness.scoring.results import evaluate
from tests.builders import a_capability, a_pack, a_response, a_rule, an_action
from tests.plan.documents import drawn, filled

TODAY = date(2026, 11, 22)
WHO = "risk accepted by Anna Weiß until 2027-01-31"
ACCEPTED = "the risk was accepted by Anna Weiß until 2027-01-31"


def a_team_pack(actions=1):
    """Build a pack in which delivery rests on tests, and a rule asks for delivery."""
    ladder = range(1, actions + 1)
    names = {"tests": (), "delivery": ("tests",), "roles": ()}
    parts = (
        a_capability(
            name, prerequisites=needs, actions=tuple(an_action(name, n) for n in ladder)
        )
        for name, needs in names.items()
    )
    rule = a_rule(condition="delivery < 1", remedies=("delivery",))
    return a_pack(*parts, rules=(rule,))


def results_of(*people):
    pack = a_team_pack()
    asked = people or ({"tests": 0, "delivery": 0, "roles": 0},)
    said = [a_response(pack, respondent=f"p{n}", **one) for n, one in enumerate(asked)]
    return evaluate(pack, said)


def written(**actions):
    """Return a plan in which these fields are filled in, and the statuses it means."""
    text = drawn(pack=a_team_pack()).document()
    for action, fields in actions.items():
        text = filled(text, f"{action}-1", **fields)
    file = read_plan(text, "plan.md")
    assert file is not None
    settled = {a.id: Status.STARTED if a.is_begun else a.status for a in file.actions}
    return file, settled


def reported(today=TODAY, **actions):
    """Return the report of a team with a plan in which these fields are filled in."""
    file, settled = written(**actions)
    results = results_of()
    plan = make_plan(results, settled=settled)
    return build_report(results, plan, made_on=today, file=file)


def step_of(report, id_):
    lines = (*report.steps, *report.later, *report.aside)
    return next(line for line in lines if line.id == id_)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, ""),
        ({"status": "open, after the freeze"}, "open, after the freeze"),
        (
            {"owner": "Zoë Öztürk", "status": "in progress", "due": "2026-11-13"},
            "Zoë Öztürk, in progress, due 2026-11-13: overdue",
        ),
        (
            {"owner": "R&D", "due": "2026-11-23, if legal agrees"},
            "R&D, due 2026-11-23, if legal agrees",
        ),
    ],
)
def test_what_people_typed_of_a_step_is_told(fields, words):
    report = reported(roles=fields)

    assert step_of(report, "roles-1").progress_words == words


def test_the_fields_of_a_step_are_apart_for_programs():
    fields = {"owner": "Zoë", "status": "in progress, slow", "due": "2026-11-13"}

    step = step_of(reported(roles=fields), "roles-1")

    assert (step.assignee, step.due, step.status) == (
        "Zoë",
        "2026-11-13",
        "in progress",
    )
    assert step.is_overdue
    assert step.owner == "Tech lead"


def test_without_a_file_nothing_is_told():
    results = results_of()

    report = build_report(results, make_plan(results), made_on=TODAY)

    assert {line.progress_words for line in report.steps} == {""}


def test_what_is_settled_says_who_why_and_until_when():
    report = reported(
        tests={"status": f"{WHO}, it goes"},
        roles={"status": "done", "owner": "Zoë"},
    )

    assert step_of(report, "tests-1").progress_words == f"{ACCEPTED}, it goes"
    assert step_of(report, "roles-1").progress_words == "done (owner: Zoë)"


def test_a_risk_whose_date_is_over_is_to_be_looked_at_again():
    report = reported(date(2027, 2, 1), tests={"status": WHO})

    words = step_of(report, "tests-1").progress_words
    assert words == f"{ACCEPTED}: to be looked at again"


def test_what_rests_on_an_accepted_risk_is_set_aside_with_the_reason():
    report = reported(tests={"status": WHO})

    assert [line.id for line in report.aside] == ["tests-1", "delivery-1"]
    reason = f'it rests on "Lift tests to 1": {ACCEPTED}'
    assert step_of(report, "delivery-1").progress_words == reason


def test_a_finding_that_nobody_will_cure_says_who_decided_so():
    report = reported(tests={"status": WHO})

    words = f'Stays open: {ACCEPTED} (action "Lift tests to 1")'
    assert report.findings[0].stays_open == words


def test_a_finding_that_the_plan_cures_stays_open_for_nobody():
    assert reported().findings[0].stays_open == ""


def test_terminal_and_sentences_say_all_of_it(shown):
    report = reported(tests={"status": WHO}, roles={"owner": "Zoë"})

    drawn_plan = " ".join(shown(report, what=terminal_plan.render).split())
    whole = " ".join(shown(report).split())
    texts = (sentences.render(report), sentences.render_plan(report))
    for text in (drawn_plan, whole, *texts):
        assert f"Lift tests to 1: {ACCEPTED}" in text
        assert "Lift delivery to 1: it rests on" in text
        assert f"Stays open: {ACCEPTED}" in text
        assert "Zoë" in text


def test_what_comes_after_the_plan_says_who_has_it_too(shown):
    report = reported(roles={"owner": "Zoë"})
    moved = replace(report, steps=(), later=report.steps)

    assert "+33 points" not in shown(moved, what=terminal_plan.render)
    assert "; Zoë)" in shown(moved, what=terminal_plan.render)
    assert " Zoë." in sentences.render_plan(moved)


SECRET = {
    "roles": {
        "owner": "zqowner",
        "status": "in progress, zqreason",
        "due": "2026-11-13, zqcomment",
    },
    "tests": {"status": "risk accepted by zqboss until 2027-01-31"},
}


def test_redacting_names_clears_all_that_somebody_typed_of_the_plan():
    report = redact(reported(**SECRET), {Redaction.NAMES})

    step = step_of(report, "roles-1")
    assert step.assignee == ""
    assert step.progress_words == "in progress, due 2026-11-13: overdue"
    bare = "the risk was accepted until 2027-01-31"
    assert step_of(report, "tests-1").progress_words == bare
    assert report.findings[0].stays_open.startswith(f"Stays open: {bare} (action")
    assert "zq" not in repr(report)


def test_redacting_notes_leaves_the_owner_and_no_reason():
    report = redact(reported(**SECRET), {Redaction.NOTES})

    words = "zqowner, in progress, due 2026-11-13: overdue"
    assert step_of(report, "roles-1").progress_words == words
    said = repr(report)
    assert not [word for word in ("zqreason", "zqcomment", "zqboss") if word in said]


@pytest.mark.parametrize("people", [1, 3])
def test_an_anonymous_report_names_nobody_of_the_plan(people):
    said = ({"tests": 0, "delivery": 0, "roles": 0},) * people
    file, settled = written(**SECRET)

    anonymous = disclose(
        results_of(*said),
        Disclosure.ANONYMOUS,
        plan=lambda results: make_plan(results, settled=settled),
        build=lambda results, plan: build_report(
            results, plan, made_on=TODAY, file=file
        ),
    )

    assert "zq" not in repr(anonymous)
    assert anonymous.findings[0].stays_open.startswith("Stays open: the risk was")


def test_a_report_on_one_trend_leaves_out_what_is_set_aside_elsewhere():
    report = reported(tests={"status": WHO})
    elsewhere = replace(report.aside[0], trend="Elsewhere")

    short = narrow(replace(report, aside=(*report.aside, elsewhere)), "ai")

    assert short.aside == report.aside
