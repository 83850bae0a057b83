"""The plan in a calendar (RFC 5545): due dates, reviews, and the next assessment.

Nobody is invited: the owners of a plan are names, not addresses.
"""

import shlex
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event, vText

from readiness import __version__
from readiness.exchange.tasks import LABEL, Task, TaskList
from readiness.exchange.trackers.sections import sections, title_of
from readiness.period import Period
from readiness.plan.document.seal import seal_calendar
from readiness.plan.record import Status

REMINDER = timedelta(weeks=1)  #: before a due date
BETWEEN_REVIEWS = timedelta(weeks=2)

# Of no meaning, and never to change: it makes the identities of all our events.
_NAMESPACE = UUID("3f0d2c1e-6a57-4c0b-9d1e-0a8f5b7e4c26")
_DAY = timedelta(days=1)


def render(listed: TaskList, at: datetime) -> str:
    """Return a calendar made ``at`` that moment, which has a time zone.

    The same event has the same identity every time, so that a second import moves it
    instead of doubling it. A seal shows whether the text was edited since.
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//readiness//readiness {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    name = f"Readiness: {listed.team}{' (DEMO DATA)' if listed.is_demo else ''}"
    for known_as in ("name", "x-wr-calname"):  # icalendar does not know these as text
        calendar.add(known_as, vText(name))
    for event in _events(listed):
        event.add("dtstamp", at)
        event.add("last-modified", at)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return seal_calendar(written.decode())


def _events(listed: TaskList) -> list[Event]:
    due = [_due(listed, t, t.due) for t in listed.tasks if t.due and _has_event(t)]
    check = Period.parse(listed.period).next_check(listed.made_on)
    if check is None:
        return due
    return [*due, *_reviews(listed, check), _check(listed, check)]


def _has_event(task: Task) -> bool:
    return not task.status.is_settled or task.status is Status.ACCEPTED


def _due(listed: TaskList, task: Task, day: date) -> Event:
    title = title_of(listed, task)
    if task.status is Status.ACCEPTED:
        title = f"Risk to look at again: {title}"
    event = _event(listed, (listed.period, task.id), day, title)
    event.add("description", _as_text(listed, task))
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", -REMINDER)
    alarm.add("description", f"Due in a week: {title}")
    event.add_component(alarm)
    return event


def _reviews(listed: TaskList, check: date) -> list[Event]:
    """Return the review every second Monday, counted back from the next check."""
    left = (check - listed.made_on - _DAY) // BETWEEN_REVIEWS
    if left < 1:
        return []
    first = check - left * BETWEEN_REVIEWS
    title = _marked(listed, f"Review of the readiness plan, {listed.team}")
    event = _event(listed, (listed.period, "review"), first, title)
    rule = {"freq": "weekly", "interval": 2, "until": check - BETWEEN_REVIEWS}
    event.add("rrule", rule)
    command = f"readiness plan {_option(listed)}"
    event.add("description", f"What is done, late or in the way?\nType: {command}")
    return [event]


def _check(listed: TaskList, day: date) -> Event:
    quarter = str(Period.of(day))
    title = _marked(listed, f"Readiness assessment for {quarter}, {listed.team}")
    event = _event(listed, (quarter, "assessment"), day, title)
    option = _option(listed)
    says = f"Type: readiness assess {option}\nThen: readiness compare {option}"
    event.add("description", says)
    return event


def _event(listed: TaskList, identity: tuple[str, str], day: date, title: str) -> Event:
    event = Event()
    event.add("uid", str(uuid5(_NAMESPACE, " ".join((listed.team_id, *identity)))))
    event.add("dtstart", day)  # a date alone lasts the whole day
    event.add("summary", title)
    event.add("categories", [LABEL])
    event.add("transp", "TRANSPARENT")  # a due date leaves the day free
    return event


def _option(listed: TaskList) -> str:
    return "--demo" if listed.is_demo else f"--team {shlex.quote(listed.team_id)}"


def _marked(listed: TaskList, title: str) -> str:
    return f"[DEMO] {title}" if listed.is_demo else title


def _as_text(listed: TaskList, task: Task) -> str:
    parts = (
        "\n".join(
            [section.heading, *section.lines] if section.heading else section.lines
        )
        for section in sections(listed, task)
    )
    return "\n\n".join(parts)
