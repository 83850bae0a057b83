"""``readiness form``: a file with all questions, to fill in offline."""

from enum import StrEnum
from typing import Annotated

import typer

from readiness.cli.options import OutputOption


class Format(StrEnum):
    """What a form can be written as."""

    YAML = "yaml"


def form(
    *,
    format_: Annotated[
        Format, typer.Option("--format", help="The format of the form.")
    ] = Format.YAML,
    quick: Annotated[
        bool, typer.Option("--quick", help="Only the quick questions.")
    ] = False,
    trend: Annotated[
        str | None, typer.Option("--trend", metavar="ID", help="Only this trend.")
    ] = None,
    output: OutputOption = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file that is there.")
    ] = False,
) -> None:
    """Print a form to fill in; readiness import reads it."""
    from readiness.cli.assessed import find_trend
    from readiness.cli.documents import write_document
    from readiness.exchange.form import render_form
    from readiness.pack.catalog import DEFAULT_PACK, find_pack
    from readiness.responses import Form

    render = {Format.YAML: render_form}[format_]
    pack = find_pack(DEFAULT_PACK)
    only = find_trend(pack, trend) if trend else None
    text = render(pack, Form.QUICK if quick else Form.FULL, only)
    write_document(text, output, force=force)
