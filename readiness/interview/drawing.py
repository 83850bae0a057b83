"""Draw a step: which lines the question page has, for any size of window."""

from dataclasses import replace

from prompt_toolkit.data_structures import Size

from readiness.interview.keys import legend, names, possible
from readiness.interview.sheet import (
    ANCHOR,
    BLANK,
    POINTED,
    WARNING,
    Glyphs,
    Line,
    Look,
    Sheet,
    arrange,
    styled,
)
from readiness.interview.steps import Command, Place, Step
from readiness.interview.wrapping import MEASURE, columns, cut, hang, join, wrap

_BAR = 10  # columns
_MORE = "Space or PgDn: more of this page"
_INDENT = " " * 6
_MOST_EVIDENCE = 2  # pieces that are shown and not only counted


def lay_out(step: Step, look: Look, size: Size, glyphs: Glyphs) -> Sheet:
    """Lay the page out: with room to breathe, else tight, else scrolling.

    The time left is not worth a page that scrolls.
    """
    width = min(size.columns - 2, MEASURE)
    keys = legend(step, is_explained=look.explained)
    foot = styled("class:keys", join(keys, width, "  "))
    parts = _parts(step, look, width, glyphs)
    place = step.place
    sheet = arrange(_progress(place, width, glyphs), parts, foot, size, _MORE)
    if not sheet.overflows or place.minutes_left is None:
        return sheet
    untimed = replace(place, minutes_left=None)
    return arrange(_progress(untimed, width, glyphs), parts, foot, size, _MORE)


def _parts(step: Step, look: Look, width: int, glyphs: Glyphs) -> list[list[Line]]:
    """Return the paragraphs of the body; the help shows notes and the like whole."""
    asked = styled("class:question", wrap(step.text, width))
    asked += styled("class:help", wrap(step.help, width))
    options = [
        line
        for index in range(len(step.options))
        for line in _option(step, look, index, width, glyphs)
    ]
    options += _below_all(step, look, width) if look.shows_all else []
    options += [] if look.shows_all else _anchor(step, look, width)
    status = _status(step, width, most=None if look.explained else _MOST_EVIDENCE)
    if look.explained:
        lines = [part for line in status for part in wrap(line, width)]
        status_lines = styled("class:status", lines)
        return [asked, status_lines, *_explanation(step, width), options]
    lines = [cut(line, width, glyphs.ellipsis) for line in status]
    return [asked, options, styled("class:status", lines)]


def _progress(place: Place, width: int, glyphs: Glyphs) -> list[Line]:
    """Return where the person is; the bar, with its numbers beside it, may go."""
    items = [
        f"{place.done} of {place.total} done",
        f"question {place.number} of {place.count}",
        place.section,
        place.fate,
        *_time_left(place),
    ]
    dot = f" {glyphs.dot} "
    filled = _BAR * place.done // max(1, place.total)
    bar = glyphs.full * filled + glyphs.empty * (_BAR - filled)
    line = f"{bar} {dot.join(items)}"
    lines = [line] if columns(line) <= width else join(items, width, dot)
    return styled("class:progress", lines)


def _time_left(place: Place) -> list[str]:
    if place.minutes_left is None:
        return []
    if place.minutes_left == 0:
        return ["under a minute left"]
    return [f"about {place.minutes_left} min left"]


def _explanation(step: Step, width: int) -> list[list[Line]]:
    """Return the terms, the general rules, and what every key does here."""
    rules = [line for rule in step.rules for line in hang("- ", rule, width)]
    keys = [
        line
        for key in possible(step)
        for line in hang(f"{names(key, step):<13} ", key.words, width)
    ]
    parts = [wrap(step.more, width) if step.more else [], rules, keys]
    return [styled("class:help", lines) for lines in parts]


def _option(
    step: Step, look: Look, index: int, width: int, glyphs: Glyphs
) -> list[Line]:
    is_pointed = index == look.option
    option = step.options[index]
    lead = f" {glyphs.pointer if is_pointed else ' '} {step.first + index}  "
    lines = hang(lead, option.label + _mark(step, index), width - 1)
    shown = styled(
        POINTED if is_pointed else "class:option", [f"{line} " for line in lines]
    )
    if look.shows_all and option.text:
        style = ANCHOR if is_pointed else "class:other"
        shown += styled(style, hang(_INDENT, option.text, width))
    return shown


def _mark(step: Step, index: int) -> str:
    marks = {step.was_chosen: " (previous answer)", step.chosen: " (current answer)"}
    return marks.get(index, "")


def _hint(step: Step) -> str:
    return (
        f"Press {step.first} to {step.last_digit}, or the arrows, to look at an answer;"
        " the same key again, or Enter, chooses it."
    )


def _anchor(step: Step, look: Look, width: int) -> list[Line]:
    """Return the text under the options, as high as the highest of them can be."""
    texts = [option.text for option in step.options if option.text]
    wrapped = [hang(_INDENT, text, width) for text in (*texts, _hint(step))]
    if look.warning or look.option is None:
        lines = _below_all(step, look, width)
    else:
        text = step.options[look.option].text
        lines = styled(ANCHOR, hang(_INDENT, text, width) if text else [])
    return lines + [BLANK] * (max(map(len, wrapped)) - len(lines))


def _below_all(step: Step, look: Look, width: int) -> list[Line]:
    """Return what is to be said although no single option is."""
    if look.warning:
        return styled(WARNING, hang(_INDENT, look.warning, width))
    if look.option is None:
        return styled("class:hint", hang(_INDENT, _hint(step), width))
    return []


def _status(step: Step, width: int, most: int | None) -> list[str]:
    """Return what is known beside the question; ``most`` pieces of evidence."""
    lines = []
    if step.previous:
        lines.append(_previous(step, width))
    if step.answer and step.chosen is None:
        lines.append(f"Current answer: {step.answer}")
    if step.note:
        lines.append(f"Note: {step.note}")
    return lines + _evidence(step.evidence, most)


def _previous(step: Step, width: int) -> str:
    """Return the previous answer, with the key for it where there is room."""
    line = f"Previous answer: {step.previous}"
    offered = f"{line} (y: still true)"
    is_offered = Command.CONFIRM in step.commands and columns(offered) <= width
    return offered if is_offered else line


def _evidence(pieces: tuple[str, ...], most: int | None) -> list[str]:
    if most is not None and len(pieces) > most:
        return [f"Evidence: {len(pieces)} pieces"]
    return [f"Evidence: {piece}" for piece in pieces]
