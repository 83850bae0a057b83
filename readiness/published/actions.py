"""What the report and the plan both say: how much is known, and what to do."""

from typing import Annotated

from typing_extensions import TypedDict

from readiness.published.envelope import KindT, Made, Pack, Team
from readiness.published.values import (
    ClaimStatus,
    Count,
    Day,
    Effort,
    FindingKind,
    Form,
    Horizon,
    Level,
    PersonWeeks,
    Points,
    Quarter,
    Severity,
    Share,
    Status,
    says,
)


class Completeness(TypedDict):
    """How many of the asked questions have which answer."""

    questions: Annotated[Count, says("Asked by the form.")]
    of: Annotated[Count, says("In the pack.")]
    rated: Annotated[Count, says("With a level.")]
    unknown: Annotated[Count, says("Answered with don't know.")]
    not_applicable: Annotated[Count, says("Ruled out.")]
    open: Annotated[Count, says("Without an answer.")]
    with_evidence: Annotated[Count, says("With at least one piece of evidence.")]
    decided: Annotated[Count, says("With an answer, don't know included.")]
    ratings: Annotated[
        Count | None, says("Levels that people chose; null if withheld.")
    ]
    checkable_ratings: Annotated[
        Count | None, says("Those that others can check; null if withheld.")
    ]
    checkable: Annotated[
        Share | None,
        says("Their share of the rated weight; null without ratings or if withheld."),
    ]


class About(Made[KindT]):
    """What a report or a plan is about."""

    team: Team
    period: Annotated[Quarter, says("The quarter.")]
    form: Annotated[Form, says("Which questions were asked: all, or a quick look.")]
    respondents: Annotated[int, says("How many people answered.")]
    pack: Pack
    completeness: Completeness


class Finding(TypedDict):
    """A combination of answers that is worth a warning."""

    id: Annotated[str, says("Of the rule in the pack.")]
    kind: Annotated[FindingKind, says("A risk, a contradiction, or a pattern.")]
    severity: Annotated[Severity, says("How much it matters, worst first.")]
    name: Annotated[str, says("Its title.")]
    rationale: Annotated[str, says("Why it matters.")]
    because: Annotated[list[str], says("The answers behind it, in words.")]
    action: Annotated[str, says("What to do about it.")]
    source: Annotated[str, says("Where that is known from.")]
    trends: Annotated[list[str], says("Names of the trends it touches.")]
    stays_open: Annotated[
        str | None, says("Why nothing planned cures it: who accepted the risk.")
    ]


class Action(TypedDict):
    """A step of the plan; gains are points of 100."""

    id: Annotated[str, says("Stays the same over quarters.")]
    title: Annotated[str, says("What to do, in one sentence.")]
    details: Annotated[str | None, says("What to do beyond the title.")]
    first_step: Annotated[str | None, says("Of at most two weeks, if it is large.")]
    capability: Annotated[str, says("Name of the capability that it lifts.")]
    trend: Annotated[str, says("Name of the trend.")]
    trend_short: Annotated[str, says("The same where there is little room.")]
    horizon: Annotated[
        Horizon | None,
        says("Within six weeks, three months or a year; null if not scheduled."),
    ]
    effort: Annotated[Effort, says("Up to two weeks, up to six, a quarter.")]
    person_weeks: Annotated[PersonWeeks, says("The work it takes.")]
    owner: Annotated[str, says("The role that usually leads it.")]
    done_when: Annotated[list[str], says("What can be observed afterwards.")]
    evidence: Annotated[list[str], says("What to keep, to show it.")]
    to_level: Annotated[Level, says("The level it leads to.")]
    gain: Annotated[float, says("Expected for the overall score.")]
    gain_low: Annotated[float, says("Low end of that.")]
    gain_high: Annotated[float, says("High end of that.")]
    trend_gain: Annotated[float, says("Expected for the score of its trend.")]
    trend_gain_low: Annotated[float, says("Low end of that.")]
    trend_gain_high: Annotated[float, says("High end of that.")]
    why_here: Annotated[str | None, says("Why it stands at its place in line.")]
    solid_words: Annotated[
        str | None, says("How sure that place is; null if nobody asked.")
    ]
    needs: Annotated[list[str], says("What has to be there first, with its state.")]
    opens: Annotated[list[str], says("Names of capabilities that wait for it.")]
    questions: Annotated[list[str], says("Ids of the questions that it lifts.")]
    assignee: Annotated[str | None, says("Who does it here, as the plan file has it.")]
    due: Annotated[Day | None, says("By when, as the plan file has it.")]
    status: Annotated[
        Status | None, says("How far it is; null without a file that knows it.")
    ]
    progress_words: Annotated[
        str | None, says("All that in words, or why it is set aside.")
    ]


class Inquiry(TypedDict):
    """An answer that nobody knew, worth finding out."""

    question: Annotated[str, says("Its id.")]
    text: Annotated[str, says("The question.")]
    capability: Annotated[str, says("Name of its capability.")]
    trend: Annotated[str, says("Name of its trend.")]
    trend_short: Annotated[str, says("The same where there is little room.")]
    is_foundation: Annotated[
        bool, says("Whether the capability caps the level of its trend.")
    ]
    narrows: Annotated[Points, says("Points by which the overall range gets narrower.")]
    trend_narrows: Annotated[Points, says("Points by which that of the trend does.")]
    words: Annotated[str, says("The same in words.")]
    ask: Annotated[str | None, says("The role that usually knows.")]


class Hold(TypedDict):
    """A capability at level 3 or above, to be kept there."""

    id: Annotated[str, says("Of the capability.")]
    capability: Annotated[str, says("Its name.")]
    trend: Annotated[str, says("Name of its trend.")]
    level: Annotated[str, says("In words, such as 3 Ready to scale.")]
    evidence: Annotated[list[str], says("What shows that it is still there.")]


class Claim(TypedDict):
    """Something the text behind the pack says, and what its source says."""

    id: Annotated[str, says("In the pack.")]
    claim: Annotated[str, says("What is said.")]
    status: Annotated[ClaimStatus, says("What was found at the source.")]
    status_words: Annotated[str, says("The same in words.")]
    attributed: Annotated[str, says("Whom it is attributed to.")]
    source: Annotated[str, says("The source.")]
    url: Annotated[str | None, says("Where it was read; null if it was not.")]
    note: Annotated[str, says("What the source really says.")]
