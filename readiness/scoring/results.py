"""Everything the answers of one assessment add up to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from readiness.pack.model import Pack
from readiness.responses import Response
from readiness.scoring.levels import Levels, attain
from readiness.scoring.rules import Finding, Outcome, find, flags
from readiness.scoring.score import Score, Scorecard, mean_of_scores, score

MODERATE = 2.0  #: importance of a trend that was not rated, if others were


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Scores, levels and the outcome of every rule; ``importance`` is per trend."""

    pack: Pack
    responses: tuple[Response, ...]
    card: Scorecard
    levels: Levels
    findings: tuple[Finding, ...]  #: one per rule of the pack
    importance: Mapping[str, float | None]  #: 1 to 3 by trend id; None: not stated

    def weights_by_importance(self) -> Mapping[str, float]:
        """Return how much each trend matters, 1 to 3, by id; alike if nobody said.

        Where others were rated, a trend that was not counts as moderate.
        """
        unstated = MODERATE if any(self.importance.values()) else 1.0
        return {id_: value or unstated for id_, value in self.importance.items()}

    def weighed_by_importance(self) -> Score | None:
        """Return the overall score with trends weighed by what the leader said.

        A second figure beside the overall score, never in its place; ``None`` if
        nothing was said.
        """
        if not any(self.importance.values()):
            return None
        weights = self.weights_by_importance()
        trends = [(weights[t.trend.id], t.score) for t in self.card.trends if t.score]
        return mean_of_scores(trends)

    def fired(self) -> tuple[Finding, ...]:
        """Return the findings whose rule fires, worst first."""
        return tuple(f for f in self.findings if f.outcome is Outcome.FIRES)


def evaluate(pack: Pack, responses: Sequence[Response]) -> Results:
    """Score the responses, evaluate the rules, and cap the levels."""
    card = score(pack, responses)
    findings = find(pack, responses, card)
    fired = [f.rule for f in findings if f.outcome is Outcome.FIRES]
    return Results(
        pack=pack,
        responses=tuple(responses),
        card=card,
        levels=attain(card, fired, flags(pack, responses)),
        findings=findings,
        importance={t.id: _importance(pack, responses, t.id) for t in pack.trends},
    )


def _importance(
    pack: Pack, responses: Sequence[Response], trend_id: str
) -> float | None:
    """Return the mean of what the respondents said, ``None`` if nobody did."""
    asked = [question.id for question in pack.profile if question.trend == trend_id]
    said = [
        value
        for response in responses
        for id_ in asked
        if isinstance(value := response.profile.get(id_), int)
    ]
    return sum(said) / len(said) if said else None
