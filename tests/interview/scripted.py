"""A user interface that acts by a script, and small things to ask."""

from datetime import timedelta
from itertools import count
from typing import Any

from readiness.interview.previous import Previous
from readiness.interview.session import Session
from readiness.interview.steps import Choose, Command, GoTo
from readiness.pack.model import ProfileOption, ProfileQuestion
from readiness.period import Period
from tests.builders import (
    NOON,
    a_capability,
    a_pack,
    a_response,
    a_trend,
    an_answer,
)

BACK, SKIP, NOTE = Command.BACK, Command.SKIP, Command.NOTE
UNKNOWN, NA = Command.UNKNOWN, Command.NOT_APPLICABLE
CONFIRM, EVIDENCE = Command.CONFIRM, Command.EVIDENCE
GO_TO, REVIEW = Command.GO_TO, Command.REVIEW
QUIT, INTERRUPT = Command.QUIT, Command.INTERRUPT
FINISH = "Finish"
ALWAYS = frozenset({QUIT, INTERRUPT, GO_TO, REVIEW})


class Script:
    """Does what the script says, step by step, and quits at its end.

    A number is an option of a question or the index of a label, a text what is typed
    or how a label begins; an exception is raised.
    """

    def __init__(self, *deeds):
        self.deeds = list(deeds)
        self.steps = []
        self.fields = []
        self.menus = []
        self.said = []
        self.recorded = []

    def ask(self, step):
        self.steps.append(step)
        deed = self._next(QUIT)
        allowed = GO_TO if isinstance(deed, GoTo) else deed
        assert isinstance(deed, int) or allowed in step.commands
        return Choose(deed) if isinstance(deed, int) else deed

    def ask_text(self, field):
        self.fields.append(field)
        return self._next(None)

    def pick(self, menu):
        self.menus.append(menu)
        deed = self._next(None)
        if isinstance(deed, str):
            (deed,) = [n for n, x in enumerate(menu.labels) if x.startswith(deed)]
        return deed

    def record(self, line):
        self.recorded.append(line)

    def say(self, line):
        self.said.append(line)

    def _next(self, otherwise):
        deed = self.deeds.pop(0) if self.deeds else otherwise
        if deed is KeyboardInterrupt:
            raise deed
        return deed


def a_profile_question(id_="regulated", *, values=("yes", "no", "unknown"), **fields):
    return ProfileQuestion(
        id=id_,
        text=f"Is it {id_}?",
        help=f"What {id_} means.",
        options=tuple(ProfileOption(value=v, label=str(v).title()) for v in values),
        **fields,
    )


def three_questions(**fields):
    """Build a pack of two trends: pairing and reviews, then roles."""
    return a_pack(
        a_trend("ai", a_capability("pairing"), a_capability("reviews")),
        a_trend("people", a_capability("roles")),
        **fields,
    )


def a_session(*deeds, pack=None, response=None, **fields):
    """Build a session whose person does ``deeds``; see `Script`."""
    pack = pack or three_questions()
    response = response or a_response(pack)
    saved: list[Any] = []
    ui = Script(*deeds)
    session = Session(
        pack=pack,
        response=response,
        ui=ui,
        save=saved.append,
        **{"now": lambda: NOON, **fields},
    )
    return session, ui, saved


def a_clock(*, seconds=60):
    """Return a clock that goes on by so many seconds whenever it is looked at."""
    times = count()
    return lambda: NOON + timedelta(seconds=seconds * next(times))


def previously(answer=3, *, days_ago=90, is_changed=False):
    """Build the answer of an earlier period."""
    at = NOON - timedelta(days=days_ago)
    return Previous(
        answer=an_answer(answer).model_copy(update={"at": at}),
        period=Period.of(at.date()),
        on=at.date(),
        is_changed=is_changed,
    )


def asked(ui):
    """Return the texts of the questions that were shown."""
    return [step.text for step in ui.steps]
