"""``readiness status``: what is answered and what is open."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from readiness.cli.options import (
    DataDirOption,
    JsonOption,
    PeriodOption,
    PlainOption,
    RespondentOption,
    TeamOption,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from readiness.cli.workspace import Workspace
    from readiness.pack.model import Trend
    from readiness.published import status as published
    from readiness.report.panel_model import RespondentLine
    from readiness.responses import Response
    from readiness.store.lock import Holder

_HEADS = ("rated", "unknown", "n/a", "open", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many of the asked questions of a trend have which answer."""

    id: str
    name: str
    questions: int
    rated: int
    unknown: int
    not_applicable: int
    open: int
    with_evidence: int


def status(
    *,
    team: TeamOption = None,
    period: PeriodOption = None,
    respondent: RespondentOption = None,
    data_dir: DataDirOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Say per trend what is answered and open, who is at it, and who else answered."""
    from readiness.cli import people
    from readiness.cli.keeping import check_team_exists, find_or_begin, find_pack_of
    from readiness.cli.workspace import find_workspace
    from readiness.environment import wants_sentences

    workspace = find_workspace(
        team=team, period=period, data_dir=data_dir, respondent=respondent
    )
    check_team_exists(workspace)
    pack = find_pack_of(workspace)
    response = find_or_begin(workspace, pack)
    counts = [_count(trend, response) for trend in pack.trends]
    everybody = people.find_people(workspace)
    if as_json:
        from readiness.published.writing import as_text

        document = _document(workspace, response, counts, everybody)
        typer.echo(as_text(document), nl=False)
        return
    is_plain = plain or wants_sentences()
    if _file(workspace).exists():
        rows = _sentences(counts) if is_plain else _table(counts)
        said = [*_state(workspace, response), "", *rows]
    else:
        said = [_how_to_begin(workspace)]
    typer.echo(
        "\n".join([*said, *people.lines(workspace, everybody, is_plain=is_plain)])
    )


def _count(trend: "Trend", response: "Response") -> Counts:
    from readiness.responses import NotApplicable, Rated, Unknown

    asked = [
        question.id
        for capability in trend.capabilities
        for question in capability.questions
        if response.form.asks(question)
    ]
    answers = [response.answers[id_] for id_ in asked if id_ in response.answers]
    return Counts(
        id=trend.id,
        name=trend.short,
        questions=len(asked),
        rated=sum(isinstance(answer, Rated) for answer in answers),
        unknown=sum(isinstance(answer, Unknown) for answer in answers),
        not_applicable=sum(isinstance(answer, NotApplicable) for answer in answers),
        open=sum(not response.decided(id_) for id_ in asked),
        with_evidence=sum(bool(answer.evidence) for answer in answers),
    )


def _file(workspace: "Workspace") -> "Path":
    return workspace.store.path_of(
        workspace.team.id, workspace.period, workspace.respondent
    )


def _holder(workspace: "Workspace") -> "Holder | None":
    return workspace.store.holder(
        workspace.team.id, workspace.period, workspace.respondent
    )


def _how_to_begin(workspace: "Workspace") -> str:
    who = f"{workspace.respondent} for {workspace.team.name}, {workspace.period}"
    return (
        f"No answers yet of {who}.\n"
        "Begin: readiness assess --quick, or without prompts: readiness answer --next"
    )


def _state(workspace: "Workspace", response: "Response") -> list[str]:
    pack, holder = response.pack, _holder(workspace)
    lines = [
        f"{response.team.name}, {response.period}, {response.respondent}",
        f"Form: {response.form}, {pack.id} {pack.version}",
        f"File: {_file(workspace)}",
    ]
    if response.role:
        lines.append(f"Role: {response.role}")
    if holder:
        lines.append(f"Held by process {holder.pid} on {holder.host}")
    return lines


def _table(counts: list[Counts]) -> list[str]:
    widest = max(len(count.name) for count in counts)
    heads = "  ".join(_HEADS)
    return [f"{'':{widest}}  {heads}"] + [
        "  ".join([f"{count.name:{widest}}", *_cells(count)]) for count in counts
    ]


def _cells(count: Counts) -> list[str]:
    numbers = (
        count.rated, count.unknown, count.not_applicable, count.open,
        count.with_evidence,
    )  # fmt: skip
    return [f"{n:{len(head)}}" for head, n in zip(_HEADS, numbers, strict=True)]


def _sentences(counts: list[Counts]) -> list[str]:
    return [
        f"{count.name}: {count.rated} of {count.questions} rated, "
        f"{count.unknown} unknown, {count.not_applicable} not applicable, "
        f"{count.open} open, {count.with_evidence} with evidence."
        for count in counts
    ]


def _document(
    workspace: "Workspace",
    response: "Response",
    counts: list[Counts],
    everybody: "Sequence[RespondentLine]",
) -> "published.Status":
    from readiness.cli import people
    from readiness.published.writing import envelope

    pack, file = response.pack, _file(workspace)
    return {
        **envelope("readiness.status"),
        "team": {"id": response.team.id, "name": response.team.name},
        "period": response.period,
        "respondent": response.respondent,
        "role": response.role or None,
        "begun": file.exists(),
        "file": str(file),
        "form": response.form,
        "pack": {"id": pack.id, "version": pack.version, "sha256": pack.sha256},
        "held_by": _held_by(_holder(workspace)),
        "completeness": _total(counts),
        "trends": [_trend(count) for count in counts],
        "respondents": [people.as_data(one) for one in everybody],
        "not_counted": list(map(str, workspace.store.strays())),
    }


def _held_by(holder: "Holder | None") -> "published.Holder | None":
    return {"pid": holder.pid, "host": holder.host} if holder else None


def _total(counts: list[Counts]) -> "published.Counts":
    return {
        "not_applicable": sum(count.not_applicable for count in counts),
        "open": sum(count.open for count in counts),
        "questions": sum(count.questions for count in counts),
        "rated": sum(count.rated for count in counts),
        "unknown": sum(count.unknown for count in counts),
        "with_evidence": sum(count.with_evidence for count in counts),
    }


def _trend(count: Counts) -> "published.TrendCounts":
    return {
        "id": count.id,
        "name": count.name,
        "questions": count.questions,
        "rated": count.rated,
        "unknown": count.unknown,
        "not_applicable": count.not_applicable,
        "open": count.open,
        "with_evidence": count.with_evidence,
    }
