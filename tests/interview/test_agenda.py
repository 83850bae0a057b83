from datetime import timedelta

import pytest

from readiness.interview.agenda import Agenda
from readiness.interview.previous import Hindsight
from readiness.interview.steps import Only
from readiness.responses import Form, Noted, Rated, Unknown
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    NOON,
    a_capability,
    a_pack,
    a_response,
    a_trend,
)
from tests.interview.scripted import a_profile_question, previously

IDS = ("a", "b", "c", "d")


def an_agenda(pack, response, *, previous=None, **scope):
    hindsight = Hindsight(previous=previous or {}, today=NOON.date())
    return Agenda(pack, response, hindsight, **scope)


def rated(minutes=None):
    at = None if minutes is None else NOON + timedelta(minutes=minutes)
    return Rated(level=2, at=at)


def a_plain_pack(**fields):
    return a_pack(*map(a_capability, IDS), **fields)


def where(pack, **answers):
    """Return the id of the question that is asked first."""
    response = a_response(pack, **answers)
    agenda = an_agenda(pack, response)
    return [*(item.id for item in agenda.items), "end"][agenda.start(response)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "a"),
        ({"a": rated(1)}, "b"),
        ({"a": rated(2), "b": rated(1)}, "c"),
        ({"c": rated(1)}, "a"),
        ({"a": rated(1), "d": rated(2)}, "b"),
        ({"b": rated(1), "c": rated(), "a": Unknown(at=NOON)}, "d"),
        ({"b": rated()}, "a"),
        ({"c": Noted(note="later", at=NOON)}, "a"),
        ({id_: rated(1) for id_ in IDS}, "end"),
    ],
)
def test_it_goes_on_with_the_first_open_question(answers, expected):
    assert where(a_plain_pack(), **answers) == expected


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
    agenda = an_agenda(pack, response)

    assert agenda.after(0, response, was_open=True) == 3
    assert agenda.after(3, response, was_open=True) == 4


def test_decided_questions_are_walked_through_one_by_one():
    pack = a_plain_pack()
    response = a_response(pack, a=1, b=1, c=1)

    assert an_agenda(pack, response).after(0, response, was_open=False) == 1


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

    agenda = an_agenda(pack, a_response(pack), trend=pack.trends[1])

    assert [item.id for item in agenda.items] == ["regulated", "importance_people", "b"]


def order(pack, *, previous=None, response=None, **scope):
    """Return the ids of the questions as they are asked."""
    response = response or a_response(pack)
    agenda = an_agenda(pack, response, previous=previous, **scope)
    return [question.id for question in agenda.questions]


STALE = previously(days_ago=121)
FRESH = previously(days_ago=120)


@pytest.mark.parametrize(
    ("previous", "expected"),
    [
        ({}, "abcd"),
        (dict.fromkeys(IDS, FRESH), "abcd"),
        (dict.fromkeys(IDS, STALE), "abcd"),
        ({"a": FRESH, "b": FRESH, "c": STALE, "d": STALE}, "cdab"),
        ({"a": FRESH, "b": FRESH, "d": FRESH}, "cabd"),
        (dict.fromkeys(IDS, FRESH) | {"d": previously(is_changed=True)}, "dabc"),
        (dict.fromkeys(IDS, FRESH) | {"b": previously(DONT_KNOW)}, "bacd"),
        (dict.fromkeys(IDS, FRESH) | {"b": previously(DOES_NOT_APPLY)}, "abcd"),
    ],
)
def test_what_last_time_leaves_open_is_asked_first(previous, expected):
    assert "".join(order(a_plain_pack(), previous=previous)) == expected


def test_how_many_come_first_is_known():
    pack = a_plain_pack()
    previous = {"a": FRESH, "b": STALE, "c": FRESH}

    new, later = a_response(pack), a_response(pack, b=2)

    assert an_agenda(pack, new, previous=previous).asked_first(new) == 2
    assert an_agenda(pack, later, previous=previous).asked_first(later) == 1


def test_the_order_is_the_same_for_who_comes_back():
    pack = a_plain_pack()
    previous = {"a": FRESH, "b": STALE, "c": FRESH, "d": FRESH}
    response = a_response(pack, b=rated(1), a=rated(2))

    agenda = an_agenda(pack, response, previous=previous)

    assert [q.id for q in agenda.questions] == order(pack, previous=previous)
    assert agenda.items[agenda.start(response)].id == "c"


def test_questions_are_numbered_as_they_are_asked():
    pack = a_plain_pack(profile=(a_profile_question(),))
    agenda = an_agenda(pack, a_response(pack), previous={"d": STALE})

    positions = [agenda.position_of(number) for number in range(6)]

    assert positions == [None, 1, 2, 3, 4, None]
    assert agenda.number_at(4) == 4


@pytest.mark.parametrize(
    ("only", "expected"), [(Only.OPEN, "bd"), (Only.UNKNOWN, "ad"), (Only.STALE, "bc")]
)
def test_some_questions_can_be_asked_alone(only, expected):
    pack = a_plain_pack(profile=(a_profile_question(),))
    long_ago = Rated(level=1, at=NOON - timedelta(days=121))
    response = a_response(pack, a=DONT_KNOW, c=long_ago)
    previous = {
        "a": STALE,
        "b": previously(is_changed=True),
        "c": previously(DONT_KNOW),
        "d": previously(DONT_KNOW),
    }

    agenda = an_agenda(pack, response, previous=previous, only=only)

    assert agenda.profile == ()
    assert "".join(sorted(q.id for q in agenda.questions)) == expected


def test_an_answer_without_a_time_is_as_old_as_its_period():
    pack = a_plain_pack()
    response = a_response(pack, a=1)
    early = response.model_copy(update={"period": "2026-Q2"})

    assert order(pack, response=response, only=Only.STALE) == []
    assert order(pack, response=early, only=Only.STALE) == ["a"]


def test_only_keeps_to_the_trend_and_the_form():
    pack = a_pack(
        a_trend("ai", a_capability("a")), a_trend("people", a_capability("b"))
    )
    quick = a_response(pack, form=Form.QUICK)

    assert order(pack, only=Only.OPEN, trend=pack.trends[1]) == ["b"]
    assert order(pack, only=Only.OPEN, response=quick) == []


def test_what_is_asked_anew_is_open_until_it_is_answered_anew():
    pack = a_plain_pack()
    first, second = (Unknown(at=NOON + timedelta(minutes=n)) for n in (1, 2))
    before = a_response(pack, a=first, c=Unknown(at=NOON), b=1)
    after = before.with_answer("a", second)

    agenda = an_agenda(pack, before, only=Only.UNKNOWN)

    assert agenda.open_questions(before) == [0, 1]
    assert agenda.start(before) == 0
    assert agenda.open_questions(after) == [1]
    assert agenda.open_trends(after) == [pack.trends[0]] * 2
    assert agenda.start(after) == 1
