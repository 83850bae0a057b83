import pytest

from readiness.comparison.explain import explain
from readiness.comparison.results import Cause, Quarter
from readiness.responses import Form
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_question,
    a_response,
    a_trend,
    an_answer,
)

PEOPLE = ("kim", "lee", "noor", "zoe")


def a_quarter(pack=None, *people, period="2026-Q4", **answers):
    """Build a quarter of people, each a dict of answers; of one by keywords."""
    pack = pack or a_pack()
    return Quarter(
        period=period,
        pack=pack,
        responses=tuple(
            a_response(pack, respondent=name, **given)
            for name, given in zip(PEOPLE, people or (answers,), strict=False)
        ),
    )


def capabilities(*ids):
    return tuple(a_capability(id_) for id_ in ids)


def parts_of(explanation):
    return {part.cause: part.points for part in explanation.parts if part.points}


def counts_of(explanation):
    return {part.cause: part.count for part in explanation.parts if part.count}


def moved(explanation):
    return [
        (m.question.id, m.cause, None if m.points is None else round(m.points, 6))
        for m in explanation.moves
    ]


def test_a_changed_level_counts_for_the_weight_of_its_question():
    heavy = a_capability("pairing", weight=3)
    pack = a_pack(heavy, *capabilities("roles"))

    explanation = explain(
        a_quarter(pack, pairing=1, roles=2), a_quarter(pack, pairing=3, roles=1)
    )

    assert moved(explanation) == [
        ("pairing", Cause.ANSWERS, 37.5),
        ("roles", Cause.ANSWERS, -6.25),
    ]
    assert parts_of(explanation) == {Cause.ANSWERS: 31.25}
    assert counts_of(explanation) == {Cause.ANSWERS: 2}


def test_a_move_shows_both_answers_with_what_is_there_at_their_levels():
    (move,) = explain(a_quarter(pairing=1), a_quarter(pairing=3)).moves

    assert (move.old, move.new) == (1, 3)
    assert (move.old_words, move.new_words) == ("1 (Level 1)", "3 (Level 3)")
    assert move.old_anchor == "What is there at level 1."
    assert move.new_anchor == "What is there at level 3."
    assert (move.capability.id, move.trend.id) == ("pairing", "ai")


def test_an_answer_newly_given_or_lost_is_not_a_changed_answer():
    pack = a_pack(*capabilities("pairing", "roles", "reach"))

    explanation = explain(
        a_quarter(pack, pairing=2, roles=DONT_KNOW, reach=2),
        a_quarter(pack, pairing=2, roles=4),
    )

    assert explanation.difference == 25
    assert parts_of(explanation) == {Cause.KNOWN: 25}
    assert counts_of(explanation) == {Cause.KNOWN: 2}
    words = {m.question.id: (m.old_words, m.new_words) for m in explanation.moves}
    assert words == {
        "roles": ("don't know", "4 (Level 4)"),
        "reach": ("2 (Level 2)", "not answered"),
    }


def test_leaving_out_what_does_not_apply_any_more_is_a_cause_of_its_own():
    pack = a_pack(*capabilities("pairing", "roles"))

    explanation = explain(
        a_quarter(pack, pairing=4, roles=0),
        a_quarter(pack, pairing=4, roles=DOES_NOT_APPLY),
    )

    (move,) = explanation.moves
    assert parts_of(explanation) == {Cause.APPLICABLE: 50}
    assert counts_of(explanation) == {Cause.APPLICABLE: 1}
    assert move.points == 50
    assert (move.new, move.new_anchor) == (None, "")
    assert move.new_words == "not applicable (no such workload)"


def test_questions_that_take_each_others_weight_share_what_they_move_together():
    pack = a_pack(*capabilities("pairing", "roles", "reach"))

    explanation = explain(
        a_quarter(pack, pairing=4, roles=0, reach=0),
        a_quarter(pack, pairing=4, roles=DONT_KNOW, reach=DONT_KNOW),
    )

    assert moved(explanation) == [
        ("roles", Cause.KNOWN, round(100 / 3, 6)),
        ("reach", Cause.KNOWN, round(100 / 3, 6)),
    ]


def test_people_who_leave_and_join_are_counted_apart_from_changed_answers():
    left, joined = {"pairing": 4}, {"pairing": 2}
    old = a_quarter(None, {"pairing": 0}, left)
    new = a_quarter(None, {"pairing": 1}, left, joined)
    new = Quarter(
        period="2026-Q4",
        pack=new.pack,
        responses=(new.responses[0], new.responses[2]),
    )

    explanation = explain(old, new)

    assert explanation.difference == -12.5
    # 50 to 0 without who left, to 25 with another answer, to 37.5 with who joined
    assert parts_of(explanation) == {Cause.ANSWERS: 25, Cause.PEOPLE: -37.5}
    assert counts_of(explanation) == {Cause.ANSWERS: 1, Cause.PEOPLE: 2}


def test_if_nobody_answered_both_times_all_of_it_is_other_people():
    new = a_quarter(None, {"pairing": 0}, {"pairing": 4})
    joined = Quarter(period="2026-Q4", pack=new.pack, responses=new.responses[1:])

    explanation = explain(a_quarter(pairing=1), joined)

    assert parts_of(explanation) == {Cause.PEOPLE: 75}
    assert explanation.moves == ()


def test_other_weights_alone_move_the_score_without_any_answer():
    old = a_pack(*capabilities("pairing", "roles"))
    new = a_pack(a_capability("pairing", weight=3), *capabilities("roles"))

    explanation = explain(
        a_quarter(old, pairing=4, roles=0), a_quarter(new, pairing=4, roles=0)
    )

    assert parts_of(explanation) == {Cause.QUESTIONS: 25}
    assert counts_of(explanation) == {Cause.QUESTIONS: 1}
    assert explanation.moves == ()


def test_questions_that_are_new_or_gone_move_the_score_by_their_answers():
    old = a_pack(*capabilities("pairing", "roles"))
    new = a_pack(*capabilities("pairing", "reach"))

    explanation = explain(
        a_quarter(old, pairing=2, roles=0), a_quarter(new, pairing=2, reach=4)
    )

    assert moved(explanation) == [
        ("reach", Cause.QUESTIONS, 25),
        ("roles", Cause.QUESTIONS, 25),
    ]
    words = [(m.old_words, m.new_words) for m in explanation.moves]
    assert words == [("not asked", "4 (Level 4)"), ("0 (Level 0)", "not asked")]
    assert counts_of(explanation) == {Cause.QUESTIONS: 2}


def test_a_question_with_another_meaning_is_the_questionnaire_and_no_changed_answer():
    other = a_capability("roles", questions=(a_question("roles", revision=2),))
    old = a_pack(*capabilities("pairing", "roles"))
    new = a_pack(*capabilities("pairing"), other)

    explanation = explain(
        a_quarter(old, pairing=2, roles=0), a_quarter(new, pairing=2, roles=4)
    )

    assert moved(explanation) == [("roles", Cause.QUESTIONS, 50)]
    assert counts_of(explanation) == {Cause.QUESTIONS: 1}
    assert explanation.moves[0].old_words == "0 (Level 0)"
    assert explanation.moves[0].question.revision == 2


def test_no_question_is_blamed_alone_for_a_pack_that_was_replaced_entirely():
    old, new = (a_pack(*capabilities(id_)) for id_ in ("pairing", "roles"))

    explanation = explain(a_quarter(old, pairing=1), a_quarter(new, roles=2))

    assert parts_of(explanation) == {Cause.QUESTIONS: 25}
    assert explanation.moves == ()


def test_questions_that_only_the_full_form_asks_are_a_change_of_the_questionnaire():
    quick = a_capability("pairing", questions=(a_question("pairing", quick=True),))
    pack = a_pack(quick, *capabilities("roles"))
    look = a_response(pack, form=Form.QUICK, respondent="kim", pairing=2)

    explanation = explain(
        Quarter(period="2026-Q3", pack=pack, responses=(look,)),
        a_quarter(pack, pairing=2, roles=4),
    )

    assert moved(explanation) == [("roles", Cause.QUESTIONS, 25)]


def test_where_nothing_is_known_in_between_the_next_cause_moves_it_all():
    pack = a_pack(a_capability(questions=(a_question("roles"), a_question("reach"))))

    explanation = explain(
        a_quarter(pack, roles=1, reach=DONT_KNOW),
        a_quarter(pack, roles=DOES_NOT_APPLY, reach=3),
    )

    # half of the older is known, which is too little to be shown
    assert explanation.difference is None
    assert moved(explanation) == [
        ("reach", Cause.KNOWN, 50),
        ("roles", Cause.APPLICABLE, None),
    ]


def test_answers_of_a_cause_that_leaves_nothing_known_have_no_points_and_come_last():
    pack = a_pack(*capabilities("roles", "reach", "pairing"))

    explanation = explain(
        a_quarter(pack, roles=1, reach=3, pairing=DONT_KNOW),
        a_quarter(pack, roles=DOES_NOT_APPLY, reach=DOES_NOT_APPLY, pairing=4),
    )

    assert parts_of(explanation) == {Cause.KNOWN: 50}
    assert moved(explanation) == [
        ("pairing", Cause.KNOWN, 50),
        ("roles", Cause.APPLICABLE, None),
        ("reach", Cause.APPLICABLE, None),
    ]


def test_a_question_replaced_before_the_other_is_known_moves_nothing_yet():
    pack = a_pack(a_capability(questions=(a_question("roles"), a_question("reach"))))

    explanation = explain(
        a_quarter(pack, roles=1, reach=DONT_KNOW),
        a_quarter(pack, roles=DONT_KNOW, reach=3),
    )

    # in order: 25, nothing, 75; in reverse: 25, 50, 75
    assert moved(explanation) == [
        ("reach", Cause.KNOWN, (50 + 25) / 2),
        ("roles", Cause.KNOWN, (0 + 25) / 2),
    ]


def test_answers_to_a_score_that_had_no_point_are_listed_without_points():
    explanation = explain(a_quarter(pairing=DONT_KNOW), a_quarter(pairing=3))

    assert explanation.difference is None
    assert moved(explanation) == [("pairing", Cause.KNOWN, None)]


def test_of_equal_moves_the_first_of_the_pack_comes_first():
    trends = (a_trend(id_, *capabilities(f"{id_}-a")) for id_ in ("cloud", "ai"))
    pack = a_pack(*trends)

    explanation = explain(
        a_quarter(pack, cloud_a=1, ai_a=2), a_quarter(pack, cloud_a=2, ai_a=1)
    )

    assert [move.question.id for move in explanation.moves] == ["cloud-a", "ai-a"]


def test_of_several_people_the_mean_of_those_who_rated_both_times_is_shown():
    given_then = ({"pairing": n} for n in (1, 2, 2, DONT_KNOW))
    given_now = ({"pairing": n} for n in (2, 2, 3, 0))

    explanation = explain(a_quarter(None, *given_then), a_quarter(None, *given_now))

    move = next(m for m in explanation.moves if m.cause is Cause.ANSWERS)
    assert move.old == pytest.approx(5 / 3)
    assert move.old_words == "1.7 (Level 2, 3 people)"
    assert move.new_words == "2.3 (Level 2, 3 people)"
    assert move.old_anchor == "nearest level: What is there at level 2."


def test_of_several_people_all_are_counted_where_something_else_than_levels_changed():
    given_then = ({"pairing": n} for n in (DONT_KNOW, DONT_KNOW, 2))
    given_now = [{"pairing": 2}, {}, {"pairing": DOES_NOT_APPLY}]

    explanation = explain(
        a_quarter(None, *given_then), a_quarter(None, *given_now), least=1
    )

    words = {m.cause: (m.old_words, m.new_words) for m in explanation.moves}
    then = "2 (Level 2, 1 person), don't know (2 people)"
    now = "2 (Level 2, 1 person), not applicable (1 person), not answered (1 person)"
    assert words == {Cause.APPLICABLE: (then, now), Cause.KNOWN: (then, now)}


def test_several_people_none_of_whom_knew_have_no_level():
    nobody = [{"pairing": DONT_KNOW}] * 4
    given_now = [{"pairing": n} for n in (1, 2, 1, 2)]

    explanation = explain(a_quarter(None, *nobody), a_quarter(None, *given_now))

    (move,) = explanation.moves
    assert (move.old, move.old_words) == (None, "don't know (4 people)")
    assert move.old_anchor == ""
    assert move.new_words == "1.5 (Level 2, 4 people)"


def test_an_answer_that_only_got_a_note_is_no_move():
    noted = an_answer(2).model_copy(update={"note": "seen on Monday"})

    explanation = explain(a_quarter(pairing=2), a_quarter(pairing=noted))

    assert explanation.moves == ()
