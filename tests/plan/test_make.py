import pytest

from readiness.plan.make import make_plan
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


def planned(pack, **answers):
    return make_plan(evaluate(pack, [a_response(pack, **answers)]))


def test_the_plan_leads_to_the_scores_of_its_steps():
    pack = a_pack(
        a_capability("pairing", actions=(an_action("pairing", 2),)), a_capability("x")
    )

    plan = planned(pack, pairing=1, x=3)

    assert plan.before.score.point == pytest.approx(50)
    assert plan.after.score.point == pytest.approx(62.5)


def test_reaching_a_level_never_takes_away_what_is_above_it():
    questions = (a_question("low"), a_question("high"))
    action = an_action("pairing", 2, lifts=("low", "high"))
    pack = a_pack(a_capability("pairing", questions=questions, actions=(action,)))

    plan = planned(pack, low=1, high=4)

    assert plan.after.score.point == pytest.approx(25 * (2 + 4) / 2)


def test_what_is_unknown_is_asked_foundations_first_then_what_tells_most():
    pack = a_pack(
        a_capability("big", weight=60),
        a_capability("base", weight=10, foundation=True),
        a_capability("small", weight=30),
    )

    inquiries = planned(pack, big=DONT_KNOW, base=DONT_KNOW).inquiries

    assert [i.question.id for i in inquiries] == ["base", "big", "small"]
    assert [i.narrows for i in inquiries] == pytest.approx([10, 60, 30])
    assert [i.said_unknown for i in inquiries] == [True, True, False]


def test_knowing_an_answer_narrows_the_trend_by_what_is_said():
    pack = a_pack(
        a_trend("ai", a_capability("a"), a_capability("b")),
        a_trend("safe", a_capability("c")),
    )
    unknown = evaluate(pack, [a_response(pack, a=2, b=DONT_KNOW, c=2)])
    known = evaluate(pack, [a_response(pack, a=2, b=0, c=2)])

    (inquiry,) = make_plan(unknown).inquiries

    def width(results):
        score = results.card.trends[0].score
        return score.high - score.low

    assert width(unknown) - width(known) == pytest.approx(inquiry.trend_narrows)


def test_what_does_not_apply_or_is_not_asked_is_not_asked_for():
    questions = (a_question("quick", quick=True), a_question("slow"))
    pack = a_pack(a_capability("pairing", questions=questions), a_capability("other"))
    results = evaluate(pack, [a_response(pack, form=Form.QUICK, quick=DOES_NOT_APPLY)])

    assert make_plan(results).inquiries == ()


@pytest.mark.parametrize(
    ("low", "high", "held"),
    [(3, 4, True), (2, 4, False), (DONT_KNOW, 4, False), (DOES_NOT_APPLY, 3, True)],
)
def test_only_what_is_at_the_target_in_every_answer_is_held(low, high, held):
    questions = (a_question("low"), a_question("high"))
    pack = a_pack(a_capability("pairing", questions=questions))

    holds = planned(pack, low=low, high=high).holds

    assert [capability.id for capability in holds] == (["pairing"] if held else [])
