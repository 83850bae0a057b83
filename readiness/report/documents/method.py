"""What the figures can and cannot say: the page on method of every document."""

from collections.abc import Iterator

from readiness.report.documents.model import Changes, Section
from readiness.report.model import Report

_HASH = 12  #: characters of the pack's hash that are shown


def method(report: Report, changes: Changes | None) -> Iterator[Section]:
    """Yield the sections, those only that this document needs."""
    digits = report.pack_sha256[:_HASH]
    pack = f"{report.pack_title} {report.pack_version}"
    pack = f"{pack} (pack {report.pack_id}, fingerprint {digits})"
    yield _section("What a score is", _SCORES.format(pack=pack))
    unknown = report.completeness.unknown + report.completeness.open
    ends = _ENDS if unknown else _ALL_KNOWN
    yield _section("What a range is", _RANGES.format(ends=ends))
    if report.panel is not None:
        yield _section("Several people", _PEOPLE)
    if changes is not None:
        yield _section("What counts as a change", _CHANGES)
    if report.steps:
        yield _section("What a gain is", _PLAN)
    yield _section("What these figures cannot say", _LIMITS)


def _section(heading: str, text: str) -> Section:
    """Return a section; an empty line parts its paragraphs, a line break does not."""
    paragraphs = (" ".join(part.split()) for part in text.split("\n\n"))
    return Section(heading=heading, paragraphs=tuple(paragraphs))


_SCORES = """
Every question describes five levels of a practice, 0 to 4. A score is the weighted
mean of the levels that were chosen, as points of 100: each level is 25 points.
Questions make a capability, capabilities a trend, and the trends the overall score.

The answers were given to {pack}. The same answers and the same questions always make
the same figures, and each of them can be added up from the answers.

The level of a trend follows from its score, but a foundation that is missing holds it
down; the report then names what holds it.
"""
_RANGES = """
Don't know is an answer, not a zero. The score is that of what is known; the range goes
from every unknown answer being level 0 to every unknown answer being level 4. {ends}

Where less than 60 % of the weight is known, only the range is shown. What does not
apply leaves the score, and its weight goes to the rest of its capability.
"""
_ENDS = "The ends are exact: no answer that is missing could lead beyond them."
_ALL_KNOWN = "All that applies was rated here, so there is no such range."
_PEOPLE = """
The score takes the mean of the people who rated a question. Where they do not agree
that is a result of its own, and is named as such: an average of two camps describes
neither.

The people range says where the score would probably be had other people of the same
team answered; it is not the range of unknown answers.
"""
_CHANGES = """
The same person answers the same question a little differently another day. A change is
called improved or declined only if it is more than that: the same questions, people and
weights are compared, and the more trends a page shows, the more each has to show. The
band beside a verdict is what would have been enough.

No detectable change does not mean that nothing changed. It means that these answers
cannot tell.

What is compared is what people report. Something that moves all of them at once, such
as a reorganisation, looks like a change of the practice, and a team that learns may
rate itself lower with the same practice.
"""
_PLAN = """
The gain of an action is what the score rises by if the action reaches its level and
nothing else changes. Its range is how much the answers behind it vary from day to day,
and what unknown answers may hide.

Effort is the usual work of a team that has not done it before. Gain and effort are
there to put actions in order, not to promise results.
"""
_LIMITS = """
They are what people say of their own team, not what an auditor found. Evidence is named
where it was given; nobody has checked it.

They do not compare this team with other companies, they promise no savings, and they
are no statement of compliance with any law or standard.

A difference of a few points between two trends is no ranking. Read the level, the range
and the findings first.
"""
