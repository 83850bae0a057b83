"""What a report tells of people, and what it is to leave out."""

from collections.abc import Iterable
from dataclasses import replace

from readiness.errors import UsageError
from readiness.report.documents.model import Redaction
from readiness.report.documents.redaction import left_out_words, redact
from readiness.report.model import Report
from readiness.suggestions import did_you_mean, quoted

_OF_PEOPLE = frozenset({Redaction.NAMES, Redaction.RESPONDENTS})


def parse_redactions(words: Iterable[str]) -> frozenset[Redaction]:
    """Read what to leave out, parted by commas.

    Raises `UsageError` for an unknown word, and if nothing is named.
    """
    return frozenset(_parse(name) for word in words for name in word.split(","))


def _parse(word: str) -> Redaction:
    name = word.strip().casefold()
    there_are = (f"there are: {', '.join(Redaction)}",)
    if not name:
        raise UsageError("--redact names nothing to leave out", facts=there_are)
    if name not in set(Redaction):
        meant = did_you_mean(name, Redaction)
        raise UsageError(f"--redact knows no {quoted(word)}{meant}", facts=there_are)
    return Redaction(name)


def check_redactions(
    redacted: frozenset[Redaction], *, names: bool, client: str | None
) -> None:
    """Raise `UsageError` if something is to be left out that is asked for."""
    if names and (hidden := redacted & _OF_PEOPLE):
        raise _contradiction("--names", min(hidden))
    if client is not None and Redaction.NAMES in redacted:
        raise _contradiction("--client", Redaction.NAMES)


def _contradiction(option: str, hidden: Redaction) -> UsageError:
    return UsageError(
        f"{option} and --redact {hidden} contradict each other",
        tries=("leave out one of them",),
    )


def redacted_report(report: Report, redacted: frozenset[Redaction]) -> Report:
    """Return ``report`` for a screen: it says what was left out of it."""
    left_out = left_out_words(report, redacted)
    return replace(redact(report, redacted), left_out=left_out)
