"""What is said where a document has no strength or no gap to show."""

from readiness.report.model import Report
from readiness.report.panel_model import Disclosure
from readiness.scoring.groups import ANONYMOUS


def strengths_words(report: Report) -> str:
    """Return why ``report`` shows no strength, "" if it shows any."""
    if report.strengths:
        return ""
    return f"No strength stands out: {_nothing(report)} reaches level 3."


def gaps_words(report: Report) -> str:
    """Return why ``report`` shows no gap, "" if it shows any."""
    if report.gaps:
        return ""
    return f"No gap stands out: {_nothing(report)} is at level 0 or 1."


def _nothing(report: Report) -> str:
    if report.panel and report.disclosure is Disclosure.ANONYMOUS:
        return f"nothing that {ANONYMOUS} people or more rated"
    return "nothing that was rated"
