"""What a comparison of two quarters comes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from readiness.pack.model import Capability, Noise, Pack, Question, Trend
from readiness.responses import Response
from readiness.scoring.score import Score
from readiness.uncertainty.verdicts import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarter:
    """The responses of one team in one period, and the pack they all answer."""

    period: str
    pack: Pack
    responses: tuple[Response, ...]  #: at least one


class Route(StrEnum):
    """Whom a comparison compares; chosen before the answers are looked at."""

    SAME_PEOPLE = "same people"  #: each returning respondent with themselves
    OTHER_PEOPLE = "other people"  #: two groups of whoever answered


class Reason(StrEnum):
    """Why a node is not comparable."""

    NEW = "new"  #: the older quarter has no such node
    GONE = "gone"  #: the newer quarter has no such node
    PEOPLE = "different people"
    QUESTIONS = "questions changed"
    LITTLE = "too little in common"
    NOISE = "too few answers to tell"  #: only more than a whole level would be seen


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeChange:
    """One node, overall or a trend, in two quarters.

    ``old`` and ``new`` are the scores that each quarter's report shows. ``delta`` and
    ``band`` are points, like with like: the same questions, people and weights; the
    verdict is not "no detectable change" exactly if ``delta`` is at least ``band``.
    All figures of the test are ``None`` if it is not comparable. Who enters has rated
    at least 60 % both times; ``items`` and ``common`` are what they rated or, where
    nobody enters, what the one did who came nearest.
    """

    id: str
    name: str
    short: str
    old: Score | None
    new: Score | None
    verdict: Verdict
    reason: Reason | None  #: if it is not comparable
    delta: float | None
    band: float | None
    error: float | None  #: standard error of ``delta``, points
    df: float | None
    p: float | None
    adjusted_p: float | None
    #: who enter: returning ones, or the smaller of two groups; ``None`` if withheld
    people: int | None
    items: int  #: questions in common that at least one of them rated both times
    common: float  #: share 0..1 of what their forms could ask of the node, on average
    is_focus: bool  #: declared beforehand, so less evidence is needed
    chance_up: float | None  #: posterior chance 0..1 that the true change is above 0
    next_band: float | None  #: what the next quarter could prove with as many people
    band_with_more: float | None  #: and what with two people more


class Cause(StrEnum):
    """Why a shown score differs from the one before; the words are for people."""

    ANSWERS = "answers changed"
    KNOWN = "answers newly given or lost"
    APPLICABLE = "not applicable before or now"
    PEOPLE = "other people answered"
    QUESTIONS = "questions or weights changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """How many points of the difference one cause makes, and how many answers."""

    cause: Cause
    points: float
    count: int  #: questions (people, for `Cause.PEOPLE`) it is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One question whose answers moved the overall score by ``points``.

    These are ``None`` where there was no score yet, or is none any more, to be moved.
    ``old`` and ``new`` are the mean level 0..4 of those who answered both times,
    ``None`` for unknown or not applicable; the words then say which.
    """

    question: Question  #: as the newer pack has it; one that is gone: as the older had
    capability: Capability
    trend: Trend
    cause: Cause
    points: float | None
    old: float | None
    new: float | None
    old_words: str  #: "2 Established", "don't know", "not applicable (reason)"
    new_words: str
    old_anchor: str  #: the observable behaviour, "" if there is no level
    new_anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The difference of the two shown overall scores, split exactly.

    ``difference`` is ``None`` if one of the two has no point; then there are no parts.
    The parts add up to it, those of `Cause` that made nothing included.
    """

    difference: float | None
    parts: tuple[Part, ...]
    moves: tuple[Move, ...]  #: all, those that moved it most first


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who answered: counts of people, and how many now answer in another role."""

    old: int
    new: int
    returning: int
    changed_role: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two quarters compared: a verdict for the overall score and for each trend."""

    old: Quarter
    new: Quarter
    route: Route
    people: People
    common_items: int  #: questions with the same id and revision in both forms
    overall: NodeChange
    trends: tuple[NodeChange, ...]  #: those of the newer pack, then those that are gone
    explanation: Explanation
    noise: Noise
    focus: str | None  #: id of the trend that was declared beforehand

    def nodes(self) -> Mapping[str, NodeChange]:
        """Return overall and trends by id."""
        return {node.id: node for node in (self.overall, *self.trends)}
