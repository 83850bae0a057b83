"""The arithmetic of one number, as a person would check it by hand."""

from collections.abc import Iterable, Iterator, Sequence

from readiness.errors import NotFoundError
from readiness.pack.model import Capability, Pack, Trend
from readiness.plan.make import make_plan
from readiness.plan.steps import Plan
from readiness.report import words
from readiness.report.nodes import answer_words
from readiness.report.panel.questions import spread_words
from readiness.report.provenance import explain_claim, explain_rule, explain_step
from readiness.scoring.agreement import agreements
from readiness.scoring.levels import CUTS, Attained, Hold
from readiness.scoring.people import who_answered
from readiness.scoring.results import Results
from readiness.scoring.score import (
    POINTS,
    TOP,
    CapabilityScore,
    ItemScore,
    Score,
    TrendScore,
)
from readiness.suggestions import closest, quoted


def explain(results: Results, node: str, plan: Plan | None = None) -> str:
    """Return how the node with this id or name comes about, line by line.

    ``node`` is ``overall``, or a trend, capability, question, rule, claim or action
    (also A1, A2, ... of ``plan``, or of what would be planned without any wish).
    Raises `NotFoundError`.
    """
    pages: dict[str, Iterator[str]] = {}
    for name, page in _pages(results, plan or make_plan(results)):
        pages.setdefault(name.casefold(), page)
    wanted = node.strip().casefold()
    if wanted not in pages:
        raise NotFoundError(
            f'nothing is called "{node}" here{_did_you_mean(results, wanted, pages)}',
            facts=(
                "ids are those of trends, capabilities, questions, rules, claims,",
                "actions (A1 or as the plan says), and overall",
            ),
            tries=(f"readiness packs show {results.pack.id}",),
        )
    return "\n".join(pages[wanted]) + "\n"


def _did_you_mean(results: Results, wanted: str, known: Iterable[str]) -> str:
    """Return a suggestion: the id of what is called nearly so, without spaces."""
    pack = results.pack
    named: tuple[Trend | Capability, ...] = (
        *pack.trends,
        *pack.capability_by_id.values(),
    )
    ids = {one.name.casefold(): one.id for one in named}
    best = closest(wanted, known)
    return f", did you mean {quoted(ids.get(best, best))}?" if best else ""


def _pages(results: Results, plan: Plan) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the explanation of everything that has one, by id and by name."""
    yield "overall", _overall(results)
    for trend in results.card.trends:
        yield from _called(trend.trend, _trend(results, trend))
        for part in trend.capabilities:
            yield from _called(part.capability, _capability(results, part))
            for item in part.items:
                yield item.question.id, _question(results, part, item)
    for finding in results.findings:
        yield finding.rule.id, explain_rule(results, finding)
    for claim in results.pack.claims:
        yield claim.id, explain_claim(results, claim)
    aside = (settled.step for settled in plan.aside)
    for step in (*plan.steps(), *plan.rest, *aside, *plan.waiting):
        yield step.action.id, explain_step(results, step)
    for number, planned in enumerate(plan.scheduled, start=1):
        yield f"A{number}", explain_step(results, planned.step)


def _called(
    what: Trend | Capability, page: Iterator[str]
) -> Iterator[tuple[str, Iterator[str]]]:
    yield what.id, page
    yield what.name, page


def _overall(results: Results) -> Iterator[str]:
    score = results.card.score
    if score is None:
        yield "Overall: no question applies."
        return
    yield _head("Overall", "overall", score)
    yield "An orientation: the mean of the trends, which weigh alike. It has no level."
    yield from _of_parts([(t.trend.id, 1.0, t.score) for t in results.card.trends])
    yield from _unknowns(results, list(results.card.items()), share_of=1.0)


def _trend(results: Results, trend: TrendScore) -> Iterator[str]:
    if trend.score is None:
        yield f"{trend.trend.name} ({trend.trend.id}): no question is asked or applies."
        return
    yield _head(trend.trend.name, trend.trend.id, trend.score)
    parts = trend.capabilities
    yield from _of_parts(
        [(p.capability.id, p.capability.weight, p.score) for p in parts]
    )
    yield from _levels(results, trend.score, results.levels.trends[trend.trend.id])
    scored = sum(t.score is not None for t in results.card.trends)
    items = [item for part in parts for item in part.items]
    yield from _unknowns(results, items, share_of=1 / scored)


def _capability(results: Results, part: CapabilityScore) -> Iterator[str]:
    id_, name = part.capability.id, part.capability.name
    if part.score is None:
        why = "does not apply" if part.is_asked else "is not asked by this form"
        yield f"{name} ({id_}): {why}, so it takes no part in the trend."
        return
    yield _head(name, id_, part.score)
    yield from _of_items(results, part.items, part.score)
    yield from _levels(results, part.score, results.levels.capabilities[id_])


def _question(
    results: Results, part: CapabilityScore, item: ItemScore
) -> Iterator[str]:
    yield f"{item.question.text} ({item.question.id})"
    yield f"  answer: {answer_words(item, results.responses)}"
    people = who_answered(results.responses)
    if len(people) > 1:
        yield from (f"  people: {spread_words(q)}" for q in agreements([item], people))
    if item.value is not None:
        points = words.exact(POINTS * item.value)
        yield f"  points: {POINTS:g} x {words.exact(item.value)} = {points}"
    if item.applicable:
        share = results.card.influence()[item.question.id]
        percent, worth = words.exact(100 * share), words.exact(POINTS * share)
        yield (
            f"  its share of the overall score is {percent} %: one level more or less "
            f"is worth {worth} points"
        )
    yield f"  part of {part.capability.name}: --explain {part.capability.id}"


def _of_items(
    results: Results, items: Sequence[ItemScore], score: Score
) -> Iterator[str]:
    """Yield how applicable items of equal weight make point, low and high."""
    width = max(len(item.question.id) for item in items)
    for item in items:
        said = answer_words(item, results.responses)
        yield f"  {item.question.id:{width}}  {said}"
    applicable = [item for item in items if item.applicable]
    known = [item.value for item in applicable if item.value is not None]
    missing, total = len(applicable) - len(known), len(applicable)
    added = " + ".join(words.exact(value) for value in known) or "0"
    if score.point is not None:
        point = words.exact(score.point)
        yield f"  point = {POINTS:g} x ({added}) / {len(known)} = {point}"
    if missing:
        for name, level, end in (("low  ", 0, score.low), ("high ", TOP, score.high)):
            all_ = f"{added} + {missing} x {level}"
            yield f"  {name} = {POINTS:g} x ({all_}) / {total} = {words.exact(end)}"
    yield f"  coverage = {len(known)} / {total} = {known_share(score)}"


def _of_parts(rows: Sequence[tuple[str, float, Score | None]]) -> Iterator[str]:
    """Yield how weighted parts make point, low and high."""
    width = max(len(id_) for id_, _, _ in rows)
    yield f"  {'':{width}}  weight   point     low    high"
    for id_, weight, score in rows:
        cells = ("-", "-", "-") if score is None else _cells(score)
        yield f"  {id_:{width}}  {words.exact(weight):>6}" + "".join(
            f"{c:>8}" for c in cells
        )
    scored = [(weight, score) for _, weight, score in rows if score]
    known = [
        (weight, score.point) for weight, score in scored if score.point is not None
    ]
    if known:
        yield _mean("point", known)
    if any(score.coverage < 1 for _, score in scored):
        yield _mean("low  ", [(weight, score.low) for weight, score in scored])
        yield _mean("high ", [(weight, score.high) for weight, score in scored])
    if len(known) < len(scored):
        yield "  the point leaves out parts of which nothing is known"


def _cells(score: Score) -> tuple[str, str, str]:
    point = "-" if score.point is None else words.exact(score.point)
    return point, words.exact(score.low), words.exact(score.high)


def _mean(name: str, parts: Sequence[tuple[float, float]]) -> str:
    total = sum(weight for weight, _ in parts)
    added = " + ".join(
        f"{words.exact(weight)} x {words.exact(value)}" for weight, value in parts
    )
    result = sum(weight * value for weight, value in parts) / total
    return f"  {name} = ({added}) / {words.exact(total)} = {words.exact(result)}"


def _levels(results: Results, score: Score, attained: Attained) -> Iterator[str]:
    cuts = ", ".join(f"{cut:g}" for cut in CUTS)
    yield f"  level = nearest anchor, cuts {cuts}"
    if attained.free is None:
        yield f"  under 60 % known: {words.NOT_ENOUGH} for a point and a level"
    else:
        yield f"  {words.exact(score.point or 0.0)} points are level {attained.free}"
    if attained.low != attained.high:
        ends = f"level {attained.low} to {attained.high}"
        yield f"  with all unknowns at 0 and at {TOP}: {ends}"
    for hold in attained.held_by:
        yield f"  {_cap(results.pack, hold)}, so the level is at most {hold.at_most}"


def _cap(pack: Pack, hold: Hold) -> str:
    if hold.is_rule:
        return f"the finding {hold.id} fires (--explain {hold.id})"
    foundation = f"the foundation {pack.capability_by_id[hold.id].name}"
    if hold.is_unknown:
        return f"{foundation} is not rated and counts as level {hold.counts_as}"
    return f"{foundation} is at level {hold.counts_as} (--explain {hold.id})"


def _unknowns(
    results: Results, items: Sequence[ItemScore], *, share_of: float
) -> Iterator[str]:
    """Yield by how much each unknown item narrows the range of a node."""
    influence = results.card.influence()
    unknown = [i for i in items if i.applicable and i.value is None]
    for item in sorted(unknown, key=lambda i: -influence[i.question.id]):
        narrows = words.exact(100 * influence[item.question.id] / share_of)
        yield f"  knowing {item.question.id} narrows the range by {narrows} points"


def _head(name: str, id_: str, score: Score) -> str:
    point = words.points_or_reason(score)
    if words.range_of(score):
        between = f"range {words.exact(score.low)} to {words.exact(score.high)}"
        return f"{name} ({id_}): {point}, {between}, {known_share(score)} known"
    return f"{name} ({id_}): {point}, everything that was asked is known"


def known_share(score: Score) -> str:
    """Return the coverage as a percentage."""
    return f"{words.exact(100 * score.coverage)} %"
