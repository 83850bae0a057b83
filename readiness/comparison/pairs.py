"""Two quarters side by side: who answered both times, and what to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from readiness.comparison.results import Cause, Quarter
from readiness.responses import Answer, NotApplicable, Rated, Response
from readiness.scoring.score import Scorecard, score


class Pair(NamedTuple):
    """What one person answered to a question then and now; ``None`` is blank."""

    old: Answer | None
    new: Answer | None

    @property
    def change(self) -> int | None:
        """Levels from the old answer to the new; ``None`` unless both are rated."""
        if isinstance(self.old, Rated) and isinstance(self.new, Rated):
            return self.new.level - self.old.level
        return None

    @property
    def cause(self) -> Cause | None:
        """What the two differ in; ``None`` if no score can tell them apart."""
        if isinstance(self.old, NotApplicable) != isinstance(self.new, NotApplicable):
            return Cause.APPLICABLE
        if isinstance(self.old, Rated) != isinstance(self.new, Rated):
            return Cause.KNOWN
        return Cause.ANSWERS if self.change else None

    def after(self, done: Collection[Cause]) -> Answer | None:
        """Return the answer there is once the causes ``done`` have had their turn."""
        return self.new if self.cause in done else self.old


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoQuarters:
    """Two quarters side by side: their scores, and what is the same in both.

    ``common`` are the ids of the questions that both forms have in the same revision,
    in the order of the newer pack. ``pairs`` has, for each question of either form, the
    answers of those who answered both times: as many as ``stayed``. ``is_alone`` if one
    person answered then, and the same one now.
    """

    old: Scorecard
    new: Scorecard
    common: tuple[str, ...]
    stayed: int
    is_alone: bool
    pairs: Mapping[str, tuple[Pair, ...]]


def pair_up(old: Quarter, new: Quarter) -> TwoQuarters:
    """Put two quarters side by side."""
    before, now = score(old.pack, old.responses), score(new.pack, new.responses)
    revisions, current = _revisions(before), _revisions(now)
    stayed = _stayed(old.responses, new.responses)
    return TwoQuarters(
        old=before,
        new=now,
        common=tuple(id_ for id_ in current if current[id_] == revisions.get(id_)),
        stayed=len(stayed),
        is_alone=len(old.responses) == len(new.responses) == len(stayed) == 1,
        pairs={
            id_: tuple(Pair(a.answers.get(id_), b.answers.get(id_)) for a, b in stayed)
            for id_ in current | revisions
        },
    )


def _revisions(card: Scorecard) -> dict[str, int]:
    return {item.question.id: item.question.revision for item in card.items()}


def _stayed(
    before: Sequence[Response], now: Sequence[Response]
) -> tuple[tuple[Response, Response], ...]:
    earlier = {response.respondent: response for response in before}
    return tuple(
        (earlier[response.respondent], response)
        for response in now
        if response.respondent in earlier
    )
