"""Write documents to files or to standard output."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from errno import EISDIR, ENOTDIR
from pathlib import Path
from tempfile import mkstemp

import typer

from readiness.cli import json_seal
from readiness.errors import CannotWriteError

Content = str | bytes

_HASHED = re.compile(r"[0-9a-f]{64}\.json", re.ASCII)


def write_document(
    content: Content,
    output: Path | None,
    *,
    force: bool = False,
    seen: bytes | None = None,
) -> None:
    """Write ``content`` to ``output``, or to standard output if there is none or ``-``.

    A file is replaced whole or not at all, and only if readiness wrote it and nobody
    edited it since, or with ``force``; JSON only by JSON of the same kind. Answers and
    plans that the program keeps are never replaced. Folders that are missing are made.

    ``seen`` is what was in it (nothing, if it was not there) when ``content`` was made
    from that: if it has changed since, it is left as it is. Raises `CannotWriteError`.
    """
    if output is None or str(output) == "-":
        _print(content)
    else:
        write_documents({output: content}, force=force, seen=seen)


def write_documents(
    contents: Mapping[Path, Content], *, force: bool = False, seen: bytes | None = None
) -> None:
    """Write several files, each as `write_document` does.

    All that usually fails (what must not be lost, a full disk) is found out before the
    first of them is replaced. Raises `CannotWriteError`.
    """
    encoded = {path: json_seal.seal(_encoded(c)) for path, c in contents.items()}
    with ExitStack() as stack:
        with _all_or_nothing(encoded):
            there = _check(encoded, force=force)
            drafts = _drafts(encoded, stack)
        for path, content in encoded.items():
            is_new = seen is not None or not path.is_file()
            with _naming(path):
                if path in drafts:
                    _check_unchanged(path, there[path] if seen is None else seen)
                    drafts[path].replace(path.resolve())  # through a link, not over it
                else:
                    path.write_bytes(content)
            typer.echo(f"{'Wrote' if is_new else 'Replaced'} {path}", err=True)


@contextmanager
def _all_or_nothing(encoded: Mapping[Path, bytes]) -> Iterator[None]:
    """Say of several files that none was written, if one cannot be."""
    try:
        yield
    except CannotWriteError as error:
        if len(encoded) > 1:
            error.facts = (*error.facts, "nothing was written")
        raise


def _check(encoded: Mapping[Path, bytes], *, force: bool) -> dict[Path, bytes]:
    """Return what is there; raise `CannotWriteError` if something would be lost."""
    found = {}
    for path, content in encoded.items():
        with _naming(path):
            if path.is_dir():
                raise IsADirectoryError(EISDIR, os.strerror(EISDIR))
            there = found[path] = path.read_bytes() if path.is_file() else b""
        _refuse_to_lose_answers(path, there)
        if not force and there.strip() and not _may_replace(there, content):
            beside = path if len(encoded) == 1 else path.parent
            raise CannotWriteError(
                f"{path} {_what_is_there(content)}; it is left as it is",
                tries=(
                    f"write beside it: -o {beside.with_stem(beside.stem + '-new')}",
                    "replace it and lose what is in it: add --force",
                ),
            )
    return found


def _drafts(encoded: Mapping[Path, bytes], stack: ExitStack) -> dict[Path, Path]:
    """Write all beside where they go to, in folders that are made; no devices."""
    drafts = {}
    for path, content in encoded.items():
        with _naming(path):
            if not _is_device(path):
                stack.enter_context(_folder(path.resolve().parent))
                drafts[path] = stack.enter_context(_draft(path, content))
    return drafts


def _encoded(content: Content) -> bytes:
    return content.encode() if isinstance(content, str) else content


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Say of what the system refuses which file it is about."""
    try:
        yield
    except OSError as error:
        raise CannotWriteError(
            f"cannot write {path}: {error.strerror or error}",
            tries=("another place, with -o FILE",),
        ) from error


def _print(content: Content) -> None:
    """Print it; line ends of its own, as calendars and CSV have, stay."""
    if isinstance(content, bytes) or "\r\n" in content:  # Windows would make two of it
        sys.stdout.flush()
        sys.stdout.buffer.write(_encoded(content))
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(content)


def _is_device(path: Path) -> bool:
    """Return whether it is there and no file, and no folder: a pipe, /dev/null."""
    return path.exists() and not path.is_file()


def _refuse_to_lose_answers(path: Path, there: bytes) -> None:
    """Raise `CannotWriteError` for what the program keeps of people, come what may."""
    if json_seal.is_kept(there) or (path.is_file() and _is_in_store(path.resolve())):
        raise CannotWriteError(
            f"{path} has answers or a plan that readiness keeps, and no document "
            "replaces them",
            tries=("another place, with -o FILE",),
        )


def _is_in_store(path: Path) -> bool:
    """Return whether it is a file that the program keeps, by its place or its name."""
    from readiness.cli.workspace import find_data_folder

    home = os.environ.get("READINESS_HOME")
    root = find_data_folder(Path(home) if home else None).resolve()
    # a store elsewhere has packs that are named by their hashes
    is_pack = path.parent.name == "packs" and _HASHED.fullmatch(path.name)
    within = path.is_relative_to(root) and path.parent != root
    return bool(is_pack) or (within and path.suffix == ".json")


def _may_replace(there: bytes, content: bytes) -> bool:
    """Return whether nothing is lost.

    Tables have no place for a seal: an edit of such a file cannot be seen, so it is
    replaced only by what is the same.
    """
    if kind := json_seal.kind_of(content):
        return json_seal.is_untouched(there) and json_seal.kind_of(there) == kind
    return there == content or _is_untouched(there)


def _what_is_there(content: bytes) -> str:
    if json_seal.kind_of(content):
        return "was edited, or readiness did not write it as this document"
    if _is_untouched(content):
        return "was edited, or readiness did not write it"
    return "is there already, with something else in it"


def _is_untouched(content: bytes) -> bool:
    from readiness.report.seals import is_untouched

    return is_untouched(content)


@contextmanager
def _folder(folder: Path) -> Iterator[None]:
    """Make a folder and those above it; those that then stay empty are removed."""
    missing = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except FileExistsError as error:  # which is not what is wrong with it
        raise NotADirectoryError(ENOTDIR, os.strerror(ENOTDIR)) from error
    finally:
        for one in missing:
            with suppress(OSError):  # there is something in it, or it was not made
                one.rmdir()


@contextmanager
def _draft(path: Path, content: bytes) -> Iterator[Path]:
    """Write beside a file, with its permissions or those of new files.

    What has not been put in its place by the end is removed.
    """
    target = path.resolve()
    mask = os.umask(0)
    os.umask(mask)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~mask
    handle, name = mkstemp(dir=target.parent, prefix=".")
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(mode)
        yield draft
    finally:
        draft.unlink(missing_ok=True)


def _check_unchanged(path: Path, seen: bytes) -> None:
    """Raise `CannotWriteError` if somebody has saved the file in the meantime."""
    there = path.read_bytes() if path.is_file() else b""
    if there != seen:
        raise CannotWriteError(
            f"{path.name} was changed while this was being made; it is left as it is",
            tries=("run the same command again: it reads the file anew",),
        )
