"""The plan document that people edit: read, merged, compared and checked."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

import typer

from readiness.cli.documents import write_document
from readiness.cli.planning.planned import Planned
from readiness.cli.workspace import today
from readiness.errors import (
    BadDataError,
    CannotWriteError,
    CheckFailedError,
    NotFoundError,
)
from readiness.plaintext import one_line
from readiness.plan.document.marks import SCHEMA, without_list
from readiness.plan.document.own import OwnAction
from readiness.plan.document.seal import is_untouched
from readiness.plan.file import KeptAction, PlanFile, read_plan
from readiness.plan.merge import finish, merge
from readiness.plan.progress import Progress, follow
from readiness.report import markdown
from readiness.report.words import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A document, and what became of the actions in it."""

    text: str
    progress: Progress


def document(planned: Planned, file: PlanFile | None = None) -> Merged:
    """Return the plan as a document, with all that people wrote in ``file``."""
    progress = follow(planned.plan, planned.report.period, file)
    fresh = markdown.render_plan(
        planned.report,
        progress,
        focus=planned.focus_words,
        last_quarter=planned.last_quarter(file),
    )
    text = finish(fresh) if file is None else merge(file, fresh)
    return Merged(text=text, progress=progress)


def write(planned: Planned, path: Path, *, force: bool) -> None:
    """Write the plan to ``path``, or merge it into the plan that is there.

    Raises `CannotWriteError` for a file that is not the plan of this team, and
    `BadDataError` for a plan that cannot be understood; it is then as it was.
    """
    there = "" if force else _text(path, planned.there)
    file = _mergeable(there, path, planned)
    merged = document(planned, file)
    records = planned.records()
    if merged.text == there:
        typer.echo(f"{path} is up to date", err=True)
    else:  # all that somebody wrote is in it
        seen = None if force else planned.there
        write_document(merged.text, path, force=True, seen=seen)
        typer.echo(merged.progress.summary(), err=True)
        for line in merged.progress.set_aside():
            typer.echo(f"No longer suggested: {line}", err=True)
        for line in merged.progress.taken_on():
            typer.echo(f"Taken on, so it stays: {line}", err=True)
    _tell_own(file)
    planned.keep(records)


def diff(planned: Planned, path: Path) -> str:
    """Return what `write` would change, as a unified diff; "" for nothing.

    The hidden list of lines is left out. Raises what `write` does.
    """
    name, there = one_line(str(path)), _text(path, planned.there)
    text = document(planned, _mergeable(there, path, planned)).text
    there, text = without_list(there, name), without_list(text, name)
    return "".join(
        line if line.endswith("\n") else f"{line}\n"
        for line in unified_diff(
            there.splitlines(keepends=True),
            text.splitlines(keepends=True),
            name if there else "/dev/null",
            name,
        )
    )


def find_file(path: Path, team_id: str) -> PlanFile | None:
    """Return the plan of this team in the file at ``path``, if it is there.

    Raises `BadDataError` if it cannot be understood.
    """
    file = _read(path)
    return file if file is not None and file.team == team_id else None


def check(path: Path) -> None:
    """Print how the plan at ``path`` stands, without what is set aside in it.

    Raises `CheckFailedError` if actions are overdue, or risks that were accepted are to
    be looked at again, `NotFoundError` without a file, `BadDataError` if it is no plan
    or cannot be understood.
    """
    if not path.is_file():
        raise NotFoundError(
            f"there is no plan at {path}", tries=(f"readiness plan -o {path}",)
        )
    file = _read(path)
    if file is None:
        raise BadDataError(f"{path} is not a plan that readiness wrote")
    working = [
        action
        for action in file.actions
        if not (action.status.is_settled or action.is_set_aside)
    ]
    late = [action for action in working if action.is_overdue(today())]
    own = [action for action in file.own if action.is_overdue(today())]
    risks = [a for a in file.actions if a.is_to_look_at_again(today())]
    lacking = _lacking(working)
    if late or risks or own:
        raise CheckFailedError(
            _what_is_late(
                path, len(late) + len(own), len(working) + len(file.own), len(risks)
            ),
            facts=(
                *map(_late_words, late),
                *map(_own_late_words, own),
                *(f"risk to look at again: {_late_words(risk)}" for risk in risks),
                *lacking,
            ),
        )
    everything = len(working) + len(file.own)
    typer.echo(f"No action of {everything} is overdue in {path}")
    for line in lacking:
        typer.echo(line)


def _read(path: Path) -> PlanFile | None:
    """Return the plan in the file, if it is there and is one."""
    content = path.read_bytes() if path.is_file() else b""
    return read_plan(_text(path, content), one_line(str(path)))


def _text(path: Path, content: bytes) -> str:
    """Return the text in a file; raise `CannotWriteError` if it is none."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _not_ours(path) from None


def _mergeable(there: str, path: Path, planned: Planned) -> PlanFile | None:
    """Return the plan to merge with, ``None`` if what is there may be replaced."""
    if not there.strip():
        return None
    file = read_plan(there, one_line(str(path)))
    if file is None or file.schema < SCHEMA:
        if is_untouched(there):
            return None
        raise _not_ours(path) if file is None else _too_old(path)
    report = planned.report
    if (file.team, file.period) == (report.team_id, report.period):
        return file
    if file.team != report.team_id or file.period > report.period:
        raise CannotWriteError(
            f"{path} is the plan of {file.team} for {file.period}; it is left as it is",
            facts=(f"this is that of {report.team_id} for {report.period}",),
            tries=("another file, with -o FILE", "replace it: add --force"),
        )
    return file


def _not_ours(path: Path) -> CannotWriteError:
    return CannotWriteError(
        f"{path} was not written by readiness; it is left as it is",
        tries=(
            f"write beside it: -o {_beside(path)}",
            "replace it and lose what is in it: add --force",
        ),
    )


def _too_old(path: Path) -> CannotWriteError:
    return CannotWriteError(
        f"{path} was edited, and is of an earlier version that cannot be merged; it is "
        "left as it is",
        tries=(
            f"write a new one, -o {_beside(path)}, and copy your lines into it",
            "replace it and lose what you wrote: add --force",
        ),
    )


def _beside(path: Path) -> str:
    return path.with_stem(f"{path.stem}-new").name


def _what_is_late(path: Path, late: int, working: int, risks: int) -> str:
    parts = []
    if late:
        verb = "is" if late == 1 else "are"
        parts.append(f"{late} of {counted(working, 'action')} in {path} {verb} overdue")
    if risks:
        again = counted(risks, "risk to look at again", "risks to look at again")
        parts.append(again if late else f"{again} in {path}")
    return ", and ".join(parts)


def _late_words(action: KeptAction) -> str:
    owner = f", {one_line(action.owner)}" if action.owner else ", nobody's"
    return f"{action.due}{owner}: {one_line(action.title)} ({action.id})"


def _own_late_words(action: OwnAction) -> str:
    owner = f", {one_line(action.owner)}" if action.owner else ", nobody's"
    return f"{action.due}{owner}: {one_line(action.title)} (your own)"


def _tell_own(file: PlanFile | None) -> None:
    """Say what becomes of the actions that people added."""
    if file is not None and file.own:
        verb = "is" if len(file.own) == 1 else "are"
        typer.echo(
            f"{counted(len(file.own), 'action')} of your own {verb} kept: --check "
            "watches the due date, exports and scores leave it out",
            err=True,
        )


def _lacking(working: Sequence[KeptAction]) -> tuple[str, ...]:
    """Return how many actions have no owner or no date, in words."""
    nobody = sum(not action.owner for action in working)
    undated = sum(action.due is None for action in working)
    found = {"no owner": nobody, "no due date": undated}
    return tuple(
        f"{counted(n, 'action')} {'has' if n == 1 else 'have'} {what}"
        for what, n in found.items()
        if n
    )
