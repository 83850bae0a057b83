"""What several people say, beside their common score."""

from typing import Annotated

from typing_extensions import TypedDict

from readiness.published.values import (
    Accord,
    Count,
    Difference,
    Group,
    Level,
    MeanLevel,
    Points,
    Positive,
    RoleVerdict,
    Share,
    says,
)


class PeopleRange(TypedDict):
    """Where the score would be had other people of the same team answered."""

    low: Annotated[Points | None, says("Points.")]
    high: Annotated[Points | None, says("Points.")]
    error: Annotated[Positive | None, says("Standard error behind it, points.")]
    confidence: Annotated[Share, says("The chance 0 to 1 that the score is within.")]


class PanelQuestion(TypedDict):
    """How far people agree on a question; null is withheld, or has no value."""

    question: Annotated[str, says("Its id.")]
    trend: Annotated[str, says("Id of its trend.")]
    asked: Annotated[Count | None, says("People whose form has it.")]
    rated: Annotated[Count | None, says("People who gave a level.")]
    dont_know: Annotated[Count | None, says("People who do not know.")]
    not_applicable: Annotated[Count | None, says("People who ruled it out.")]
    levels: Annotated[
        list[Level] | None, says("Sorted, so that nobody's answer is told.")
    ]
    mean: Annotated[MeanLevel | None, says("Of the levels.")]
    median: Annotated[MeanLevel | None, says("Of the levels.")]
    average_deviation: Annotated[
        MeanLevel | None, says("Mean distance from the mean, in levels.")
    ]
    r_wg: Annotated[float | None, says("Agreement within the group, 0 to 1.")]
    split: Annotated[bool | None, says("Whether there are two camps.")]
    scope_disputed: Annotated[
        bool | None, says("Whether some rate it and others rule it out.")
    ]
    accord: Annotated[str | None, says("How far they agree, in words.")]
    accord_key: Annotated[Accord | None, says("The same for programs.")]


class PanelTrend(TypedDict):
    """A trend as several people see it."""

    id: Annotated[str, says("Of the trend.")]
    name: Annotated[str, says("What people read.")]
    people: Annotated[Count | None, says("Who rated something of it.")]
    distance: Annotated[
        MeanLevel | None, says("Typical distance from the team's answer, in levels.")
    ]
    people_range: Annotated[PeopleRange | None, says("Null where withheld.")]


class RoleTrend(TypedDict):
    """A trend as leaders and as practitioners see it, in points."""

    id: Annotated[str, says("Of the trend.")]
    name: Annotated[str, says("What people read.")]
    leaders: Annotated[Points | None, says("Their score.")]
    practitioners: Annotated[Points | None, says("Their score.")]
    gap: Annotated[Difference | None, says("Leaders minus practitioners.")]
    band: Annotated[Positive | None, says("How large the gap has to be to count.")]
    adjusted_p: Annotated[Share | None, says("By Holm's procedure.")]
    verdict: Annotated[str, says("What may be said of the gap, in words.")]
    verdict_key: Annotated[RoleVerdict, says("The same for programs.")]
    is_detectable: Annotated[bool, says("Whether it is more than chance.")]


class RoleQuestion(TypedDict):
    """A question on which leaders and practitioners differ, in mean levels."""

    question: Annotated[str, says("Its id.")]
    trend: Annotated[str, says("Id of its trend.")]
    leaders: Annotated[MeanLevel, says("Their mean.")]
    practitioners: Annotated[MeanLevel, says("Their mean.")]
    gap: Annotated[float, says("Leaders minus practitioners.")]


class Roles(TypedDict):
    """Leaders and practitioners; the sizes are null where withheld."""

    leaders: Annotated[Count | None, says("How many lead.")]
    practitioners: Annotated[Count | None, says("How many have another role.")]
    without: Annotated[Count | None, says("How many gave no role.")]
    least: Annotated[Count, says("People that a group needs to be shown.")]
    mostly: Annotated[Group | None, says("The group that most are of.")]
    leaders_only: Annotated[Count, says("Questions that only leaders rated.")]
    practitioners_only: Annotated[Count, says("Those only practitioners rated.")]
    shown: Annotated[bool, says("Whether the groups are set side by side.")]
    why_not: Annotated[str | None, says("Why they are not.")]
    trends: list[RoleTrend]
    questions: list[RoleQuestion]


class Panel(TypedDict):
    """What several people say."""

    people: Annotated[Count, says("How many answered.")]
    about: Annotated[str, says("overall, or the name of the one trend.")]
    people_range: Annotated[PeopleRange | None, says("Null where withheld.")]
    leave_one_out: Annotated[
        Positive | None, says("Points of the score that hang on one person.")
    ]
    one_person_drives: Annotated[
        bool | None, says("Whether that is much; null where withheld.")
    ]
    disagreements: Annotated[
        list[str], says("Ids of the questions to talk about, most first.")
    ]
    nobody_knows: Annotated[list[str], says("Ids of those that most do not know.")]
    rated_by_less_than_half: Annotated[Count, says("How many questions.")]
    questions: Annotated[list[PanelQuestion], says("Every one that was asked.")]
    trends: list[PanelTrend]
    roles: Roles
