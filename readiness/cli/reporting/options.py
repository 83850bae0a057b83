"""The options of `readiness report` about documents, and about what is left out."""

from pathlib import Path
from typing import Annotated

import typer

from readiness.cli import completing
from readiness.cli.reporting import offered

_DOCUMENTS = "Documents"
_PRIVACY = "Privacy"
_CHECKS = "Checks"

FormatOption = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help="terminal, html, pdf, docx, xlsx, pptx, markdown or json; several with "
        "commas. Default: as FILE ends.",
        rich_help_panel=_DOCUMENTS,
        autocompletion=offered.formats,
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to this file; of several formats, into this folder.",
        rich_help_panel=_DOCUMENTS,
    ),
]
ForceOption = Annotated[
    bool,
    typer.Option(
        "--force",
        help="Replace a file even if somebody wrote or edited it.",
        rich_help_panel=_DOCUMENTS,
    ),
]
BrandOption = Annotated[
    Path | None,
    typer.Option(
        "--brand",
        metavar="FILE",
        help="Names, logo and colours. Default: brand.toml here or above.",
        rich_help_panel=_DOCUMENTS,
    ),
]
ClientOption = Annotated[
    str | None,
    typer.Option(
        "--client",
        metavar="NAME",
        help="Whom the document is for.",
        rich_help_panel=_DOCUMENTS,
    ),
]
TemplateOption = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar="FILE",
        help="A template of your own, for HTML, Markdown or DOCX.",
        rich_help_panel=_DOCUMENTS,
    ),
]
RedactOption = Annotated[
    list[str] | None,
    typer.Option(
        "--redact",
        metavar="WHAT",
        help="Leave out notes, evidence, names (of team and client) or respondents; "
        "several with commas.",
        rich_help_panel=_PRIVACY,
        autocompletion=offered.redactions,
    ),
]
AnonymousOption = Annotated[
    bool,
    typer.Option(
        "--anonymous",
        help="Leave out notes and evidence, and all that fewer than 5 people said.",
        rich_help_panel=_PRIVACY,
    ),
]
NamesOption = Annotated[
    bool,
    typer.Option(
        "--names",
        help="Name who answered, and how much.",
        rich_help_panel=_PRIVACY,
    ),
]
FailUnderOption = Annotated[
    float | None,
    typer.Option(
        "--fail-under",
        metavar="POINTS",
        min=0,
        max=100,
        help="Exit with 1 unless the score (with --trend: its) is known and at least "
        "this.",
        rich_help_panel=_CHECKS,
    ),
]
RequireCompleteOption = Annotated[
    bool,
    # not beside --fail-under, whose range leaves its name no room in 60 columns
    typer.Option("--require-complete", help="Exit with 5 if a question is open."),
]
TrendOption = Annotated[
    str | None,
    typer.Option(
        "--trend",
        metavar="ID",
        help="Only this trend.",
        autocompletion=completing.trend_ids,
    ),
]
ExplainOption = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar="ID",
        help="Show how one number comes about: overall, a trend, capability, question "
        "or rule; or where a claim (E01) comes from.",
        autocompletion=completing.explained_ids,
    ),
]
FullOption = Annotated[
    bool, typer.Option("--full", help="With capabilities, answers and claims.")
]
