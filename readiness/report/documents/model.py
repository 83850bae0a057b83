"""Everything that a document for others shows, whatever its format.

It has a report, what changed since the quarter before, the quarters so far, and what
the figures can say. As in `readiness.report.model`, numbers are unrounded, for charts
and cells; beside them stand the words for people. No response is in it, so nothing
that was left out can come back.
"""

from dataclasses import dataclass
from enum import StrEnum

from readiness.branding.model import Brand
from readiness.report.model import Node, Report


class Redaction(StrEnum):
    """What may be left out of a document; the values are what people type."""

    NOTES = "notes"  #: notes, and the reasons why something does not apply
    EVIDENCE = "evidence"  #: what answers rest on
    NAMES = "names"  #: of the team and the client, with logo and footer
    RESPONDENTS = "respondents"  #: who answered


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """Overall or a trend in two quarters; points 0 to 100.

    ``delta`` and ``band`` compare like with like (same questions, people, weights) and
    are ``None`` if it is not comparable. ``old`` and ``new`` are what each quarter's
    report shows, ``None`` where too little is known. Figures in words are "--" then.
    """

    id: str
    name: str
    short: str
    old: float | None
    new: float | None
    delta: float | None
    band: float | None  #: how much ``delta`` has to be to count
    common: float  #: share 0..1 of the weight that is compared
    old_words: str
    new_words: str
    delta_words: str  #: "+12"
    band_words: str  #: "±9"
    common_words: str  #: "96 %"
    verdict: str  #: "improved", "declined", "no detectable change", "not comparable"
    said: str  #: the verdict with its band, or with its reason
    notes: tuple[str, ...]

    @property
    def is_change(self) -> bool:
        """Whether it is more than answers vary by themselves."""
        return self.verdict in {"improved", "declined"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseLine:
    """What one cause makes of the difference of the two overall scores."""

    name: str
    points: float
    points_words: str  #: "+1.7"; together they make the difference that is shown
    words: str  #: "answers changed (12 questions)"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRow:
    """One question whose answers moved the overall score."""

    question: str
    points: float | None  #: of the overall score; ``None`` where it has none to move
    points_words: str
    was: str
    now: str
    mark: str  #: why no verdict counts it, or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What changed since the quarter before."""

    old_period: str
    new_period: str
    old_short: str  #: "Q3"
    new_short: str
    headline: tuple[tuple[str, str], ...]  #: (label, words)
    lines: tuple[ChangeLine, ...]  #: overall, if it is about all, then the trends
    remarks: tuple[str, ...]
    split_words: str  #: "overall 54.2 to 57.4: +3.2", or why there is no difference
    causes: tuple[CauseLine, ...]
    moves: tuple[MoveRow, ...]  #: those that moved it most
    withheld_words: str  #: why answers are not shown, or ""
    plan: tuple[str, ...]  #: sentences about last quarter's plan
    outlook: tuple[str, ...]  #: what the next quarter can prove


@dataclass(frozen=True, slots=True, kw_only=True)
class PastLine:
    """Overall or a trend in every quarter; ``points`` 0 to 100."""

    id: str
    name: str
    short: str
    points: tuple[float | None, ...]  #: ``None`` where too little is known
    figures: tuple[str, ...]  #: "54", or "--"
    words: str  #: "improved since 25-Q1 (+12, needed ±9)"
    since_previous: str  #: the same since the quarter before, "" if that is the first
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """At least two quarters, the earliest first."""

    title_words: str  #: "last 5 quarters, 2025-Q1 to 2026-Q1"
    periods: tuple[str, ...]
    shorts: tuple[str, ...]  #: "25-Q1"
    people: tuple[str, ...]  #: how many answered
    forms: tuple[str, ...]  #: "full", "quick" or "mixed"; empty if all are full
    lines: tuple[PastLine, ...]  #: overall, if it is about all, then the trends
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its paragraphs, plain text."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A finished document; a renderer adds layout only."""

    report: Report
    brand: Brand
    title: str  #: "Readiness report"
    subject: str  #: "Payments, 2026-Q4", and the trend if it is about one only
    lead: Node  #: what it is about, to be shown large: overall, or the one trend
    made_on_words: str  #: the date as the brand's language has it
    demo_words: str  #: "DEMO DATA. ...", or ""
    levels: tuple[str, ...]  #: names of the levels 0 to 4
    changes: Changes | None
    past: Past | None
    #: what holds of every figure: self-reported, questions, people, coverage, left out;
    #: (label, words), to be in every document where nobody can miss it
    statements: tuple[tuple[str, str], ...]
    footer_words: str  #: the same in one short line, for the foot of pages
    method: tuple[Section, ...]  #: what the figures can and cannot say
    strengths_words: str = ""  #: why no strength is shown, "" if any is
    gaps_words: str = ""  #: why no gap is shown, "" if any is
    redacted: frozenset[Redaction] = frozenset()
    left_out: str = ""  #: what was left out on request, in words, or ""
