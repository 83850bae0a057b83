"""The history: ``readiness history --json``."""

from typing import Annotated, Literal

from typing_extensions import TypedDict

from readiness.published.comparison import NodeChange, Score
from readiness.published.envelope import Made, Pack, Team
from readiness.published.values import Count, Forms, Quarter, says


class PastQuarter(TypedDict):
    """One quarter."""

    period: Annotated[Quarter, says("Which one.")]
    pack: Pack
    respondents: Annotated[Count, says("How many people answered.")]
    form: Annotated[Forms, says("What they were asked.")]


class NodeHistory(TypedDict):
    """Overall or a trend in every quarter."""

    id: Annotated[str, says("overall, or of the trend.")]
    name: Annotated[str, says("What people read.")]
    scores: Annotated[
        list[Score | None], says("By quarter; null if there was no such score.")
    ]
    since_first: Annotated[
        NodeChange | None, says("From the first quarter that has it to the last.")
    ]
    since_previous: Annotated[NodeChange | None, says("Between the last two.")]


class PackChange(TypedDict):
    """The questions became others."""

    period: Annotated[Quarter, says("The first quarter with the new ones.")]
    old_id: Annotated[str, says("Of the pack before.")]
    old_version: Annotated[str, says("Of the pack before.")]
    new_id: Annotated[str, says("Of the pack since.")]
    new_version: Annotated[str, says("Of the pack since.")]
    differing: Annotated[Count, says("Questions that are not the same.")]


class History(Made[Literal["readiness.history"]]):
    """The scores of all quarters, the earliest first."""

    team: Team
    quarters: list[PastQuarter]
    nodes: Annotated[list[NodeHistory], says("Overall first, then the trends.")]
    remarks: Annotated[list[str], says("Sentences about what its words need.")]
    pack_changes: list[PackChange]
