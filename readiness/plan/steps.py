"""What a plan is made of."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from math import fsum

from readiness.pack.model import Action, Capability, Question, Trend
from readiness.plan.record import Status
from readiness.scoring.score import ItemScore, Scorecard

TARGET = 3  #: level that a plan aims for; above it the plan says how to hold it


class Urgency(IntEnum):
    """Why a step comes where it does, first reason first (content: D.6)."""

    CRITICAL = 0  #: it cures a critical rule that fires
    CAP = 1  #: it lifts what holds the level of a trend down
    HIGH = 2  #: it cures a rule of high severity that fires
    VALUE = 3  #: it gains most for its effort


class Horizon(StrEnum):
    """When to do it: 0 to 6 weeks, to 3 months, to 12 months."""

    NOW = "now"
    NEXT = "next"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gain:
    """Points of 0 to 100 that a step is expected to add, with its range.

    The range is one standard deviation of what the same person would answer on
    another day, and what unknown answers could turn out to be.
    """

    points: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """An action in the plan: what it lifts, what it gains, why it stands where."""

    action: Action
    capability: Capability
    trend: Trend
    lifts: tuple[ItemScore, ...]  #: below the action's level now, or unknown
    gain: Gain  #: of the overall score
    trend_gain: Gain
    worth: float  #: overall points, times how much the trend matters
    priority: float  #: worth and what it unlocks, per person-week
    urgency: Urgency
    because: tuple[str, ...]  #: ids of the rules and trends behind the urgency
    is_needed_first: bool  #: the urgency is that of a step that waits for this one
    settles: bool  #: once its level is reached, the reason for the urgency is gone
    opens: tuple[Capability, ...]  #: whose next steps rest on this one
    prerequisites: tuple[str, ...]  #: ids of the capabilities that have to be there
    is_focus: bool  #: its trend is what the team declared to improve
    is_begun: bool = False  #: somebody works on it, or has promised to

    def rests_on(self, other: "Step") -> bool:
        """Return whether ``other`` lifts a prerequisite that this step still lacks.

        The step before it on the same ladder is one.
        """
        if other.capability.id == self.capability.id:
            return other.action.to < self.action.to
        is_prerequisite = other.capability.id in self.prerequisites
        return is_prerequisite and other.action.to <= self.action.to


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """A step with the time it is proposed for."""

    step: Step
    horizon: Horizon


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A step that the answers suggest and that the team has settled."""

    step: Step
    status: Status  #: done, dropped or accepted as a risk

    @property
    def is_refused(self) -> bool:
        """Whether it will not be done, so that what rests on it waits."""
        return self.status is not Status.DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry:
    """Something to find out: an unknown answer and how much it would tell.

    ``narrows`` is by how many points the overall range becomes narrower,
    ``trend_narrows`` that of the trend.
    """

    question: Question
    capability: Capability
    trend: Trend
    is_foundation: bool
    said_unknown: bool  #: don't know, as against not answered yet
    narrows: float
    trend_narrows: float


class Standing(StrEnum):
    """How a step fares if weights, efforts and answers are a little different."""

    SOLID = "solid"  #: among the first three in at least 80 % of the draws
    LIKELY = "likely"  #: in at least 50 %
    OPEN = "could be others"
    RACE = "also in the race"  #: not proposed first, or not chosen, but not far from it
    CORE = "core of the plan"  #: in the best plan in at least 80 % of the draws
    SWAP = "swap candidate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """In which share 0..1 of the draws a step was in, and the word for it."""

    share: float
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """How solid a plan is: what became of its steps in so many draws.

    ``chances`` are by action id, for the steps that there is something to say about:
    the first three and what is also in the race; with a capacity, all that is chosen.
    """

    draws: int
    chances: Mapping[str, Chance]


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """What the time of a team was spent on, in person-weeks."""

    weeks: float  #: there are
    used: float
    begun: int  #: steps taken first of all, since somebody is at them
    urgent: int  #: steps taken next, since critical findings wait for them
    left_out: int  #: steps that critical findings wait for and that did not fit
    severe_left: int  #: steps against severe findings that others gain more than
    is_best: bool  #: no other choice for the rest of the time gains more
    smallest: Step | None  #: what takes least, if not even that fits


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Scheduled steps, the rest in order, what to find out and to hold.

    At most six are scheduled, unless more are begun, or with a capacity all that fit.
    ``after`` is the
    scorecard if every scheduled step reaches its level. ``aside`` is what the team has
    settled, ``waiting`` what rests on something of that which will not be done.
    """

    scheduled: tuple[Scheduled, ...]
    rest: tuple[Step, ...]
    inquiries: tuple[Inquiry, ...]
    holds: tuple[Capability, ...]
    before: Scorecard
    after: Scorecard
    aside: tuple[SetAside, ...] = ()
    waiting: tuple[Step, ...] = ()
    focus: str | None = None  #: id of the trend that the team declares to improve
    budget: Budget | None = None
    robustness: Robustness | None = None

    def steps(self) -> tuple[Step, ...]:
        """Return the scheduled steps."""
        return tuple(planned.step for planned in self.scheduled)

    def expected(self) -> float:
        """Return the overall points that the scheduled steps gain together.

        Unlike ``after`` less ``before`` this counts nothing for what is only found out.
        """
        return fsum(step.gain.points for step in self.steps())
