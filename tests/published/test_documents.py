"""Whatever a document is about, it has the very keys and values of its schema."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import pairwise
from json import loads as parse
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.cli.sample import sample_quarters
from readiness.comparison.calibration import calibrate
from readiness.comparison.compare import compare
from readiness.comparison.history import trace
from readiness.comparison.results import Cause, Quarter, Reason
from readiness.exchange.trackers import envelope as issues
from readiness.plan.file import read_plan
from readiness.plan.record import Status
from readiness.report import calibration_json, json
from readiness.report.calibration import build_calibration
from readiness.report.comparing import json as comparison
from readiness.report.comparing.build import Occasion, build_comparison
from readiness.report.comparing.review import review_plan
from readiness.report.documents.model import Redaction
from readiness.report.history import json as history
from readiness.report.history.build import build_history
from readiness.report.narrow import narrow
from readiness.report.panel_model import Disclosure
from readiness.responses import Form
from readiness.uncertainty.verdicts import Verdict
from tests.builders import a_capability, a_pack, a_question, a_response
from tests.comparison.twice import MAY, MOVED, STEADY, a_time
from tests.documents import (
    HOSTILE,
    LONG,
    MADE_ON,
    as_document,
    demo_document,
    document_of,
    hostile_document,
    small_document,
)
from tests.exchange.listing import a_full_task, a_list, a_task, an_inquiry
from tests.plan.documents import drawn, filled
from tests.published.shapes import flaws_of, schema_of
from tests.report.comparing.values import (
    a_change,
    a_comparison,
    a_move,
    a_record,
    a_report,
)
from tests.report.panels import a_wide_pack, everywhere, report_of
from tests.strategies import packs, responses

LEADERS = [("lead", everywhere(3))] * 5
OTHERS = [("dev", everywhere(1, ai_a=3))] * 5
SILENT = [("", everywhere(2))]


def of_people(*people, disclosure=Disclosure.USUAL):
    return as_document(report_of(a_wide_pack(), *people, disclosure=disclosure))


def a_quick_look():
    pack = a_pack(a_capability(questions=(a_question("a", quick=True), a_question())))
    return document_of(pack, a_response(pack, form=Form.QUICK, a=1))


def a_hostile_document(text):
    """Build one with ``text`` in all but the causes, whose names are ours."""
    made = hostile_document(text)
    causes = demo_document().changes.causes
    return replace(made, changes=replace(made.changes, causes=causes))


DOCUMENTS: dict[str, Callable[[], Any]] = {
    "demo": demo_document,
    "small": small_document,
    "hostile": lambda: a_hostile_document(HOSTILE),
    "long": lambda: a_hostile_document(LONG),
    "redacted": lambda: demo_document(redacted=frozenset(Redaction)),
    "quick": a_quick_look,
    "one trend": lambda: as_document(narrow(demo_document().report, "zero-trust")),
    "nobody rated": lambda: document_of(a_pack(), a_response(a_pack())),
    "two people": lambda: of_people(*LEADERS[:1], *SILENT),
    "two groups": lambda: of_people(*LEADERS, *OTHERS),
    "names": lambda: of_people(*LEADERS, *SILENT, disclosure=Disclosure.NAMES),
    "few, anonymous": lambda: of_people(*OTHERS[:4], disclosure=Disclosure.ANONYMOUS),
    "anonymous": lambda: of_people(*LEADERS, *OTHERS, disclosure=Disclosure.ANONYMOUS),
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_report_is_as_its_schema_says(name):
    document = DOCUMENTS[name]()

    assert flaws_of(json.render(document)) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_plan_is_as_its_schema_says(name):
    report = DOCUMENTS[name]().report

    assert flaws_of(json.render_plan(report, focus="zero-trust")) == []


@pytest.mark.parametrize("status", Status)
def test_a_plan_that_people_edited_is_as_its_schema_says(status):
    made = drawn(pairing=1, tests=1)
    fields = {"owner": "Ana", "due": "2026-12-01", "status": status.value}
    text = filled(made.document(), made.report.steps[0].id, **fields)

    plan = json.render_plan(made.report, file=read_plan(text, "plan.md"))

    assert flaws_of(plan) == []
    assert f'"status": "{status.replace(" ", "_")}"' in plan
    assert '"assignee": "Ana"' in plan


@settings(max_examples=25)
@given(data=st.data())
def test_whatever_people_answer_all_documents_are_as_their_schemas_say(data):
    pack = data.draw(packs())
    forms = st.sampled_from(Form)
    one, other = (
        [
            data.draw(responses(pack, respondent=f"p{n}", forms=forms))
            for n in range(data.draw(st.integers(1, 4)))
        ]
        for _ in range(2)
    )
    quarters = [
        Quarter(period=period, pack=pack, responses=tuple(people))
        for period, people in (("2026-Q3", one), ("2026-Q4", other))
    ]
    made = document_of(pack, *other)
    compared = build_comparison(compare(*quarters), Occasion(made_on=MADE_ON))
    traced = build_history(trace(quarters), made_on=MADE_ON)

    texts = [
        json.render(made),
        json.render_plan(made.report),
        comparison.render(compared),
        history.render(traced),
    ]

    assert [flaw for text in texts for flaw in flaws_of(text)] == []


def test_the_comparison_of_the_sample_is_as_its_schema_says():
    for pair in pairwise([*sample_quarters(), *sample_quarters()]):
        made = build_comparison(compare(*pair), Occasion(made_on=MADE_ON, is_demo=True))

        assert flaws_of(comparison.render(made)) == []


@pytest.mark.parametrize("verdict", Verdict)
def test_a_comparison_with_any_verdict_is_as_its_schema_says(verdict):
    text = comparison.render(a_report(a_comparison(a_change(verdict=verdict))))

    assert flaws_of(text) == []
    assert f'"verdict": "{verdict.replace(" ", "_")}"' in text


@pytest.mark.parametrize("reason", Reason)
def test_a_comparison_that_fails_for_any_reason_is_as_its_schema_says(reason):
    apart = a_change(verdict=Verdict.NOT_COMPARABLE, reason=reason, old=None)

    text = comparison.render(a_report(a_comparison(apart)))

    assert flaws_of(text) == []
    assert f'"reason": "{reason.replace(" ", "_")}"' in text


@pytest.mark.parametrize("cause", Cause)
def test_a_move_for_any_cause_is_as_its_schema_says(cause):
    shown = a_comparison()
    moves = (a_move(cause), a_move(cause, points=None, old=None, new=None))
    explained = replace(shown.explanation, moves=moves)

    made = a_report(replace(shown, explanation=explained))

    assert flaws_of(comparison.render(made)) == []


def test_a_comparison_with_a_plan_is_as_its_schema_says():
    shown = a_comparison()
    review = review_plan(a_record(), {"ai-1": Status.DONE}, shown)
    occasion = Occasion(made_on=MADE_ON, review=review)

    text = comparison.render(build_comparison(shown, occasion))

    assert flaws_of(text) == []
    assert '"statuses": {\n      "open": 1,\n      "done": 1\n    }' in text


@pytest.mark.parametrize("count", [1, 2])
def test_a_history_of_one_quarter_or_more_is_as_its_schema_says(count):
    traced = trace(sample_quarters()[:count])

    made = build_history(traced, made_on=MADE_ON, is_demo=True)

    assert flaws_of(history.render(made)) == []


def test_a_history_whose_questions_changed_is_as_its_schema_says():
    before, now = a_pack(), a_pack().model_copy(update={"version": "1.1.0"})
    quarters = [
        Quarter(period=period, pack=pack, responses=(a_response(pack),))
        for period, pack in (("2026-Q3", before), ("2026-Q4", now))
    ]

    text = history.render(build_history(trace(quarters), made_on=date(2026, 11, 22)))

    assert flaws_of(text) == []
    assert '"new_version": "1.1.0"' in text


@pytest.mark.parametrize(("at", "people"), [(None, 1), (MAY, 4)])
def test_a_calibration_is_as_its_schema_says(at, people):
    first = a_time(*[STEADY] * people, at=at)
    second = a_time(*[MOVED] * people, at=at)

    made = build_calibration(calibrate(first, second), first, second)

    assert flaws_of(calibration_json.render(made)) == []


@pytest.mark.parametrize("status", Status)
def test_issues_are_as_their_schema_says(status):
    tasks = (a_task(status=status), a_full_task(), an_inquiry())

    assert flaws_of(issues.render(a_list(*tasks))) == []


def test_what_stands_inside_a_page_is_the_report_without_what_the_schema_names():
    document = demo_document()
    whole, line = (
        parse(render(document)) for render in (json.render, json.render_line)
    )

    left_out = {
        *(whole.keys() - line.keys()),
        *(whole["answers"][0].keys() - line["answers"][0].keys()),
        *(whole["later"][0].keys() - line["later"][0].keys()),
        *(whole["panel"].keys() - line["panel"].keys()),
    }

    assert len(left_out) == 6 + 3 + 13 + 1 - 1  # evidence is left out of two of them
    said = schema_of("report")["description"]
    assert all(re.search(rf"\b{key}\b", said) for key in left_out)
    assert all(line[key] == whole[key] for key in ("overall", "trends", "actions"))
