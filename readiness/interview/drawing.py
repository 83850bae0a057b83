"""Draw a step: which lines the question page has, for any size of window."""

from prompt_toolkit.data_structures import Size
from prompt_toolkit.utils import get_cwidth

from readiness.interview.sheet import (
    ANCHOR,
    POINTED,
    WARNING,
    Glyphs,
    Line,
    Look,
    Sheet,
)
from readiness.interview.steps import Command, Place, Step
from readiness.interview.wrapping import MEASURE, cut, join, wrap

_BAR = 10  # columns
_INDENT = " " * 6
_BLANK: Line = ("", "")
_KEYS = (
    (Command.BACK, "b back"),
    (Command.SKIP, "s skip"),
    (Command.UNKNOWN, "d don't know"),
    (Command.NOT_APPLICABLE, "x not applicable"),
    (Command.NOTE, "n note"),
)


def lay_out(step: Step, look: Look, size: Size, glyphs: Glyphs) -> Sheet:
    """Lay the page out: with room to breathe, else tight, else scrolling."""
    width = min(size.columns - 2, MEASURE)
    head = _progress(step.place, width, glyphs)
    foot = _styled("class:keys", join(_legend(step, look), width, "  "))
    parts = _parts(step, look, width, glyphs)
    roomy = [line for part in parts for line in (*part, _BLANK)]
    if len(head) + len(roomy) + len(foot) < size.rows:
        return _sheet([_BLANK, *head], roomy, foot, size)
    tight = [line for line in roomy if line != _BLANK]
    if len(head) + len(tight) + len(foot) > size.rows:
        foot = [("class:keys", "Space or PgDn: more of this page"), *foot]
    return _sheet(head, tight, foot, size)


def _sheet(head: list[Line], body: list[Line], foot: list[Line], size: Size) -> Sheet:
    room = max(1, size.rows - len(head) - len(foot))
    return Sheet(tuple(head), tuple(body), tuple(foot), room)


def _parts(step: Step, look: Look, width: int, glyphs: Glyphs) -> list[list[Line]]:
    """Return the paragraphs of the body, from the question to the note."""
    asked = _styled("class:question", wrap(step.text, width))
    asked += _styled("class:help", wrap(step.help, width))
    options = [
        line
        for index in range(len(step.options))
        for line in _option(step, look, index, width, glyphs)
    ]
    explained = _explanation(step, width) if look.explained else []
    parts = [asked, *explained, options + _anchor(step, look, width)]
    status = _status(step, width, glyphs)
    return [*parts, status] if status else parts


def _progress(place: Place, width: int, glyphs: Glyphs) -> list[Line]:
    items = [
        f"{place.done} of {place.total} done",
        f"question {place.number} of {place.count}",
        place.section,
        place.fate,
    ]
    dot = f" {glyphs.dot} "
    filled = _BAR * place.done // max(1, place.total)
    bar = glyphs.full * filled + glyphs.empty * (_BAR - filled)
    line = f"{bar} {dot.join(items)}"
    lines = [line] if get_cwidth(line) <= width else join(items, width, dot)
    return _styled("class:progress", lines)


def _explanation(step: Step, width: int) -> list[list[Line]]:
    rules = [line for rule in step.rules for line in _hanging("- ", rule, width)]
    parts = [wrap(step.more, width) if step.more else [], rules]
    return [_styled("class:help", lines) for lines in parts if lines]


def _option(
    step: Step, look: Look, index: int, width: int, glyphs: Glyphs
) -> list[Line]:
    is_pointed = index == look.option
    pointer = glyphs.pointer if is_pointed else " "
    label = step.options[index].label
    if index == step.chosen:
        label += "  (current answer)"
    lines = _hanging(f" {pointer} {step.first + index}  ", label, width - 1)
    return _styled(POINTED if is_pointed else "class:option", [f"{x} " for x in lines])


def _anchor(step: Step, look: Look, width: int) -> list[Line]:
    """Return the text under the options, as high as the highest of them can be."""
    hint = (
        f"Press {step.first} to {step.last_digit}, or the arrows, to look at an answer;"
    )
    hint += " the same key again, or Enter, chooses it."
    texts = [option.text for option in step.options] if step.options[0].text else []
    wrapped = [_hanging(_INDENT, text, width) for text in (*texts, hint)]
    if look.warning:
        lines = _styled(WARNING, _hanging(_INDENT, look.warning, width))
    elif look.option is None:
        lines = _styled("class:hint", wrapped[-1])
    else:
        text = step.options[look.option].text
        lines = _styled(ANCHOR, _hanging(_INDENT, text, width) if text else [])
    return lines + [_BLANK] * (max(map(len, wrapped)) - len(lines))


def _status(step: Step, width: int, glyphs: Glyphs) -> list[Line]:
    lines = []
    if step.answer and step.chosen is None:
        lines.append(f"Current answer: {step.answer}")
    if step.note:
        lines.append(f"Note: {step.note}")
    return _styled("class:status", [cut(x, width, glyphs.ellipsis) for x in lines])


def _legend(step: Step, look: Look) -> list[str]:
    items = [f"{step.first}-{step.last_digit} look", "Enter choose"]
    items += [words for command, words in _KEYS if command in step.commands]
    if step.explanation:
        items.append("? close help" if look.explained else "? help")
    return [*items, "q save+quit"]


def _hanging(lead: str, text: str, width: int) -> list[str]:
    lines = wrap(text, width - get_cwidth(lead))
    return [(" " * get_cwidth(lead) if n else lead) + x for n, x in enumerate(lines)]


def _styled(style: str, lines: list[str]) -> list[Line]:
    return [(style, line) for line in lines]
