"""What holds of every figure of a document: short, and nowhere to be missed."""

from collections.abc import Collection, Iterator

from readiness.report import words
from readiness.report.documents.model import Redaction
from readiness.report.documents.redaction import left_out_in_short, left_out_words
from readiness.report.model import Node, Report
from readiness.responses import Form

Statement = tuple[str, str]  #: label, words

_DEMO = "DEMO DATA. This is the sample team that comes with readiness, nobody's own."
_LIMITS = (
    "No comparison with other companies, no promise of savings, no statement of "
    "compliance."
)
_HASH = 12  #: characters of the pack's hash that are shown


def lead_of(report: Report) -> Node:
    """Return what ``report`` is about: overall, or the only trend it has."""
    return report.trends[0].node if len(report.trends) == 1 else report.overall


def demo_words(report: Report) -> str:
    """Return that the data are the sample's, or ""."""
    return _DEMO if report.is_demo else ""


def statements(
    report: Report, made_on: str, redacted: Collection[Redaction]
) -> Iterator[Statement]:
    """Yield what a reader has to know of where the figures come from."""
    if report.is_demo:
        yield "Demo", _DEMO
    yield "Source", f"Self-reported by {_people(report)} on their own team."
    yield "Period", report.period
    yield "Questions", _questions(report)
    yield "Coverage", _coverage(report)
    if left_out := left_out_words(report, redacted):
        yield "Left out", left_out
    yield "Limits", _LIMITS
    yield "Made on", f"{made_on}, with readiness"


def footer_words(report: Report, redacted: Collection[Redaction]) -> str:
    """Return the same in one short line, for the foot of pages."""
    told = [
        "DEMO DATA" if report.is_demo else "",
        f"Self-reported by {_people(report)}",
        report.period,
        f"{report.pack_title} {report.pack_version}",
        "quick look" if report.form == Form.QUICK else "",
        f"{report.completeness.rated} of {report.completeness.questions} rated",
    ]
    line = f"{'; '.join(filter(None, told))}."
    return " ".join(filter(None, (line, left_out_in_short(report, redacted))))


def _people(report: Report) -> str:
    return words.counted(report.respondents, "person", "people")


def _questions(report: Report) -> str:
    which = f"{report.pack_title} {report.pack_version}"
    asked = report.form_words
    if len(report.trends) == 1:
        number = words.counted(report.completeness.questions, "question")
        asked = f"{number} on {report.trends[0].node.name}"
    return f"{which} ({report.pack_sha256[:_HASH]}), {asked}"


def _coverage(report: Report) -> str:
    complete = report.completeness
    told = [
        f"{complete.rated} of {complete.questions} questions rated",
        f"{complete.unknown} don't know",
        f"{complete.not_applicable} not applicable",
        f"{complete.open} open",
    ]
    if (share := lead_of(report).coverage) is not None:
        told.append(f"the score rests on {words.percent(share)} of its weight")
    return ", ".join(told)
