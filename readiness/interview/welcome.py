"""What is said before the first question."""

from readiness.errors import UsageError
from readiness.interview.session import SAVED, Session
from readiness.responses import Form

_SAVED = (
    "Everything is saved on this computer after each answer; nothing is sent anywhere."
    " Leave with q, come back with the same command."
)
_DEMO = "DEMO: nothing is kept and nothing is sent anywhere. Leave with q."


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
        ui.say(pack.instruction.short)
    ui.say("")
    ui.say(whose)
    if done:
        ui.say(f"Welcome back: {done} of {total} questions have an answer.")
    else:
        ui.say(f"{_plural(total, 'question')}{_extent(session)}.")
    ui.say(_SAVED if session.fate == SAVED else _DEMO)


def _extent(session: Session) -> str:
    """Say what is asked and for how long, which nobody has measured for one trend."""
    if session.trend is not None:
        return f" on {session.trend.name}{_about_the_team(session)}"
    if session.response.form is Form.QUICK:
        minutes = session.pack.quick_minutes
        return f", about {minutes} minutes{_about_the_team(session)}"
    minutes = session.pack.minutes
    return (
        f", about {minutes} minutes{_about_the_team(session)};"
        " each trend makes a sitting"
    )


def _about_the_team(session: Session) -> str:
    profile = range(len(session.agenda.profile))
    wait = sum(session.agenda.is_open(n, session.response) for n in profile)
    if wait == 0:
        return ""
    return f", after up to {wait} short one{'' if wait == 1 else 's'} about your team"


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
