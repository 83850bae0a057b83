"""An explanation tells nothing that a few people could be recognised by."""

import pytest

from readiness.comparison.explain import explain
from readiness.comparison.results import Cause, Quarter
from tests.builders import DOES_NOT_APPLY, DONT_KNOW, a_pack, a_response
from tests.comparison.test_explain import PEOPLE, a_quarter


def test_what_fewer_than_three_of_several_people_said_is_left_out():
    given_then = ({"pairing": n} for n in (1, 1, 2, DONT_KNOW))
    given_now = ({"pairing": n} for n in (DOES_NOT_APPLY,) * 4)

    moves = explain(a_quarter(None, *given_then), a_quarter(None, *given_now)).moves

    words = {(m.old_words, m.new_words) for m in moves}
    then = "1.3 (Level 1, 3 people), fewer than 3 otherwise"
    assert words == {(then, "not applicable (4 people)")}


@pytest.mark.parametrize("newcomer", [0, 3])
@pytest.mark.parametrize("is_backwards", [False, True])
def test_no_two_means_tell_what_one_person_newly_answered(newcomer, is_backwards):
    given_then = [{"pairing": n} for n in (1, 2, 2, DONT_KNOW)]
    given_now = [{"pairing": n} for n in (2, 2, 3, newcomer)]
    quarters = [a_quarter(None, *given_then), a_quarter(None, *given_now)]

    moves = explain(*(quarters[::-1] if is_backwards else quarters)).moves

    assert [move.cause for move in moves] == [Cause.ANSWERS]


def test_what_enough_people_newly_answered_is_shown_beside_what_others_changed():
    then = (1, 2, 2, *[DONT_KNOW] * 3)
    now = (2, 2, 3, 0, 1, 2)
    pack = a_pack()
    old, new = (
        Quarter(
            period="2026-Q4",
            pack=pack,
            responses=tuple(
                a_response(pack, respondent=f"p-{n}", pairing=given)
                for n, given in enumerate(people)
            ),
        )
        for people in (then, now)
    )

    words = {m.cause: m.new_words for m in explain(old, new).moves}

    assert words == {
        Cause.ANSWERS: "2.3 (Level 2, 3 people)",
        Cause.KNOWN: "1.7 (Level 2, 6 people)",
    }


def test_a_question_of_which_nothing_may_be_shown_is_left_out():
    given_then = ({"pairing": n} for n in (1, 1, DONT_KNOW, DONT_KNOW))
    given_now = ({"pairing": n} for n in (2, 2, DONT_KNOW, DONT_KNOW))

    explanation = explain(a_quarter(None, *given_then), a_quarter(None, *given_now))

    assert explanation.moves == ()


@pytest.mark.parametrize(("then", "now"), [(2, 1), (1, 2), (2, 2)])
def test_of_few_people_who_answered_both_times_nothing_is_shown(then, now):
    old = a_quarter(None, *[{"pairing": 1}] * then)
    new = a_quarter(None, *[{"pairing": DOES_NOT_APPLY}] * now)

    explanation = explain(old, new)

    assert explanation.moves == ()
    assert "no such workload" not in repr(explanation)


def test_for_the_anonymous_a_mean_is_the_nearest_level_and_one_person_says_nothing():
    people = PEOPLE * 2
    old, new = (
        Quarter(
            period="2026-Q4",
            pack=a_pack(),
            responses=tuple(
                a_response(a_pack(), respondent=f"{name}-{n}", pairing=level)
                for n, name in enumerate(people)
            ),
        )
        for level in (1, 4)
    )

    (move,) = explain(old, new, least=5).moves
    alone = explain(a_quarter(pairing=1), a_quarter(pairing=2), least=5)

    assert move.new_words == "about 4 (Level 4, 8 people)"
    assert alone.moves == ()


def test_nobody_is_named():
    people = [{"pairing": n} for n in (0, 1, 2, 3)]

    explanation = explain(a_quarter(None, *people), a_quarter(None, *people[::-1]))

    assert not any(name in repr(explanation) for name in PEOPLE)
