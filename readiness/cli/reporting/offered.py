"""The words that a shell offers after Tab where several may stand with commas."""

from collections.abc import Iterable


def formats(incomplete: str) -> list[str]:
    """Offer the formats of a report, also after those already named."""
    from readiness.cli.reporting.formats import Format

    return _after_commas(incomplete, Format)


def redactions(incomplete: str) -> list[str]:
    """Offer what a report can leave out, also after what is already named."""
    from readiness.report.documents.model import Redaction

    return _after_commas(incomplete, Redaction)


def _after_commas(incomplete: str, known: Iterable[str]) -> list[str]:
    named = incomplete.split(",")[:-1]
    begun = "".join(f"{word}," for word in named)
    return [f"{begun}{word}" for word in known if word not in named]
