"""Read answers that people wrote in YAML or JSON, or that another program made.

Every mistake is reported, with its place; a question left blank stays open.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from readiness.errors import BadDataError, UsageError
from readiness.exchange.answer_node import read_answer_node
from readiness.exchange.checking import Checker
from readiness.pack.archive import digest
from readiness.pack.document import Data, Document
from readiness.pack.model import Pack, ProfileQuestion
from readiness.pack.reader import ReadError, parse
from readiness.period import Period
from readiness.plaintext import slug
from readiness.responses import Answer, Form, PackRef, Response, Team
from readiness.suggestions import did_you_mean, quoted

NAME_LIMIT = 100  #: characters of a team's or respondent's name
ROLE_LIMIT = 60  #: characters of a role

_KEYS = (
    "team", "period", "respondent", "role", "pack", "form", "profile", "answers",
)  # fmt: skip
_PAIR = re.compile(r"\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Whose answers a file has, and when; ``None`` for what it leaves out."""

    team: str | None = None
    period: Period | None = None
    respondent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersFile:
    """What an answers file says; ``None`` for what it leaves out."""

    heading: Heading = field(default_factory=Heading)
    role: str | None = None
    form: Form | None = None
    profile: Mapping[str, str | int] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def to_response(self, pack: Pack) -> Response:
        """Return the answers as a response to ``pack``.

        Raises `BadDataError` if the file does not say team, period and respondent.
        """
        team, period = self.heading.team, self.heading.period
        respondent = self.heading.respondent
        if team is None or period is None or respondent is None:
            raise BadDataError("team, period and respondent must be in the file")
        return Response(
            team=Team(id=slug(team), name=team),
            period=str(period),
            respondent=slug(respondent),
            role=self.role or "",
            form=self.form or Form.FULL,
            pack=PackRef(id=pack.id, version=pack.version, sha256=digest(pack)),
            profile=self.profile,
            answers=self.answers,
        )


def read_answers(text: str, name: str, pack: Pack) -> AnswersFile:
    """Return what the answers file called ``name`` says about ``pack``.

    Bytes that are not UTF-8 may be in ``text`` as ``surrogateescape`` has them.
    Raises `ReadError` with the place of every mistake, or `BadDataError` if the file
    belongs to another pack or another version of it.
    """
    document = _parse(text)
    if not document.is_whole:
        raise ReadError(name, document.mistakes)
    check = Checker(document)
    top = check.mapping((), _KEYS)
    _check_pack(check.text(("pack",)), name, pack)
    if isinstance(document.data, dict) and "answers" not in top:
        check.complain((), "'answers' is missing")
    found = AnswersFile(
        heading=_heading(check),
        role=check.line(("role",), ROLE_LIMIT),
        form=_form(check),
        profile=_profile(check, pack),
        answers=_answers(check, pack),
    )
    if check.mistakes:
        raise ReadError(name, tuple(sorted(check.mistakes)))
    return found


def read_heading(text: str) -> Heading:
    """Return whose answers a file has; leaves out what is wrong with it."""
    return _heading(Checker(_parse(text)))


def _heading(check: Checker) -> Heading:
    return Heading(
        team=check.line(("team",), NAME_LIMIT),
        period=_period(check),
        respondent=check.line(("respondent",), NAME_LIMIT),
    )


def _parse(text: str) -> Document:
    """Parse YAML or JSON, which spells tabs and pairs of surrogates otherwise."""
    if text.lstrip("\ufeff\t\n\r ").startswith("{"):
        text = _PAIR.sub(_character, text.replace("\t", " "))
    return parse(text.encode("utf-8", "surrogateescape"))


def _character(pair: re.Match[str]) -> str:
    high, low = (int(half, 16) for half in pair.groups())
    return f"\\U{0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00):08x}"


def _check_pack(said: str | None, name: str, pack: Pack) -> None:
    id_, _, version = (said or pack.id).partition(" ")
    if id_ == pack.id and version.strip() in {"", pack.version}:
        return
    raise BadDataError(
        f"{name} answers the pack {quoted(said or '')}, "
        f"here is {quoted(f'{pack.id} {pack.version}')}",
        facts=("a question may mean something else in another version",),
        tries=(
            "print a form of this version: readiness form --format yaml",
            "and copy the answers over that still hold",
        ),
    )


def _period(check: Checker) -> Period | None:
    text = check.text(("period",))
    if text is None:
        return None
    try:
        return Period.parse(text)
    except UsageError as error:
        check.complain(("period",), f"{error.message}: write it like 2026-Q4")
        return None


def _form(check: Checker) -> Form | None:
    text = check.text(("form",))
    if text is None:
        return None
    if text in set(Form):
        return Form(text)
    hint = did_you_mean(text, Form)
    check.complain(("form",), f"form should be full or quick{hint}")
    return None


def _profile(check: Checker, pack: Pack) -> Mapping[str, str | int]:
    by_id = {question.id: question for question in pack.profile}
    given = check.mapping(("profile",), by_id, what="profile question")
    read = {
        id_: _option(check, by_id[id_], value)
        for id_, value in given.items()
        if id_ in by_id and value is not None
    }
    return {id_: value for id_, value in read.items() if value is not None}


def _option(check: Checker, question: ProfileQuestion, value: Data) -> str | int | None:
    known = {str(option.value): option.value for option in question.options}
    if not isinstance(value, bool) and str(value) in known:
        return known[str(value)]
    hint = did_you_mean(str(value), known)
    wanted = ", ".join(known)
    text = f"{quoted(str(value))} is not one of {wanted}{hint}"
    check.complain(("profile", question.id), text)
    return None


def _answers(check: Checker, pack: Pack) -> Mapping[str, Answer]:
    known = pack.question_by_id
    given = check.mapping(("answers",), known, what="question")
    read = {
        id_: read_answer_node(check, ("answers", id_), value)
        for id_, value in given.items()
        if id_ in known
    }
    return {id_: answer for id_, answer in read.items() if answer is not None}
