"""What several slides say of the score."""

from readiness.report.documents.model import Document
from readiness.report.model import Node
from readiness.responses import Form


def lead_words(document: Document) -> str:
    """Return where what the document is about stands: "Overall 43 of 100"."""
    lead = document.lead
    of = " of 100" if lead.point is not None else ""
    return f"{lead.name} {lead.score_words}{of}"


def range_words(node: Node) -> str:
    """Return the range in brackets, or ""."""
    return f"({node.range_words})" if node.range_words else ""


def scope_words(document: Document) -> str:
    """Return that it is a quick look, and at how many questions, or ""."""
    report = document.report
    return report.form_words if report.form == Form.QUICK else ""
