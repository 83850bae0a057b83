"""Try to work a person out from an anonymous report, and fail."""

import json
from dataclasses import fields
from datetime import date
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from readiness.plan.make import make_plan
from readiness.plan.record import Status
from readiness.report import json as json_report
from readiness.report import markdown, sentences
from readiness.report.build import build_report
from readiness.report.disclosure import disclose
from readiness.report.panel_model import Disclosure
from readiness.responses import Rated
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_rule,
    a_trend,
    an_action,
)
from tests.documents import as_document
from tests.report.panels import report_of, results_of

IDS = ("a", "b", "c", "d")
LADDER = tuple(
    a_capability(id_, actions=tuple(an_action(id_, to=to) for to in (1, 2, 3)))
    for id_ in IDS
)
PACK = a_pack(
    a_trend("ai", *LADDER[:2]),
    a_trend("safe", *LADDER[2:]),
    rules=(
        a_rule("R01", condition="question(a) < 2"),
        a_rule("R02", condition="b < 2"),
        a_rule("R03", condition="level_share(3) >= 0.5"),
    ),
)
ANSWERS = st.sampled_from([0, 1, 2, 3, 4, DONT_KNOW, DOES_NOT_APPLY, None])
TEAMS = st.lists(
    st.fixed_dictionaries(dict.fromkeys(IDS, ANSWERS)), min_size=5, max_size=7
)
NOTED = Rated(level=0, note="a remark")


def anonymous(people):
    """Report on people who are each answers by id; ``None`` is no answer."""
    given_ = ({id_: a for id_, a in one.items() if a is not None} for one in people)
    return report_of(
        PACK, *(("", one) for one in given_), disclosure=Disclosure.ANONYMOUS
    )


def texts_of(report):
    return (
        json_report.render(as_document(report)),
        markdown.render(as_document(report)),
        sentences.render(report, full=True),
    )


def rated_by_few(people):
    counts = {id_: sum(isinstance(p[id_], int) for p in people) for id_ in IDS}
    return {id_ for id_, count in counts.items() if 0 < count < 5}


@given(TEAMS, st.data())
def test_no_figure_depends_on_what_one_to_four_of_five_or_more_rated(people, data):
    few = rated_by_few(people)
    others = [
        {
            id_: data.draw(st.integers(0, 4)) if id_ in few and type(a) is int else a
            for id_, a in one.items()
        }
        for one in people
    ]

    one, other = anonymous(people), anonymous(others)

    for field in fields(one):
        assert getattr(one, field.name) == getattr(other, field.name), field.name
    assert texts_of(one) == texts_of(other)


@given(
    st.lists(
        st.fixed_dictionaries(dict.fromkeys(IDS, st.integers(0, 4))),
        min_size=5,
        max_size=7,
    )
)
def test_what_hangs_on_one_person_is_told_nowhere(people):
    report = anonymous(people)

    panel = json.loads(texts_of(report)[0])["panel"]
    assert panel["leave_one_out"] is panel["one_person_drives"] is None
    ranges = [panel["people_range"], *(one["people_range"] for one in panel["trends"])]
    for found in filter(None, ranges):
        assert found["error"] is None
        assert found["low"] == int(found["low"])
        assert found["high"] == int(found["high"])
    assert all("One person drives" not in text for text in texts_of(report))


@given(TEAMS)
def test_gains_are_whole_points_wherever_they_stand(people):
    document = json.loads(texts_of(anonymous(people))[0])

    for step in (*document["actions"], *document["later"]):
        for name in ("gain", "gain_low", "gain_high", "trend_gain"):
            assert step[name] == int(step[name])


def test_what_is_withheld_counts_as_dont_know_and_nobody_is_counted_out():
    four_rate = [dict.fromkeys(IDS, 3)] * 4 + [{"a": None, "b": 3, "c": 3, "d": 3}]

    report = anonymous([{**one, "a": None} for one in four_rate[1:]] + four_rate[:1])

    assert dict(report.headline)["Known"] == "3 of 4 rated, 1 don't know"
    assert "What fewer than 5 rated counts as don't know" in report.left_out
    for text in texts_of(report):
        assert "less than half" not in text
    assert json.loads(texts_of(report)[0])["panel"]["rated_by_less_than_half"] == 0


def test_most_know_what_is_only_withheld():
    rated_by_three = {"a": 2, "b": 2, "c": 2, "d": 2}
    people = [rated_by_three] * 3 + [{**rated_by_three, "a": DONT_KNOW}] * 2

    panel = json.loads(texts_of(anonymous(people))[0])["panel"]

    assert panel["nobody_knows"] == []


def test_notes_stand_behind_no_step_whether_it_is_next_later_or_settled():
    many = "abcdefgh"
    pack = a_pack(*(a_capability(id_, actions=(an_action(id_, 3),)) for id_ in many))
    results = results_of(pack, *[("", dict.fromkeys(many, NOTED))] * 5)
    usual = make_plan(results)
    first = usual.steps()[0].action.id

    def plan(told):
        return make_plan(told, settled={first: Status.DONE})

    build = partial(build_report, made_on=date(2026, 11, 22))
    report = disclose(results, Disclosure.ANONYMOUS, plan=plan, build=build)

    for steps in (report.steps, report.later, report.aside):
        assert [cause for step in steps for cause in step.causes]
        assert all(not cause.note for step in steps for cause in step.causes)
