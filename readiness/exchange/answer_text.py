"""What people write for an answer, ``3`` or ``unknown``, and for its evidence."""

from readiness.pack.fields import LEVELS
from readiness.responses import (
    Answer,
    Evidence,
    EvidenceKind,
    NotApplicable,
    Rated,
    Unknown,
)

EXPECTED = f"0 to {LEVELS - 1}, unknown or not-applicable"  #: for messages
WORDS = ("unknown", "not-applicable")  #: for suggestions

_NOT_APPLICABLE = frozenset({"not-applicable", "na", "n/a"})
_KINDS = {name: kind for kind in EvidenceKind for name in (kind.value, kind.words)}


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


def read_kind(text: str) -> EvidenceKind | None:
    """Return the kind of evidence that ``text`` names, in whatever case."""
    return _KINDS.get(text.strip().lower())


def read_evidence(text: str) -> Evidence | None:
    """Return the piece of evidence that ``text`` says, ``None`` if it is blank.

    A kind may stand before a colon, as in ``seen: the drill``, or alone. All else is
    an artefact at hand, a link too: no scheme is the name of a kind.
    """
    head, _, rest = text.partition(":")
    if kind := read_kind(head):
        return Evidence(kind=kind, text=rest)
    return Evidence(text=text) if text.strip() else None
