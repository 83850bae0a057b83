"""``readiness status``: what is answered and what is open."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

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
    from pathlib import Path

    from readiness.cli.workspace import Workspace
    from readiness.pack.model import Trend
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
        document = _document(workspace, response, counts)
        typer.echo(_as_json(document | people.as_data(workspace, everybody)))
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


def _as_json(document: dict[str, Any]) -> str:
    import json

    return json.dumps(document, ensure_ascii=False, indent=2)


def _document(
    workspace: "Workspace", response: "Response", counts: list[Counts]
) -> dict[str, Any]:
    from readiness import __version__

    file, holder = _file(workspace), _holder(workspace)
    trends = [asdict(count) for count in counts]
    numbers = set(trends[0]) - {"id", "name"}
    return {
        "schema_version": "1.0",
        "kind": "readiness.status",
        "tool": {"name": "readiness", "version": __version__},
        "team": response.team.model_dump(),
        "period": response.period,
        "respondent": response.respondent,
        "role": response.role or None,
        "begun": file.exists(),
        "file": str(file),
        "form": response.form,
        "pack": response.pack.model_dump(),
        "held_by": asdict(holder) if holder else None,
        "completeness": {
            name: sum(trend[name] for trend in trends) for name in sorted(numbers)
        },
        "trends": trends,
    }
