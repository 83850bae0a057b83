"""Notes and reasons: how they are asked for, and how they outlive an answer."""

from dataclasses import replace

from readiness.interview.steps import TextField, UserInterface
from readiness.plaintext import clean, one_line
from readiness.responses import NOTE_LIMIT, Answer, NotApplicable


def ask_remark(ui: UserInterface, field: TextField) -> str | None:
    """Ask for a clean text of at most `NOTE_LIMIT` characters.

    Returns ``None`` if the person changed their mind. A text that is too long goes
    back to the interface, which lets the person shorten it or cuts it.
    """
    given = ui.ask_text(field)
    while given is not None:
        text = clean(given)
        excess = len(text) - NOTE_LIMIT
        if excess <= 0:
            return text
        given = ui.ask_text(replace(field, current=text, excess=excess))
    return None


def surviving_note(earlier: Answer) -> str:
    """Return the note for the answer after ``earlier``.

    Why something did not apply is not lost when it does after all. The result may be
    longer than `NOTE_LIMIT`.
    """
    if not isinstance(earlier, NotApplicable) or not earlier.reason:
        return earlier.note
    line = f"Was not applicable: {one_line(earlier.reason)}"
    if line in earlier.note.splitlines():
        return earlier.note
    return f"{earlier.note}\n{line}".strip()
