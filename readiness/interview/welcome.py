"""What is said before the first question."""

from collections.abc import Sequence
from enum import StrEnum

from readiness.errors import UsageError
from readiness.interview.session import SAVED, Session
from readiness.interview.steps import Menu, Only, UserInterface
from readiness.pack.model import Pack, Question
from readiness.responses import Form

_SAVED = (
    "Everything is saved on this computer after each answer; nothing is sent anywhere."
    " Leave with q, come back with the same command."
)
_DEMO = "DEMO: nothing is kept and nothing is sent anywhere. Leave with q."
_ONLY = {
    Only.OPEN: "without an answer",
    Only.UNKNOWN: "with don't know as the answer",
    Only.STALE: "with an answer that is old, or was given to another wording",
}


class Start(StrEnum):
    """How somebody new may begin."""

    FULL = "full"
    QUICK = "quick"
    EXAMPLE = "example"
    LEAVE = "leave"


def welcome(session: Session, whose: str) -> None:
    """Say how to answer, then whose answers these are and how many questions wait.

    What matters most comes last: in a small window the first page pushes the rest out
    of sight. Who comes back is told where they were instead. Raises `UsageError` if
    the pack has no question of this form and trend.
    """
    ui, agenda, pack = session.ui, session.agenda, session.pack
    total = len(agenda.questions)
    if total == 0:
        raise UsageError("there is no such question", tries=("leave out --quick",))
    done = total - len(agenda.open_questions(session.response))
    ui.say(pack.title)
    if not done:
        ui.say(_subject(pack))
        ui.say(pack.instruction.short)
    ui.say("")
    ui.say(whose)
    if done and session.only is None:
        ui.say(f"Welcome back: {done} of {total} questions have an answer.")
    else:
        ui.say(f"{_plural(total, 'question')}{_extent(session)}.")
    if session.previous and done < total:
        ui.say(_last_time(session))
    ui.say(_SAVED if session.fate == SAVED else _DEMO)


def offer_start(ui: UserInterface, pack: Pack) -> Start:
    """Let somebody new choose how to begin."""
    questions = list(pack.questions())
    quick = [question for question in questions if question.quick]
    labels = {
        Start.FULL: f"Start, {_lasting(questions, pack.minutes)}",
        Start.QUICK: f"Start with a quick look, {_lasting(quick, pack.quick_minutes)}",
        Start.EXAMPLE: "See a finished example first (demo data)",
        Start.LEAVE: "Leave",
    }
    if not quick:
        del labels[Start.QUICK]
    menu = Menu(
        title="How do you want to begin?",
        labels=tuple(labels.values()),
        leaving="leave",
    )
    picked = ui.pick(menu)
    return Start.LEAVE if picked is None else tuple(labels)[picked]


def _subject(pack: Pack) -> str:
    *names, last = (trend.short for trend in pack.trends)
    return f"It is about {', '.join(names)} and {last}." if names else last


def _lasting(questions: Sequence[Question], minutes: int) -> str:
    return f"{_plural(len(questions), 'question')}, about {minutes} minutes"


def _last_time(session: Session) -> str:
    """Say how earlier answers are shown, and which questions come first because of it.

    The score of last time is not told: it would pull the answers towards it.
    """
    latest = max(before.period for before in session.previous.values())
    text = (
        f"Last time was {latest}: each question shows your previous answer with its"
        " date, and y says that it is still true."
    )
    agenda, response = session.agenda, session.response
    first = agenda.asked_first(response)
    if 0 < first < len(agenda.open_questions(response)):
        text += (
            f" First {_come(first)} whose answer is old, missing or unknown, or whose"
            " wording has changed."
        )
    return text


def _come(number: int) -> str:
    return "comes the one" if number == 1 else f"come the {number}"


def _extent(session: Session) -> str:
    """Say what is asked and for how long, which nobody has measured for a part."""
    about = _about_the_team(session)
    if session.only is not None:
        return f" {_ONLY[session.only]}"
    if session.trend is not None:
        return f" on {session.trend.name}{about}"
    if session.response.form is Form.QUICK:
        return f", about {session.pack.quick_minutes} minutes{about}"
    minutes = session.pack.minutes
    return f", about {minutes} minutes{about}; each trend makes a sitting"


def _about_the_team(session: Session) -> str:
    profile = range(len(session.agenda.profile))
    wait = sum(session.agenda.is_open(n, session.response) for n in profile)
    if wait == 0:
        return ""
    return f", after up to {wait} short one{'' if wait == 1 else 's'} about your team"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
