"""``readiness templates``: the templates of documents, to be copied and changed."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli import completing
from readiness.cli.options import HELP_NAMES, JsonOption
from readiness.errors import CannotWriteError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from readiness.report.own_templates.shipped import Shipped

app = typer.Typer(add_completion=False, context_settings=HELP_NAMES)


@app.callback(invoke_without_command=True)
def templates(context: typer.Context) -> None:
    """List the templates of documents, or copy one to change it."""
    if context.invoked_subcommand is None:
        list_templates()


@app.command("list")
def list_templates(*, as_json: JsonOption = False) -> None:
    """Say which templates there are, and which parts belong to them."""
    from readiness.report.own_templates.shipped import SHIPPED

    if as_json:
        _print_json(SHIPPED)
        return
    for one in SHIPPED:
        typer.echo(f"{one.name}  {one.purpose}")
        typer.echo(f"  {', '.join(_in_short(one.files()))}")
    typer.echo("Next: readiness templates copy NAME DIR", err=True)


@app.command("copy")
def copy_template(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="A template, such as report.html.",
            autocompletion=completing.template_names,
        ),
    ],
    folder: Annotated[
        Path,
        typer.Argument(metavar="DIR", help="Where to; it is made if it is not there."),
    ],
    *,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the files that are there.")
    ] = False,
) -> None:
    """Copy a template and its parts; they work from there as they are."""
    import shlex

    from readiness.report.own_templates.shipped import find_shipped
    from readiness.resources import templates_folder

    found = find_shipped(name)
    source = templates_folder()
    copies = {folder / file: source / file for file in found.files()}
    if not force:
        _refuse_to_replace(copies)
    _write(copies)
    typer.echo(f"Wrote {_files(len(copies))} to {folder}", err=True)
    template = str(folder / found.file)
    words = ["readiness", "report", "--template", template, "-o", found.name]
    typer.echo(f"Next: {shlex.join(words)}", err=True)


def _refuse_to_replace(copies: "Mapping[Path, Path]") -> None:
    """Raise `CannotWriteError` if a file is there; then nothing is written."""
    there = [path for path, source in copies.items() if _differs(path, source)]
    if there:
        more = f", and {_files(len(there) - 1)} more" if len(there) > 1 else ""
        raise CannotWriteError(
            f"{there[0]} is there already{more}; nothing was written",
            tries=("another folder", "replace what is there: add --force"),
        )


def _differs(path: Path, source: Path) -> bool:
    """Return whether ``path`` is there and is anything but a copy of ``source``."""
    if path.is_symlink() or not path.is_file():
        return path.is_symlink() or path.exists()
    return path.read_bytes() != source.read_bytes()


def _write(copies: "Mapping[Path, Path]") -> None:
    for path, source in copies.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(source.read_bytes())
        except OSError as error:
            raise CannotWriteError(
                f"cannot write {path}: {error.strerror or error}",
                tries=("another folder",),
            ) from error


def _in_short(files: "Iterable[Path]") -> "Iterator[str]":
    """Yield the names of files; those that share a folder are counted."""
    from itertools import groupby

    for folder, some in groupby(files, lambda file: file.parent):
        names = [file.name for file in some]
        in_folder = f"{folder.as_posix()}/ ({_files(len(names))})"
        yield from [in_folder] if folder.name else names


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"


def _print_json(shipped: "tuple[Shipped, ...]") -> None:
    from readiness.published.writing import as_text, envelope

    told = [
        {
            "name": one.name,
            "purpose": one.purpose,
            "files": [file.as_posix() for file in one.files()],
        }
        for one in shipped
    ]
    document = {**envelope("readiness.templates"), "templates": told}
    typer.echo(as_text(document), nl=False)
