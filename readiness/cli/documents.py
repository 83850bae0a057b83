"""Write a document to a file or to standard output."""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

import typer

from readiness.errors import CannotWriteError
from readiness.plan.document.seal import is_untouched


def write_document(
    text: str,
    output: Path | None,
    *,
    force: bool = False,
    seen: bytes | None = None,
) -> None:
    """Write ``text`` to ``output``, or to standard output if there is none or ``-``.

    A file is replaced whole or not at all, and only if readiness wrote it and nobody
    edited it since, or with ``force``. ``seen`` is what was in it (nothing, if it was
    not there) when ``text`` was made from that: if it has changed since, it is left as
    it is. Raises `CannotWriteError`.
    """
    if output is None or str(output) == "-":
        _print(text)
        return
    try:
        if output.exists() and not output.is_file():  # a pipe, /dev/null
            output.write_text(text, encoding="utf-8")
        else:
            if not force:
                _refuse_to_lose(output, text)
            _replace(output.resolve(), text, seen)  # writes through a link, not over it
    except OSError as error:
        raise CannotWriteError(
            f"cannot write {output}: {error.strerror or error}",
            tries=("another place, with -o FILE",),
        ) from error
    typer.echo(f"Wrote {output}", err=True)


def _print(text: str) -> None:
    """Print ``text``; line ends of its own, as calendars and CSV have, stay."""
    if "\r\n" in text:  # which Windows would make two of
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    else:
        sys.stdout.write(text)


def _refuse_to_lose(output: Path, text: str) -> None:
    """Raise `CannotWriteError` if the file has something in it that would be lost.

    Tables have no place for a seal: an edit of such a file cannot be seen, so it is
    replaced only by what is the same.
    """
    there = output.read_bytes() if output.is_file() else b""
    if there.strip() and there != text.encode() and not _is_ours(there):
        raise CannotWriteError(
            f"{output} {_what_is_there(text)}; it is left as it is",
            tries=(
                f"write beside it: -o {output.with_stem(output.stem + '-new').name}",
                "replace it and lose what is in it: add --force",
            ),
        )


def _what_is_there(text: str) -> str:
    if _is_ours(text.encode()):
        return "was edited, or readiness did not write it"
    return "is there already, with something else in it"


def _is_ours(content: bytes) -> bool:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    with suppress(ValueError, RecursionError):
        found = json.loads(text)
        return str(isinstance(found, dict) and found.get("kind")).startswith(
            "readiness."
        )
    return is_untouched(text)


def _replace(path: Path, text: str, seen: bytes | None) -> None:
    """Put ``text`` in place of the file, with its permissions or those of new files."""
    mask = os.umask(0)
    os.umask(mask)
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~mask
    with NamedTemporaryFile(
        "w", dir=path.parent, prefix=".", delete=False, encoding="utf-8", newline="\n"
    ) as draft:
        written = Path(draft.name)
        try:
            draft.write(text)
            draft.flush()
            os.fsync(draft.fileno())
            written.chmod(mode)
            if seen is not None:
                _check_unchanged(path, seen)
            written.replace(path)
        finally:
            written.unlink(missing_ok=True)


def _check_unchanged(path: Path, seen: bytes) -> None:
    """Raise `CannotWriteError` if somebody has saved the file in the meantime."""
    there = path.read_bytes() if path.is_file() else b""
    if there != seen:
        raise CannotWriteError(
            f"{path.name} was changed while this was being made; it is left as it is",
            tries=("run the same command again: it reads the file anew",),
        )
