"""Jira: a CSV file for its importer, with descriptions in its wiki markup.

The importer maps a column by its name, takes several labels from several columns of
the same name, and asks for the format of dates: ours is ``yyyy-MM-dd``. An assignee
must be an account there, so the owner stands in the description.
"""

import re
from collections.abc import Iterator

from readiness.exchange.tasks import Task, TaskList
from readiness.exchange.trackers.cells import write_table
from readiness.exchange.trackers.sections import (
    Section,
    Style,
    priority_of,
    sections,
    title_of,
)
from readiness.plan.record import Status

# Jira has no check box, so what is done is ticked off as a list.
_MARKS = {Style.PARAGRAPHS: "", Style.BULLETS: "* ", Style.CHECKS: "* "}
_STATUSES = {
    Status.OPEN: "To Do",
    Status.STARTED: "In Progress",
    Status.DONE: "Done",
    Status.DROPPED: "Done",
    Status.ACCEPTED: "Done",
}
_MARKUP = re.compile(
    r"[\\{}\[\]*_^~!|]"  # macros, links, mentions, emphasis, images, tables
    r"|(?<![^\s(])[-+](?=\S)|\?(?=\?)|\((?=[!/x?+*iyn-]|on\)|off\))|:(?=[DPp()])|;(?=\))"
)
_START = re.compile(r"^(?:#|[-+](?=[\s+-]|$)|(?:h[1-6]|bq)(?=\.))")


def render(listed: TaskList) -> str:
    """Return the issues as CSV."""
    width = max((len(listed.labels_of(task)) for task in listed.tasks), default=1)
    header = (
        "Summary", "Issue Type", "Priority", "Status", *["Labels"] * width,
        "Due Date", "External ID", "Description",
    )  # fmt: skip
    return write_table(header, (_row(listed, task, width) for task in listed.tasks))


def wiki_text(text: str) -> str:
    """Return ``text`` with a backslash before what Jira's wiki markup would obey."""
    return _START.sub(r"\\\g<0>", _MARKUP.sub(r"\\\g<0>", text))


def _row(listed: TaskList, task: Task, width: int) -> list[str]:
    labels = listed.labels_of(task)
    return [
        title_of(listed, task),
        "Task",
        priority_of(task),
        _STATUSES[task.status],
        *labels,
        *[""] * (width - len(labels)),
        task.due.isoformat() if task.due else "",
        f"{listed.team_id}-{listed.period}-{task.id}",
        "\n\n".join(_section(part) for part in sections(listed, task)),
    ]


def _section(section: Section) -> str:
    return "\n".join(_lines(section))


def _lines(section: Section) -> Iterator[str]:
    if section.heading:
        yield f"h3. {section.heading}\n"
    for line in section.lines:
        yield f"{_MARKS[section.style]}{wiki_text(line)}"
