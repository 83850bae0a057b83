"""``readiness import``: read filled-in forms and other answers files."""

import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.options import (
    DataDirOption,
    PeriodOption,
    RespondentOption,
    RoleOption,
    TeamOption,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from readiness.cli.workspace import Workspace
    from readiness.exchange.answers import AnswersFile, Heading
    from readiness.exchange.merging import Merged
    from readiness.pack.model import Pack
    from readiness.responses import Response

STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An answers file that was read and checked, and where it goes."""

    name: str
    file: "AnswersFile"
    pack: "Pack"
    workspace: "Workspace"


def import_files(
    files: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="YAML or JSON; - is stdin.")
    ],
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would change.")
    ] = False,
    team: TeamOption = None,
    period: PeriodOption = None,
    respondent: RespondentOption = None,
    role: RoleOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Read answers files into what is kept; nothing is stored if one has mistakes.

    Answers in a file replace earlier ones, others are kept. The options say what a
    file leaves out.
    """

    def place(heading: "Heading") -> "Workspace":
        from readiness.cli.workspace import find_workspace

        return find_workspace(
            team=heading.team or team,
            period=str(heading.period) if heading.period else period,
            data_dir=data_dir,
            respondent=heading.respondent or respondent,
        )

    from readiness.cli.keeping import usable_role

    role = usable_role(role)
    incoming = _read_all(files, place)
    with ExitStack() as locks:
        if not dry_run:
            _lock(incoming, locks)
        for one in incoming:
            _take(one, role, dry_run=dry_run)


def _read_all(
    files: list[str], place: "Callable[[Heading], Workspace]"
) -> list[Incoming]:
    """Read and check every file; raise the mistakes of all of them together."""
    from readiness.errors import BadDataError, ReadinessError

    read: list[Incoming] = []
    failures: list[ReadinessError] = []
    for name in files:
        try:
            read.append(_read(name, place))
        except ReadinessError as failure:
            failures.append(failure)
    if not failures:
        return read
    if len(failures) == 1:
        raise failures[0]
    raise BadDataError(
        f"{len(failures)} of {len(files)} files cannot be imported; nothing was stored",
        facts=tuple(line for f in failures for line in (f.message, *f.facts)),
        tries=("mend them, then run the command again",),
    )


def _read(name: str, place: "Callable[[Heading], Workspace]") -> Incoming:
    from readiness.cli.keeping import find_pack_of
    from readiness.exchange.answers import read_answers, read_heading
    from readiness.pack.reader import SIZE_LIMIT, load_bytes

    if name == STDIN:
        name, content = "standard input", sys.stdin.buffer.read(SIZE_LIMIT + 1)
    else:
        content = load_bytes(Path(name))
    text = content.decode("utf-8", "surrogateescape")
    workspace = place(read_heading(text))
    pack = find_pack_of(workspace)
    file = read_answers(text, name, pack)
    return Incoming(name=name, file=file, pack=pack, workspace=workspace)


def _lock(incoming: list[Incoming], locks: ExitStack) -> None:
    places = {
        (one.workspace.team.id, one.workspace.period, one.workspace.respondent): one
        for one in incoming
    }
    for place, one in sorted(places.items(), key=lambda entry: entry[0]):
        locks.enter_context(one.workspace.store.lock(*place))


def _take(one: Incoming, role: str, *, dry_run: bool) -> None:
    from readiness.cli.keeping import find_or_begin, keep
    from readiness.cli.workspace import now
    from readiness.exchange.merging import merge
    from readiness.responses import Form

    form = one.file.form or Form.FULL
    earlier = find_or_begin(one.workspace, one.pack, form=form)
    about = _with_heading(earlier, one.file, role)
    merged = merge(about, one.file.answers, one.pack, now())
    typer.echo(_summary(one, merged))
    if dry_run:
        for line in _changes(about, merged):
            typer.echo(line)
    elif merged.response != earlier:
        path = keep(one.workspace, one.pack, merged.response)
        typer.echo(f"Saved {path}", err=True)


def _with_heading(earlier: "Response", file: "AnswersFile", role: str) -> "Response":
    from readiness.responses import Form

    form = Form.FULL if file.form is Form.FULL else earlier.form
    said = {"role": file.role or role or earlier.role, "form": form}
    about = earlier.model_copy(update=said)
    for id_, value in file.profile.items():
        about = about.with_profile(id_, value)
    return about


def _summary(one: Incoming, merged: "Merged") -> str:
    response = merged.response
    numbers = (
        f"{len(merged.new)} new, {len(merged.changed)} changed, {len(merged.same)} same"
    )
    full = "; all questions are asked now" if merged.turned_full else ""
    whose = f"{response.team.name}, {response.period}, {response.respondent}"
    return f"{one.name}: {whose}: {numbers}{full}"


def _changes(earlier: "Response", merged: "Merged") -> list[str]:
    from readiness.exchange.answer_text import write_answer

    def shown(response: "Response", id_: str) -> str:
        return write_answer(response.answers[id_])

    new = [f"  {id_}: {shown(merged.response, id_)} (new)" for id_ in merged.new]
    changed = [
        f"  {id_}: {shown(earlier, id_)} -> {shown(merged.response, id_)}"
        for id_ in merged.changed
    ]
    return [*new, *changed]
