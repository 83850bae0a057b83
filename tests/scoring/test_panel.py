from math import isclose
from statistics import fmean

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readiness.pack.model import Noise
from readiness.responses import Form, Noted
from readiness.scoring.panel import view_panel
from readiness.scoring.people import own_views, who_answered
from readiness.scoring.results import evaluate
from readiness.scoring.score import score
from readiness.uncertainty.moderated import variance_of_score
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_question,
    a_response,
    a_trend,
)
from tests.strategies import assessments, levels

several = assessments(people=5).filter(lambda drawn: len(drawn[1]) > 1)


def a_panel(pack, *answers, form=Form.FULL):
    """View the panel of people who each give a dict of answers."""
    people = [
        a_response(pack, respondent=f"person-{n}", form=form, **given)
        for n, given in enumerate(answers)
    ]
    return viewed(pack, people)


def viewed(pack, responses):
    """View the panel of these responses."""
    return view_panel(evaluate(pack, responses))


def overall(pack, responses):
    """Return the overall score of these responses."""
    return score(pack, responses).score


def views_of(weights, people):
    """Return what each person makes of the weighted questions."""
    return own_views(weights, people)


def two_trends():
    return a_pack(
        a_trend("ai", a_capability("a"), a_capability("b")),
        a_trend("safe", a_capability("c", weight=3), a_capability("d")),
    )


def ids(questions):
    return [one.item.question.id for one in questions]


def again(responses):
    """Return every response a second time, as that of somebody else."""
    twins = [
        one.model_copy(update={"respondent": f"{one.respondent}-twin"})
        for one in responses
    ]
    return [*responses, *twins]


def test_one_person_is_no_panel():
    pack = a_pack()
    noted = {"pairing": Noted(note="ask Kim")}

    assert a_panel(pack, {"pairing": 3}) is None
    assert a_panel(pack, {"pairing": 3}, {}, noted) is None
    assert a_panel(pack) is None


def test_who_has_answered_nothing_is_not_counted():
    pack = a_pack()

    panel = a_panel(pack, {"pairing": 3}, {}, {"pairing": DONT_KNOW})

    assert len(panel.people) == 2
    assert panel.questions[0].asked == 2


def test_two_camps_are_disagreed_about_most_then_those_further_apart():
    pack = two_trends()

    panel = a_panel(
        pack,
        {"a": 0, "b": 0, "c": 2, "d": 0},
        {"a": 1, "b": 2, "c": 2, "d": 2},
        {"a": 3, "b": 4, "c": 2, "d": 4},
        {"a": 3, "b": 4, "c": 2, "d": 2},
    )

    assert ids(panel.disagreements()) == ["a", "b", "d"]


def test_of_what_is_as_far_apart_that_which_counts_more_comes_first():
    pack = two_trends()
    same = [{"c": level, "d": level} for level in (0, 0, 4)]

    panel = a_panel(pack, *same)

    assert ids(panel.disagreements()) == ["c", "d"]


def test_what_does_not_apply_to_the_team_is_no_disagreement():
    pack = two_trends()
    none = {"a": DOES_NOT_APPLY, "c": 2}

    panel = a_panel(pack, {"a": 0, "c": 2}, {"a": 4, "c": 2}, none, none, none)

    assert panel.disagreements() == ()
    assert "a" not in ids(panel.applicable())


def test_what_nobody_knows_comes_by_what_it_counts():
    pack = two_trends()
    unsure = {"a": 3, "c": DONT_KNOW, "d": DONT_KNOW}

    panel = a_panel(pack, unsure, unsure, {"a": 3, "c": 4, "d": 4})

    assert ids(panel.unknown()) == ["c", "d"]


def test_the_distance_of_a_trend_is_that_of_its_questions_by_weight():
    pack = two_trends()

    panel = a_panel(pack, {"c": 1, "d": 0}, {"c": 3, "d": 0}, {"c": 2, "d": 0})

    far = (1 + 0 + 1) / 3
    ai, safe = panel.trends
    assert safe.distance == pytest.approx(far * 3 / 4)
    assert (ai.distance, ai.people, ai.range) == (None, 0, None)


@pytest.mark.parametrize("people", [2, 3, 6])
def test_a_people_range_takes_three_people(people):
    pack = two_trends()

    panel = a_panel(pack, *[{"a": 2, "b": 2, "c": 2}] * people)

    assert (panel.range is not None) is (people >= 3)
    assert (panel.trends[0].range is not None) is (people >= 3)


def test_who_rated_nothing_of_a_trend_is_not_among_its_people():
    pack = two_trends()

    both = {"a": 2, "b": 2, "c": 2}

    panel = a_panel(pack, both, both, {"c": 2}, {"c": 2})

    ai, safe = panel.trends
    assert (ai.people, safe.people) == (2, 4)
    assert ai.range is None
    assert safe.range is not None


def test_where_too_little_is_known_for_a_score_there_is_no_people_range():
    panel = a_panel(two_trends(), *[{"a": 2, "c": 2}] * 3)

    assert panel.trends[0].range is None
    assert panel.trends[1].range is not None


def test_the_people_range_is_that_of_the_worked_example():
    # 3 people at 25, 50 and 75 points, one question: with the prior's 10 degrees of
    # freedom s2 = (10 * v0 + 1250) / 12, and 90 % of a normal are 1.645 errors wide
    pack = a_pack()

    panel = a_panel(pack, {"pairing": 1}, {"pairing": 2}, {"pairing": 3})

    v0 = variance_of_score(1, Noise())
    error = ((10 * v0 + 1250) / 12 / 3) ** 0.5
    assert panel.range.error == pytest.approx(error)
    assert panel.range.low == pytest.approx(50 - 1.644854 * error, abs=1e-4)
    assert panel.range.high == pytest.approx(50 + 1.644854 * error, abs=1e-4)


@given(several)
def test_the_people_range_holds_the_range_of_what_is_missing(drawn):
    panel, known = viewed(*drawn), overall(*drawn)

    if panel and panel.range:
        assert 0 <= panel.range.low <= known.low + 1e-9
        assert known.high - 1e-9 <= panel.range.high <= 100


def test_leaving_out_the_one_who_differs_moves_the_score_most():
    pack = a_pack()

    panel = a_panel(pack, {"pairing": 1}, {"pairing": 1}, {"pairing": 4})

    assert panel.swing == pytest.approx(25)
    assert panel.hangs_on_one


def test_five_points_more_or_less_hang_on_nobody():
    pack = a_pack(*(a_capability(f"c{n}") for n in range(5)))
    one = {f"c{n}": 2 for n in range(5)}

    panel = a_panel(pack, one, one | {"c0": 4})  # 10 points apart, 5 from the mean

    assert panel.swing == pytest.approx(5)
    assert not panel.hangs_on_one


@pytest.mark.parametrize(
    "answers",
    [
        [{"a": 3, "b": 3, "c": 3}, {"a": DONT_KNOW}],
        [{"a": 3}, {"a": 4}, {"a": 0}],
        [dict.fromkeys("abcd", DOES_NOT_APPLY)] * 2,
        [{"a": DONT_KNOW}] * 2,
    ],
    ids=["all known by one", "too little known", "nothing applies", "nothing known"],
)
def test_without_a_score_to_move_nobody_moves_it(answers):
    panel = a_panel(two_trends(), *answers)

    assert panel.swing is None
    assert not panel.hangs_on_one


def test_the_only_one_who_answered_all_questions_can_be_left_out():
    pack = a_pack(
        a_capability("a", questions=(a_question("a", quick=True),)), a_capability("b")
    )
    quick = a_response(pack, respondent="bo", form=Form.QUICK, a=2)
    full = a_response(pack, respondent="ana", a=2, b=4)

    panel = viewed(pack, [quick, full])

    assert panel.swing == pytest.approx(25)


@given(several)
def test_leaving_one_out_is_the_score_of_the_others(drawn):
    pack, responses = drawn
    panel = viewed(pack, responses)
    assume(panel is not None and panel.swing is not None)

    rests = [
        overall(pack, [other for other in panel.people if other is not one]).point
        for one in panel.people
    ]

    point = overall(pack, responses).point
    assert panel.swing == pytest.approx(max(abs(point - rest) for rest in rests))


@given(assessments(answers=levels, people=5))
def test_with_complete_answers_the_score_is_the_mean_of_the_peoples_own(drawn):
    pack, responses = drawn

    views = views_of(score(pack, responses).influence(), responses)

    assert overall(pack, responses).point == pytest.approx(fmean(views.scores))
    own = [overall(pack, [one]).point for one in responses]
    assert views.scores == pytest.approx(own)


@given(several)
def test_everybody_twice_leaves_all_scores(drawn):
    pack, responses = drawn

    once, twice = score(pack, responses), score(pack, again(responses))

    assert [item.value for item in once.items()] == pytest.approx(
        [item.value for item in twice.items()], nan_ok=True
    )
    assert once.score == twice.score


@given(several)
def test_everybody_twice_leaves_how_far_apart_they_are(drawn):
    pack, responses = drawn
    once = viewed(pack, responses)
    assume(once is not None)

    twice = viewed(pack, again(responses))

    for one, two in zip(once.questions, twice.questions, strict=True):
        assert one.median == two.median
        assert one.is_unknown_to_most <= two.is_unknown_to_most
        if one.deviation is not None:
            assert isclose(one.deviation, two.deviation, abs_tol=1e-9)


@given(st.data(), several)
def test_the_order_of_people_changes_nothing(data, drawn):
    pack, responses = drawn
    shuffled = data.draw(st.permutations(responses))

    one, other = (viewed(pack, r) for r in (responses, shuffled))

    assert (one is None) is (other is None)
    assume(one and other)
    assert ids(one.disagreements()) == ids(other.disagreements())
    assert [q.levels for q in one.questions] == [q.levels for q in other.questions]
    assert one.swing == pytest.approx(other.swing)
    assert one.range == other.range or isclose(one.range.low, other.range.low)


@given(several)
def test_somebody_who_answered_nothing_changes_nothing(drawn):
    pack, responses = drawn
    silent = a_response(pack, respondent="silent")

    one, other = viewed(pack, responses), viewed(pack, [*responses, silent])

    assert one == other


def test_a_mere_note_is_no_answer():
    pack = a_pack()
    noted = a_response(pack, respondent="bo", pairing=Noted(note="later"))
    known = a_response(pack, respondent="ana", pairing=DONT_KNOW)

    assert who_answered([noted, known]) == (known,)


def test_the_own_view_is_of_what_a_person_rated():
    pack = two_trends()
    weights = {"a": 1.0, "c": 3.0}
    people = [
        a_response(pack, respondent="ana", a=0, c=4),
        a_response(pack, respondent="bo", c=2, d=0),
        a_response(pack, respondent="cy", a=DONT_KNOW),
    ]

    views = views_of(weights, people)

    assert views.scores == (75, 50)
    assert views.items == pytest.approx(((1 + 3) ** 2 / (1 + 9) + 1) / 2)
    assert own_views(weights, people[2:]) is None
