"""What people made of the actions: who, by when, how far, why some are set aside."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from readiness.plan.file import KeptAction, PlanFile
from readiness.plan.record import Status
from readiness.plan.refused import (
    left_open,
    resting_words,
    settled_words,
    typed_status,
    typed_text,
    waiting_first,
)
from readiness.plan.steps import Plan, SetAside
from readiness.report import words
from readiness.report.lines import step_line
from readiness.report.model import FindingLine, Report, StepLine
from readiness.scoring.results import Results

AGAIN = "to be looked at again"  #: of a risk whose date is over
OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Teamwork:
    """What a team wrote of its plan, by action id, and the day to hold it against."""

    kept: Mapping[str, KeptAction]
    today: date

    @classmethod
    def of(cls, file: PlanFile | None, today: date) -> "Teamwork":
        """Return what is in ``file``, which is of this team and of no later period."""
        actions = file.actions if file else ()
        return cls(kept={action.id: action for action in actions}, today=today)

    def told(self, lines: Iterable[StepLine]) -> tuple[StepLine, ...]:
        """Return steps of the plan with who does them, by when and how far they are."""
        return tuple(self._told(line) for line in lines)

    def aside(self, results: Results, plan: Plan) -> Iterator[StepLine]:
        """Yield what the team has settled, then what waits for it, with the reason."""
        for settled in plan.aside:
            line = self._with_fields(step_line(results, settled.step))
            bare = self._settled(settled, is_bare=True)
            said = self._settled(settled)
            if line.assignee and line.assignee not in said:
                said = f"{said} (owner: {line.assignee})"
            yield replace(
                line,
                status=str(settled.status),
                progress_words=said,
                progress_bare=bare,
            )
        for step in waiting_first(plan):
            yield replace(
                self._with_fields(step_line(results, step)),
                progress_words=resting_words(step, plan, self.kept),
                progress_bare=resting_words(step, plan),
            )

    def open_findings(
        self, results: Results, plan: Plan, lines: Iterable[FindingLine]
    ) -> Iterator[FindingLine]:
        """Yield findings; those that nobody will cure say who decided so."""
        open_ = left_open(results, plan)
        for line in lines:
            because = open_.get(line.id, ())
            said, bare = (
                "; ".join(self._decision(a, is_bare=is_bare) for a in because)
                for is_bare in (False, True)
            )
            yield replace(
                line,
                stays_open=f"Stays open: {said}" if said else "",
                stays_open_bare=f"Stays open: {bare}" if bare else "",
            )

    def _decision(self, aside: SetAside, *, is_bare: bool) -> str:
        title = words.title_of(aside.step.action)
        return f'{self._settled(aside, is_bare=is_bare)} (action "{title}")'

    def _settled(self, aside: SetAside, *, is_bare: bool = False) -> str:
        """Return how an action was settled; if ``is_bare``, nothing that was typed."""
        kept = self.kept.get(aside.step.action.id)
        said = settled_words(aside.status, None if is_bare else kept)
        if kept is None or aside.status is not Status.ACCEPTED or kept.due is None:
            return said
        until = f"{said} until {kept.due}" if is_bare else said
        return f"{until}: {AGAIN}" if kept.is_to_look_at_again(self.today) else until

    def _told(self, line: StepLine) -> StepLine:
        line = self._with_fields(line)
        kept = self.kept.get(line.id)
        if kept is None:
            return line
        due = typed_text(kept.due_words)
        status = typed_status(kept)
        said = (
            line.assignee,
            "" if status.lower() == Status.OPEN else status,
            _due(due, is_overdue=line.is_overdue),
        )
        bare = (line.status, _due(line.due, is_overdue=line.is_overdue))
        return replace(
            line,
            progress_words=", ".join(filter(None, said)),
            progress_bare=", ".join(filter(None, bare)),
        )

    def _with_fields(self, line: StepLine) -> StepLine:
        kept = self.kept.get(line.id)
        if kept is None:
            return line
        return replace(
            line,
            assignee=typed_text(kept.owner),
            due=kept.due.isoformat() if kept.due else "",
            status="" if kept.status is Status.OPEN else str(kept.status),
            is_overdue=kept.is_overdue(self.today),
        )


def without_typed(line: StepLine) -> StepLine:
    """Return a step without what somebody typed beside owner, status and date."""
    said = (line.assignee, line.progress_bare)
    return replace(line, progress_words=", ".join(filter(None, said)))


def without_people(line: StepLine) -> StepLine:
    """Return a step without who does it, nor any word in which a name may stand."""
    return replace(line, assignee="", progress_words=line.progress_bare)


def without_decider(line: FindingLine) -> FindingLine:
    """Return a finding without who decided that it stays open, and why."""
    return replace(line, stays_open=line.stays_open_bare)


def with_steps(report: Report, change: Callable[[StepLine], StepLine]) -> Report:
    """Return ``report`` with all its steps changed, set aside or not."""
    return replace(
        report,
        steps=tuple(map(change, report.steps)),
        later=tuple(map(change, report.later)),
        aside=tuple(map(change, report.aside)),
    )


def with_findings(
    report: Report, change: Callable[[FindingLine], FindingLine]
) -> Report:
    """Return ``report`` with all its findings changed."""
    return replace(report, findings=tuple(map(change, report.findings)))


def _due(when: str, *, is_overdue: bool) -> str:
    if not when:
        return ""
    return f"due {when}: {OVERDUE}" if is_overdue else f"due {when}"
