"""Linear: a CSV file as Linear itself exports and imports it.

Its importer reads these columns by name, parts labels at a comma and a space, and
takes off the apostrophe before what a spreadsheet would take for a formula. It reads
no due date, which therefore stands in the description as well; an assignee would have
to be a member there.
"""

from readiness.exchange.tasks import Task, TaskList
from readiness.exchange.trackers import markdown
from readiness.exchange.trackers.cells import write_table
from readiness.exchange.trackers.sections import priority_of, title_of
from readiness.markup import escaped
from readiness.plan.record import Status

_HEADER = (
    "Id", "Title", "Description", "Status", "Priority", "Assignee", "Labels",
    "Due Date",
)  # fmt: skip
_STATUSES = {
    Status.OPEN: "Todo",
    Status.STARTED: "In Progress",
    Status.DONE: "Done",
    Status.DROPPED: "Canceled",
    Status.ACCEPTED: "Canceled",
}


def render(listed: TaskList) -> str:
    """Return the issues as CSV."""
    return write_table(_HEADER, (_row(listed, task) for task in listed.tasks))


def _row(listed: TaskList, task: Task) -> list[str]:
    return [
        f"{listed.team_id}-{listed.period}-{task.id}",
        title_of(listed, task),
        markdown.body(listed, task, escaped),
        _STATUSES[task.status],
        priority_of(task),
        "",
        ", ".join(listed.labels_of(task)),
        task.due.isoformat() if task.due else "",
    ]
