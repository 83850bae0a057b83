"""Everything that a history shows; numbers are unrounded, the words are for people."""

from dataclasses import dataclass

from readiness.comparison.history import History, NodeHistory


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """One node in every quarter."""

    node: NodeHistory
    points: tuple[float | None, ...]  #: 0 to 100, ``None`` if not enough is known
    figures: tuple[str, ...]  #: "54", or "--" where not enough is known
    words: str  #: "improved since 25-Q1 (+12, needed ±9)", "" for a single quarter
    since_previous: str  #: the same since the quarter before, "" if that is the first
    is_news: bool  #: whether the quarter before was so much better or worse
    notes: tuple[str, ...]  #: what like with like tells, and ranges without a point


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryReport:
    """A finished history."""

    history: History
    team_id: str
    team: str
    is_demo: bool
    made_on: str  #: ISO date
    shorts: tuple[str, ...]  #: the periods as "25-Q1"
    people: tuple[str, ...]  #: how many answered, by quarter
    forms: tuple[str, ...]  #: "full", "quick" or "mixed", empty if all are full
    title_words: str  #: "last 5 quarters, 2025-Q1 to 2026-Q1"
    rows: tuple[HistoryRow, ...]  #: overall, then the trends
    remarks: tuple[str, ...]  #: who and what was compared, and what a word needs
    hints: tuple[str, ...]  #: sentences with commands, for a terminal only
