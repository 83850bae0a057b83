"""What the ratings of an assessment rest on; no score depends on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum
from statistics import fmean

from readiness.responses import Rated, Response
from readiness.scoring.score import ItemScore, Scorecard


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """How many ratings there are, and how many of them others can check.

    Each respondent's level for a question that applies is a rating. ``share`` is how
    much of the rated weight is checkable, 0..1; ``None`` without ratings. All are
    ``None`` in a report that withholds them.
    """

    ratings: int | None
    checkable: int | None
    share: float | None


def find_grounds(
    card: Scorecard, responses: Sequence[Response], items: Iterable[ItemScore]
) -> Grounds:
    """Return what the ratings of ``items``, which are of ``card``, rest on.

    A question's weight is its share of the overall score; those who rated it weigh
    alike within it.
    """
    influence = card.influence()
    checks = {
        item.question.id: list(_checks(responses, item.question.id))
        for item in items
        if item.applicable and item.value is not None
    }
    weight = fsum(influence[id_] for id_ in checks)
    proven = fsum(influence[id_] * fmean(found) for id_, found in checks.items())
    return Grounds(
        ratings=sum(map(len, checks.values())),
        checkable=sum(map(sum, checks.values())),
        share=proven / weight if checks else None,
    )


def _checks(responses: Sequence[Response], question_id: str) -> Iterable[bool]:
    """Yield for each rating of the question whether others can check it."""
    for response in responses:
        answer = response.answers.get(question_id)
        if isinstance(answer, Rated):
            yield answer.is_checkable
