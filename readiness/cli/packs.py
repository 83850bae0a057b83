"""``readiness packs``: list, show and check question packs."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from readiness.cli import completing
from readiness.cli.options import HELP_NAMES, JsonOption
from readiness.errors import CheckFailedError, NotFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from readiness.pack.model import Capability, Pack, Question
    from readiness.published.envelope import Kind

WIDTHS = (40, 100)  #: columns of the lines, at least and at most

app = typer.Typer(
    add_completion=False,
    context_settings=HELP_NAMES,
)

PackArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[PACK]",
        show_default=False,
        help="A pack, such as backend-2026.",
        autocompletion=completing.pack_ids,
    ),
]
PartArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[QUESTION]",
        show_default=False,
        help="A question or a capability of the pack, to see it in full.",
        autocompletion=completing.part_ids,
    ),
]
PathArgument = Annotated[
    Path, typer.Argument(metavar="PATH", help="The folder of a pack, or its pack.yaml.")
]


@app.callback(invoke_without_command=True)
def packs(context: typer.Context) -> None:
    """List, show and check question packs; without a command, list them."""
    if context.invoked_subcommand is None:
        list_packs()


@app.command("list")
def list_packs(*, as_json: JsonOption = False) -> None:
    """Say which packs there are."""
    from readiness.cli.pack_pages import in_short
    from readiness.pack.catalog import find_pack, pack_ids

    found = [find_pack(pack_id) for pack_id in pack_ids()]
    if as_json:
        _print_json("readiness.packs", {"packs": [_summary(pack) for pack in found]})
        return
    for pack in found:
        _print_lines([f"{pack.id} {pack.version}  {pack.title}", f"  {in_short(pack)}"])


@app.command("show")
def show_pack(
    pack: PackArgument = None,
    question: PartArgument = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show what a pack asks, or one question or capability in full."""
    if pack is None:
        list_packs(as_json=as_json)
        typer.echo("Next: readiness packs show PACK", err=True)
        return
    from readiness.cli import pack_pages
    from readiness.pack.catalog import find_pack
    from readiness.pack.model import Pack, Question

    found = find_pack(pack)
    part = _find_part(found, question) if question else found
    width = _width()
    if as_json:
        _print_json(*_document(found, part))
    elif isinstance(part, Pack):
        _print_lines(pack_pages.pack_page(found, width))
    elif isinstance(part, Question):
        _print_lines(pack_pages.question_page(found, part, width))
    else:
        _print_lines(pack_pages.capability_page(found, part, width))


@app.command("validate")
def validate_pack(path: PathArgument) -> None:
    """Check a pack, and say where each mistake is."""
    from readiness.cli.pack_pages import in_short
    from readiness.pack.loader import PackError, load_pack

    try:
        pack = load_pack(path)
    except PackError as error:
        raise CheckFailedError(error.message, facts=error.facts) from None
    typer.echo(f"{pack.id} {pack.version}: valid, {in_short(pack)}")


def _find_part(pack: "Pack", part_id: str) -> "Question | Capability":
    from readiness.suggestions import did_you_mean, quoted

    if part := pack.question_by_id.get(part_id):
        return part
    if capability := pack.capability_by_id.get(part_id):
        return capability
    known = (*pack.question_by_id, *pack.capability_by_id)
    raise NotFoundError(
        f"pack {pack.id} has no question or capability {quoted(part_id)}"
        + did_you_mean(part_id, known),
        tries=(f"readiness packs show {pack.id}",),
    )


def _document(
    pack: "Pack", part: "Pack | Question | Capability"
) -> "tuple[Kind, dict[str, Any]]":
    """Return the kind of a part and its data, with the pack that it is of."""
    data = part.model_dump(mode="json")
    if part is pack:
        return "readiness.pack", {"pack": data}
    reference = {"id": pack.id, "version": pack.version}
    if part.id in pack.question_by_id:
        return "readiness.pack_question", {"pack": reference, "question": data}
    return "readiness.pack_capability", {"pack": reference, "capability": data}


def _summary(pack: "Pack") -> dict[str, Any]:
    questions = tuple(pack.questions())
    return {
        "id": pack.id,
        "version": pack.version,
        "title": pack.title,
        "trends": [trend.id for trend in pack.trends],
        "capabilities": len(tuple(pack.capabilities())),
        "questions": len(questions),
        "quick_questions": sum(question.quick for question in questions),
    }


def _width() -> int:
    from shutil import get_terminal_size

    least, most = WIDTHS
    return min(max(get_terminal_size().columns, least), most)


def _print_lines(lines: "Iterable[str]") -> None:
    for line in lines:
        typer.echo(line)


def _print_json(kind: "Kind", data: dict[str, Any]) -> None:
    from readiness.published.writing import as_text, envelope

    typer.echo(as_text({**envelope(kind), **data}), nl=False)
