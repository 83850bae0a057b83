"""``readiness schema``: the JSON Schemas of the files people write and read."""

from typing import Annotated

import typer

from readiness.errors import NotFoundError

SCHEMAS = {  #: name -> module:function that returns the schema
    "pack": "readiness.pack.schema:pack_schema",
    "trend": "readiness.pack.schema:trend_schema",
}


def schema(
    name: Annotated[
        str,
        typer.Argument(
            help=f"One of: {', '.join(SCHEMAS)}.", autocompletion=lambda: list(SCHEMAS)
        ),
    ],
) -> None:
    """Print a JSON Schema, for editors and for checking files."""
    import json
    from pkgutil import resolve_name

    if name not in SCHEMAS:
        from readiness.suggestions import did_you_mean, quoted

        raise NotFoundError(
            f"there is no schema {quoted(name)}{did_you_mean(name, SCHEMAS)}",
            facts=(f"schemas: {', '.join(SCHEMAS)}",),
        )
    typer.echo(json.dumps(resolve_name(SCHEMAS[name])(), indent=2))
