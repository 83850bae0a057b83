"""The calibration: ``readiness calibrate --json``."""

from typing import Annotated, Literal

from typing_extensions import TypedDict

from readiness.published.envelope import Envelope, Noise, Team
from readiness.published.values import Count, Day, MeanLevel, Quarter, Share, says


class Time(TypedDict):
    """When people answered."""

    period: Annotated[Quarter, says("The quarter of the answers.")]
    day: Annotated[Day | None, says("Null if it is not known.")]


class Estimate(TypedDict):
    """A standard deviation in levels, with its 90 % range."""

    value: Annotated[MeanLevel, says("What was found.")]
    low: Annotated[MeanLevel, says("Low end of the range.")]
    high: Annotated[MeanLevel, says("High end of the range.")]


class Shift(Estimate):
    """The same, if there were enough people to tell it from chance."""

    measured: Annotated[bool, says("Whether there were.")]


class Provable(TypedDict):
    """The change of the overall score that as many people could just prove."""

    assumed: Annotated[float, says("Points, by the noise that was assumed.")]
    measured: Annotated[float, says("Points, by the noise that was measured.")]


class Calibration(Envelope[Literal["readiness.calibration"]]):
    """How much the answers of the same people move though nothing has changed."""

    team: Team
    first: Time
    second: Time
    days: Annotated[Count | None, says("Between the two times.")]
    undated_people: Annotated[Count, says("Whose answers do not say when.")]
    people: Annotated[Count, says("Who answered enough both times.")]
    left_out_people: Annotated[Count, says("Who answered both times, but little.")]
    questions: Annotated[Count, says("That somebody rated both times.")]
    answers: Annotated[Count, says("Pairs of levels.")]
    identical: Annotated[
        Share, says("Share 0 to 1 of the pairs that are the same both times.")
    ]
    drift: Annotated[float, says("Mean change of people, in levels.")]
    item: Annotated[Estimate, says("One answer on another day.")]
    shift: Annotated[Shift, says("A person's mood.")]
    assumed: Annotated[Noise, says("What held until now.")]
    noise: Annotated[Noise, says("What holds from now on.")]
    provable_points: Provable
    remarks: Annotated[
        list[str], says("Sentences about what makes the figures less sure.")
    ]
