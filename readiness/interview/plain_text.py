"""A text in plain lines: what is typed takes its place, adds to it, or leaves it."""

import os

from readiness.interview.editor import edit
from readiness.interview.lines import Lines, sentence
from readiness.interview.steps import TextField

_TAIL = 40  # characters that tell where a text was cut
_EXPLAINED = (
    "What you type, up to Enter, becomes the text. Enter alone keeps what is there.",
    "A plus sign, a space and words add a line to it. A dash alone clears it.",
    "cancel goes back and changes nothing.",
    "If the text itself is to be such a word or sign, type a backslash before it.",
)
_EDITOR = "editor opens the text in your own editor."
_ADDS = "+ "


def ask_text(lines: Lines, field: TextField) -> str | None:
    """Ask for a text; ``cancel``, Ctrl-C and the end of the input bring ``None``.

    An excess is cut, because a long line cannot be changed here.
    """
    if field.excess > 0:
        return _cut(lines, field)
    while True:
        try:
            typed = lines.read(_asked(field.prompt))
        except (EOFError, KeyboardInterrupt):
            return None
        match typed.lower():
            case "help" | "?":
                _explain(lines)
            case "cancel":
                return None
            case "editor" if _can_edit(lines):
                text, problem = edit(field.current)
                if not problem:
                    return text
                lines.say(problem)
            case _:
                return _meant(typed, field.current)


def hint(field: TextField) -> str:
    """Say in one sentence what can be typed; the whole of it is behind help."""
    if field.current:
        return "Enter keeps it, a dash clears it, cancel goes back, help says more."
    return "Type cancel to go back, help to hear more."


def _explain(lines: Lines) -> None:
    for line in _EXPLAINED:
        lines.say(line)
    if _can_edit(lines):
        lines.say(_EDITOR)


def _asked(prompt: str) -> str:
    return prompt if prompt.endswith("?") else f"{prompt}:"


def _can_edit(lines: Lines) -> bool:
    """Return whether there is an editor, and a terminal for it."""
    is_set = bool(os.environ.get("VISUAL") or os.environ.get("EDITOR"))
    return is_set and lines.is_on_terminal


def _meant(typed: str, current: str) -> str:
    if not typed:
        return current
    if typed == "-":
        return ""
    if typed.startswith(_ADDS):
        return f"{current}\n{typed.removeprefix(_ADDS)}".strip()
    is_guarded = typed.startswith("\\") and _is_special(typed.lstrip("\\"))
    return typed[1:] if is_guarded else typed


def _is_special(text: str) -> bool:
    is_word = text.lower() in {"cancel", "help", "editor", "?", "-"}
    return is_word or text.startswith(_ADDS)


def _cut(lines: Lines, field: TextField) -> str:
    kept = field.current[: -field.excess].rstrip()
    lines.say(
        f"That was {field.excess} characters too long. The first {len(kept)} are kept,"
        f" the rest was cut. It ends with: {sentence(kept[-_TAIL:])}"
    )
    return kept
