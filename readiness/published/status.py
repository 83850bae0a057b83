"""Where the answers stand: ``readiness status --json``, ``answer --next --json``."""

from typing import Annotated, Literal

from typing_extensions import TypedDict

from readiness.published.envelope import Envelope, Pack, Person, Team
from readiness.published.values import Count, Form, Group, Level, Quarter, says


class Counts(TypedDict):
    """How many of the asked questions have which answer."""

    not_applicable: Annotated[Count, says("Ruled out.")]
    open: Annotated[Count, says("Without an answer.")]
    questions: Annotated[Count, says("Asked by the form.")]
    rated: Annotated[Count, says("With a level.")]
    unknown: Annotated[Count, says("Answered with don't know.")]
    with_evidence: Annotated[Count, says("With at least one piece of evidence.")]


class TrendCounts(Counts):
    """The same of one trend."""

    id: Annotated[str, says("Of the trend.")]
    name: Annotated[str, says("What people read.")]


class Holder(TypedDict):
    """The process that holds the answers at this moment."""

    pid: Annotated[int, says("Its number.")]
    host: Annotated[str, says("The machine it runs on.")]


class Respondent(Person):
    """Who has answered, and what is still open."""

    group: Annotated[Group | None, says("Null without a role.")]
    open: Annotated[Count, says("Questions without an answer.")]


class Status(Envelope[Literal["readiness.status"]]):
    """What one person has answered, and who else answers for the quarter."""

    team: Team
    period: Annotated[Quarter, says("The quarter.")]
    respondent: Annotated[str, says("Whose answers are counted.")]
    role: Annotated[str | None, says("As that person says it.")]
    begun: Annotated[bool, says("Whether there is a file.")]
    file: Annotated[str, says("Its path.")]
    form: Annotated[Form, says("Which questions are asked.")]
    pack: Pack
    held_by: Annotated[Holder | None, says("Null if nobody is at it.")]
    completeness: Counts
    trends: list[TrendCounts]
    respondents: Annotated[list[Respondent], says("Everybody who answered.")]
    not_counted: Annotated[
        list[str], says("Paths of files that are in no team's quarter.")
    ]


class Asked(TypedDict):
    """The pack of a question."""

    id: Annotated[str, says("Such as backend-2026.")]
    version: Annotated[str, says("Such as 1.2.0.")]


class Anchor(TypedDict):
    """One of the answers to choose from."""

    level: Annotated[Level, says("What to answer.")]
    label: Annotated[str, says("The level in a word or two.")]
    text: Annotated[str, says("What can be observed.")]


class OpenQuestion(TypedDict):
    """The next question without an answer."""

    id: Annotated[str, says("readiness answer takes it.")]
    trend: Annotated[str, says("Id of its trend.")]
    capability: Annotated[str, says("Id of its capability.")]
    text: Annotated[str, says("The question.")]
    help: Annotated[str, says("What counts.")]
    more: Annotated[str | None, says("What else helps to answer.")]
    anchors: Annotated[list[Anchor], says("Levels 0 to 4.")]


class Question(Envelope[Literal["readiness.question"]]):
    """What to answer next."""

    pack: Asked
    open: Annotated[Count, says("How many questions are left.")]
    question: Annotated[OpenQuestion | None, says("Null if nothing is open.")]
