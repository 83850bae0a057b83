"""A text in plain lines: what is typed takes its place, adds to it, or leaves it."""

from dataclasses import replace

from readiness.interview.editor import edit, find_variable
from readiness.interview.plain.lines import Lines, sentence
from readiness.interview.steps import TextField

_TAIL = 40  # characters that tell where a text was cut
_EXPLAINED = (
    "What you type, up to Enter, becomes the text. Enter alone keeps what is there.",
    "A plus sign, a space and words add a line to it. A dash alone clears it.",
    "Several lines that are pasted at once become one text.",
    "cancel changes nothing.",
    "If the text itself is to be such a word or sign, type a backslash before it.",
)
_MAYBE_CUT = (
    "This terminal cuts a line at about 4,000 bytes: the end may be missing. Type a"
    " plus sign, a space and the rest, or Enter to keep it as it is."
)
_EDITOR = "editor opens the text in your own editor."
_ADDS = "+ "


def ask_text(lines: Lines, field: TextField, line: str | None = None) -> str | None:
    """Ask for a text; ``cancel``, Ctrl-C and the end of the input bring ``None``.

    The first ``line`` may have been typed already. What was pasted with a line belongs
    to it. An excess is cut, because a long line cannot be changed here.
    """
    if field.excess > 0:
        return _cut(lines, field)
    try:
        return _ask(lines, field, line)
    except (EOFError, KeyboardInterrupt):
        return None


def _ask(lines: Lines, field: TextField, line: str | None) -> str | None:
    while True:
        typed = _read(lines, field, line)
        line = None
        match typed.lower():
            case "help" | "?":
                _explain(lines)
            case "cancel":
                return None
            case "editor" if _can_edit(lines):
                text, problem = edit(field.current)
                if not problem:
                    return text
                field = _with_saved(lines, field, text, problem)
            case _:
                text = _meant(typed, field.current)
                if not lines.was_cut:
                    return text
                field = replace(field, current=text)
                lines.say(f"{_MAYBE_CUT} {_end_of(text)}")


def as_added(text: str) -> str:
    """Return the line to type so that ``text`` takes the place of nothing."""
    return f"{_ADDS}{text}"


def what_stands(field: TextField) -> str:
    """Say what is asked for and what is there; nothing, if nothing is there."""
    if not field.current:
        return ""
    return f"{sentence(field.prompt)} {sentence(f'Now: {field.current}')}"


def hint(field: TextField) -> str:
    """Say in one sentence what can be typed; the whole of it is behind help.

    Only from a text that belongs to a question is there always somewhere to go back;
    any other, such as a name, must not be empty.
    """
    if not field.current:
        or_leave = "" if field.about else " or leave"
        return f"Type cancel to go back{or_leave}, help to hear more."
    if field.about:
        return "Enter keeps it, a dash clears it, cancel goes back, help says more."
    return "Enter keeps it, cancel goes back or leaves, help says more."


def _read(lines: Lines, field: TextField, line: str | None) -> str:
    """Return a word, or a text with all that was pasted, read behind a first line."""
    if line is None:
        line = lines.read(_asked(field))
    return line if _is_word(lines, line) else _with_rest(lines, line)


def _is_word(lines: Lines, typed: str) -> bool:
    """Return whether a line is an order, whatever was typed ahead behind it."""
    words = {"help", "?", "cancel"} | ({"editor"} if _can_edit(lines) else set())
    return typed.lower() in words


def _with_rest(lines: Lines, typed: str) -> str:
    """Return the line with those that were pasted with it; say how many that are."""
    rest = lines.read_rest()
    if rest:
        lines.say(f"Took {1 + len(rest)} lines.")
    return "\n".join([typed, *rest]).strip()


def _explain(lines: Lines) -> None:
    for line in _EXPLAINED:
        lines.say(line)
    if _can_edit(lines):
        lines.say(_EDITOR)


def _with_saved(lines: Lines, field: TextField, text: str, problem: str) -> TextField:
    """Say what went wrong in the editor, and return the field with what it saved."""
    lines.say(problem)
    field = replace(field, current=text)
    if text:
        lines.say(what_stands(field))
    return field


def _asked(field: TextField) -> str:
    if field.current:  # the prompt itself was said before that
        return "Text:"
    return field.prompt if field.prompt.endswith("?") else f"{field.prompt}:"


def _can_edit(lines: Lines) -> bool:
    """Return whether there is an editor, and a terminal for it."""
    return bool(find_variable()) and lines.is_on_terminal


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
        f" the rest was cut. {_end_of(kept)}"
    )
    return kept


def _end_of(text: str) -> str:
    return f"It ends with: {sentence(text[-_TAIL:])}"
