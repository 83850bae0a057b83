from datetime import timedelta

import pytest

from readiness.interview.second_look import second_looks
from readiness.pack.rule import RuleKind
from readiness.responses import (
    Evidence,
    EvidenceKind,
    Form,
    NotApplicable,
    Noted,
    Rated,
    Unknown,
)
from tests.builders import (
    NOON,
    a_capability,
    a_pack,
    a_question,
    a_response,
    a_rule,
    a_trend,
)

IDS = ("a", "b", "c", "d")
CONSISTENCY = RuleKind.CONSISTENCY
UNBACKED = "level 4, the highest, without evidence."
IMPRESSION = "level 4, the highest, on your own impression alone."


def looks(pack=None, *, form=Form.FULL, **answers):
    """Return what is worth a second look, as pairs of question ids and a text."""
    pack = pack or a_pack(*map(a_capability, IDS))
    response = a_response(pack, form=form, **answers)
    return [(look.question_ids, look.text) for look in second_looks(pack, response)]


def given(*seconds):
    """Return answers that are all different, given at these seconds."""
    times = (None if at is None else NOON + timedelta(seconds=at) for at in seconds)
    return {
        id_: Rated(level=level, at=at)
        for level, (id_, at) in enumerate(zip(IDS, times, strict=True))
    }


def a_strict_pack(condition, **fields):
    rule = a_rule(condition=condition, kind=CONSISTENCY)
    return a_pack(*map(a_capability, IDS), rules=(rule,), **fields)


def backed_by(*kinds):
    pieces = tuple(Evidence(kind=kind, text="wiki/page") for kind in kinds)
    return Rated(level=4, evidence=pieces)


def test_much_that_is_ruled_out_is_pointed_out():
    out = NotApplicable(reason="none")

    assert looks(a=out, b=out, c=1, d=2) == [
        (("a", "b"), "not applicable, 2 of the 4 in Ai."),
    ]
    assert looks(a=out, b=1, c=3, d=2) == []


def test_a_quarter_that_is_ruled_out_is_not_much():
    ids = [f"q{n}" for n in range(8)]
    out = NotApplicable(reason="none")
    answers = {id_: n % 3 for n, id_ in enumerate(ids)} | {"q0": out, "q1": out}

    assert looks(a_pack(*map(a_capability, ids)), **answers) == []


def test_ordinary_answers_are_left_alone():
    assert looks(a=1, b=2, c=3, d=Unknown()) == []


def test_the_highest_level_wants_evidence():
    assert looks(a=4, b=3, c=4) == [(("a", "c"), UNBACKED)]


@pytest.mark.parametrize(
    "kind", [k for k in EvidenceKind if k is not EvidenceKind.IMPRESSION]
)
def test_the_highest_level_with_evidence_is_fine(kind):
    assert looks(a=backed_by(EvidenceKind.IMPRESSION, kind)) == []


def test_an_own_impression_alone_counts_as_no_evidence():
    assert looks(a=backed_by(EvidenceKind.IMPRESSION)) == [(("a",), IMPRESSION)]


def test_answers_that_contradict_each_other_name_the_rule():
    pack = a_strict_pack("a >= 3 and b < 2")

    assert looks(pack, a=3, b=1, c=2) == [
        (("a", "b"), "Finding R01. It makes matters worse.")
    ]


@pytest.mark.parametrize("answers", [{"a": 2, "b": 1}, {"a": 3}, {}])
def test_a_rule_that_does_not_fire_or_is_not_known_says_nothing(answers):
    assert looks(a_strict_pack("a >= 3 and b < 2"), **answers) == []


def test_a_risk_is_no_contradiction():
    pack = a_pack(*map(a_capability, IDS), rules=(a_rule(condition="a >= 3"),))

    assert looks(pack, a=3) == []


def test_a_rule_may_be_about_single_questions_and_whole_trends():
    pack = a_strict_pack("question(d) >= 3 and trend_mean(ai) >= 2")

    ((ids, _),) = looks(pack, a=2, b=2, c=2, d=3)

    assert set(ids) == set(IDS)


def test_only_questions_with_an_answer_are_named():
    pack = a_strict_pack("trend_mean(ai) >= 2")

    ((ids, _),) = looks(pack, a=2, b=3, c=2)

    assert ids == ("a", "b", "c")


def test_a_rule_about_figures_alone_names_no_question():
    assert looks(a_strict_pack("rated_answers() >= 1"), a=3) == []


def test_of_prerequisites_each_pair_is_a_contradiction_of_its_own():
    rule = a_rule(condition="max_prerequisite_gap() >= 2", kind=CONSISTENCY)
    pack = a_pack(
        a_capability("a"),
        a_capability("b"),
        a_capability("c", prerequisites=("a", "b")),
        rules=(rule,),
    )

    assert looks(pack, a=1, b=0, c=3) == [
        (("c", "a"), "C is far above what it rests on, A."),
        (("c", "b"), "C is far above what it rests on, B."),
    ]


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        ((0, 60, 120, 180), []),
        ((0, 2, 4, 60), []),
        ((0, 3, 6, 9), []),
        ((0, 0, 0, 0), []),
        ((None, None, None, None), []),
        ((0, 1, 2, 4), [(("b", "c", "d"), "answered in 4 seconds.")]),
        ((0, 0.25, 0.5, 0.75), [(("b", "c", "d"), "answered in 1 second.")]),
        ((0, 0.1, 0.2, 0.3), [(("b", "c", "d"), "answered in 1 second.")]),
        ((2, 4, 1, 0), [(("c", "a", "b"), "answered in 4 seconds.")]),
        ((0, 1, None, 3), []),
    ],
)
def test_answers_that_nobody_can_have_read_are_told(seconds, expected):
    assert looks(**given(*seconds)) == expected


def test_times_without_a_zone_count_as_utc():
    answers = given(0, 1, 2, 3)
    naive = answers["d"].at.replace(tzinfo=None)
    answers["d"] = Rated(level=3, at=naive)

    assert looks(**answers) == [(("b", "c", "d"), "answered in 3 seconds.")]


@pytest.mark.parametrize(
    ("answer", "words"), [(Rated(level=2), "level 2"), (Unknown(), "don't know")]
)
def test_a_trend_of_the_same_answers_is_told(answer, words):
    answers = dict.fromkeys(IDS, answer)

    assert looks(**answers) == [(IDS, f"the same answer to all of Ai: {words}.")]


@pytest.mark.parametrize("last", [3, Unknown(), Noted(note="later"), NotApplicable()])
def test_a_trend_with_other_answers_or_too_few_is_not(last):
    assert looks(a=2, b=2, c=2, d=last) == []


def test_what_does_not_apply_is_no_other_answer():
    pack = a_pack(*map(a_capability, (*IDS, "e")))

    assert looks(pack, **dict.fromkeys(IDS, 2), e=NotApplicable()) == [
        (IDS, "the same answer to all of Ai: level 2.")
    ]


def test_the_same_answers_are_counted_trend_by_trend():
    pack = a_pack(
        a_trend("ai", a_capability("a"), a_capability("b")),
        a_trend("people", a_capability("c"), a_capability("d")),
    )

    assert looks(pack, a=2, b=2, c=2, d=2) == []


def test_questions_that_the_form_does_not_ask_are_not_looked_at():
    questions = (a_question("a", quick=True), a_question("b"))
    pack = a_pack(a_capability("both", questions=questions))

    assert looks(pack, form=Form.QUICK, a=4, b=4) == [(("a",), UNBACKED)]


def test_what_weighs_most_comes_first():
    pack = a_strict_pack("a >= 3")
    answers = {
        id_: Rated(level=4, at=NOON + timedelta(seconds=n)) for n, id_ in enumerate(IDS)
    }

    assert [text for _, text in looks(pack, **answers)] == [
        "Finding R01. It makes matters worse.",
        UNBACKED,
        "answered in 3 seconds.",
        "the same answer to all of Ai: level 4.",
    ]
