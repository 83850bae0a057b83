from datetime import timedelta

import pytest

from readiness.interview.agenda import Agenda
from readiness.responses import Noted, Rated, Unknown
from tests.builders import NOON, a_capability, a_pack, a_response, a_trend
from tests.interview.scripted import a_profile_question

IDS = ("a", "b", "c", "d")


def rated(minutes=None):
    at = None if minutes is None else NOON + timedelta(minutes=minutes)
    return Rated(level=2, at=at)


def a_plain_pack(**fields):
    return a_pack(*map(a_capability, IDS), **fields)


def where(pack, **answers):
    """Return the id of the question that is asked first."""
    response = a_response(pack, **answers)
    agenda = Agenda(pack, response)
    return [*(item.id for item in agenda.items), "end"][agenda.start(response)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "a"),
        ({"a": rated(1)}, "b"),
        ({"a": rated(2), "b": rated(1)}, "c"),
        ({"c": rated(1)}, "d"),
        ({"a": rated(1), "d": rated(2)}, "b"),
        ({"b": rated(1), "c": rated(), "a": Unknown(at=NOON)}, "d"),
        ({"b": rated()}, "a"),
        ({"c": Noted(note="later", at=NOON)}, "a"),
        ({id_: rated(1) for id_ in IDS}, "end"),
    ],
)
def test_it_goes_on_after_the_question_answered_last(answers, expected):
    assert where(a_plain_pack(), **answers) == expected


def test_times_without_a_zone_count_as_utc():
    naive = Rated(level=1, at=(NOON + timedelta(minutes=5)).replace(tzinfo=None))

    assert where(a_plain_pack(), a=rated(1), b=naive) == "c"


def test_an_unanswered_profile_question_comes_before_everything():
    pack = a_plain_pack(profile=(a_profile_question(),))

    assert where(pack, a=rated(1)) == "regulated"
    assert where(pack, a=rated(1), profile={"regulated": "yes"}) == "b"


def test_optional_profile_questions_are_not_asked_of_who_comes_back():
    pack = a_plain_pack(profile=(a_profile_question("size", optional=True),))

    assert where(pack) == "size"
    assert where(pack, a=rated(1)) == "b"


def test_from_an_open_question_it_goes_to_the_next_open_one():
    pack = a_plain_pack()
    response = a_response(pack, b=1, c=1)
    agenda = Agenda(pack, response)

    assert agenda.after(0, response, was_open=True) == 3
    assert agenda.after(3, response, was_open=True) == 4


def test_decided_questions_are_walked_through_one_by_one():
    pack = a_plain_pack()
    response = a_response(pack, a=1, b=1, c=1)

    assert Agenda(pack, response).after(0, response, was_open=False) == 1


def test_a_trend_alone_has_its_own_profile_questions():
    profile = (
        a_profile_question("regulated"),
        a_profile_question("importance_ai", trend="ai"),
        a_profile_question("importance_people", trend="people"),
    )
    pack = a_pack(
        a_trend("ai", a_capability("a")),
        a_trend("people", a_capability("b")),
        profile=profile,
    )

    agenda = Agenda(pack, a_response(pack), pack.trends[1])

    assert [item.id for item in agenda.items] == ["regulated", "importance_people", "b"]
