"""What the quarters before add to a report."""

from typing import Annotated

from typing_extensions import TypedDict

from readiness.published.envelope import Periods
from readiness.published.values import (
    Cause,
    Difference,
    Forms,
    Points,
    Positive,
    Quarter,
    Share,
    Verdict,
    says,
)


class Labelled(TypedDict):
    """Something that is said, with its label."""

    label: Annotated[str, says("What it is about.")]
    words: Annotated[str, says("What is said.")]


class Change(TypedDict):
    """Overall or a trend in two quarters; figures are points."""

    id: Annotated[str, says("overall, or of the trend.")]
    name: Annotated[str, says("What people read.")]
    old: Annotated[Points | None, says("Null where too little is known.")]
    new: Annotated[Points | None, says("Null where too little is known.")]
    delta: Annotated[
        Difference | None,
        says("Like with like: the same questions, people and weights."),
    ]
    band: Annotated[Positive | None, says("How large delta has to be to count.")]
    common: Annotated[Share, says("Share 0 to 1 of the weight that is compared.")]
    verdict: Annotated[Verdict, says("What may be said of it.")]
    words: Annotated[str, says("The same in words, with its reason.")]
    notes: Annotated[list[str], says("What else there is to say.")]


class CausePoints(TypedDict):
    """What one cause makes of the difference of the overall scores."""

    cause: Annotated[Cause, says("Why the score differs.")]
    points: Annotated[Difference, says("Points; all causes add up to the difference.")]
    words: Annotated[str, says("The same in words.")]


class MovedAnswer(TypedDict):
    """One question whose answers moved the overall score."""

    text: Annotated[str, says("The question.")]
    points: Annotated[
        Difference | None, says("Of the overall score; null without a score to move.")
    ]
    was: Annotated[str | None, says("The answer before.")]
    now: Annotated[str | None, says("The answer now.")]
    mark: Annotated[str | None, says("Why no verdict counts it.")]


class Changes(TypedDict):
    """What changed since the quarter before; readiness compare has more."""

    periods: Periods
    headline: list[Labelled]
    nodes: Annotated[list[Change], says("Overall first, then the trends.")]
    remarks: Annotated[list[str], says("Sentences about whom and what it compares.")]
    difference_words: Annotated[str, says("Or why scores are not subtracted.")]
    causes: list[CausePoints]
    moves: Annotated[list[MovedAnswer], says("Those that moved it most.")]
    withheld: Annotated[str | None, says("Why answers are not shown.")]
    plan: Annotated[list[str], says("What became of last quarter's plan.")]
    outlook: Annotated[list[str], says("What the next quarter can prove.")]


class PastNode(TypedDict):
    """Overall or a trend in every quarter."""

    id: Annotated[str, says("overall, or of the trend.")]
    name: Annotated[str, says("What people read.")]
    points: Annotated[
        list[Points | None], says("By quarter; null where too little is known.")
    ]
    words: Annotated[str | None, says("What may be said of the change.")]
    since_previous: Annotated[
        str | None, says("The same since the quarter before, if another was first.")
    ]
    notes: Annotated[list[str], says("What else there is to say.")]


class Past(TypedDict):
    """At least two quarters, the earliest first; readiness history has more."""

    periods: Annotated[list[Quarter], says("The earliest first.")]
    people: Annotated[list[str], says("How many answered, by quarter.")]
    forms: Annotated[list[Forms], says("By quarter; empty if all are full.")]
    nodes: Annotated[list[PastNode], says("Overall first, then the trends.")]
    remarks: Annotated[list[str], says("Sentences about what its words need.")]
