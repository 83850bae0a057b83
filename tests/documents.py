"""Builders of documents: the sample team's, a small one, and one of hostile text."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache

from readiness.branding.model import Brand, Fonts, Logo, Palette
from readiness.comparison.compare import compare
from readiness.comparison.history import trace
from readiness.plaintext import clean
from readiness.plan.make import make_plan
from readiness.report.build import build_report
from readiness.report.comparing.build import Occasion, build_comparison
from readiness.report.documents.build import Making, build_document
from readiness.report.documents.changes import changes_of, past_of
from readiness.report.history.build import build_history
from readiness.responses import Rated, Unknown
from readiness.scoring.results import evaluate
from tests.builders import a_capability, a_pack, a_response, a_trend, an_action

MADE_ON = date(2026, 11, 23)
HOSTILE = (
    '<script>alert("x")</script> </title></style> {{ 7*7 }} {% raw %} ${x} #let '
    '=HYPERLINK("http://example.org","x") +1 @SUM(A1) [bold]*stars*[/oops] $ \\ ` | '
    "\x1b[31mred\x1b[0m \u202edrow \u2066x 😀 👩‍💻 数字 مرحبا Ünïcödé \u0394 \u0416"
)
LONG = "long " * 2_000  # 10,000 characters
PLAIN = Brand()
_BRAND = Brand(client="ACME", consultant="Bright Lantern", footer="Confidential")


@cache
def demo_document(*, brand=PLAIN, redacted=()):
    """Build the document of the sample team: five people, two quarters."""
    from readiness.cli.sample import sample_quarters

    old, new = sample_quarters()
    results = evaluate(new.pack, new.responses)
    report = build_report(results, make_plan(results), made_on=MADE_ON, is_demo=True)
    occasion = Occasion(made_on=MADE_ON, is_demo=True)
    return build_document(
        report,
        Making(brand=brand, redacted=redacted),
        changes=changes_of(build_comparison(compare(old, new), occasion)),
        past=past_of(build_history(trace((old, new)), made_on=MADE_ON, is_demo=True)),
    )


@cache
def small_document(*, brand=PLAIN):
    """Build the document of one person, two trends, one quarter; one is not known."""
    ai = a_trend("ai", a_capability("pairing", actions=(an_action("pairing"),)))
    unknown = a_trend("trust", a_capability("identity"), a_capability("network"))
    pack = a_pack(ai, unknown)
    pairing = Rated(level=1, note="Only on Mondays.", evidence=("wiki/pairing",))
    response = a_response(pack, pairing=pairing, identity=Unknown(), network=Unknown())
    return document_of(pack, response, brand=brand)


# What a pack or a person fills, of all that a document is made of.
_FILLED = {
    "action", "anchor", "answer", "ask", "assignee", "attributed", "because",
    "capability", "claim", "client", "consultant", "details", "done_when", "first_step",
    "footer", "name", "needs", "not_evaluated_words", "note", "now", "opens", "owner",
    "pack_title", "progress_words", "question", "rationale", "short", "source",
    "stays_open", "subject", "team", "text", "title", "trend", "trend_short", "was",
    "words",
}  # fmt: skip


@cache
def hostile_document(text=HOSTILE):
    """Build the sample's document with ``text`` after all that people and packs fill.

    It is cleaned as all text is where it comes in.
    """
    return _with_text(demo_document(brand=_BRAND), clean(text))


def _with_text(value, text):
    """Return a copy of a dataclass with ``text`` after all its filled fields."""
    match value:
        case tuple():
            return tuple(_with_text(part, text) for part in value)
        case Logo() | Palette() | Fonts():
            return value
        case _ if is_dataclass(value) and not isinstance(value, type):
            changed = {}
            for field in fields(value):
                old = getattr(value, field.name)
                if field.name in _FILLED:
                    changed[field.name] = _after(old, text)
                else:
                    changed[field.name] = _with_text(old, text)
            return replace(value, **changed)
        case _:
            return value


def _after(old, text):
    """Return a text, or several in a tuple, with ``text`` after what is not empty."""
    match old:
        case str():
            return f"{old} {text}" if old else old
        case tuple():
            return tuple(_after(part, text) for part in old)
        case _:
            return _with_text(old, text)


def as_document(report, **making):
    """Build the document of a report, with nothing beside it."""
    return build_document(report, Making(**making))


def document_of(pack, *responses, brand=PLAIN, redacted=(), **changes):
    """Build the document of responses to a pack, without another quarter."""
    results = evaluate(pack, responses)
    report = build_report(results, make_plan(results), made_on=MADE_ON)
    made = build_document(report, Making(brand=brand, redacted=redacted))
    return replace(made, **changes)
