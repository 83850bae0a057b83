"""Whether the respondents say the same of a question (measurement.md, section 2).

The headline is the average deviation of Burke, Finkelstein & Dusig (1999): how far
people are from the team's answer, in levels. What it takes to agree is what random
answers reach at most one time in twenty (exact enumeration of five options; the
method is that of Dunlap, Burke & Smith-Crowe, 2003).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum
from statistics import fmean, median, variance

from readiness.pack.fields import LEVELS
from readiness.responses import NotApplicable, Rated, Response, Unknown
from readiness.scoring.score import ItemScore

PANEL = 3  #: people from which words such as "you agree" mean something
AGREED = 0.40  #: levels: five random answers are as close one time in twenty
SURE_FROM = 5  #: people; three or four agree only if they say the very same
ACCEPTABLE = LEVELS / 6  #: levels: the limit of Burke & Dunlap (2002)
RANDOM_VARIANCE = (LEVELS**2 - 1) / 12  #: of answers that are all equally likely
LOW_CAMP, HIGH_CAMP = 1, 3  #: levels up to and from which people form a camp
CAMP = 2  #: people


class Accord(StrEnum):
    """How far respondents agree on a question; the words are for people."""

    AGREE = "you agree"
    ROUGHLY = "you roughly agree"
    DISAGREE = "you disagree"
    SPLIT = "two camps"
    SAME = "the same"  #: of two people, about whom nothing more can be said
    NEAR = "one step apart"
    FAR = "far apart"

    @property
    def is_dissent(self) -> bool:
        """Whether there is something to talk about."""
        return self in {Accord.DISAGREE, Accord.SPLIT, Accord.FAR}


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What several people say of one question.

    ``levels`` (0..4) are sorted, so that they do not tell who said what. ``asked``
    counts the people whose form has the question.
    """

    item: ItemScore
    asked: int
    levels: tuple[int, ...]
    dont_know: int
    not_applicable: int

    @property
    def mean(self) -> float | None:
        """The team's answer 0..4, ``None`` if nobody rated it."""
        return fmean(self.levels) if self.levels else None

    @property
    def median(self) -> float | None:
        """The answer in the middle 0..4, ``None`` if nobody rated it."""
        return float(median(self.levels)) if self.levels else None

    @property
    def deviation(self) -> float | None:
        """AD_M: the mean distance from the mean, levels; ``None`` for one answer."""
        return deviation(self.levels)

    @property
    def within_group(self) -> float | None:
        """r_wg of James, Demaree & Wolf (1984), 0..1; ``None`` for one answer."""
        return within_group(self.levels)

    @property
    def is_split(self) -> bool:
        """Whether there are two camps: two people low and two people high."""
        low = sum(level <= LOW_CAMP for level in self.levels)
        high = sum(level >= HIGH_CAMP for level in self.levels)
        return min(low, high) >= CAMP

    @property
    def accord(self) -> Accord | None:
        """How far they agree, in words; ``None`` for one answer."""
        spread = self.deviation
        if spread is None:
            return None
        if len(self.levels) < PANEL:
            return _of_two(self.levels[-1] - self.levels[0])
        if self.is_split:
            return Accord.SPLIT
        return _of_panel(round(spread, 9), len(self.levels))

    @property
    def is_disputed(self) -> bool:
        """Whether some rated what others said does not apply."""
        return bool(self.levels) and self.not_applicable > 0

    @property
    def is_unknown_to_most(self) -> bool:
        """Whether a majority of two or more who were asked said don't know."""
        return self.asked > 1 and 2 * self.dont_know > self.asked

    def is_rated_by_few(self, people: int) -> bool:
        """Whether it has ratings, but of less than half of so many people."""
        return self.item.applicable and 0 < 2 * len(self.levels) < people

    @property
    def is_unanimous(self) -> bool:
        """Whether everybody who rated it said the same."""
        return len(set(self.levels)) == 1


def agreements(
    items: Iterable[ItemScore], responses: Sequence[Response]
) -> tuple[Agreement, ...]:
    """Return what the people behind ``responses`` say of each of ``items``."""
    return tuple(_agreement(item, responses) for item in items)


def deviation(levels: Sequence[int]) -> float | None:
    """Return the average deviation from the mean, in levels; ``None`` under two."""
    if len(levels) < 2:  # noqa: PLR2004 - one answer is near nothing
        return None
    mean = fmean(levels)
    return fsum(abs(level - mean) for level in levels) / len(levels)


def within_group(levels: Sequence[int]) -> float | None:
    """Return r_wg, 1 - variance / variance of random answers, at least 0.

    ``None`` for less than two answers.
    """
    if len(levels) < 2:  # noqa: PLR2004 - one answer has no variance
        return None
    return max(0.0, 1 - variance(levels) / RANDOM_VARIANCE)


def limit_of_agreement(people: int) -> float:
    """Return the largest average deviation, in levels, that is no mere chance.

    Three people or more.
    """
    return AGREED if people >= SURE_FROM else 0.0


def _agreement(item: ItemScore, responses: Sequence[Response]) -> Agreement:
    id_ = item.question.id
    asked = [r for r in responses if r.form.asks(item.question)]
    given = [r.answers[id_] for r in responses if id_ in r.answers]
    levels = sorted(answer.level for answer in given if isinstance(answer, Rated))
    return Agreement(
        item=item,
        asked=len(asked),
        levels=tuple(levels),
        dont_know=sum(isinstance(answer, Unknown) for answer in given),
        not_applicable=sum(isinstance(answer, NotApplicable) for answer in given),
    )


def _of_two(steps: int) -> Accord:
    return (Accord.SAME, Accord.NEAR)[steps] if steps <= 1 else Accord.FAR


def _of_panel(spread: float, people: int) -> Accord:
    if spread <= limit_of_agreement(people):
        return Accord.AGREE
    return Accord.ROUGHLY if spread <= ACCEPTABLE else Accord.DISAGREE
