"""The plan for other trackers: ``readiness export issues --to json``."""

from typing import Annotated, Literal

from typing_extensions import TypedDict

from readiness.published.envelope import Made, Pack, Team
from readiness.published.values import (
    Day,
    Effort,
    Horizon,
    PersonWeeks,
    Quarter,
    Status,
    TaskKind,
    says,
)


class Quote(TypedDict):
    """A question with its answer."""

    question: Annotated[str, says("The question.")]
    answer: Annotated[str, says("In words.")]
    anchor: Annotated[str | None, says("What the level means.")]


class TaskEffort(TypedDict):
    """How much work it is."""

    size: Annotated[Effort, says("Up to two weeks, up to six, a quarter.")]
    person_weeks: Annotated[PersonWeeks, says("The work it takes.")]
    words: Annotated[str, says("The same in words.")]


class TaskGain(TypedDict):
    """What it is expected to add to the score of its trend, in points."""

    points: Annotated[float, says("What is expected.")]
    low: Annotated[float, says("Low end of that.")]
    high: Annotated[float, says("High end of that.")]
    words: Annotated[str, says("The same in words.")]


class Issue(TypedDict):
    """An action, or an answer to find out."""

    id: Annotated[str, says("Of the action or question; stays the same.")]
    kind: Annotated[TaskKind, says("Something to do, or to find out.")]
    title: Annotated[str, says("On one line.")]
    trend: Annotated[str | None, says("Name of its trend.")]
    capability: Annotated[str | None, says("Name of its capability.")]
    horizon: Annotated[Horizon | None, says("Null if the plan has no room for it.")]
    details: Annotated[str | None, says("What to do beyond the title.")]
    why: Annotated[str | None, says("A sentence.")]
    quotes: Annotated[list[Quote], says("The answers behind it.")]
    first_step: Annotated[str | None, says("Of at most two weeks.")]
    done_when: Annotated[list[str], says("What can be observed afterwards.")]
    evidence: Annotated[list[str], says("What to keep, to show it.")]
    needs: Annotated[list[str], says("What has to be there first.")]
    effort: TaskEffort | None
    gain: TaskGain | None
    usual_owner: Annotated[str | None, says("The role that usually leads it.")]
    owner: Annotated[str | None, says("Who does it here, as the plan file has it.")]
    due: Annotated[Day | None, says("By when, as the plan file has it.")]
    status: Annotated[Status, says("As the plan file has it.")]
    labels: Annotated[list[str], says("Of a to z, 0 to 9 and hyphens.")]
    body: Annotated[str, says("Markdown, as for GitHub.")]


class Issues(Made[Literal["readiness.issues"]]):
    """A task for each action and each answer to find out."""

    team: Team
    period: Annotated[Quarter, says("The quarter.")]
    pack: Pack
    issues: list[Issue]
