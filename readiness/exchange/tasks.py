"""What is exported to where work is kept: a task for each action and open question."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from readiness.plaintext import slug
from readiness.plan.record import Status

LABEL = "readiness"  #: on every issue, so that they can be found together


class Kind(StrEnum):
    """What a task is: something to do, or an answer to find out."""

    ACTION = "action"
    INQUIRY = "find-out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A question with its answer, as the report quotes it; ``anchor`` may be empty."""

    question: str
    answer: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Points of 100 that a task is expected to add to the score of its trend."""

    points: float
    low: float
    high: float
    words: str  #: "5 points (3.5 to 5) in Zero trust"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How much work a task is."""

    size: str  #: small, medium or large
    person_weeks: float
    words: str  #: "up to 2 weeks, 3 person-weeks of work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An action of a plan, or an answer to find out; texts may be empty."""

    id: str  #: of the action or the question; stays the same over quarters
    kind: Kind
    title: str = ""
    trend: str = ""
    capability: str = ""
    horizon: str = ""  #: now, next or later; "" for what the plan has no room for
    details: str = ""
    why: str = ""  #: a sentence
    quotes: tuple[Quote, ...] = ()
    first_step: str = ""
    done_when: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    effort: Effort | None = None
    gain: Gain | None = None
    usual_owner: str = ""  #: who does such a thing, as the pack has it
    owner: str = ""  #: who does it here, as the plan file has it
    due: date | None = None
    status: Status = Status.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """The tasks of one team after one period, and where they come from."""

    team_id: str
    team: str
    period: str
    pack_id: str
    pack_version: str
    pack_sha256: str
    made_on: date
    is_demo: bool
    tasks: tuple[Task, ...]

    @property
    def source(self) -> str:
        """One sentence on what the tasks rest on."""
        return (
            f"Self-reported answers of {self.team} for {self.period} to the "
            f"questions of {self.pack_id} {self.pack_version}, exported "
            f"{self.made_on.isoformat()}."
        )

    def labels_of(self, task: Task) -> tuple[str, ...]:
        """Return labels of ``a-z``, ``0-9`` and hyphens: no tracker refuses them."""
        labels = [LABEL, slug(task.trend) if task.trend else "", self.period.lower()]
        if task.kind is Kind.INQUIRY:
            labels.append(task.kind)
        if self.is_demo:
            labels.append("demo")
        return tuple(dict.fromkeys(filter(None, labels)))  # a trend may be called so
