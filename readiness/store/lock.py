"""One writer at a time for one person's answers.

A lock is a folder with one file in it that says who holds it. The folder is made
whole under another name and then renamed: renaming a folder onto one that is not
empty fails everywhere, so exactly one of many takes an empty or missing lock. A dead
holder's file is removed under its own name, which nobody else's file ever has. Hence
no moment at which two processes hold the lock, or a crash leaves one that cannot be
taken over.
"""

import errno
import json
import os
import platform
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_hex
from typing import Self

from readiness.errors import LockedError
from readiness.plaintext import one_line
from readiness.store.writing import FOLDER_MODE, cannot_write, make_folder

_TRIES = 100  # each is lost to another process that was quicker
_UNSIGNED_FOR = 60  # seconds after which nobody is going to sign any more
_HOST_LIMIT = 100  # characters shown of a name from a file
# What systems say when the name is taken by a folder with something in it; Windows
# says EACCES.
_TAKEN = {errno.ENOTEMPTY, errno.EEXIST, errno.EACCES}
# On Windows os.kill ends the process, whatever the signal.
_CAN_ASK_FOR_PROCESSES = os.name == "posix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A process that holds a lock."""

    pid: int
    host: str

    @classmethod
    def here(cls) -> Self:
        """Return this very process."""
        return cls(pid=os.getpid(), host=_clean_host(platform.node()))

    def is_dead(self) -> bool:
        """Return whether the process surely runs no more.

        Never true for a process of another machine, nor on Windows.
        """
        if self.host != Holder.here().host or not _CAN_ASK_FOR_PROCESSES:
            return False
        try:
            os.kill(self.pid, 0)
        except (ProcessLookupError, OverflowError):
            return True
        except PermissionError:  # it runs, and is somebody else's
            return False
        return False


@contextmanager
def locked(path: Path, whose: str) -> Iterator[None]:
    """Hold the lock ``path``; ``whose`` answers it guards, for the message.

    Raises `LockedError` if another process holds it, `CannotWriteError` if no lock
    can be made there.
    """
    try:
        mark = _acquire(path, whose)
        _clear_unfinished(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    try:
        yield
    finally:
        with suppress(OSError):  # somebody removed it by hand
            mark.unlink()
        with suppress(OSError):  # another process is quicker: it has its own in it
            path.rmdir()


def find_holder(path: Path) -> Holder | None:
    """Return who holds the lock ``path``; ``None`` if nobody or only a dead process."""
    held = (holder for _, holder in _marks(path))
    return next((holder for holder in held if holder and not holder.is_dead()), None)


def find_marks(path: Path) -> list[Holder | None]:
    """Return who is in the lock ``path``, dead or not; ``None`` for who is unknown."""
    return [holder for _, holder in _marks(path)]


def _acquire(path: Path, whose: str) -> Path:
    make_folder(path.parent)
    for _ in range(_TRIES):
        if mark := _take(path):
            return mark
        _clear_the_dead(path, whose)
    raise _refusal(path, whose, None)


def _take(path: Path) -> Path | None:
    name = f"{os.getpid()}-{token_hex(8)}"
    prepared = path.with_name(f"{path.name}.{name}")
    prepared.mkdir(FOLDER_MODE)
    mark = prepared / name
    try:
        mark.write_text(json.dumps(asdict(Holder.here())), encoding="utf-8")
        prepared.rename(path)
    except OSError as error:
        with suppress(OSError):
            mark.unlink()
        prepared.rmdir()
        if error.errno in _TAKEN:
            return None
        raise
    return path / name


def _clear_the_dead(path: Path, whose: str) -> None:
    for mark, holder in _marks(path):
        if holder is None or not holder.is_dead():
            raise _refusal(path, whose, holder)
        mark.unlink(missing_ok=True)
    with suppress(OSError):  # Windows does not rename onto an empty folder
        path.rmdir()


def _clear_unfinished(path: Path) -> None:
    """Remove what processes left behind that died while they took the lock."""
    for prepared in path.parent.glob(f"{path.name}.*"):
        holders = [holder for _, holder in _marks(prepared) if holder]
        with suppress(OSError):  # taken as a lock, or removed, meanwhile
            if all(h.is_dead() for h in holders) if holders else _is_old(prepared):
                _remove(prepared)


def _is_old(prepared: Path) -> bool:
    return time.time() - prepared.stat().st_mtime > _UNSIGNED_FOR


def _remove(prepared: Path) -> None:
    """Remove a folder, under another name first: now nobody makes a lock of it."""
    with suppress(OSError):  # another process is clearing it as well
        aside = prepared.rename(prepared.with_name(f"{prepared.name}.left"))
        for mark in aside.iterdir():
            mark.unlink()
        aside.rmdir()


def _marks(path: Path) -> Iterator[tuple[Path, Holder | None]]:
    # released meanwhile; or no folder of ours, which whoever takes the lock is told
    with suppress(FileNotFoundError, NotADirectoryError):
        for mark in list(path.iterdir()):
            with suppress(FileNotFoundError):
                yield mark, _read_mark(mark)


def _read_mark(mark: Path) -> Holder | None:
    try:
        match json.loads(mark.read_text(encoding="utf-8")):
            case {"pid": int(pid), "host": str(host)} if pid > 0:
                return Holder(pid=pid, host=_clean_host(host))
            case _:
                return None
    except (ValueError, RecursionError):  # not ours
        return None
    except (PermissionError, IsADirectoryError):  # another user's, or a stray folder
        return None


def _clean_host(name: str) -> str:
    return one_line(name)[:_HOST_LIMIT]


def _refusal(path: Path, whose: str, holder: Holder | None) -> LockedError:
    who = f"process {holder.pid} on {holder.host}" if holder else "an unknown process"
    return LockedError(
        f"another session holds {whose}: {who}",
        facts=(f"its lock is {path}",),
        tries=(
            "end that session (q saves and leaves), then run the command again",
            f"if nobody is at it any more, remove the folder {path}",
        ),
    )
