"""Whether the next quarter could prove what a plan promises."""

from math import fsum

import pytest

from readiness.comparison.compare import compare
from readiness.comparison.results import Quarter
from readiness.pack.model import Noise
from readiness.plan.make import make_plan
from readiness.plan.proof import find_proof
from readiness.plan.steps import Horizon
from readiness.responses import Form
from readiness.scoring.results import evaluate
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_question,
    a_response,
    a_trend,
    an_action,
)

ITEMS = 10  #: per trend


def a_part(trend, number):
    id_ = f"{trend}-{number}"
    actions = tuple(an_action(id_, to) for to in (1, 2, 3))
    return a_capability(id_, actions=actions)


PACK = a_pack(
    *(
        a_trend(t, *(a_part(t, n) for n in range(ITEMS)))
        for t in ("a", "b", "c", "d", "e")
    )
)


def a_panel(people, level, pack=PACK):
    answers = {question.id: level for question in pack.questions()}
    return [a_response(pack, respondent=f"p{n}", **answers) for n in range(people)]


def proof_of(people, level=0, pack=PACK, **wishes):
    results = evaluate(pack, a_panel(people, level, pack))
    return find_proof(results, make_plan(results, **wishes))


@pytest.mark.parametrize(
    ("people", "in_a_trend", "overall"), [(1, 20.3, 16.5), (5, 8.6, 7.0)]
)
def test_what_can_be_proved_is_that_of_the_table_for_the_strictest_of_six(
    people, in_a_trend, overall
):
    proof = proof_of(people)

    assert proof.people == people
    assert {round(trend.smallest, 1) for trend in proof.trends} == {in_a_trend}
    assert round(proof.overall.smallest, 1) == pytest.approx(overall, abs=0.5)


def test_it_is_what_a_comparison_says_that_the_next_quarter_could_prove():
    panel = tuple(a_panel(3, 1))
    quarter = Quarter(period="2026-Q3", pack=PACK, responses=panel)

    nodes = compare(quarter, quarter).nodes()
    proof = proof_of(3, level=1)

    for node, own in zip(nodes.values(), proof.nodes(), strict=True):
        assert own.smallest == pytest.approx(node.next_band)


@pytest.mark.parametrize("answer", [DOES_NOT_APPLY, DONT_KNOW])
def test_it_is_the_same_where_a_trend_has_no_figure(answer):
    answers = {question.id: 1 for question in PACK.questions()}
    answers |= {id_: answer for id_ in answers if id_.startswith("e")}
    panel = tuple(a_response(PACK, respondent=f"p{n}", **answers) for n in range(3))

    assert_alike(PACK, panel)


def test_it_is_the_same_where_part_of_a_capability_does_not_apply():
    questions = tuple(a_question(f"x-{n}") for n in range(4))
    parts = a_capability("x", questions=questions), *(a_part("a", n) for n in range(8))
    pack = a_pack(a_trend("a", *parts), a_trend("b", *(a_part("b", n) for n in "123")))
    answers = {
        question.id: DOES_NOT_APPLY if question.id in {"x-0", "x-1"} else 1
        for question in pack.questions()
    }
    panel = tuple(a_response(pack, respondent=f"p{n}", **answers) for n in range(3))

    assert_alike(pack, panel)


@pytest.mark.parametrize("forms", [(1, 2), (3, 0)])
def test_it_is_the_same_where_some_took_a_quick_look(forms):
    quick, full = forms
    questions = tuple(a_question(f"a-{n}", quick=n < 8) for n in range(20))
    pack = a_pack(
        a_trend("a", a_capability("a", questions=questions)),
        a_trend("b", *(a_part("b", n) for n in range(10))),
    )
    answers = {q.id: 1 for q in pack.questions()}
    looks = {id_: 1 for id_ in answers if pack.question_by_id[id_].quick}
    panel = (
        *(a_response(pack, respondent=f"f{n}", **answers) for n in range(full)),
        *(
            a_response(pack, form=Form.QUICK, respondent=f"q{n}", **looks)
            for n in range(quick)
        ),
    )

    assert_alike(pack, panel)


def assert_alike(pack, panel):
    """Check a proof against what a comparison says of the next quarter."""
    quarter = Quarter(period="2026-Q3", pack=pack, responses=panel)
    results = evaluate(pack, panel)

    nodes = compare(quarter, quarter).nodes()
    proof = find_proof(results, make_plan(results))

    assert {node.id for node in proof.nodes()} <= nodes.keys()
    for own in proof.nodes():
        assert own.smallest == nodes[own.id].next_band or (
            own.smallest == pytest.approx(nodes[own.id].next_band)
        )


def test_a_declared_trend_needs_a_smaller_change_and_the_others_a_larger_one():
    plain, focused = proof_of(1), proof_of(1, focus="b")

    declared, other = focused.trends[1], focused.trends[0]
    assert declared.is_focus
    assert declared.smallest < plain.trends[1].smallest
    assert other.smallest > plain.trends[0].smallest
    assert focused.overall.smallest > plain.overall.smallest


def test_a_focus_that_is_no_trend_of_the_score_changes_nothing():
    assert proof_of(1, focus="nowhere") == proof_of(1)


def test_what_is_expected_is_what_the_steps_gain():
    proof = proof_of(5, capacity=4)

    assert proof.overall.expected == pytest.approx(1)
    assert [t.expected for t in proof.trends] == pytest.approx([5, 0, 0, 0, 0])
    assert not any(node.is_proved for node in proof.nodes())


def test_what_is_planned_for_later_is_not_expected_of_the_next_quarter():
    results = evaluate(PACK, a_panel(3, 0))
    plan = make_plan(results)
    soon = [s.step for s in plan.scheduled if s.horizon is not Horizon.LATER]

    proof = find_proof(results, plan)

    assert proof.overall.expected == pytest.approx(fsum(s.gain.points for s in soon))
    assert 0 < len(soon) < len(plan.scheduled)
    assert not proof.is_whole


def test_as_many_people_as_are_said_to_be_needed_prove_it():
    needed = proof_of(5, capacity=6).trends[0].needed

    assert not proof_of(needed - 1, capacity=6).trends[0].is_proved
    assert proof_of(needed, capacity=6).trends[0].is_proved


def test_nobody_is_said_to_be_needed_for_less_than_thirty_people_can_prove():
    assert proof_of(1, capacity=2).overall.needed is None


def test_nothing_can_be_proved_of_what_nobody_rated_enough():
    pack = a_pack(
        a_trend("a", a_part("a", 0)), a_trend("b", *(a_part("b", n) for n in (1, 2)))
    )
    answers = {"a-0": 1, "b-1": 1, "b-2": DONT_KNOW}
    results = evaluate(pack, [a_response(pack, **answers)])

    proof = find_proof(results, make_plan(results))

    assert (proof.trends[1].smallest, proof.trends[1].needed) == (None, None)


def test_nothing_is_proved_where_it_would_take_more_than_a_whole_level():
    pack = a_pack(a_trend("a", a_part("a", 0)))

    one, many = proof_of(1, pack=pack), proof_of(20, pack=pack)

    assert one.trends[0].smallest is None
    assert many.trends[0].smallest is not None


def test_what_is_not_compared_is_not_proved_though_it_was_declared_beforehand():
    others = (a_trend(t, *(a_part(t, n) for n in range(10))) for t in "bcde")
    pack = a_pack(a_trend("a", *(a_part("a", n) for n in range(4))), *others)

    declared = proof_of(1, pack=pack, focus="a").trends[0]

    assert declared.is_focus
    assert declared.smallest is None


def test_however_exact_the_answers_less_than_one_step_of_ten_is_never_proved():
    pack = PACK.model_copy(update={"noise": Noise(item=0.001, shift=0)})

    assert proof_of(30, pack=pack).overall.smallest == 2.5


def test_a_quick_look_proves_what_it_asked():
    quick = tuple(a_question(f"q{n}", quick=True) for n in range(9))
    pack = a_pack(a_trend("a", a_capability("a", questions=quick)), a_trend("b"))
    answers = {f"q{n}": 1 for n in range(9)}
    results = evaluate(pack, [a_response(pack, form=Form.QUICK, **answers)])

    proof = find_proof(results, make_plan(results))

    assert [trend.id for trend in proof.trends] == ["a"]
    assert proof.overall.smallest == pytest.approx(proof.trends[0].smallest)


def test_without_any_score_there_is_nothing_to_prove():
    pack = a_pack()
    results = evaluate(pack, [a_response(pack, form=Form.QUICK)])

    proof = find_proof(results, make_plan(results))

    assert (proof.trends, proof.overall.smallest) == ((), None)
