"""What holds of every figure of a document: short, and nowhere to be missed."""

from collections.abc import Collection, Iterator

from readiness.report import words
from readiness.report.documents.model import Redaction
from readiness.report.documents.redaction import left_out_in_short, left_out_words
from readiness.report.model import Node, Report
from readiness.responses import Form

Statement = tuple[str, str]  #: label, words

_LEFT_OUT = "Left out"

_DEMO = "DEMO DATA. This is the sample team that comes with readiness, nobody's own."
_LIMITS = (
    "No comparison with other companies, no promise of savings, no statement of "
    "compliance."
)


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
    if report.earlier_words:
        yield "Earlier quarter", report.earlier_words
    yield "Questions", _questions(report)
    yield "Coverage", _coverage(report)
    if left_out := left_out_words(report, redacted):
        yield _LEFT_OUT, _without_label(left_out)
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
    asked = report.form_words
    if len(report.trends) == 1:
        number = words.counted(report.completeness.questions, "question")
        asked = f"{number} on {report.trends[0].node.name}"
    return f"{report.pack_title} {report.pack_version}, {asked}"


def _without_label(left_out: str) -> str:
    """Return what was left out without the words that its label says already."""
    bare = left_out.removeprefix(f"{_LEFT_OUT} on request: ")
    return bare[:1].upper() + bare[1:]


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
