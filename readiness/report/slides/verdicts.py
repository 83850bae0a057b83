"""How many trends changed, in a sentence that is never too long for a title."""

from collections.abc import Iterator, Sequence

from readiness.report.documents.model import ChangeLine
from readiness.uncertainty.verdicts import Verdict

_ONE = 1


def message_of(trends: Sequence[ChangeLine], overall: ChangeLine | None) -> str:
    """Return "4 of 5 trends improved; overall +11 (needed ±6)".

    What declined is counted first. No name is in it, which might be of any length.
    """
    parts = [_trends_words(trends)] if trends else []
    if overall is not None:
        parts.append(_overall_words(overall))
    return "; ".join(parts)


def _trends_words(trends: Sequence[ChangeLine]) -> str:
    found = [line.verdict for line in trends]
    apart = found.count(Verdict.NOT_COMPARABLE)
    if apart == len(found):
        return "No trend can be compared"
    return ", ".join(_counts(found, apart))


def _counts(found: Sequence[str], apart: int) -> Iterator[str]:
    changed = [
        (found.count(verdict), verdict.value)
        for verdict in (Verdict.DECLINED, Verdict.IMPROVED)
        if verdict in found
    ]
    unit = "trend" if len(found) == _ONE else "trends"
    for at, (number, verdict) in enumerate(changed):
        yield f"{number}{f' of {len(found)} {unit}' if at == 0 else ''} {verdict}"
    if not changed:
        yield "No trend changed detectably"
    if apart:
        yield f"{apart} {Verdict.NOT_COMPARABLE.value}"


def _overall_words(line: ChangeLine) -> str:
    if line.is_change:
        return f"overall {line.delta_words} (needed {line.band_words})"
    if line.verdict == Verdict.NO_CHANGE:
        return f"overall {line.delta_words} (would have needed {line.band_words})"
    return f"overall {line.verdict}"
