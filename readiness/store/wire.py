"""A response as the JSON text of its file: what users, git and other programs see.

The format has its own models, apart from `readiness.responses`, so that a change of
the program changes no file. One answer stands on one line, keys are sorted: a diff
reads like what a person did.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BeforeValidator,
    Field,
    PlainValidator,
    StrictBool,
    ValidationError,
    model_validator,
)

from readiness.errors import BadDataError
from readiness.pack.fields import Level, Record, Slug, Text
from readiness.plaintext import refuse_controls
from readiness.responses import (
    EVIDENCE_LIMIT,
    Answer,
    Evidence,
    EvidenceKind,
    Form,
    NotApplicable,
    Note,
    Noted,
    PackRef,
    Rated,
    Response,
    Team,
    Unknown,
)
from readiness.store.mistakes import mistakes_in
from readiness.store.reading import LIMIT, as_text, damage, parse, place_of

KIND = "readiness.response"
VERSION = 1

_SHARED = ("team", "period", "respondent", "role", "form", "pack", "profile")


def _moment(value: object) -> object:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise ValueError("should be a time such as 2026-11-22T12:00:00Z") from None
    if moment.tzinfo is None:
        raise ValueError("should end with its time zone, such as Z")
    return moment


def _profile_value(value: object) -> object:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError("should be text or a whole number")  # noqa: TRY004 - pydantic collects ValueError
    return refuse_controls(value) if isinstance(value, str) else value


def _text_or_object(value: object) -> object:
    if isinstance(value, str | dict):
        return value
    raise ValueError("should be text, or an object with kind and text")


Piece = Annotated[Evidence, BeforeValidator(_text_or_object)]


class AnswerLine(Record):
    """One answer: at most one of the three states, and what goes with it."""

    level: Level | None = None
    unknown: StrictBool = False
    not_applicable: StrictBool = False
    reason: Note | None = None
    note: Note = ""
    evidence: Annotated[tuple[Piece, ...], Field(max_length=EVIDENCE_LIMIT)] = ()
    at: Annotated[datetime, BeforeValidator(_moment)] | None = None

    @model_validator(mode="after")
    def _has_one_state(self) -> Self:
        if (self.level is not None) + self.unknown + self.not_applicable > 1:
            raise ValueError("has more than one of level, unknown and not_applicable")
        if self.reason is not None and not self.not_applicable:
            raise ValueError("has a reason, which only not_applicable takes")
        return self

    def as_answer(self) -> Answer:
        """Return the answer that the line says."""
        rest: dict[str, Any] = {
            "note": self.note,
            "evidence": self.evidence,
            "at": self.at,
        }
        if self.level is not None:
            return Rated(level=self.level, **rest)
        if self.unknown:
            return Unknown(**rest)
        if self.not_applicable:
            return NotApplicable(reason=self.reason or "", **rest)
        return Noted(**rest)


class ResponseFile(Record):
    """The whole file, schema version 1."""

    schema_version: Literal[1]
    kind: Literal["readiness.response"]
    team: Team
    period: Annotated[str, Field(pattern="^[0-9]{4}-Q[1-4]$")]
    respondent: Slug
    role: str = ""
    form: Form
    pack: PackRef
    profile: Mapping[Text, Annotated[str | int, PlainValidator(_profile_value)]] = (
        Field(default_factory=dict)
    )
    answers: Mapping[Slug, AnswerLine] = Field(default_factory=dict)

    def as_response(self) -> Response:
        """Return the response that the file says."""
        fields = {name: getattr(self, name) for name in _SHARED}
        answers = {key: line.as_answer() for key, line in self.answers.items()}
        return Response(**fields, answers=answers)


def encode(response: Response) -> bytes:
    """Return the file of ``response``, in UTF-8.

    Raises `BadDataError` if it is larger than what would be read again.
    """
    top = {
        "kind": _dump(KIND),
        "schema_version": _dump(VERSION),
        **{
            name: _dump(value)
            for name, value in response.model_dump(
                mode="json", include=set(_SHARED)
            ).items()
        },
        "profile": _spread(response.profile),
        "answers": _spread({key: _line(a) for key, a in response.answers.items()}),
    }
    lines = ",\n".join(f"  {_dump(key)}: {top[key]}" for key in sorted(top))
    content = f"{{\n{lines}\n}}\n".encode()
    if len(content) > LIMIT:
        raise BadDataError(
            f"the answers are too long to be kept: {len(content):,} bytes",
            facts=(f"the limit is {LIMIT:,}; nothing was changed",),
            tries=("shorten notes: link to documents instead of quoting them",),
        )
    return content


def decode(content: bytes, name: str) -> Response:
    """Return the response that a file says; ``name`` is the file's, for messages.

    Raises `BadDataError` with file, line and column for everything that `encode`
    would not write.
    """
    text = as_text(content, name)
    data = parse(text, name)
    _check_version(data, text, name)
    try:
        return ResponseFile.model_validate(data).as_response()
    except ValidationError as error:
        raise mistakes_in(error, text, name) from None


def _line(answer: Answer) -> Mapping[str, object]:
    rest: dict[str, object] = {}
    if answer.note:
        rest["note"] = answer.note
    if answer.evidence:
        rest["evidence"] = [_piece(piece) for piece in answer.evidence]
    if answer.at:
        rest["at"] = answer.at.astimezone(UTC).isoformat().replace("+00:00", "Z")
    match answer:
        case Rated(level=level):
            return {"level": level, **rest}
        case Unknown():
            return {"unknown": True, **rest}
        case NotApplicable(reason=reason):
            return {"not_applicable": True, "reason": reason, **rest}
        case _:  # a note alone
            return rest


def _piece(piece: Evidence) -> object:
    if piece.kind is EvidenceKind.ARTEFACT and piece.text:
        return piece.text
    return {"kind": piece.kind, **({"text": piece.text} if piece.text else {})}


def _spread(entries: Mapping[str, object]) -> str:
    if not entries:
        return "{}"
    lines = (f"    {_dump(key)}: {_dump(entries[key])}" for key in sorted(entries))
    return "{\n" + ",\n".join(lines) + "\n  }"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _check_version(data: dict[str, Any], text: str, name: str) -> None:
    if data.get("kind") != KIND:
        raise damage(
            f"{place_of(text, ('kind',), name)}is not a response file of readiness",
            f'its "kind" should be "{KIND}"',
        )
    version = data.get("schema_version")
    if type(version) is int and version > VERSION:
        place = place_of(text, ("schema_version",), name)
        raise BadDataError(
            f"{place}the file is from a newer version of readiness",
            facts=(f"it has schema version {version}, this program reads {VERSION}",),
            tries=("pip install --upgrade team-readiness",),
        )
