"""From a finished document to the file it becomes, in one format."""

from importlib import import_module
from pathlib import Path

from readiness.cli.documents import Content
from readiness.cli.reporting.formats import KINDS, Format
from readiness.plan.document.seal import seal
from readiness.report.documents.model import Document


def render(document: Document, fmt: Format, template: Path | None) -> Content:
    """Return the file, with a seal that shows edits; JSON is data and has none.

    ``template`` is a file of somebody's own to make it by. Raises what goes wrong
    with that.
    """
    content: Content
    if template is None:
        content = import_module(KINDS[fmt].renderer).render(document)
    else:
        from readiness.report.own_templates.render import render_own

        content = render_own(document, template)
    if fmt is Format.JSON:
        return content
    if isinstance(content, str):
        return seal(content)
    from readiness.report import seals

    return seals.seal(content)
