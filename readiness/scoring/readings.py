"""What the answers say about everything that a rule's condition can name."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from readiness.pack.condition_tree import Figure, Share
from readiness.pack.model import Pack
from readiness.responses import Rated, Response
from readiness.scoring.score import POINTS, CapabilityScore, ItemScore, Scorecard


class Missing(StrEnum):
    """Why there is no number: nobody knows, or there is nothing to know."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not applicable"


Reading = float | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A capability and one of its prerequisites, both with their level 0..4."""

    capability: str
    level: float
    prerequisite: str
    prerequisite_level: float

    @property
    def levels(self) -> float:
        """How far the capability is above its prerequisite; negative if below."""
        return self.level - self.prerequisite_level


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """The numbers of one assessment; ``foundations`` are ids of capabilities."""

    pack: Pack
    responses: Sequence[Response]
    card: Scorecard
    flags: Mapping[str, bool | None]
    foundations: frozenset[str]

    def capability(self, capability_id: str) -> Reading:
        """Return the level 0..4 of a capability."""
        part = self.card.capability(capability_id)
        if part.is_asked and part.score is None:
            return Missing.NOT_APPLICABLE
        return Missing.UNKNOWN if part.level is None else part.level

    def question(self, question_id: str) -> Reading:
        """Return the mean level 0..4 of a question; unknown if the form lacks it."""
        for item in self.card.items():
            if item.question.id == question_id:
                return _level(item)
        return Missing.UNKNOWN

    def trend_mean(self, trend_id: str) -> Reading:
        """Return the mean level 0..4 of a trend, unknown below 60 % coverage."""
        trend = next(t for t in self.card.trends if t.trend.id == trend_id)
        if trend.score is None:
            return _nothing(trend.capabilities)
        if trend.score.point is None or not trend.score.is_enough:
            return Missing.UNKNOWN
        return trend.score.point / POINTS

    def answered_share(self, trend_id: str | None) -> Reading:
        """Return the share 0..1 of applicable capabilities that have a level."""
        parts = [
            part
            for trend in self.card.trends
            if trend_id in {None, trend.trend.id}
            for part in trend.capabilities
        ]
        applicable = [part for part in parts if part.score]
        if not applicable:
            return _nothing(parts)
        return sum(part.level is not None for part in applicable) / len(applicable)

    def share_at(self, share: Share, level: float) -> Reading:
        """Return the share of answers at ``level`` or above, or of those proven.

        Every rated answer of every respondent counts once. What rests on an artefact,
        or on something seen working, is proven: others can check it. What somebody
        told, and an own impression, are no proof.
        """
        answers = list(self._rated())
        reaching = [answer for answer in answers if answer.level >= level]
        match share:
            case Share.LEVEL:
                return _share(len(reaching), len(answers))
            case Share.ARTEFACT:
                proven = sum(answer.is_checkable for answer in reaching)
                return _share(proven, len(reaching))
            case _:
                assert_never(share)

    def figure(self, figure: Figure) -> Reading:
        """Return a figure of the whole assessment."""
        levels = [answer.level for answer in self._rated()]
        match figure:
            case Figure.RATED_ANSWERS:
                return len(levels)
            case Figure.MODAL_ANSWER_SHARE:
                return _share(max(map(levels.count, levels), default=0), len(levels))
            case Figure.UNKNOWN_FOUNDATIONS:
                return len(self.unknown_foundations())
            case Figure.MAX_PREREQUISITE_GAP:
                gaps = (gap.levels for gap in self.gaps())
                return max(gaps, default=Missing.UNKNOWN)
            case _:
                assert_never(figure)

    def unknown_foundations(self) -> tuple[str, ...]:
        """Return the foundations of which nothing is rated, but somebody said so.

        That is, don't know is among the answers; an unanswered foundation is not told.
        """
        return tuple(
            part.capability.id
            for part in self.card.capabilities()
            if part.capability.id in self.foundations and _is_blind_spot(part)
        )

    def gaps(self) -> tuple[Gap, ...]:
        """Return the pairs of capability and prerequisite that both have a level."""
        levels = {part.capability.id: part.level for part in self.card.capabilities()}
        return tuple(
            Gap(
                capability=capability.id,
                level=above,
                prerequisite=prerequisite,
                prerequisite_level=below,
            )
            for capability in self.pack.capabilities()
            for prerequisite in capability.prerequisites
            if (above := levels[capability.id]) is not None
            and (below := levels[prerequisite]) is not None
        )

    def _rated(self) -> Iterator[Rated]:
        for response in self.responses:
            for item in self.card.items():
                answer = response.answers.get(item.question.id)
                if isinstance(answer, Rated):
                    yield answer


def _level(item: ItemScore) -> Reading:
    if not item.applicable:
        return Missing.NOT_APPLICABLE
    return Missing.UNKNOWN if item.value is None else item.value


def _share(part: int, whole: int) -> Reading:
    return part / whole if whole else Missing.UNKNOWN


def _nothing(parts: Sequence[CapabilityScore]) -> Missing:
    """Say why ``parts`` have no score: the form does not ask, or none applies."""
    asked = any(part.is_asked for part in parts)
    return Missing.NOT_APPLICABLE if asked else Missing.UNKNOWN


def _is_blind_spot(part: CapabilityScore) -> bool:
    items = [item for item in part.items if item.applicable]
    known = any(item.value is not None for item in items)
    return not known and any(item.dont_know for item in items)
