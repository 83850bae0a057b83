"""The report: ``readiness report --json``."""

from typing import Annotated, Literal

from typing_extensions import TypedDict

from readiness.published.actions import About, Action, Claim, Finding, Hold, Inquiry
from readiness.published.envelope import Person
from readiness.published.panel import Panel
from readiness.published.quarters import Changes, Labelled, Past
from readiness.published.values import (
    Count,
    Disclosure,
    EvidenceKind,
    Level,
    MeanLevel,
    Points,
    Redaction,
    Share,
    says,
)


class Node(TypedDict):
    """A scored thing; null where too little is known, or nothing applies."""

    id: Annotated[str, says("overall, or of the trend or capability.")]
    name: Annotated[str, says("What people read.")]
    point: Annotated[Points | None, says("The score.")]
    low: Annotated[Points | None, says("If all that is not known were level 0.")]
    high: Annotated[Points | None, says("If all that is not known were level 4.")]
    coverage: Annotated[Share | None, says("Share of the weight that is known.")]
    level: Annotated[Level | None, says("Never of overall.")]
    level_low: Annotated[Level | None, says("At the low end of the range.")]
    level_high: Annotated[Level | None, says("At the high end of the range.")]
    held_by: Annotated[
        list[str] | None, says("What holds the level down; null if nothing does.")
    ]


class Trend(Node):
    """A trend, with what was answered and its capabilities."""

    asked: Annotated[Count, says("Questions of the form.")]
    rated: Annotated[Count, says("With a level.")]
    unknown: Annotated[Count, says("Answered with don't know.")]
    open: Annotated[Count, says("Without an answer.")]
    not_applicable: Annotated[Count, says("Ruled out.")]
    capabilities: list[Node]


class Evidence(TypedDict):
    """One thing that an answer rests on."""

    kind: Annotated[EvidenceKind, says("How strong it is, the strongest first.")]
    text: Annotated[str | None, says("A link, a path or words.")]


class Answer(TypedDict):
    """A question with its answer."""

    question: Annotated[str, says("Its id.")]
    capability: Annotated[str, says("Name of its capability.")]
    trend: Annotated[str, says("Name of its trend.")]
    text: Annotated[str, says("The question.")]
    facet: Annotated[str, says("The one thing that is asked about.")]
    answer: Annotated[str, says("In words; of several people all that was said.")]
    level: Annotated[
        MeanLevel | None, says("Of several people the mean; null if not to be told.")
    ]
    anchor: Annotated[str | None, says("What the level means, if all said that one.")]
    note: Annotated[str | None, says("Notes and reasons, a line or several.")]
    evidence: list[Evidence]


class Section(TypedDict):
    """A part of the page on method."""

    heading: Annotated[str, says("Its title.")]
    paragraphs: Annotated[list[str], says("Plain text.")]


class Report(About[Literal["readiness.report"]]):
    """Scores with ranges, findings, answers, what to do, what changed.

    In an HTML report stands a part of it on one line, without strengths, gaps,
    claims, method, changes and past. There answers have no anchor, note and evidence,
    the panel no questions, and later actions no details, done_when, evidence,
    first_step, needs, opens, why_here, solid_words, trend_short, assignee, due, status
    and progress_words.
    """

    overall: Node
    trends: list[Trend]
    strengths: Annotated[
        list[Answer], says("From level 3 on, those that carry most first.")
    ]
    gaps: Annotated[list[Answer], says("At level 0 or 1, those that lack most first.")]
    findings: Annotated[list[Finding], says("Worst first.")]
    not_evaluated: Annotated[
        list[str], says("Ids of rules that too little is known for.")
    ]
    actions: Annotated[list[Action], says("Scheduled, in order.")]
    later: Annotated[list[Action], says("For which there is no room yet, in order.")]
    aside: Annotated[
        list[Action], says("Suggested by the answers, settled by the team.")
    ]
    find_out: Annotated[list[Inquiry], says("What narrows the ranges most, first.")]
    hold: list[Hold]
    answers: Annotated[list[Answer], says("Every question that was asked.")]
    claims: Annotated[list[Claim], says("Those that the report rests on.")]
    panel: Annotated[Panel | None, says("Null if one person answered.")]
    disclosure: Annotated[Disclosure, says("How much it tells of the people.")]
    left_out: Annotated[str | None, says("What is not shown, in words.")]
    who: Annotated[list[Person] | None, says("Only if names were asked for.")]
    client: Annotated[str | None, says("Whom it was made for.")]
    consultant: Annotated[str | None, says("Who made it.")]
    redacted: Annotated[list[Redaction] | None, says("What was left out on request.")]
    statements: Annotated[
        list[Labelled], says("What holds of every figure; show it beside them.")
    ]
    method: Annotated[list[Section], says("What the figures can and cannot say.")]
    changes: Annotated[Changes | None, says("Since the quarter before, if any.")]
    past: Annotated[Past | None, says("The history, from two quarters on.")]
