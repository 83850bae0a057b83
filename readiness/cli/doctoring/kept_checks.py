"""What `readiness doctor` finds of the answers that are kept."""

import os
import shlex
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from readiness.cli.doctoring.checks import Finding, fine, problem, warning
from readiness.errors import BadDataError, ReadinessError
from readiness.period import Period
from readiness.report.words import counted
from readiness.responses import Response, Team
from readiness.store.files import PACKS, FolderStore
from readiness.store.listing import response_files
from readiness.store.lock import Holder, find_marks
from readiness.store.misplaced import misplaced
from readiness.store.reading import read
from readiness.store.wire import decode
from readiness.store.writing import cannot_write

SHORT_LIVED = 60  #: seconds after which no writer that lives has a temporary file
SHOWN = 20  #: files of one kind that are told


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Where one person's answers are."""

    team: Team
    period: Period
    path: Path


def check_answers(root: Path, why: str) -> Iterator[Finding]:
    """Check the folder of the answers and every file in it; ``why`` it is this one."""
    store = FolderStore(root)
    try:
        kept = list(_find_all(store))
    except ReadinessError as failure:
        yield problem(failure)
        return
    yield _check_folder(root, why, kept)
    yield from _check_permissions(root)
    yield from _first(filter(None, (_check_file(store, one) for one in kept)))
    yield from _first(_check_locks(root))
    yield from _first(_check_leftovers(root))


def _find_all(store: FolderStore) -> Iterator[Kept]:
    for team in store.teams():
        for period in store.periods(team.id):
            for path in response_files(store.root / team.id / str(period)):
                yield Kept(team=team, period=period, path=path)


def _check_folder(root: Path, why: str, kept: list[Kept]) -> Finding:
    there = next(folder for folder in (root, *root.parents) if os.path.lexists(folder))
    try:
        with NamedTemporaryFile(dir=there, prefix=".readiness-doctor-"):
            pass
    except OSError as error:
        return problem(cannot_write(root, error))
    where = f"Data folder {root} ({why})"
    if there != root:
        return fine(f"{where} is not there yet; the first answer makes it")
    teams = {one.team.id for one in kept}
    quarters = {(one.team.id, one.period) for one in kept}
    counts = ", ".join(
        (
            counted(len(teams), "team", "teams"),
            counted(len(quarters), "quarter", "quarters"),
            counted(len(kept), "file", "files"),
        )
    )
    return fine(f"{where}: {counts}, can be written")


def _check_permissions(root: Path) -> Iterator[Finding]:
    if not (hasattr(os, "getuid") and root.is_dir()):  # Windows has other permissions
        return
    mode = root.stat().st_mode
    if mode & 0o077:
        what = "change" if mode & 0o022 else "read"
        yield warning(
            f"Others who use this machine may {what} the answers in {root}",
            f"chmod -R go= {shlex.quote(str(root))}",
        )


def _check_file(store: FolderStore, kept: Kept) -> Finding | None:
    """Return what is wrong with a file, or that its pack is not as it was."""
    try:
        found = _find(store, kept)
        if found is not None:  # nobody has removed it meanwhile
            store.pack_of(found)
    except ReadinessError as failure:
        return problem(failure)
    return None


def _find(store: FolderStore, kept: Kept) -> Response | None:
    """Return the answers in a file; raise `ReadinessError` for what is wrong with it.

    A copy such as "ana (1).json" has a name that nobody can have.
    """
    place = (kept.team.id, kept.period, kept.path.stem)
    try:
        store.path_of(*place)
    except BadDataError:
        said = decode(read(kept.path) or b"", str(kept.path)).respondent
        raise misplaced(kept.path, "respondent", said, kept.path.stem) from None
    return store.find(*place)


def _check_locks(root: Path) -> Iterator[Finding]:
    for lock in sorted(root.glob("*/*/.*.lock")):
        team, period = lock.parts[-3:-1]
        whose = f"answers of {lock.stem.removeprefix('.')} for {team}, {period}"
        holders = find_marks(lock)
        if None in holders:
            yield warning(
                f"An unknown process holds the {whose}",
                f"if nobody is at it any more, remove the folder {lock}",
            )
        elif living := [one for one in holders if one and not one.is_dead()]:
            yield fine(f"The {whose} are being changed by {_named(living[0])}")
        else:
            yield warning(
                f"A process ended while it held the {whose}; what it saved is there",
                "nothing to do: the next readiness assess takes over",
            )


def _named(holder: Holder) -> str:
    return f"process {holder.pid} on {holder.host}"


def _check_leftovers(root: Path) -> Iterator[Finding]:
    patterns = ("*/*/.*.tmp", "*/*/.*.lock.*", f"{PACKS}/.*.tmp")
    for path in sorted(path for pattern in patterns for path in root.glob(pattern)):
        if _age(path) > SHORT_LIVED:
            yield warning(
                f"{path} was left by a process that ended; it does no harm",
                "remove it",
            )


def _age(path: Path) -> float:
    """Return the seconds since a file was written; 0 if it is gone by now."""
    with suppress(OSError):
        return time.time() - path.lstat().st_mtime
    return 0


def _first(findings: Iterator[Finding]) -> Iterator[Finding]:
    """Yield the first findings, and how many more there are."""
    for number, finding in enumerate(findings):
        if number < SHOWN:
            yield finding
            continue
        more = 1 + sum(1 for _ in findings)
        yield warning(f"and {more} more like it", "mend these first, then look again")
