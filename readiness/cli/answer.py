"""``readiness answer``: give one answer without prompts, or see what is open."""

from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli import completing
from readiness.cli.options import (
    DataDirOption,
    JsonOption,
    PeriodOption,
    RespondentOption,
    RoleOption,
    TeamOption,
)

if TYPE_CHECKING:
    from readiness.cli.workspace import Workspace
    from readiness.pack.model import Pack, Question
    from readiness.published import status as published
    from readiness.responses import Answer, Form, Response

_TURNED_FULL = "This question is not a quick one: all questions are asked now."


def answer(
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="QUESTION",
            help="The id of the question.",
            autocompletion=completing.question_ids,
        ),
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(metavar="VALUE", help="0 to 4, unknown or not-applicable (na)."),
    ] = None,
    *,
    note: Annotated[
        str,
        typer.Option("--note", metavar="TEXT", help="A note; earlier ones are kept."),
    ] = "",
    evidence: Annotated[
        list[str] | None,
        typer.Option(
            "--evidence",
            metavar="TEXT",
            help="A link or path, or seen: told: or impression: and words; repeatable.",
        ),
    ] = None,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Why it does not apply.")
    ] = "",
    next_: Annotated[
        bool, typer.Option("--next", help="Print the next open question.")
    ] = False,
    as_json: JsonOption = False,
    quick: Annotated[
        bool, typer.Option("--quick", help="Begin with the quick questions only.")
    ] = False,
    team: TeamOption = None,
    period: PeriodOption = None,
    respondent: RespondentOption = None,
    role: RoleOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Give one answer without prompts; --next prints the next open question."""
    from readiness.cli.keeping import usable_role
    from readiness.cli.workspace import find_workspace
    from readiness.errors import UsageError
    from readiness.responses import Form

    role = usable_role(role)
    workspace = find_workspace(
        team=team, period=period, data_dir=data_dir, respondent=respondent
    )
    form = Form.QUICK if quick else Form.FULL
    if next_ and question is None:
        _print_next(workspace, form, as_json=as_json)
    elif question is None or value is None or next_ or as_json:
        raise UsageError(
            "say a question and its answer, or --next alone",
            tries=("readiness answer QUESTION 3", "readiness answer --next [--json]"),
        )
    else:
        given = _read(value, note, tuple(evidence or ()), reason)
        _store(workspace, question, given, form=form, role=role)


def _read(value: str, note: str, evidence: tuple[str, ...], reason: str) -> "Answer":
    """Return the answer that the arguments say; raise `UsageError`."""
    from readiness.errors import UsageError
    from readiness.exchange.answer_text import (
        EXPECTED,
        WORDS,
        read_answer,
        read_evidence,
    )
    from readiness.responses import EVIDENCE_LIMIT, NotApplicable
    from readiness.suggestions import did_you_mean, quoted

    given = read_answer(value)
    if given is None:
        raise UsageError(
            f"{quoted(value)} is not an answer{did_you_mean(value, WORDS)}",
            tries=(f"write {EXPECTED}",),
        )
    if len(evidence) > EVIDENCE_LIMIT:
        raise UsageError(f"more than {EVIDENCE_LIMIT} pieces of evidence")
    update: dict[str, object] = {
        "note": _kept(note, "note"),
        "evidence": tuple(
            piece
            for text in evidence
            if (piece := read_evidence(_kept(text, "evidence")))
        ),
    }
    if isinstance(given, NotApplicable):
        update["reason"] = _kept(reason, "reason")
    elif reason:
        raise UsageError("only not-applicable has a reason", tries=("use --note",))
    return given.model_copy(update=update)


def _kept(text: str, what: str) -> str:
    from readiness.errors import UsageError
    from readiness.plaintext import clean
    from readiness.responses import NOTE_LIMIT

    text = clean(text)
    if len(text) > NOTE_LIMIT:
        raise UsageError(
            f"the {what} has {len(text):,} characters, {NOTE_LIMIT:,} are allowed"
        )
    return text


def _store(
    workspace: "Workspace", id_: str, given: "Answer", *, form: "Form", role: str
) -> None:
    from readiness.cli import keeping
    from readiness.cli.workspace import now
    from readiness.exchange.merging import merge
    from readiness.responses import in_words

    store, team = workspace.store, workspace.team
    pack = keeping.find_pack_of(workspace)
    question = _find_question(pack, id_)
    _check_reason(workspace, question.id, given)
    stranger = keeping.newcomer(workspace)
    with store.lock(team.id, workspace.period, workspace.respondent):
        earlier = keeping.find_or_begin(workspace, pack, form=form, role=role)
        merged = merge(keeping.with_role(earlier, role), {id_: given}, pack, now())
        path = keeping.keep(workspace, pack, merged.response)
    said = in_words(question, merged.response.answers[question.id])
    typer.echo(f"{question.id}: {said}")
    remarks = [stranger, keeping.role_change(earlier, merged.response)]
    remarks += [f"Evidence, {piece.words}" for piece in given.evidence]
    remarks.append(_TURNED_FULL if merged.turned_full else "")
    for remark in filter(None, remarks):
        typer.echo(remark, err=True)
    typer.echo(f"Saved {path} ({len(_open(merged.response, pack))} open)", err=True)


def _check_reason(workspace: "Workspace", id_: str, given: "Answer") -> None:
    """Raise `UsageError` if nobody says, or said before, why it does not apply."""
    from readiness.cli.keeping import find_response
    from readiness.errors import UsageError
    from readiness.responses import NotApplicable

    if not isinstance(given, NotApplicable) or given.reason:
        return
    response = find_response(workspace)
    before = response.answers.get(id_) if response else None
    if isinstance(before, NotApplicable) and before.reason:
        return
    raise UsageError(
        "not-applicable needs a reason: it leaves the question out of the score",
        tries=(
            f'readiness answer {id_} not-applicable --reason "..."',
            f"or, if you do not know: readiness answer {id_} unknown",
        ),
    )


def _find_question(pack: "Pack", id_: str) -> "Question":
    from readiness.errors import NotFoundError
    from readiness.suggestions import did_you_mean, quoted

    if found := pack.question_by_id.get(id_):
        return found
    raise NotFoundError(
        f"no question {quoted(id_)} in {pack.id} {pack.version}"
        + did_you_mean(id_, pack.question_by_id),
        tries=("readiness answer --next", f"readiness packs show {pack.id}"),
    )


def _open(response: "Response", pack: "Pack") -> list["Question"]:
    asked = response.asked(pack)
    return [question for question in asked if not response.decided(question.id)]


def _print_next(workspace: "Workspace", form: "Form", *, as_json: bool) -> None:
    from readiness.cli.keeping import find_or_begin, find_pack_of
    from readiness.published.writing import as_text

    pack = find_pack_of(workspace)
    left = _open(find_or_begin(workspace, pack, form=form), pack)
    if as_json:
        typer.echo(as_text(_document(pack, left)), nl=False)
    elif left:
        typer.echo(_as_text(left[0]))
        typer.echo(f"{len(left)} open", err=True)
    else:
        typer.echo("Nothing is open. Next: readiness report", err=True)


def _as_text(question: "Question") -> str:
    anchors = (f"{n}  {a.label}: {a.text}" for n, a in enumerate(question.anchors))
    lines = [question.id, question.text, question.help, *anchors]
    return "\n".join(lines)


def _document(pack: "Pack", left: list["Question"]) -> "published.Question":
    from readiness.published.writing import envelope

    return {
        **envelope("readiness.question"),
        "pack": {"id": pack.id, "version": pack.version},
        "open": len(left),
        "question": _as_data(pack, left[0]) if left else None,
    }


def _as_data(pack: "Pack", question: "Question") -> "published.OpenQuestion":
    capability = pack.capability_of[question.id]
    return {
        "id": question.id,
        "trend": pack.trend_of[capability.id].id,
        "capability": capability.id,
        "text": question.text,
        "help": question.help,
        "more": question.more or None,
        "anchors": [
            {"level": level, "label": anchor.label, "text": anchor.as_asked}
            for level, anchor in enumerate(question.anchors)
        ],
    }
