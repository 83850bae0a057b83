"""``readiness schema``: the JSON Schemas of the files people write and read."""

from typing import Annotated

import typer

from readiness.errors import NotFoundError

FILES = {  #: what people write: name -> module:function that returns the schema
    "pack": "readiness.pack.schema:pack_schema",
    "trend": "readiness.pack.schema:trend_schema",
}
DOCUMENTS = {  #: what the program writes: name -> module:shape, of kind readiness.NAME
    "report": "readiness.published.report:Report",
    "plan": "readiness.published.plan:Plan",
    "comparison": "readiness.published.comparison:Comparison",
    "history": "readiness.published.history:History",
    "issues": "readiness.published.issues:Issues",
    "status": "readiness.published.status:Status",
    "question": "readiness.published.status:Question",
    "calibration": "readiness.published.calibration:Calibration",
    "doctor": "readiness.published.doctor:Doctor",
    "paths": "readiness.published.doctor:Paths",
    "settings": "readiness.published.doctor:Settings",
}
SCHEMAS = (*FILES, *DOCUMENTS)


def schema(
    name: Annotated[
        str,
        typer.Argument(
            help=f"One of: {', '.join(SCHEMAS)}.", autocompletion=lambda: list(SCHEMAS)
        ),
    ],
) -> None:
    """Print a JSON Schema, for editors and for programs that read our JSON."""
    import json
    from pkgutil import resolve_name

    if name in FILES:
        made = resolve_name(FILES[name])()
    elif name in DOCUMENTS:
        from readiness.published.schema import document_schema

        made = document_schema(resolve_name(DOCUMENTS[name]), f"readiness.{name}")
    else:
        from readiness.suggestions import did_you_mean, quoted

        raise NotFoundError(
            f"there is no schema {quoted(name)}{did_you_mean(name, SCHEMAS)}",
            facts=(f"schemas: {', '.join(SCHEMAS)}",),
        )
    typer.echo(json.dumps(made, indent=2))
