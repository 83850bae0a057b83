"""Put a report, its brand and its quarters into a document."""

from collections.abc import Collection
from dataclasses import dataclass, field

from readiness.branding.model import Brand
from readiness.report.documents.method import method
from readiness.report.documents.model import Changes, Document, Past, Redaction
from readiness.report.documents.outstanding import gaps_words, strengths_words
from readiness.report.documents.redaction import left_out_words, redact, redact_brand
from readiness.report.documents.statements import (
    demo_words,
    footer_words,
    lead_of,
    statements,
)
from readiness.report.model import Report
from readiness.scoring.levels import LEVEL_NAMES


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """How a document is made.

    ``made_on_words`` is the date as the language of ``brand`` has it, "" takes that of
    the report.
    """

    brand: Brand = field(default_factory=Brand)
    made_on_words: str = ""
    redacted: Collection[Redaction] = ()


def build_document(
    report: Report,
    making: Making,
    *,
    changes: Changes | None = None,
    past: Past | None = None,
) -> Document:
    """Return the document of ``report``; what is redacted is nowhere in it."""
    redacted = frozenset(making.redacted)
    report = redact(report, redacted)
    made_on = making.made_on_words or report.made_on
    lead = lead_of(report)
    about = "" if lead is report.overall else lead.name
    return Document(
        report=report,
        brand=redact_brand(making.brand, redacted),
        title="Readiness report",
        subject=", ".join(filter(None, (report.team, report.period, about))),
        lead=lead,
        made_on_words=made_on,
        demo_words=demo_words(report),
        levels=LEVEL_NAMES,
        changes=changes,
        past=past,
        statements=tuple(statements(report, made_on, redacted)),
        footer_words=footer_words(report, redacted),
        method=tuple(method(report, changes)),
        strengths_words=strengths_words(report),
        gaps_words=gaps_words(report),
        redacted=redacted,
        left_out=left_out_words(report, redacted),
    )
