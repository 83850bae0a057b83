"""Everything that a comparison shows, in the order it is shown.

Numbers are unrounded, for JSON and lines; beside them stand the words for people.
"""

from dataclasses import dataclass

from readiness.comparison.results import Comparison, Move, NodeChange, Part
from readiness.report.comparing.review import PlanReview

NO_FIGURE = "--"  #: stands in a table where there is no number
NOT_COUNTED = "newly answered or newly not applicable, or the other way round"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One node in both quarters; a figure is `NO_FIGURE` where there is none."""

    change: NodeChange
    old_words: str  #: "54"
    new_words: str
    delta_words: str  #: "+12"
    band_words: str  #: "±9"
    common_words: str  #: "96 %"
    verdict_words: str  #: "improved"
    reason_words: str  #: why it is not comparable, or ""
    said: str  #: "improved (+12, needed ±9)", with the band or the reason
    whose: str  #: "from 2 of 5 people", "" if all of them entered
    notes: tuple[str, ...]  #: what else is to be known of it, whose answers included


@dataclass(frozen=True, slots=True, kw_only=True)
class PartLine:
    """What one cause makes of the difference."""

    part: Part
    points_words: str  #: "+2.6"; together they make the difference that is shown
    words: str  #: "answers changed (12 questions)"


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveLine:
    """One question whose answers moved the overall score."""

    move: Move
    points_words: str  #: "+1.8", `NO_FIGURE` where it moved no figure
    question: str
    was: str  #: answer and anchor
    now: str
    mark: str  #: why it does not count in the verdicts, or ""
    in_short: str  #: "Reviews, reach (reviews-reach): don't know; now 2 (Some)"

    @property
    def question_with_id(self) -> str:
        """The question as those see it who may look it up by its id."""
        return f"{self.question} ({self.move.question.id})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonReport:
    """A finished comparison."""

    comparison: Comparison
    review: PlanReview | None
    team_id: str
    team: str
    is_demo: bool
    is_anonymous: bool
    made_on: str  #: ISO date
    old_short: str  #: "Q3", or "25-Q4" if that would not tell the quarters apart
    new_short: str
    questions_words: str  #: packs, and how many questions are in common
    headline: tuple[tuple[str, str], ...]  #: (label, words), the ten-second block
    common_of: str  #: what a share in common is of: "the quick look", "" for all
    rows: tuple[ChangeRow, ...]  #: overall, then the trends
    remarks: tuple[str, ...]  #: what is to be known of all the rows
    hints: tuple[str, ...]  #: the same with commands and files: for a terminal only
    split_words: str  #: "54.2 to 57.4: +3.2", or why there is none
    parts: tuple[PartLine, ...]
    moves: tuple[MoveLine, ...]  #: those that moved it most
    uncounted: tuple[MoveLine, ...]  #: further ones that no verdict counts
    withheld_words: str  #: why answers are not shown, or ""
    more_words: str  #: how many more moved it, or ""
    plan: tuple[str, ...]  #: sentences about last quarter's plan
    outlook: tuple[str, ...]  #: sentences about what the next quarter can prove
    next_command: str

    @property
    def periods(self) -> tuple[str, str]:
        """The older and the newer period."""
        return self.comparison.old.period, self.comparison.new.period
