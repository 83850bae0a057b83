"""What a report shows of several people, beside their common score.

As in `readiness.report.model`, numbers are unrounded and the words stand beside them.
Figures that would tell who said what are ``None``, and their words empty.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest


class Disclosure(StrEnum):
    """How much a report tells of the people behind it."""

    USUAL = "usual"  #: what they said, never who said it
    ANONYMOUS = "anonymous"  #: nothing that a few people could be recognised by
    NAMES = "names"  #: who answered, and how much; still not who said what


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something to say of the panel: a label, and a line or several under it.

    ``ids`` are those of the questions that the lines are about, for who looks them up:
    one for each line, or none at all.
    """

    label: str
    lines: tuple[str, ...]
    ids: tuple[str, ...] = ()

    @property
    def lines_with_ids(self) -> tuple[str, ...]:
        """The lines, each with the id of its question in brackets."""
        pairs = zip_longest(self.lines, self.ids, fillvalue="")
        return tuple(f"{line} ({id_})" if id_ else line for line, id_ in pairs)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLine:
    """What several people say of one question.

    ``levels`` (0..4) are sorted. Deviations are in levels; ``r_wg`` is 0..1.
    """

    question: str
    name: str  #: its facet
    trend: str  #: its id
    asked: int | None
    rated: int | None
    dont_know: int | None
    not_applicable: int | None
    levels: tuple[int, ...] | None
    mean: float | None
    median: float | None
    average_deviation: float | None
    r_wg: float | None
    split: bool | None
    scope_disputed: bool | None
    is_rated_by_few: bool  #: whether less than half of the people have rated it
    accord: str  #: "two camps", "you agree", ..., or ""
    answers: str  #: "answers 0, 0, 1, 3, 4: two camps", "two camps", or ""
    unknown: str  #: "4 of 6 said don't know" if most did, or ""
    words: str  #: "median 1; answers 0, 0, 1, 3, 4: two camps; 1 of 6 ...", or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendPanelLine:
    """A trend as several people see it; the people range is in points."""

    id: str
    name: str
    short: str
    people: int | None  #: who rated something of it
    distance: float | None  #: typical distance from the team's answer, levels
    low: float | None
    high: float | None
    error: float | None
    has_missing: bool  #: whether missing answers widen the range
    words: str  #: "people range 41 to 58; one person is typically ...", or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleTrendLine:
    """A trend as leaders and as practitioners see it, in points.

    ``gap`` is leaders minus practitioners; it is detectable from ``band`` on.
    """

    id: str
    name: str
    short: str
    leaders: float | None
    practitioners: float | None
    gap: float | None
    band: float | None
    adjusted_p: float | None
    leaders_words: str  #: "68", or "-"
    practitioners_words: str
    gap_words: str  #: "+19", or "-"
    verdict: str  #: "leaders see it higher", "no detectable difference", ...
    is_detectable: bool  #: whether the gap is more than chance explains
    words: str  #: "leaders 68, practitioners 49, leaders see it higher"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleQuestionLine:
    """A question on which leaders and practitioners differ: mean levels 0..4."""

    question: str
    name: str
    trend: str  #: its id
    leaders: float
    practitioners: float
    gap: float
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesLine:
    """Leaders and practitioners, or why they are not set side by side.

    The sizes of the groups are ``None`` where they are withheld.
    """

    leaders: int | None
    practitioners: int | None
    without: int | None
    least: int  #: people that a group needs to be shown
    why_not: str  #: "" if they are shown
    hint: str  #: what to type about that, for a terminal only, or ""
    mostly: str  #: "leaders" or "practitioners" if the panel is one-sided, or ""
    trends: tuple[RoleTrendLine, ...]
    questions: tuple[RoleQuestionLine, ...]
    leaders_only: tuple[str, ...]  #: ids of questions that only leaders rated
    practitioners_only: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelLines:
    """Several people's answers beside each other.

    ``low`` and ``high`` are the people range of what the report is about, in points,
    with 90 % confidence; ``error`` the standard error behind it.
    """

    people: int
    about: str  #: "overall", or the short name of the one trend it is about
    low: float | None
    high: float | None
    error: float | None
    is_withheld: bool  #: whether they are too few to show more than a common score
    has_missing: bool  #: whether missing answers widen the range
    swing: float | None  #: points of the overall score that hang on one person
    hangs_on_one: bool | None  #: whether that is much; ``None`` if it is not told
    questions: tuple[QuestionLine, ...]  #: every asked one
    disagreements: tuple[QuestionLine, ...]  #: those to talk about most first
    unknown: tuple[QuestionLine, ...]  #: what most do not know
    trends: tuple[TrendPanelLine, ...]
    roles: RolesLine
    facts: tuple[Fact, ...] = ()  #: what the short report says
    details: tuple[Fact, ...] = ()  #: what the full report adds


@dataclass(frozen=True, slots=True, kw_only=True)
class RespondentLine:
    """Who answered, and how much: only for those who ask for names."""

    respondent: str
    role: str
    form: str
    decided: int
    asked: int
    words: str  #: "ana, leader: 54 of 56 answered"
