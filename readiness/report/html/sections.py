"""The sections of the page, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass

from readiness.report.documents.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the page with a heading; ``id`` is its anchor and its template."""

    id: str
    heading: str

    @property
    def template(self) -> str:
        """The name of the template of what stands below the heading."""
        return f"html/{self.id}.html.j2"


def sections(document: Document) -> tuple[Section, ...]:
    """Return the sections that have something to show."""
    told = _told(document)
    return tuple(
        Section(id=id_, heading=heading) for id_, heading, some in told if some
    )


def _told(document: Document) -> Iterator[tuple[str, str, object]]:
    """Yield id, heading, and what has to be there for it."""
    report, changes = document.report, document.changes
    yield "trends", "Trends", True
    if changes is not None:
        yield "changes", f"What changed since {changes.old_period}", True
    yield "history", "History", document.past
    yield "people", "People", report.panel or report.who
    yield "strengths", "Strengths", report.strengths or document.strengths_words
    yield "gaps", "Gaps", report.gaps or document.gaps_words
    yield "findings", "Findings", True
    yield "plan", "Plan", True
    yield "unknowns", "Find out", report.inquiries
    yield "capabilities", "Capabilities", True
    yield "answers", "Answers", report.answers
    yield "claims", "Where this comes from", report.claims
    yield "method", "Method", True
