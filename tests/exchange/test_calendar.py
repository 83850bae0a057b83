from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from readiness.exchange.calendar import render
from readiness.period import Period
from readiness.plaintext import clean
from readiness.plan.document.seal import is_untouched
from readiness.plan.record import Status
from tests.builders import NOON
from tests.exchange.listing import MADE_ON, a_full_task, a_list, a_task, an_example

DUE = date(2026, 12, 18)
ESCAPES = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})
HOSTILE = [
    "two\nlines",
    "x\nBEGIN:VEVENT\nSUMMARY:evil",
    "END:VCALENDAR",
    "commas, semicolons; colons: and \\n backslashes \\, \\;",
    '"quoted" ^n ^^',
    "ü🎉" * 150,
]


def events(listed, at=NOON):
    """Return the events by the first word of their titles, or by the whole title."""
    return Calendar.from_ical(render(listed, at)).events


def event_of(listed, words):
    (found,) = [event for event in events(listed) if words in event["summary"]]
    return found


def test_the_calendar_looks_as_accepted(assert_golden):
    text = render(an_example(), NOON).replace("\r\n", "\n")

    assert_golden(text, "export-calendar.ics")


def test_the_same_tasks_at_the_same_moment_give_the_same_calendar():
    assert render(an_example(), NOON) == render(an_example(), NOON)


def test_an_action_is_on_its_due_date_all_day_and_leaves_the_day_free():
    event = event_of(a_list(a_full_task(due=DUE)), "Lift")

    assert event.start == DUE
    assert event.end - event.start == timedelta(days=1)
    assert event["transp"] == "TRANSPARENT"


def test_an_alarm_rings_a_week_before():
    (alarm,) = event_of(a_list(a_full_task(due=DUE)), "Lift").alarms.times

    assert alarm.trigger == date(2026, 12, 11)


def test_an_action_says_in_the_calendar_what_it_takes():
    text = event_of(a_list(a_full_task(due=DUE)), "Lift")["description"]

    assert "Done when\nA bad change is refused\nTwo people say so" in text
    assert "Owner: Ana" in text


def test_what_has_no_date_or_is_settled_is_not_in_the_calendar():
    settled = [a_full_task(status=s) for s in (Status.DONE, Status.DROPPED)]

    titles = [e["summary"] for e in events(a_list(a_task(due=None), *settled))]

    assert not [title for title in titles if "Lift" in title]


def test_a_risk_accepted_until_a_day_is_in_the_calendar_as_one_to_look_at_again():
    risk = a_full_task(due=DUE, status=Status.ACCEPTED)

    titles = [e["summary"] for e in events(a_list(risk))]

    assert [t for t in titles if t.startswith("Risk to look at again: Lift")]


def test_nobody_is_invited():
    text = render(an_example(), NOON)

    assert "ORGANIZER" not in text
    assert "ATTENDEE" not in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_and_does_nothing(text):
    task = a_full_task(title=text, details=text, owner=text, due=DUE)
    bare = events(a_list(a_full_task(due=DUE), team="Payments"))
    named = a_list(team=text)

    found = events(a_list(task, team=text))

    assert len(found) == len(bare)
    calendar = Calendar.from_ical(render(named, NOON))
    assert calendar["x-wr-calname"] == calendar["name"]
    assert calendar["name"] == f"Readiness: {text.translate(ESCAPES)}"
    (event,) = [e for e in found if e.start == DUE]
    assert event["summary"].startswith(" ".join(text.split())[:240])
    assert f"Owner: {' '.join(text.split())}" in event["description"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=90))
def test_any_text_that_is_clean_comes_back_as_it_was(text):
    title = " ".join(clean(text).split())

    (event,) = [
        e for e in events(a_list(a_task(title=title, due=DUE))) if e.start == DUE
    ]

    assert event["summary"] == title


def test_no_line_is_longer_than_the_format_allows():
    task = a_full_task(title="ü🎉" * 150, details="x" * 3000, due=DUE)

    lines = render(a_list(task), NOON).encode().split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_the_seal_does_not_hide_anything_from_other_programs():
    calendar = Calendar.from_ical(render(an_example(), NOON))

    assert is_untouched(render(an_example(), NOON))
    assert len(str(calendar["x-readiness-seal"])) == 64
    assert calendar["version"] == "2.0"


def test_a_second_export_moves_events_instead_of_doubling_them():
    first = a_list(a_full_task(due=DUE))
    moved = a_list(
        a_full_task(due=date(2027, 1, 2), title="Called otherwise", owner="Jon"),
        made_on=MADE_ON + timedelta(days=20),
    )

    uids = [{str(e["uid"]) for e in events(listed)} for listed in (first, moved)]

    assert uids[0] == uids[1]
    assert len(uids[0]) == 3


def test_events_of_other_actions_teams_and_quarters_are_others():
    lists = [
        a_list(a_full_task(id_="one", due=DUE), a_full_task(id_="two", due=DUE)),
        a_list(a_full_task(id_="one", due=DUE), team_id="search"),
        a_list(a_full_task(id_="one", due=DUE), period="2026-Q3"),
    ]

    due = [str(e["uid"]) for li in lists for e in events(li) if e.start == DUE]

    assert len(set(due)) == 4


def test_events_are_stamped_in_utc():
    at = datetime(2026, 11, 22, 14, 0, tzinfo=timezone(timedelta(hours=2)))

    text = render(a_list(), at)

    assert "DTSTAMP:20261122T120000Z" in text
    assert at == events(a_list(), at)[0].DTSTAMP


def test_the_plan_is_reviewed_every_second_monday_until_the_next_check():
    event = event_of(a_list(), "Review")

    assert event.start == date(2026, 11, 23)
    assert event["rrule"]["freq"] == ["WEEKLY"]
    assert event["rrule"]["interval"] == [2]
    assert event["rrule"]["until"] == [date(2026, 12, 21)]
    assert "readiness plan --team payments" in event["description"]


@pytest.mark.parametrize("days", range(1, 44))
def test_later_exports_review_on_the_same_mondays(days):
    made_on = MADE_ON + timedelta(days=days)
    reviews = {date(2026, 11, 23) + timedelta(weeks=2 * n) for n in range(8)}

    starts = [
        e.start for e in events(a_list(made_on=made_on)) if "Review" in e["summary"]
    ]

    assert all(start in reviews and start > made_on for start in starts)


def test_nothing_is_reviewed_in_the_last_two_weeks_before_the_check():
    listed = a_list(made_on=date(2026, 12, 28))

    assert not [e for e in events(listed) if "Review" in e["summary"]]


def test_the_next_assessment_is_on_the_first_monday_of_the_next_quarter():
    event = event_of(a_list(), "assessment for 2027-Q1")

    assert event.start == date(2027, 1, 4)
    assert "Type: readiness assess --team payments" in event["description"]


def test_an_overdue_assessment_is_on_the_next_monday_and_of_its_own_quarter():
    found = events(a_list(period="2025-Q1"))

    (check,) = [e for e in found if "assessment" in e["summary"]]
    assert check["summary"] == "Readiness assessment for 2026-Q4, Payments"
    assert check.start == Period(2025, 1).next_check(MADE_ON) == date(2026, 11, 23)
    assert not [e for e in found if "Review" in e["summary"]]


def test_at_the_end_of_the_calendar_nothing_is_assessed():
    listed = replace(a_list(a_full_task(due=date.max)), period="9999-Q4")

    assert [e.start for e in events(listed)] == [date.max]


def test_a_sample_team_has_commands_that_work_for_it_and_a_mark_on_every_event():
    found = events(a_list(a_full_task(due=DUE), is_demo=True))

    assert all(e["summary"].startswith("[DEMO] ") for e in found)
    assert "readiness plan --demo" in found[1]["description"]
