"""Question pages as the lines a terminal shows."""

from prompt_toolkit.data_structures import Size

from readiness.interview.page.drawing import lay_out
from readiness.interview.page.sheet import UNICODE, Look
from readiness.interview.steps import Command, Option, Place, Step

LONG = "word " * 100
SIZES = [(60, 24), (80, 24), (100, 30), (120, 40), (200, 50), (50, 16)]


def a_place(**fields):
    given = {
        "number": 3,
        "count": 9,
        "section": "AI-native",
        "done": 2,
        "total": 9,
        "fate": "saved",
    }
    return Place(**{**given, **fields})


def a_step(**fields):
    given = {
        "place": a_place(),
        "text": "How many repositories have an owner?",
        "help": "Owner: a person or a team.",
        "options": tuple(
            Option(f"Level {n}", f"What is at level {n}.") for n in range(5)
        ),
        "first": 0,
        "commands": frozenset(Command),
    }
    return Step(**{**given, **fields})


def drawn(step, look=None, columns=80, rows=24, glyphs=UNICODE):
    """Return the lines on the screen."""
    look = look or Look(option=None)
    sheet = lay_out(step, look, Size(rows=rows, columns=columns), glyphs)
    return [text for _, text in sheet.lines(look.top)]


def as_words(lines):
    return " ".join(" ".join(lines).split())


def read_whole(step, look, columns, rows):
    """Return the words of every part of a page, as a person turns it."""
    sheet = lay_out(step, look, Size(rows=rows, columns=columns), UNICODE)
    top, seen = 0, {}
    while top not in seen:
        seen[top] = sheet.body[top : top + sheet.room]
        top = sheet.turned(top, 1)
    body = {top + n: text for top in seen for n, (_, text) in enumerate(seen[top])}
    return as_words(body.values())


LONGEST = {
    "text": ("question " * 16).strip()[:140],
    "help": ("helpful " * 15).strip()[:120],
    "more": ("meaning " * 30).strip()[:240],
    "rules": tuple(f"{n} " + ("general rule " * 11).strip() for n in range(8)),
    "options": tuple(
        Option(f"Label {n} of 24 letters x", f"{n} " + ("anchored " * 17).strip())
        for n in range(5)
    ),
}
