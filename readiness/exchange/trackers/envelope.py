"""JSON in our own envelope, for programs that make issues somewhere else.

Within a major version of ``SCHEMA_VERSION`` fields are added, never renamed; numbers
are not rounded; what is missing is ``null``.
"""

import json
from dataclasses import asdict
from typing import Any

from readiness import __version__
from readiness.exchange.tasks import Task, TaskList
from readiness.exchange.trackers import github
from readiness.exchange.trackers.sections import title_of

SCHEMA_VERSION = "1.0"
KIND = "readiness.issues"


def render(listed: TaskList) -> str:
    """Return the tasks as one JSON document with a newline at its end."""
    return json.dumps(document(listed), ensure_ascii=False, indent=2) + "\n"


def document(listed: TaskList) -> dict[str, Any]:
    """Return the JSON document as plain data."""
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": KIND,
        "tool": {"name": "readiness", "version": __version__},
        "made_on": listed.made_on.isoformat(),
        "demo": listed.is_demo,
        "self_reported": True,
        "team": {"id": listed.team_id, "name": listed.team},
        "period": listed.period,
        "pack": {
            "id": listed.pack_id,
            "version": listed.pack_version,
            "sha256": listed.pack_sha256,
        },
        "issues": [_issue(listed, task) for task in listed.tasks],
    }


def _issue(listed: TaskList, task: Task) -> dict[str, Any]:
    fields = {name: _or_null(value) for name, value in asdict(task).items()}
    return {
        **fields,
        "kind": task.kind.replace("-", "_"),
        "status": task.status.replace(" ", "_"),
        "title": title_of(listed, task),
        "due": task.due.isoformat() if task.due else None,
        "labels": listed.labels_of(task),
        "body": github.body(listed, task),
    }


def _or_null(value: Any) -> Any:  # noqa: ANN401 - plain JSON data of any kind
    """Return ``None`` for an empty text, within what has several parts too."""
    match value:
        case dict():
            return {name: _or_null(part) for name, part in value.items()}
        case tuple():
            return [_or_null(part) for part in value]
        case "":
            return None
        case _:
            return value
