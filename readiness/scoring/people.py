"""Each respondent's own view of a node, in points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from statistics import fmean

from readiness.responses import Rated, Response
from readiness.scoring.score import POINTS
from readiness.uncertainty.moderated import effective_items


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """The own scores 0..100 of those who rated something, in no stated order.

    ``items`` is how many equal questions their scores are as precise as, on average.
    """

    scores: tuple[float, ...]
    items: float

    @property
    def people(self) -> int:
        """How many have a score."""
        return len(self.scores)


def who_answered(responses: Iterable[Response]) -> tuple[Response, ...]:
    """Return the responses with at least one answer; a mere note is none."""
    return tuple(r for r in responses if any(map(r.decided, r.answers)))


def own_views(
    weights: Mapping[str, float], responses: Sequence[Response]
) -> Views | None:
    """Return what each person makes of the questions in ``weights`` (> 0, by id).

    A person's score is the weighted mean of what that person rated; who rated none
    of the questions is left out. ``None`` if nobody rated any.
    """
    scores, items = [], []
    for response in responses:
        rated = {
            id_: answer.level
            for id_ in weights
            if isinstance(answer := response.answers.get(id_), Rated)
        }
        if rated:
            own = [weights[id_] for id_ in rated]
            reached = fsum(weights[id_] * level for id_, level in rated.items())
            scores.append(POINTS * reached / fsum(own))
            items.append(effective_items(own))
    return Views(scores=tuple(scores), items=fmean(items)) if scores else None
