"""What one person answered, for one team and one period."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self, assert_never

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from readiness.pack.fields import Level, Record, Slug, Text, Version
from readiness.pack.model import Pack, Question
from readiness.plaintext import clean, one_line

NOTE_LIMIT = 2000  #: characters of a note or reason
EVIDENCE_LIMIT = 20  #: pieces of evidence per answer


def _cleaned(value: object) -> object:
    return clean(value) if isinstance(value, str) else value


def _on_one_line(value: object) -> object:
    return one_line(value) if isinstance(value, str) else value


Note = Annotated[
    str, BeforeValidator(_cleaned), StringConstraints(max_length=NOTE_LIMIT)
]


class EvidenceKind(StrEnum):
    """What an answer rests on, the strongest first."""

    ARTEFACT = "artefact"
    SEEN = "seen"
    TOLD = "told"
    IMPRESSION = "impression"

    @property
    def words(self) -> str:
        """What people read."""
        return _KIND_WORDS[self]

    @property
    def is_checkable(self) -> bool:
        """Whether it rests on more than what somebody says."""
        return self in {EvidenceKind.ARTEFACT, EvidenceKind.SEEN}


_KIND_WORDS = {
    EvidenceKind.ARTEFACT: "artefact at hand",
    EvidenceKind.SEEN: "seen working",
    EvidenceKind.TOLD: "told by someone",
    EvidenceKind.IMPRESSION: "own impression",
}


class Evidence(Record):
    """One thing that an answer rests on; ``text`` is a link, a path or words.

    A text alone, as files may have it, is an artefact at hand.
    """

    kind: EvidenceKind = EvidenceKind.ARTEFACT
    text: Note = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"text": value} if isinstance(value, str) else value

    @property
    def words(self) -> str:
        """What people read, on one line: the kind, then the text if there is one."""
        text = one_line(self.text)
        return f"{self.kind.words}: {text}" if text else self.kind.words


class Form(StrEnum):
    """Which questions a response answers: all, or the quick ones."""

    FULL = "full"
    QUICK = "quick"

    def asks(self, question: Question) -> bool:
        """Return whether this form has the question."""
        return self is Form.FULL or question.quick


class Remark(Record):
    """What goes with any answer: a note, evidence, and when."""

    note: Note = ""
    evidence: Annotated[tuple[Evidence, ...], Field(max_length=EVIDENCE_LIMIT)] = ()
    at: datetime | None = None

    @property
    def is_checkable(self) -> bool:
        """Whether it rests on something that others can check."""
        return any(piece.kind.is_checkable for piece in self.evidence)


class Rated(Remark):
    """A level from 0 to 4."""

    level: Level


class Unknown(Remark):
    """Don't know: widens the range, never lowers the score."""


class NotApplicable(Remark):
    """Does not apply, for this reason: left out of score and coverage."""

    reason: Note = ""


class Noted(Remark):
    """Not answered yet, though a note or evidence is kept."""


Answer = Rated | Unknown | NotApplicable | Noted


def in_words(question: Question, answer: Answer) -> str:
    """Say an answer in a few words, such as ``3 (Ready)``; nothing for a mere note."""
    match answer:
        case Rated(level=level):
            return f"{level} ({question.anchors[level].label})"
        case Unknown():
            return "don't know"
        case NotApplicable(reason=reason):
            return f"not applicable ({one_line(reason) or 'no reason given'})"
        case Noted():
            return ""
        case _:
            assert_never(answer)


class Team(Record):
    """A team: ``id`` names its folder, ``name`` is what people read."""

    id: Slug
    name: Annotated[
        str,
        BeforeValidator(_on_one_line),
        StringConstraints(min_length=1, max_length=100),
    ]


class PackRef(Record):
    """The very pack the answers were given to; ``sha256`` is its content hash."""

    id: Slug
    version: Version
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class Response(Record):
    """All that one person answered for one team and one period."""

    team: Team
    period: Annotated[str, StringConstraints(pattern=r"^\d{4}-Q[1-4]$")]
    respondent: Slug
    role: Annotated[
        str, BeforeValidator(_on_one_line), StringConstraints(max_length=60)
    ] = ""
    form: Form = Form.FULL
    pack: PackRef
    profile: Mapping[Text, Text | int] = Field(default_factory=dict)
    answers: Mapping[str, Answer] = Field(default_factory=dict)

    def with_answer(self, question_id: str, answer: Answer) -> Self:
        """Return a copy with this answer in place of the question's earlier one."""
        return self.model_copy(
            update={"answers": {**self.answers, question_id: answer}}
        )

    def with_profile(self, profile_id: str, value: str | int | None) -> Self:
        """Return a copy with this profile answer; ``None`` takes it away."""
        rest = {k: v for k, v in self.profile.items() if k != profile_id}
        added = {} if value is None else {profile_id: value}
        return self.model_copy(update={"profile": {**rest, **added}})

    def asked(self, pack: Pack) -> Iterator[Question]:
        """Yield the questions of this response's form, in order."""
        return (question for question in pack.questions() if self.form.asks(question))

    def decided(self, question_id: str) -> bool:
        """Return whether the question has an answer (don't know is one)."""
        answer = self.answers.get(question_id)
        return answer is not None and not isinstance(answer, Noted)
