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
    """Say whose answers these are, how many questions there are, and how to answer.

    Who comes back is told where they were instead. Raises `UsageError` if the pack
    has no question of this form and trend.
    """
    ui, agenda, pack = session.ui, session.agenda, session.pack
    total = len(agenda.questions)
    if total == 0:
        raise UsageError("there is no such question", tries=("leave out --quick",))
    done = total - len(agenda.open_questions(session.response))
    ui.say(f"{pack.title}: {whose}")
    if done:
        ui.say(f"Welcome back: {done} of {total} questions have an answer.")
    else:
        plural = "" if total == 1 else "s"
        ui.say(f"{total} question{plural}{_minutes(session)}.")
        ui.say("")
        ui.say(pack.instruction.short)
    ui.say("")
    ui.say(_SAVED if session.fate == SAVED else _DEMO)


def _minutes(session: Session) -> str:
    """Say how long the form takes; nobody has measured that for a single trend."""
    if session.trend is not None:
        return f" on {session.trend.name}"
    quick = session.response.form is Form.QUICK
    minutes = session.pack.quick_minutes if quick else session.pack.minutes
    return f", about {minutes} minutes"
