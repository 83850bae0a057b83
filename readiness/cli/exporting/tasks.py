"""From the lines of a report, and what people wrote in the plan, to tasks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from readiness.exchange.tasks import Effort, Gain, Kind, Quote, Task, TaskList
from readiness.markup import unescaped
from readiness.plan.record import Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from readiness.plan.file import KeptAction, PlanFile
    from readiness.report.model import InquiryLine, Report, StepLine

NO_REASON = "It is in the plan, though the answers no longer suggest it."
INQUIRIES = 3  #: answers to find out that are exported if nobody asks for all


def to_tasks(
    report: "Report",
    plan: "PlanFile | None" = None,
    *,
    everything: bool = False,
    risks: bool = False,
) -> TaskList:
    """Return the tasks of a report: its steps, then what is to be found out.

    What ``plan`` says of a step's owner, date and status counts. Left out are steps
    that are settled, set aside, or that the plan has no room for, and all but the first
    `INQUIRIES` answers to find out, unless ``everything`` is asked for. With ``risks``,
    those that are accepted until a date are there too.
    """
    tasks = [*_actions(report, plan), *map(_find_out, report.inquiries)]
    useful = [*_most_useful(tasks, plan), *(_risks(tasks) if risks else ())]
    return TaskList(
        team_id=report.team_id,
        team=report.team,
        period=report.period,
        pack_id=report.pack_id,
        pack_version=report.pack_version,
        pack_sha256=report.pack_sha256,
        made_on=date.fromisoformat(report.made_on),
        is_demo=report.is_demo,
        tasks=tuple(tasks if everything else useful),
    )


def _actions(report: "Report", plan: "PlanFile | None") -> Iterator[Task]:
    written = {action.id: action for action in plan.actions} if plan else {}
    titles = {step.number: step.title for step in report.steps}
    settled = (step for step in report.aside if step.id in written)
    for step in (*report.steps, *report.later, *settled):
        task = _action(step, titles)
        action = written.pop(step.id, None)
        yield _laid_over(task, action) if action else task
    for action in written.values():
        yield _laid_over(Task(id=action.id, kind=Kind.ACTION, why=NO_REASON), action)


def _laid_over(task: Task, action: "KeptAction") -> Task:
    """Return the task with what people wrote of it; texts of a plan are Markdown."""
    own = action.has_own_title or not task.title
    return replace(
        task,
        title=unescaped(action.title) if own else task.title,
        owner=unescaped(action.owner),
        due=action.due,
        status=action.status,
    )


def _most_useful(tasks: list[Task], plan: "PlanFile | None") -> Iterator[Task]:
    actions = plan.actions if plan else ()
    in_plan = {action.id for action in actions if not action.is_set_aside}
    inquiries = 0
    for task in tasks:
        if task.kind is Kind.INQUIRY:
            inquiries += 1
            if inquiries <= INQUIRIES:
                yield task
        elif not task.status.is_settled and (task.horizon or task.id in in_plan):
            yield task


def _risks(tasks: list[Task]) -> Iterator[Task]:
    return (t for t in tasks if t.status is Status.ACCEPTED and t.due is not None)


def _action(step: "StepLine", titles: "Mapping[str, str]") -> Task:
    return Task(
        id=step.id,
        kind=Kind.ACTION,
        title=step.title,
        trend=step.trend,
        capability=step.capability,
        horizon=step.horizon,
        details=step.details,
        why=f"It {step.why_here}.",
        quotes=tuple(
            Quote(question=line.text, answer=line.answer, anchor=line.anchor)
            for line in step.causes
        ),
        first_step=step.first_step,
        done_when=step.done_when,
        evidence=step.evidence,
        needs=tuple(_by_title(need, titles) for need in step.needs),
        effort=Effort(
            size=step.effort, person_weeks=step.person_weeks, words=step.effort_words
        ),
        gain=Gain(
            points=step.trend_gain,
            low=step.trend_gain_low,
            high=step.trend_gain_high,
            words=f"{step.gain_words}, if level {step.to_level} is reached",
        ),
        usual_owner=step.owner,
    )


def _by_title(need: str, titles: "Mapping[str, str]") -> str:
    """Return a prerequisite without the number of a step, which is the plan's own."""
    number, _, rest = need.partition(" first ")
    return f"{titles[number]} {rest}" if number in titles else need


def _find_out(line: "InquiryLine") -> Task:
    return Task(
        id=line.question,
        kind=Kind.INQUIRY,
        title=f"Find out: {line.text}",
        trend=line.trend,
        capability=line.capability,
        why=f"The answer is not known yet. Knowing it {line.words}.",
        done_when=(f"The answer is kept: readiness answer {line.question} LEVEL",),
        usual_owner=line.ask,
    )
