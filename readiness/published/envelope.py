"""What every published document begins with, and what several of them have."""

from typing import Annotated, Generic, Literal, NotRequired, TypeVar

from typing_extensions import TypedDict

from readiness.published.values import Day, Form, Hash, Quarter, says

Kind = Literal[
    "readiness.calibration",
    "readiness.comparison",
    "readiness.doctor",
    "readiness.history",
    "readiness.issues",
    "readiness.pack",
    "readiness.pack_capability",
    "readiness.pack_question",
    "readiness.packs",
    "readiness.paths",
    "readiness.plan",
    "readiness.question",
    "readiness.report",
    "readiness.settings",
    "readiness.status",
    "readiness.templates",
]
KindT = TypeVar("KindT", bound=Kind)


class Tool(TypedDict):
    """Which program wrote the document."""

    name: Annotated[str, says("Always readiness.")]
    version: Annotated[str, says("Of the program, such as 1.2.0.")]


class Envelope(TypedDict, Generic[KindT]):
    """What every document begins with."""

    schema_version: Annotated[
        str,
        says("Of this schema. Within 1 keys are added, never renamed or removed."),
    ]
    kind: Annotated[KindT, says("Which document it is.")]
    tool: Tool
    seal: NotRequired[
        Annotated[
            Hash,
            says(
                "In files only, not in what is printed: SHA-256 of the text without "
                "this key. It tells whether somebody has edited the file."
            ),
        ]
    ]


class Made(Envelope[KindT], Generic[KindT]):
    """What every document about answers begins with."""

    made_on: Annotated[Day, says("The day it was made.")]
    demo: Annotated[bool, says("Whether it is about the sample team.")]
    self_reported: Annotated[
        bool, says("Always true: it is what people say of their own team.")
    ]


class Team(TypedDict):
    """Whom it is about."""

    id: Annotated[str, says("Stays the same over quarters.")]
    name: Annotated[str, says("What people read.")]


class Pack(TypedDict):
    """The very questions that were asked."""

    id: Annotated[str, says("Such as backend-2026.")]
    version: Annotated[str, says("Such as 1.2.0.")]
    sha256: Annotated[Hash, says("Of its content.")]


class Periods(TypedDict):
    """The two quarters that are compared."""

    old: Annotated[Quarter, says("The earlier one.")]
    new: Annotated[Quarter, says("The later one.")]


class Noise(TypedDict):
    """How much answers move though nothing has changed, in levels (SD)."""

    item: Annotated[float, says("One answer on another day.")]
    shift: Annotated[float, says("A person's mood, which moves all answers alike.")]
    rater: Annotated[float, says("Another person of the same team.")]
    prior_df: Annotated[
        float, says("Weight of these assumptions, in degrees of freedom.")
    ]


class Person(TypedDict):
    """Who answered, and how much."""

    respondent: Annotated[str, says("The name of that person's file.")]
    role: Annotated[str | None, says("As that person says it.")]
    form: Annotated[Form, says("Which questions that person was asked.")]
    decided: Annotated[int, says("Questions with an answer; don't know is one.")]
    asked: Annotated[int, says("Questions of the form.")]
