"""What ``readiness packs show`` prints, as plain lines."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from readiness.pack.model import Action, Capability, Pack, Question
from readiness.plaintext import clean

INDENT = "  "


def in_short(pack: Pack) -> str:
    """Return the counts of what is in a pack, such as ``5 trends, 28 capabilities``."""
    capabilities = tuple(pack.capabilities())
    questions = tuple(pack.questions())
    quick = sum(question.quick for question in questions)
    return ", ".join(
        [
            _count(len(pack.trends), "trend"),
            _count(len(capabilities), "capability"),
            f"{_count(len(questions), 'question')} ({quick} quick)",
            _count(sum(len(c.actions) for c in capabilities), "action"),
            _count(len(pack.rules), "rule"),
            _count(len(pack.claims), "claim"),
        ]
    )


def pack_page(pack: Pack, width: int) -> Iterator[str]:
    """Yield the lines about a pack: its trends and their capabilities."""
    yield from _wrapped(f"{pack.id} {pack.version}  {pack.title}", width)
    yield from _wrapped(in_short(pack), width)
    times = f"Full form {pack.minutes} minutes, quick form {pack.quick_minutes} minutes"
    yield from _wrapped(times, width)
    for trend in pack.trends:
        yield ""
        yield from _wrapped(f"{trend.name} ({trend.id})", width)
        for capability in trend.capabilities:
            name = f"{capability.id}  {capability.name}"
            yield from _wrapped(name, width, INDENT, INDENT * 3)
            yield from _wrapped(", ".join(_traits(capability)), width, INDENT * 3)


def question_page(pack: Pack, question: Question, width: int) -> Iterator[str]:
    """Yield the lines about a question, with everything that a respondent can see."""
    capability = pack.capability_of[question.id]
    trend = pack.trend_of[capability.id]
    form = "full and quick form" if question.quick else "full form"
    yield from _wrapped(f"{question.id}  revision {question.revision}, {form}", width)
    yield from _wrapped(f"{capability.name} ({capability.id}), {trend.name}", width)
    yield ""
    for text in filter(None, (question.text, question.help, question.more)):
        yield from _wrapped(text, width)
    for level, anchor in enumerate(question.anchors):
        yield ""
        yield from _wrapped(f"{level}  {anchor.label}", width)
        yield from _wrapped(anchor.as_asked, width, "   ")


def capability_page(pack: Pack, capability: Capability, width: int) -> Iterator[str]:
    """Yield the lines about a capability: what it is, what is asked, what to do."""
    trend = pack.trend_of[capability.id]
    yield from _wrapped(f"{capability.name} ({capability.id})", width)
    yield from _wrapped(", ".join([trend.name, *_traits(capability)]), width)
    yield from _section("What it is", [capability.definition], width)
    yield from _section("Why it matters", [capability.why], width)
    yield from _section("Have first", capability.prerequisites, width)
    yield from _section("Evidence to look for", capability.evidence, width)
    yield from _section("In other models", capability.crosswalk, width)
    questions = [f"{q.id}: {q.text}" for q in capability.questions]
    yield from _section("Questions", questions, width)
    for action in capability.actions:
        yield from _section(
            f"Action {action.id}, to level {action.to}", _steps(action), width
        )


def _count(number: int, noun: str) -> str:
    if number == 1:
        return f"1 {noun}"
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {plural}"


def _traits(capability: Capability) -> Iterator[str]:
    yield f"weight {capability.weight:g}"
    yield _count(len(capability.questions), "question")
    if capability.foundation:
        yield "foundation"
    if capability.foundation_if:
        yield f"foundation if profile.{capability.foundation_if}"


def _steps(action: Action) -> Iterator[str]:
    yield action.do
    if action.first_step:
        yield f"First step: {action.first_step}"
    yield f"Done when: {action.done}"
    yield f"Lifts: {', '.join(action.lifts)}"
    yield f"Owner: {action.owner}"
    work = "1 person-week"
    if action.person_weeks != 1:
        work = f"{action.person_weeks:g} person-weeks"
    yield f"Effort: {action.effort}, {work}"


def _section(title: str, texts: Iterable[str], width: int) -> Iterator[str]:
    several = tuple(texts)
    hanging = INDENT * 2 if len(several) > 1 else INDENT
    if several:
        yield ""
        yield from _wrapped(title, width)
    for text in several:
        yield from _wrapped(text, width, INDENT, hanging)


def _wrapped(
    text: str, width: int, first: str = "", rest: str | None = None
) -> list[str]:
    rest = first if rest is None else rest
    return wrap(clean(text), width, initial_indent=first, subsequent_indent=rest)
