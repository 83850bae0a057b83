"""Write a document to a file or to standard output."""

import sys
from pathlib import Path

import typer

from readiness.store.writing import write


def write_document(text: str, output: Path | None) -> None:
    """Write ``text`` to ``output``, or to standard output if there is none or ``-``.

    An earlier file is replaced whole or not at all. Raises `CannotWriteError`.
    """
    if output is None or str(output) == "-":
        sys.stdout.write(text)
        return
    if output.exists() and not output.is_file():  # a pipe, /dev/null
        output.write_text(text, encoding="utf-8")
    else:
        write(output, text.encode())
    typer.echo(f"Wrote {output}", err=True)
