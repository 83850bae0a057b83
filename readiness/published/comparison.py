"""The comparison: ``readiness compare --json``."""

from typing import Annotated, Literal

from typing_extensions import TypedDict

from readiness.published.envelope import Made, Noise, Pack, Periods, Team
from readiness.published.values import (
    Cause,
    Count,
    Difference,
    Forms,
    MeanLevel,
    Points,
    Positive,
    Quarter,
    Reason,
    Route,
    Share,
    Status,
    Verdict,
    says,
)


class Packs(TypedDict):
    """The questions of the two quarters."""

    old: Pack
    new: Pack


class TwoForms(TypedDict):
    """What was asked in the two quarters: all, a quick look, or some of both."""

    old: Annotated[Forms, says("In the earlier one.")]
    new: Annotated[Forms, says("In the later one.")]


class People(TypedDict):
    """Who answered."""

    old: Annotated[Count, says("How many in the earlier quarter.")]
    new: Annotated[Count, says("How many in the later one.")]
    returning: Annotated[Count, says("How many in both.")]
    changed_role: Annotated[Count, says("How many now answer in another role.")]
    route: Annotated[Route, says("Whether people are compared with themselves.")]


class Score(TypedDict):
    """A score as reports show it: points of 100, and a share of 1."""

    point: Annotated[Points | None, says("Null where too little is known.")]
    low: Annotated[Points, says("If all that is not known were level 0.")]
    high: Annotated[Points, says("If all that is not known were level 4.")]
    coverage: Annotated[Share, says("Share of the weight that is known.")]


class NodeChange(TypedDict):
    """Overall or a trend in two quarters; null if it is not comparable."""

    id: Annotated[str, says("overall, or of the trend.")]
    name: Annotated[str, says("What people read.")]
    old: Annotated[Score | None, says("Null if there was no such score.")]
    new: Annotated[Score | None, says("Null if there is no such score.")]
    verdict: Annotated[Verdict, says("What may be said of the change.")]
    reason: Annotated[Reason | None, says("Why it is not comparable.")]
    delta: Annotated[
        Difference | None,
        says("Points, like with like: the same questions, people and weights."),
    ]
    band: Annotated[Positive | None, says("How large delta has to be to count.")]
    error: Annotated[Positive | None, says("Standard error of delta, points.")]
    df: Annotated[Positive | None, says("Its degrees of freedom.")]
    p: Annotated[Share | None, says("Of the test of delta.")]
    adjusted_p: Annotated[Share | None, says("The same by Holm's procedure.")]
    people: Annotated[Count | None, says("Who is compared; null if withheld.")]
    questions: Annotated[Count, says("How many are compared.")]
    common: Annotated[Share, says("Share 0 to 1 of the weight that is compared.")]
    focus: Annotated[bool, says("Whether it was declared to improve.")]
    chance_up: Annotated[
        Share | None, says("Posterior chance that the true change is above 0.")
    ]
    next_band: Annotated[
        Positive | None, says("What the next quarter could prove, points.")
    ]


class Part(TypedDict):
    """How many points of the difference one cause makes."""

    cause: Annotated[Cause, says("Why the score differs.")]
    points: Annotated[Difference, says("Points; all parts add up to the difference.")]
    count: Annotated[
        Count, says("Questions that it is about; people if they are the cause.")
    ]


class Move(TypedDict):
    """One question whose answers moved the overall score."""

    question: Annotated[str, says("Its id.")]
    text: Annotated[str, says("The question.")]
    capability: Annotated[str, says("Id of its capability.")]
    trend: Annotated[str, says("Id of its trend.")]
    cause: Annotated[Cause, says("Why the score differs.")]
    points: Annotated[
        Difference | None, says("Of the overall score; null without a score to move.")
    ]
    old: Annotated[MeanLevel | None, says("Mean level; null if there is none.")]
    new: Annotated[MeanLevel | None, says("Mean level; null if there is none.")]
    old_words: Annotated[str | None, says("The answer before.")]
    new_words: Annotated[str | None, says("The answer now.")]
    old_anchor: Annotated[str | None, says("What the level before means.")]
    new_anchor: Annotated[str | None, says("What the level now means.")]


class Outcome(TypedDict):
    """What the actions done were to gain, and what was measured; points."""

    id: Annotated[str, says("overall, or of the trend.")]
    done: Annotated[Count, says("Actions that are done.")]
    expected: Annotated[float, says("What they were to gain.")]
    measured: Annotated[Difference | None, says("Null if it is not comparable.")]
    band: Annotated[Positive | None, says("How large that has to be to count.")]


class PlanReview(TypedDict):
    """What became of last quarter's plan."""

    period: Annotated[Quarter, says("The quarter it was made after.")]
    actions: Annotated[Count, says("How many it has.")]
    statuses: Annotated[
        dict[Status, int], says("How many have which status; only those that occur.")
    ]
    overall: Outcome
    trends: Annotated[list[Outcome], says("Those with actions done.")]


class Comparison(Made[Literal["readiness.comparison"]]):
    """What changed between two quarters, and what moved it."""

    team: Team
    periods: Periods
    packs: Packs
    forms: TwoForms
    anonymous: Annotated[bool, says("Whether it leaves out what few people said.")]
    common_questions: Annotated[Count, says("How many are the same in both.")]
    people: People
    focus: Annotated[str | None, says("Id of the trend declared to improve.")]
    noise: Noise
    nodes: Annotated[list[NodeChange], says("Overall first, then the trends.")]
    difference: Annotated[
        Difference | None,
        says("Of the two overall scores; null if one of them has no point."),
    ]
    parts: Annotated[list[Part], says("Empty without a difference.")]
    moves: Annotated[list[Move], says("Those that moved it most first.")]
    plan: Annotated[PlanReview | None, says("Null if none was kept.")]
    remarks: Annotated[list[str], says("Sentences about whom and what it compares.")]
