"""``readiness import``: read filled-in forms and other answers files."""

import sys
from contextlib import ExitStack
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

    from readiness.cli.merges import Incoming, Merge
    from readiness.cli.workspace import Workspace
    from readiness.exchange.answers import Heading

STDIN = "-"


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

    Answers in a file replace earlier ones, others are kept. The options say what
    a file leaves out; one that leaves out whose answers it has may replace none.
    """
    from readiness.cli.keeping import usable_role
    from readiness.cli.merges import merge_all

    def place(heading: "Heading") -> "Workspace":
        from readiness.cli.workspace import find_workspace

        return find_workspace(
            team=heading.team or team,
            period=str(heading.period) if heading.period else period,
            data_dir=data_dir,
            respondent=heading.respondent or respondent,
        )

    role = usable_role(role)
    incoming = _read_all(files, place, is_named=bool(respondent))
    with ExitStack() as locks:
        if not dry_run:
            _lock(incoming, locks)
        merges = merge_all(incoming, role)
        if dry_run:
            _preview(merges)
        else:
            _store(merges)


def _read_all(
    files: list[str], place: "Callable[[Heading], Workspace]", *, is_named: bool
) -> "list[Incoming]":
    """Read and check every file; raise the mistakes of all of them together."""
    from readiness.errors import BadDataError, ReadinessError

    read = []
    failures: list[ReadinessError] = []
    for name in files:
        try:
            read.append(_read(name, place, is_named=is_named))
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


def _read(
    name: str, place: "Callable[[Heading], Workspace]", *, is_named: bool
) -> "Incoming":
    from readiness.cli.keeping import find_pack_of
    from readiness.cli.merges import Incoming
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
    return Incoming(
        name=name,
        file=file,
        pack=pack,
        workspace=workspace,
        is_named=is_named or file.heading.respondent is not None,
    )


def _lock(incoming: "list[Incoming]", locks: ExitStack) -> None:
    places = {one.place: one for one in incoming}
    for place, one in sorted(places.items(), key=lambda entry: entry[0]):
        locks.enter_context(one.workspace.store.lock(*place))


def _preview(merges: "list[Merge]") -> None:
    for merge in merges:
        for line in (merge.summary(), *merge.new_lines(), *merge.changed_lines()):
            typer.echo(line)


def _store(merges: "list[Merge]") -> None:
    from readiness.cli.keeping import keep
    from readiness.errors import ReadinessError

    stored: list[str] = []
    for merge in merges:
        if merge.after != merge.before:
            try:
                path = keep(merge.workspace, merge.pack, merge.after)
            except ReadinessError as failure:
                failure.facts += (f"stored before: {', '.join(stored) or 'nothing'}",)
                raise
            stored.append(merge.name)
            typer.echo(f"Saved {path}", err=True)
        typer.echo(merge.summary())
        for line in merge.changed_lines():
            typer.echo(line, err=True)
