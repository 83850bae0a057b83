"""GitHub: one JSON object a line, each the body of one request to make an issue.

Fields as the REST API of GitHub has them for "create an issue". Who may not set
labels has them dropped by GitHub; assignees and a milestone are left to people.
"""

import json

from readiness.exchange.tasks import Task, TaskList
from readiness.exchange.trackers import markdown
from readiness.exchange.trackers.sections import title_of
from readiness.markup import markdown_text


def render(listed: TaskList) -> str:
    """Return the issues, one JSON object a line."""
    return "".join(f"{_line(listed, task)}\n" for task in listed.tasks)


def body(listed: TaskList, task: Task) -> str:
    """Return the body with a hidden last line that says which action it is.

    By it a second export can be told from the first; plans have the same mark.
    """
    mark = f"id={task.id} team={listed.team_id} period={listed.period}"
    text = markdown.body(listed, task, markdown_text)
    return f"{text}\n\n<!-- readiness:{task.kind} {mark} -->"


def _line(listed: TaskList, task: Task) -> str:
    issue = {
        "title": title_of(listed, task),
        "body": body(listed, task),
        "labels": listed.labels_of(task),
    }
    return json.dumps(issue, ensure_ascii=False)
