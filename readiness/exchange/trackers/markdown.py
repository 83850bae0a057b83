"""The body of an issue in Markdown, as GitHub and Linear read it."""

from collections.abc import Callable, Iterator

from readiness.exchange.tasks import Task, TaskList
from readiness.exchange.trackers.sections import Section, Style, sections

# An asterisk, since a spreadsheet takes a hyphen for the start of a formula.
_MARKS = {Style.PARAGRAPHS: "", Style.BULLETS: "* ", Style.CHECKS: "* [ ] "}


def body(listed: TaskList, task: Task, escape: Callable[[str], str]) -> str:
    """Return the body of a task; ``escape`` makes a line of text harmless."""
    parts = (_section(part, escape) for part in sections(listed, task))
    return "\n\n".join(parts)


def _section(section: Section, escape: Callable[[str], str]) -> str:
    return "\n".join(_lines(section, escape))


def _lines(section: Section, escape: Callable[[str], str]) -> Iterator[str]:
    if section.heading:
        yield f"### {section.heading}\n"
    for line in section.lines:
        yield f"{_MARKS[section.style]}{escape(line)}"
