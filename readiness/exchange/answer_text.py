"""What people write for an answer: ``3``, ``unknown``, ``not-applicable``."""

from readiness.pack.fields import LEVELS
from readiness.responses import Answer, NotApplicable, Rated, Unknown

EXPECTED = f"0 to {LEVELS - 1}, unknown or not-applicable"  #: for messages
WORDS = ("unknown", "not-applicable")  #: for suggestions

_NOT_APPLICABLE = frozenset({"not-applicable", "na", "n/a"})


def read_answer(text: str) -> Answer | None:
    """Return the answer that ``text`` says, ``None`` if it says none.

    Case, white space around it, and ``_`` for ``-`` do not matter.
    """
    word = text.strip().lower().replace("_", "-")
    if word in _NOT_APPLICABLE:
        return NotApplicable()
    if word == "unknown":
        return Unknown()
    if len(word) == 1 and word in "01234"[:LEVELS]:
        return Rated(level=int(word))
    return None


def write_answer(answer: Answer) -> str:
    """Return the shortest text for the answer; a note alone is ``no answer``."""
    match answer:
        case Rated(level=level):
            return str(level)
        case Unknown():
            return "unknown"
        case NotApplicable():
            return "not-applicable"
        case _:
            return "no answer"
