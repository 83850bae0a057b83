"""Everything a report shows, in the order it is shown; a renderer adds layout only.

Numbers are unrounded, for JSON and bars; beside them stand the words for people.
"""

from dataclasses import dataclass

from readiness.plaintext import one_line
from readiness.report.panel_model import Disclosure, PanelLines, RespondentLine
from readiness.responses import EvidenceKind
from readiness.scoring.grounds import Grounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A scored thing: overall, trend or capability. Points 0..100, coverage 0..1.

    ``point`` and the levels 0..4 are ``None`` where too little is known, and all
    numbers where the node is not asked or does not apply.
    """

    id: str
    name: str
    point: float | None
    low: float | None
    high: float | None
    coverage: float | None
    level: int | None
    level_low: int | None
    level_high: int | None
    held_by: tuple[str, ...]
    score_words: str  #: "58", "not enough known", "not asked", "not applicable"
    range_words: str  #: "52 to 63", or "" where there is none
    level_short: str  #: "2", "1-2", or ""
    level_words: str  #: "2 Established in part", "1-2 Exploring to ...", or ""
    held_words: str  #: "held at level 1 by ...", or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendRow:
    """A trend with its capabilities and what was answered."""

    node: Node
    short: str
    capabilities: tuple[Node, ...]
    asked: int
    applicable: int
    rated: int
    unknown: int
    open: int
    not_applicable: int
    of: int  #: questions the pack has about it
    grounds: Grounds  #: what its ratings rest on
    notes: tuple[str, ...]  #: range, what is unknown, what holds the level


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceLine:
    """One thing that an answer rests on; ``text`` may be empty."""

    kind: EvidenceKind
    text: str

    @property
    def words(self) -> str:
        """The kind and the text on one line: "Evidence: LINK", "Told by someone"."""
        kind = self.kind.words.capitalize()
        label = "Evidence" if self.kind is EvidenceKind.ARTEFACT else kind
        return f"{label}: {one_line(self.text)}" if self.text else kind


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """One answer as a report quotes it."""

    question: str
    capability: str
    trend: str
    text: str
    facet: str
    answer: str  #: "level 1: At least one", "don't know"; of several people the mean
    level: float | None  #: mean level 0 to 4, ``None`` if there is none to be told
    anchor: str
    note: str
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A rule that fires, with the answers behind it."""

    id: str
    kind: str
    severity: str
    name: str
    rationale: str
    because: tuple[str, ...]
    action: str
    source: str
    trends: tuple[str, ...]  #: names of the trends it touches
    stays_open: str = ""  #: "Stays open: the risk was accepted by Anna until ..."
    stays_open_bare: str = ""  #: the same without anything that somebody typed


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A step of the plan. Gains are points, overall and of its trend, to 9 decimals."""

    number: str  #: "A1", or "" for what is not scheduled
    id: str
    title: str
    details: str  #: what to do beyond the title, or ""
    first_step: str
    capability: str
    trend: str
    trend_short: str
    horizon: str  #: "now", "next", "later", or "" for what is not scheduled
    effort: str
    person_weeks: float
    owner: str
    done_when: tuple[str, ...]
    evidence: tuple[str, ...]
    to_level: int
    gain: float
    gain_low: float
    gain_high: float
    trend_gain: float
    trend_gain_low: float
    trend_gain_high: float
    gain_words: str  #: "6 points (4 to 8) in Zero trust"
    effort_words: str  #: "up to 2 weeks, 3 person-weeks of work"
    why_here: str  #: what puts it at this place in line
    solid_words: str  #: how sure that place is, or "" where nobody asked
    needs: tuple[str, ...]  #: its prerequisites, with their state
    opens: tuple[str, ...]
    causes: tuple[AnswerLine, ...]
    questions: tuple[str, ...]
    assignee: str = ""  #: who does it, from plan.md; ``owner`` is who usually leads it
    due: str = ""  #: an ISO date, or ""
    status: str = ""  #: as plan.md says it: "in progress", or "" for not begun
    is_overdue: bool = False
    progress_words: str = ""  #: "Zoë, in progress, due 2026-11-13: overdue", or ""
    progress_bare: str = ""  #: the same without anything that somebody typed


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryLine:
    """An unknown answer, and by how many points knowing it narrows the ranges."""

    question: str
    text: str
    capability: str
    trend: str
    trend_short: str
    is_foundation: bool
    narrows: float
    trend_narrows: float
    words: str  #: "narrows the range of Zero trust by 9 points"
    ask: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldLine:
    """A capability at level 3 or above, and what shows that it still is."""

    id: str
    capability: str
    trend: str
    level: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """A claim of the article with what its source says."""

    id: str
    claim: str
    status: str  #: as in the pack: verified, differs, not_found, unconfirmed
    status_words: str
    known_words: str  #: how well it is known, for readers
    attributed: str  #: who says so
    source: str
    url: str
    note: str
    capabilities: tuple[str, ...]  #: ids of those that it bears on


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """How many of the asked questions have which answer."""

    questions: int  #: asked by the form
    of: int  #: in the pack
    rated: int
    unknown: int
    not_applicable: int
    open: int
    with_evidence: int
    grounds: Grounds  #: what the ratings rest on

    @property
    def decided(self) -> int:
        """Questions with an answer; don't know and not applicable are answers."""
        return self.questions - self.open


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A finished report."""

    team_id: str
    team: str
    period: str
    form: str
    is_demo: bool
    made_on: str  #: ISO date
    respondents: int
    pack_id: str
    pack_version: str
    pack_sha256: str
    pack_title: str
    form_words: str
    headline: tuple[tuple[str, str], ...]  #: (label, words), the ten-second block
    completeness: Completeness
    overall: Node
    trends: tuple[TrendRow, ...]
    strengths: tuple[AnswerLine, ...]  #: all, those that carry most points first
    gaps: tuple[AnswerLine, ...]  #: all, those that lack most points first
    answers: tuple[AnswerLine, ...]
    findings: tuple[FindingLine, ...]
    not_evaluated: tuple[str, ...]  #: ids of rules that too little is known for
    not_evaluated_words: str = ""  #: the same as a sentence with their names, or ""
    steps: tuple[StepLine, ...]  #: scheduled, by horizon
    later: tuple[StepLine, ...]  #: the rest, in order
    aside: tuple[StepLine, ...] = ()  #: settled, or rests on it: `progress_words` why
    plan_words: str  #: where the steps lead: "Now 54 of 100 ... about 62"
    capacity_words: str  #: what the time there is goes to, or ""
    verify_words: str  #: what of it the next quarter could prove, or ""
    inquiries: tuple[InquiryLine, ...]
    holds: tuple[HoldLine, ...]
    claims: tuple[ClaimLine, ...]
    grounds_words: str  #: how many ratings others can check, or ""
    importance_words: str  #: what the leader said matters, or ""
    panel: PanelLines | None = None  #: where several people answered
    disclosure: Disclosure = Disclosure.USUAL
    left_out: str = ""  #: what an anonymous report does not show
    earlier_words: str = ""  #: of an earlier quarter: what it does not count, or ""
    who: tuple[RespondentLine, ...] = ()  #: by name, only if asked for
