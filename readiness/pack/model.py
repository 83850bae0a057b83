"""What a question pack is: the values that everything else is computed from.

On disk a pack is a folder: ``pack.yaml`` and one YAML file per trend, in the order
that ``pack.yaml`` lists them. `Pack` is the two joined.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from readiness.pack.fields import (
    LEVELS,
    FlagName,
    Label,
    Line,
    Prose,
    Record,
    RefId,
    Slug,
    Text,
    Url,
    Version,
    Weight,
)
from readiness.pack.rule import Rule


class Anchor(Record):
    """The observable behaviour of one level, with a short label.

    ``hint`` helps to choose and is shown with the text only while somebody answers.
    """

    label: Label
    text: Line
    hint: Annotated[Text, StringConstraints(max_length=80, pattern=r"^[^\n]*$")] = ""

    @property
    def as_asked(self) -> str:
        """The text and the hint, as a person who answers sees them."""
        return f"{self.text} {self.hint}".rstrip()


class Question(Record):
    """One thing asked, with an anchor for each of the levels 0 to 4.

    ``revision`` goes up when the meaning changes: answers to different revisions are
    answers to different questions. ``help`` is always shown, ``more`` on request.
    """

    id: Slug
    revision: Annotated[int, Field(ge=1)] = 1
    facet: Line
    text: Line
    help: Line
    more: Annotated[Text, StringConstraints(max_length=480)] = ""
    quick: bool = False
    anchors: Annotated[tuple[Anchor, ...], Field(min_length=LEVELS, max_length=LEVELS)]


class Effort(StrEnum):
    """How long an action takes: up to 2 weeks, up to 6 weeks, a quarter."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class Action(Record):
    """A step that lifts the questions ``lifts`` to level ``to``.

    ``person_weeks`` is the work it takes, ``done`` what can be observed afterwards.
    A large action names a first step of at most two weeks.
    """

    id: Slug
    to: Annotated[int, Field(ge=1, le=LEVELS - 1)]
    lifts: Annotated[tuple[Slug, ...], Field(min_length=1)]
    do: Prose
    first_step: Prose | None = None
    effort: Effort
    person_weeks: Weight
    owner: Line
    done: Prose

    @property
    def title(self) -> str:
        """The first sentence of what to do, without its full stop."""
        return self.do.partition(". ")[0].removesuffix(".")


class Capability(Record):
    """What a team can do; weighs within its trend.

    A foundation caps the level of its trend; ``foundation_if`` makes it one only
    when that yes/no answer of the profile is yes. With ``given_if``, what rests on
    this capability need not wait for it when that answer is yes.
    """

    id: Slug
    name: Line
    weight: Weight
    foundation: bool = False
    foundation_if: FlagName | None = None
    given_if: FlagName | None = None
    definition: Prose
    why: Prose
    prerequisites: tuple[Slug, ...] = ()
    evidence: tuple[Line, ...] = ()
    crosswalk: tuple[Line, ...] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    actions: tuple[Action, ...] = ()


class Trend(Record):
    """One of the trends a team gets a score for."""

    id: Slug
    name: Line
    short: Label
    summary: Prose
    capabilities: Annotated[tuple[Capability, ...], Field(min_length=1)]


class ProfileOption(Record):
    """One answer to a profile question; ``high`` feeds the flag it derives."""

    value: Line | int
    label: Line
    high: bool | None = None


class ProfileQuestion(Record):
    """A question about the team, asked before the others; it has no score.

    Rules read yes/no answers as ``profile.<id>``, and those of a question with
    ``derives`` as ``profile.<derives>``. An answer to a question with ``trend`` says
    how much that trend matters, 1 to 3.
    """

    id: FlagName
    text: Line
    help: Annotated[Text, StringConstraints(max_length=480)] = ""
    optional: bool = False
    trend: Slug | None = None
    derives: FlagName | None = None
    options: Annotated[tuple[ProfileOption, ...], Field(min_length=2)]


class ClaimStatus(StrEnum):
    """What was found when the claim was traced to its source."""

    VERIFIED = "verified"
    DIFFERS = "differs"
    NOT_FOUND = "not_found"
    UNCONFIRMED = "unconfirmed"


class Claim(Record):
    """Something the article says, and what its source says.

    ``url`` is there only if the page at that address was read.
    """

    id: RefId
    claim: Prose
    attributed: Line
    status: ClaimStatus
    source: Prose
    url: Url | None
    note: Prose
    capabilities: tuple[Slug, ...] = ()


class Instruction(Record):
    """How to answer: a short text for the first page, and the general rules.

    ``not_applicable`` says in a sentence when that is an answer.
    """

    short: Annotated[Text, StringConstraints(min_length=1, max_length=480)]
    rules: tuple[Line, ...]
    not_applicable: Annotated[Text, StringConstraints(max_length=240)] = ""


class Noise(Record):
    """How much answers move though nothing has changed: standard deviations in levels.

    ``item`` is that of one answer on another day, ``shift`` that of a person's mood,
    which moves all answers alike, ``rater`` that of another person of the same team.
    ``prior_df`` is the weight of these assumptions against the answers themselves, in
    degrees of freedom. Source: measurement.md, section 3.3.
    """

    item: Annotated[float, Field(gt=0, le=LEVELS - 1)] = 0.42
    shift: Annotated[float, Field(ge=0, le=LEVELS - 1)] = 0.15
    rater: Annotated[float, Field(ge=0, le=LEVELS - 1)] = 0.50
    prior_df: Annotated[float, Field(gt=0, le=10_000)] = 10.0


class Pack(Record):
    """A versioned set of questions with its actions, rules and claims."""

    format: Literal[1] = 1
    id: Slug
    version: Version
    title: Line
    minutes: Annotated[int, Field(ge=1)]
    quick_minutes: Annotated[int, Field(ge=1)]
    instruction: Instruction
    noise: Noise = Field(default_factory=Noise)
    profile: tuple[ProfileQuestion, ...] = ()
    trends: Annotated[tuple[Trend, ...], Field(min_length=1)]
    rules: tuple[Rule, ...] = ()
    claims: tuple[Claim, ...] = ()

    def capabilities(self) -> Iterator[Capability]:
        """Yield every capability, in the order of the trends."""
        for trend in self.trends:
            yield from trend.capabilities

    def questions(self) -> Iterator[Question]:
        """Yield every question in the order it is asked."""
        for capability in self.capabilities():
            yield from capability.questions

    @cached_property
    def question_by_id(self) -> Mapping[str, Question]:
        """The questions by id."""
        return {question.id: question for question in self.questions()}

    @cached_property
    def capability_by_id(self) -> Mapping[str, Capability]:
        """The capabilities by id."""
        return {capability.id: capability for capability in self.capabilities()}

    @cached_property
    def capability_of(self) -> Mapping[str, Capability]:
        """The capability of each question, by question id."""
        return {q.id: c for c in self.capabilities() for q in c.questions}

    @cached_property
    def trend_of(self) -> Mapping[str, Trend]:
        """The trend of each capability, by capability id."""
        return {c.id: t for t in self.trends for c in t.capabilities}
