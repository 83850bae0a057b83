"""A user interface that acts by a script, and small things to ask."""

from typing import Any

from readiness.interview.session import Session
from readiness.interview.steps import Choose, Command
from readiness.pack.model import ProfileOption, ProfileQuestion
from tests.builders import NOON, a_capability, a_pack, a_response, a_trend

BACK, SKIP, NOTE = Command.BACK, Command.SKIP, Command.NOTE
UNKNOWN, NA = Command.UNKNOWN, Command.NOT_APPLICABLE
QUIT, INTERRUPT = Command.QUIT, Command.INTERRUPT


class Script:
    """Does what the script says, step by step, and quits at its end."""

    def __init__(self, *deeds):
        self.deeds = list(deeds)
        self.steps = []
        self.said = []
        self.recorded = []
        self.picked = []
        self.offered = []
        self.given_back = []

    def ask(self, step):
        self.steps.append(step)
        deed = self.deeds.pop(0) if self.deeds else QUIT
        if deed is KeyboardInterrupt:
            raise deed
        assert isinstance(deed, int) or deed in step.commands
        return Choose(deed) if isinstance(deed, int) else deed

    def ask_text(self, step, prompt, current, excess=0):
        self.given_back.append((current, excess))
        self.offered.append((step.text, prompt, current))
        return self.text()

    def pick(self, title, labels):
        self.picked.append((title, labels))
        return self.choice(labels)

    def text(self):
        return self.deeds.pop(0)

    def choice(self, _labels):
        return self.deeds.pop(0) if self.deeds else None

    def record(self, line):
        self.recorded.append(line)

    def say(self, line):
        self.said.append(line)


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
        now=lambda: NOON,
        **fields,
    )
    return session, ui, saved
