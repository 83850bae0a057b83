"""A form to fill in: an answers file with every question and no answer yet."""

import json
from collections.abc import Iterator
from textwrap import wrap

from readiness.pack.model import Capability, Pack, ProfileQuestion, Question, Trend
from readiness.pack.scalar import resolve
from readiness.plaintext import one_line
from readiness.responses import Form

WIDTH = 88  #: characters of a line of comment

_HOW = """\
Write 0, 1, 2, 3, 4, unknown or not-applicable after the colon of each question.
What you leave blank stays open. More can be said about an answer:"""
_EXAMPLE = """\
  some-question:
    level: 3
    note: why it is so
    evidence:
      - https://example.com/page  # an artefact at hand: a link or a path
      - kind: seen  # seen working; also told (by someone), impression (your own)
        text: the rollback drill on 3 November"""
_THEN = "Then: readiness import FILE"


def render_form(pack: Pack, form: Form, trend: Trend | None = None) -> str:
    """Return the YAML text of a form for ``pack``, or for one trend of it.

    `readiness.exchange.answers.read_answers` reads it as nothing answered.
    """
    trends = pack.trends if trend is None else (trend,)
    lines = [*_introduction(pack), "", *_heading(pack, form), ""]
    if pack.profile:
        lines += ["profile:"]
        for question in pack.profile:
            lines += [*_profile(question), ""]
    lines += ["answers:"]
    for part in trends:
        lines += _trend(part, form)
    return "\n".join(lines).rstrip() + "\n"


def _introduction(pack: Pack) -> Iterator[str]:
    yield from _comment(f"{pack.title}: the answers of one person about one team.")
    yield "#"
    yield from _comment(pack.instruction.short)
    for rule in pack.instruction.rules:
        yield from _comment(rule, first="- ", rest="  ")
    yield "#"
    for line in (*_HOW.splitlines(), *_EXAMPLE.splitlines(), _THEN):
        yield f"# {line}"


def _heading(pack: Pack, form: Form) -> Iterator[str]:
    yield "team:"
    yield "period:  # such as 2026-Q4"
    yield "respondent:  # your name, or a pseudonym"
    yield "role:  # such as leader or practitioner"
    yield f'pack: "{pack.id} {pack.version}"'
    if form is Form.QUICK:
        yield f"form: {form}"


def _profile(question: ProfileQuestion) -> Iterator[str]:
    yield from _comment(question.text, indent="  ")
    yield from _comment(question.help, indent="  ")
    for option in question.options:
        value = _scalar(option.value)
        yield from _comment(one_line(option.label), indent="  ", first=f"  {value}: ")
    yield f"  {_scalar(question.id)}:"


def _trend(trend: Trend, form: Form) -> Iterator[str]:
    asked = [
        (capability, question)
        for capability in trend.capabilities
        for question in capability.questions
        if form.asks(question)
    ]
    if asked:
        yield from _comment(f"=== {trend.name} ===", indent="  ")
        yield ""
    for capability, question in asked:
        yield from _question(capability, question)
        yield ""


def _question(capability: Capability, question: Question) -> Iterator[str]:
    yield from _comment(f"{capability.name}: {question.facet}", indent="  ")
    yield from _comment(question.text, indent="  ")
    yield from _comment(question.help, indent="  ")
    yield from _comment(question.more, indent="  ")
    for level, anchor in enumerate(question.anchors):
        said = f"{anchor.label}: {anchor.as_asked}"
        yield from _comment(said, indent="  ", first=f"  {level}  ", rest="     ")
    yield f"  {_scalar(question.id)}:"


def _comment(
    text: str, *, indent: str = "", first: str = "", rest: str = ""
) -> Iterator[str]:
    start = f"{indent}# "
    lines = wrap(
        one_line(text),
        WIDTH,
        initial_indent=start + first,
        subsequent_indent=start + rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return iter(lines)


def _scalar(value: str | int) -> str:
    """Spell a value so that YAML reads the text "null" or "12" as text."""
    plain = isinstance(value, int) or isinstance(resolve(value), str)
    return str(value) if plain else json.dumps(value)
