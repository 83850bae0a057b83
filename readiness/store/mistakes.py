"""Say in words, and with its place, what is wrong with a response file."""

from typing import Any

from pydantic import ValidationError

from readiness.errors import BadDataError
from readiness.plaintext import one_line
from readiness.plan.record import Status
from readiness.responses import EvidenceKind, Form
from readiness.store.locate import Trail
from readiness.store.reading import damage, place_of
from readiness.suggestions import did_you_mean, quoted

_CHOICES = {"form": Form, "kind": EvidenceKind, "status": Status}
_SHOWN = 5  # mistakes per message
_SHOWN_PATH = 80  # characters


def mistakes_in(error: ValidationError, text: str, name: str) -> BadDataError:
    """Return the failure that names the first mistakes of the file called ``name``."""
    found = [
        place_of(text, mistake["loc"], name) + _in_words(mistake["loc"], mistake)
        for mistake in error.errors()[:_SHOWN]
    ]
    return damage(*found)


def _in_words(trail: Trail, mistake: Any) -> str:  # noqa: ANN401 - ErrorDetails is not public
    steps = [str(step) for step in trail if step != "[key]"]
    where = one_line(".".join(steps))[:_SHOWN_PATH]
    match mistake["type"]:
        case "extra_forbidden":
            return f"{where} is not a key of this format"
        case "missing":
            return f"{where} is missing"
        case "enum":
            return f"{where}: {_choice(steps[-1], mistake['input'])}"
        case "too_long" | "string_too_long":
            return f"{where} is longer than {mistake['ctx']['max_length']}"
        case _:
            what = mistake["msg"].removeprefix("Value error, ")
            return f"{where}: {what[:1].lower()}{what[1:]}"


def _choice(key: str, said: object) -> str:
    known = _CHOICES[key]
    wanted = ", ".join(known)
    if not isinstance(said, str):
        return f"should be one of {wanted}"
    return f"{quoted(said)} is not one of {wanted}{did_you_mean(said, known)}"
