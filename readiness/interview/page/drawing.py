"""Draw a step: which lines the question page has, for any size of window."""

from dataclasses import replace

from prompt_toolkit.data_structures import Size

from readiness.interview.page.keys import legend, names, possible
from readiness.interview.page.sheet import (
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
_INDENT = " " * 6
_LAST_ANSWERS = 4  # rows above the page
_TALL = 28  # rows, below which hardly any page has room for all sentences
_MOST_EVIDENCE = 2  # pieces that are shown and not only counted


def lay_out(step: Step, look: Look, size: Size, glyphs: Glyphs) -> Sheet:
    """Lay the page out: with room to breathe, else tight, else scrolling.

    Before it scrolls, notes and the like are cut to a line, and the time left goes.
    """
    is_whole = shows_all(step, look, size, glyphs)
    is_room_made = look.shows_all is None and is_whole and not look.explained
    window = _below_last_answers(size) if is_room_made else size
    return _laid_out(step, replace(look, shows_all=is_whole), window, glyphs)


def shows_all(step: Step, look: Look, size: Size, glyphs: Glyphs) -> bool:
    """Return whether every option has its text below it.

    If nobody has said, they have it where the last answers are still seen above.
    """
    if look.shows_all is None and size.rows < _TALL:
        return False  # to lay it out in vain would take time at every key
    if look.shows_all is None:
        whole = replace(look, shows_all=True, explained=False)
        window = _below_last_answers(size)
        return not _laid_out(step, whole, window, glyphs).overflows
    return look.shows_all


def _below_last_answers(size: Size) -> Size:
    return Size(rows=size.rows - _LAST_ANSWERS, columns=size.columns)


def _laid_out(step: Step, look: Look, size: Size, glyphs: Glyphs) -> Sheet:
    width = min(size.columns - 2, MEASURE)
    foot = _foot(step, look, width)

    def laid(place: Place, *, is_whole: bool) -> Sheet:
        parts = _parts(step, look, width, glyphs, is_whole=is_whole)
        return arrange(_progress(place, width, glyphs), parts, foot, size)

    sheet = laid(step.place, is_whole=True)
    if sheet.overflows:
        sheet = laid(step.place, is_whole=False)
    if sheet.overflows:
        sheet = laid(replace(step.place, minutes_left=None), is_whole=False)
    return sheet


def _foot(step: Step, look: Look, width: int) -> list[Line]:
    """Return the legend; above it what must be seen wherever a long page stands."""
    keys = styled(
        "class:keys", join(legend(step, is_explained=look.explained), width, "  ")
    )
    is_said_here = look.shows_all and look.warning
    return (_warning(look, width) if is_said_here else []) + keys


def _parts(
    step: Step, look: Look, width: int, glyphs: Glyphs, *, is_whole: bool
) -> list[list[Line]]:
    """Return the paragraphs of the body; the help shows notes and the like whole."""
    asked = styled("class:question", wrap(step.text, width))
    asked += styled("class:help", wrap(step.help, width))
    options = [
        line
        for index in range(len(step.options))
        for line in _option(step, look, index, width, glyphs)
    ]
    options += [] if look.shows_all else _anchor(step, look, width)
    if look.shows_all and look.option is None and not look.warning:
        options += _hint(step, width)
    status = _status(step, width, most=None if look.explained else _MOST_EVIDENCE)
    if is_whole or look.explained:
        lines = [part for line in status for part in wrap(line, width)]
    else:
        lines = [cut(line, width, glyphs.ellipsis) for line in status]
    told = styled("class:status", lines)
    if look.explained:
        return [asked, told, *_explanation(step, width), options]
    return [asked, options, told]


def _progress(place: Place, width: int, glyphs: Glyphs) -> list[Line]:
    """Return where the person is; the bar, with its numbers beside it, may go."""
    asked = f"question {place.number} of {place.count}"
    end = [place.fate, *_time_left(place)]
    dot = f" {glyphs.dot} "
    if place.is_apart:
        items = [f"{place.section}: {asked}", *end]
        return styled("class:progress", join(items, width, dot))
    items = [f"{place.done} of {place.total} done", asked, place.section, *end]
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


def _anchor(step: Step, look: Look, width: int) -> list[Line]:
    """Return the text under the options, as high as the highest of them can be."""
    texts = [option.text for option in step.options if option.text]
    way_in = "" if step.has_words else " a shows all answers in full."
    hint = _hint(step, width, way_in)
    heights = [len(hint), *(len(hang(_INDENT, text, width)) for text in texts)]
    lines = _warning(look, width) if look.warning else []
    if look.option is not None:
        text = step.options[look.option].text
        lines += styled(ANCHOR, hang(_INDENT, text, width) if text else [])
    elif not look.warning:
        lines = hint
    return lines + [BLANK] * (max(heights) - len(lines))


def _warning(look: Look, width: int) -> list[Line]:
    return styled(WARNING, hang(_INDENT, look.warning, width))


def _hint(step: Step, width: int, way_in: str = "") -> list[Line]:
    said = (
        f"Press {step.first} to {step.last_digit}, or the arrows, to look at an answer;"
        f" the same key again, or Enter, chooses it.{way_in}"
    )
    return styled("class:hint", hang(_INDENT, said, width))


def _status(step: Step, width: int, most: int | None) -> list[str]:
    """Return what is known beside the question; ``most`` pieces of evidence."""
    lines = []
    if step.previous:
        lines.append(_previous(step, width))
    if step.answer and step.chosen is None:
        lines.append(f"Current answer: {step.answer}")
    if step.note:
        lines.append(f"Note: {_on_one_line(step.note)}")
    return lines + _evidence(step.evidence, most)


def _on_one_line(note: str) -> str:
    """Return a note of several lines as one that shows where they end."""
    return " / ".join(line.strip() for line in note.splitlines() if line.strip())


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
