"""What became of the actions of a plan, as its next document tells it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from readiness.markup import markdown_text, unescaped
from readiness.plaintext import one_line
from readiness.plan.file import GONE, KeptAction, PlanFile
from readiness.plan.leaving import why_gone
from readiness.plan.record import Status
from readiness.plan.steps import Plan


class Fate(StrEnum):
    """In which part of the document an action stands."""

    OPEN = "open"  #: proposed, and being worked on or not begun
    DONE = "done"
    ACCEPTED = "accepted"
    DROPPED = "dropped"
    TAKEN = "taken"  #: not proposed any more, but somebody has taken it on
    GONE = GONE  #: not proposed any more


_FATES = {
    Status.DONE: Fate.DONE,
    Status.ACCEPTED: Fate.ACCEPTED,
    Status.DROPPED: Fate.DROPPED,
}


_CLOSE = "it stays here until its status says done, dropped or risk accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How far one action is; texts are Markdown of the file, "" for none."""

    id: str
    since: str  #: the period of the plan that it came with
    title: str = ""  #: if it is settled, or a person gave it another one
    owner: str = ""
    due: str = ""
    status: str = str(Status.OPEN)
    fate: Fate = Fate.OPEN
    reason: str = ""  #: why it stands where it does
    is_moved: bool = False  #: it was not there when the file was last written


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What became of all actions, proposed or in the file."""

    period: str
    courses: Mapping[str, Course]  #: by action id; those in the file in its order
    new: int  #: proposed and not in the file
    is_next: bool  #: the file was of an earlier period

    @classmethod
    def none(cls, period: str) -> Self:
        """Return the progress of a plan that nobody has a file of."""
        return cls(period=period, courses={}, new=0, is_next=False)

    def of(self, id_: str) -> Course:
        """Return how far an action is."""
        return self.courses.get(id_) or Course(id=id_, since=self.period)

    def at(self, fate: Fate | str) -> tuple[Course, ...]:
        """Return the actions in one part of the document."""
        return tuple(c for c in self.courses.values() if c.fate == fate)

    def is_open(self, id_: str) -> bool:
        """Return whether an action is neither settled nor gone."""
        return self.of(id_).fate is Fate.OPEN

    def summary(self) -> str:
        """Return "2 new, 1 done, 3 carried over"; what is settled counts once."""
        kept = "carried over" if self.is_next else "kept"
        counts = {
            "new": self.new,
            "done": self._moved(Fate.DONE),
            kept: len(self.at(Fate.OPEN)) - self.new,
            "risk accepted": self._moved(Fate.ACCEPTED),
            "dropped": self._moved(Fate.DROPPED),
            "taken on, though not suggested any more": len(self.at(Fate.TAKEN)),
            "no longer suggested": self._moved(Fate.GONE),
        }
        return ", ".join(f"{n} {words}" for words, n in counts.items() if n)

    def set_aside(self) -> Iterator[str]:
        """Yield a line on each action that is not suggested any more, and why."""
        for course in self.at(Fate.GONE):
            if course.is_moved:
                yield f"{one_line(unescaped(course.title))}: {course.reason}"

    def taken_on(self) -> Iterator[str]:
        """Yield a line on each action that stays only for who took it on: who, when."""
        for course in self.at(Fate.TAKEN):
            if course.is_moved:
                who = unescaped(course.owner) or "nobody yet"
                due = f"due {unescaped(course.due)}" if course.due else "no date yet"
                title = unescaped(course.title)
                yield one_line(f"{title} ({who}, {due}): {course.reason}")

    def _moved(self, fate: Fate) -> int:
        return sum(course.is_moved for course in self.at(fate))


def follow(plan: Plan, period: str, old: PlanFile | None = None) -> Progress:
    """Return what became of the actions of ``old``, now that ``plan`` is proposed.

    What ``plan`` sets aside is told too if the file does not have it.
    """
    kept = old.actions if old else ()
    by_id = {action.id: action for action in kept}
    courses = {id_: _course(id_, by_id, plan, period) for id_ in by_id}
    new = [s.action.id for s in plan.steps() if s.action.id not in courses]
    courses |= {id_: Course(id=id_, since=period) for id_ in new}
    courses |= {c.id: c for c in _aside(plan, period) if c.id not in courses}
    return Progress(
        period=period,
        courses=courses,
        new=len(new),
        is_next=old is not None and old.period != period,
    )


def _aside(plan: Plan, period: str) -> Iterator[Course]:
    for settled in plan.aside:
        yield Course(
            id=settled.step.action.id,
            since=period,
            title=markdown_text(settled.step.action.title),
            status=str(settled.status),
            fate=_FATES[settled.status],
        )


def _course(
    id_: str, kept: Mapping[str, KeptAction], plan: Plan, period: str
) -> Course:
    action = kept[id_]
    proposed = {step.action.id for step in plan.steps()}
    suggested = proposed | {aside.step.action.id for aside in plan.aside}
    unasked = Fate.TAKEN if action.is_begun else Fate.GONE
    usual = Fate.OPEN if action.id in proposed else unasked
    fate = _FATES.get(action.status, usual)
    reason = ""
    if fate is Fate.GONE:
        reason = why_gone(action, plan, kept)
    elif fate is Fate.TAKEN:
        reason = f"{why_gone(action, plan, kept)}; {_CLOSE}"
    elif fate is Fate.DONE and action.since < period and action.id in suggested:
        reason = f"done, though the answers of {period} do not show it yet"
    return Course(
        id=action.id,
        since=action.since,
        title=action.title if fate is not Fate.OPEN or action.has_own_title else "",
        owner=action.owner,
        due=action.due_words,
        status=_status_words(action),
        fate=fate,
        reason=reason,
        is_moved=action.state != fate,
    )


def _status_words(action: KeptAction) -> str:
    """Return what is said of the status; that all boxes are ticked overrules it."""
    said = action.status_words
    if action.status is not Status.DONE or said.lower().startswith(Status.DONE):
        return said or str(action.status)
    remark = f" (was: {said})" if said not in {"", *Status} else ""
    return f"{Status.DONE}{remark}"
