"""Write a file whole or not at all, and say in words why it could not be written."""

import errno
import os
import time
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from readiness.errors import CannotWriteError

FOLDER_MODE = 0o700
FILE_MODE = 0o600

_REPLACE_TRIES = 5
_REPLACE_PAUSE = 0.05  # seconds
# What a disk says that cannot flush a folder: Windows, some network file systems.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES}

_FREE_SPACE = "free some space, then run the command again"
_PERMIT = "allow yourself to write there, then run the command again"
_ELSEWHERE = "or keep the answers elsewhere: READINESS_HOME=DIR, or --data-dir DIR"
_IN_THE_WAY = ("a file stands where a folder should be", "move that file away")
_REASONS = {
    errno.ENOSPC: ("the disk is full", _FREE_SPACE),
    errno.EDQUOT: ("your disk quota is used up", _FREE_SPACE),
    errno.EFBIG: ("the file would be larger than is allowed here", _FREE_SPACE),
    errno.EROFS: ("the disk is read-only", "make it writable"),
    errno.EACCES: ("permission is missing", _PERMIT),
    errno.EPERM: ("permission is missing", _PERMIT),
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.EISDIR: ("a folder stands where the file should be", "move it away"),
}


def write(path: Path, content: bytes) -> None:
    """Put ``content`` in the file at ``path``, flushed to the disk.

    Whoever reads the file, also after a crash, finds the earlier content or the new
    one. Makes missing folders. Raises `CannotWriteError`; then the earlier file is
    whole and nothing else is left behind.
    """
    temporary = path.with_name(f"{temporary_prefix(path)}{token_hex(8)}.tmp")
    try:
        make_folder(path.parent)
        try:
            _write_through(temporary, content)
            _replace(temporary, path)
        finally:
            with suppress(OSError):  # after a success it is gone already
                temporary.unlink()
        _flush_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error


def make_folder(folder: Path) -> None:
    """Make ``folder`` and its parents, for the user alone; raise `OSError`."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    with suppress(FileExistsError):  # made by another session meanwhile, or a file
        folder.mkdir(FOLDER_MODE)
        _flush_folder(folder.parent)


def remove_temporaries(path: Path) -> None:
    """Remove what writers of ``path`` left when they died.

    Call it only while no other process can write the file.
    """
    prefix = temporary_prefix(path)
    for temporary in path.parent.glob(f"{prefix}*.tmp"):
        with suppress(OSError):  # it does no harm if it stays
            temporary.unlink()


def temporary_prefix(path: Path) -> str:
    """Return how the names of the temporary files of ``path`` begin."""
    return f".{path.name}."


def cannot_write(path: Path, error: OSError) -> CannotWriteError:
    """Return ``error`` as a failure that says why, and what to do."""
    reason, cure = _REASONS.get(
        error.errno or 0, (error.strerror or str(error), "mend it, then try again")
    )
    return CannotWriteError(
        f"cannot write {path}: {reason}",
        facts=("everything that was saved before is still there",),
        tries=(cure, _ELSEWHERE),
    )


def _write_through(path: Path, content: bytes) -> None:
    with open(path, "xb", opener=_only_for_the_user) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _only_for_the_user(path: str, flags: int) -> int:
    return os.open(path, flags, FILE_MODE)


def _replace(source: Path, target: Path) -> None:
    # Windows refuses to replace a file while another program (a virus scanner, an
    # editor) has it open; that is over within moments.
    for _ in range(_REPLACE_TRIES - 1):
        with suppress(PermissionError):
            source.replace(target)
            return
        time.sleep(_REPLACE_PAUSE)
    source.replace(target)


def _flush_folder(folder: Path) -> None:
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:  # Windows does not open folders
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(handle)
