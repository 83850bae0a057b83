"""JSON in our own envelope, for programs that make issues somewhere else."""

from typing import TYPE_CHECKING

from readiness.exchange.tasks import Effort, Gain, Quote, Task, TaskList
from readiness.exchange.trackers import github
from readiness.exchange.trackers.sections import title_of
from readiness.published.writing import as_text, iso, made, snake

if TYPE_CHECKING:
    from readiness.published import issues as published


def render(listed: TaskList) -> str:
    """Return the tasks as one JSON document with a newline at its end."""
    return as_text(document(listed))


def document(listed: TaskList) -> "published.Issues":
    """Return the JSON document as plain data."""
    made_on = listed.made_on.isoformat()
    return {
        **made("readiness.issues", made_on, is_demo=listed.is_demo),
        "team": {"id": listed.team_id, "name": listed.team},
        "period": listed.period,
        "pack": {
            "id": listed.pack_id,
            "version": listed.pack_version,
            "sha256": listed.pack_sha256,
        },
        "issues": [_issue(listed, task) for task in listed.tasks],
    }


def _issue(listed: TaskList, task: Task) -> "published.Issue":
    return {
        "id": task.id,
        "kind": snake(task.kind),
        "title": title_of(listed, task),
        "trend": task.trend or None,
        "capability": task.capability or None,
        "horizon": task.horizon or None,
        "details": task.details or None,
        "why": task.why or None,
        "quotes": [_quote(quote) for quote in task.quotes],
        "first_step": task.first_step or None,
        "done_when": list(task.done_when),
        "evidence": list(task.evidence),
        "needs": list(task.needs),
        "effort": _effort(task.effort) if task.effort else None,
        "gain": _gain(task.gain) if task.gain else None,
        "usual_owner": task.usual_owner or None,
        "owner": task.owner or None,
        "due": iso(task.due),
        "status": snake(task.status),
        "labels": list(listed.labels_of(task)),
        "body": github.body(listed, task),
    }


def _quote(quote: Quote) -> "published.Quote":
    return {
        "question": quote.question,
        "answer": quote.answer,
        "anchor": quote.anchor or None,
    }


def _effort(effort: Effort) -> "published.TaskEffort":
    return {
        "size": effort.size,
        "person_weeks": effort.person_weeks,
        "words": effort.words,
    }


def _gain(gain: Gain) -> "published.TaskGain":
    return {
        "points": gain.points,
        "low": gain.low,
        "high": gain.high,
        "words": gain.words,
    }
