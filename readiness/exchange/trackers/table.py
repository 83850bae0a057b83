"""A plain table as CSV, for spreadsheets: one row a task, numbers in own columns."""

from readiness.exchange.tasks import Effort, Gain, Task, TaskList
from readiness.exchange.trackers.cells import write_table
from readiness.exchange.trackers.sections import title_of

# A spreadsheet that opens the file by a double click takes it for UTF-8 only with
# this mark. The importers of trackers do not need it, and may take it for a part of
# the name of the first column: their files have none.
MARK = "\ufeff"

DECIMALS = 6  #: enough for all arithmetic, and without the noise of the last digits

_HEADER = (
    "id", "kind", "title", "status", "owner", "usual_owner", "due", "proposed_for",
    "trend", "capability", "effort", "person_weeks", "expected", "points",
    "points_low", "points_high", "why", "details", "first_step", "done_when",
    "evidence", "needs", "team", "period", "pack", "self_reported", "demo",
)  # fmt: skip


def render(listed: TaskList) -> str:
    """Return the tasks as CSV; points are of the trend's 100."""
    rows = (_row(listed, task) for task in listed.tasks)
    return MARK + write_table(_HEADER, rows)


def _row(listed: TaskList, task: Task) -> list[str]:
    return [
        task.id,
        task.kind,
        title_of(listed, task),
        task.status,
        task.owner,
        task.usual_owner,
        task.due.isoformat() if task.due else "",
        task.horizon,
        task.trend,
        task.capability,
        *_effort(task.effort),
        *_gain(task.gain),
        task.why,
        task.details,
        task.first_step,
        *("\n".join(lines) for lines in (task.done_when, task.evidence, task.needs)),
        listed.team,
        listed.period,
        f"{listed.pack_id} {listed.pack_version}",
        "yes",
        "yes" if listed.is_demo else "no",
    ]


def _effort(effort: Effort | None) -> tuple[str, str]:
    return (effort.size, str(effort.person_weeks)) if effort else ("", "")


def _gain(gain: Gain | None) -> tuple[str, str, str, str]:
    if gain is None:
        return "", "", "", ""
    points, low, high = (
        str(round(number, DECIMALS)) for number in (gain.points, gain.low, gain.high)
    )
    return gain.words, points, low, high
