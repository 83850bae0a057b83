"""The arithmetic of one number, as a person would check it by hand."""

from collections.abc import Iterator, Sequence

from readiness.errors import NotFoundError
from readiness.pack.model import Pack
from readiness.pack.suggestions import did_you_mean
from readiness.report import words
from readiness.report.nodes import answer_words
from readiness.report.provenance import explain_claim, explain_rule
from readiness.scoring.levels import CUTS, Attained, Hold
from readiness.scoring.results import Results
from readiness.scoring.score import (
    POINTS,
    TOP,
    CapabilityScore,
    ItemScore,
    Score,
    TrendScore,
)


def explain(results: Results, node: str) -> str:
    """Return how the node with this id comes about, line by line.

    ``node`` is ``overall``, or the id of a trend, capability, question, rule or claim.
    Raises `NotFoundError`.
    """
    return "\n".join(_find(results, node)) + "\n"


def _find(results: Results, node: str) -> Iterator[str]:
    if node == "overall":
        return _overall(results)
    for trend in results.card.trends:
        if trend.trend.id == node:
            return _trend(results, trend)
        for part in trend.capabilities:
            if part.capability.id == node:
                return _capability(results, part)
            for item in part.items:
                if item.question.id == node:
                    return _question(results, part, item)
    return _find_other(results, node)


def _find_other(results: Results, node: str) -> Iterator[str]:
    for finding in results.findings:
        if finding.rule.id == node.upper():
            return explain_rule(results, finding)
    for claim in results.pack.claims:
        if claim.id == node.upper():
            return explain_claim(results, claim)
    ids = _ids(results)
    raise NotFoundError(
        f'nothing is called "{node}" here{did_you_mean(node, ids)}',
        facts=("ids are those of trends, capabilities, questions, rules and claims",),
        tries=("readiness packs show " + results.pack.id,),
    )


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
    yield from _of_items(part.items, part.score)
    yield from _levels(results, part.score, results.levels.capabilities[id_])


def _question(
    results: Results, part: CapabilityScore, item: ItemScore
) -> Iterator[str]:
    yield f"{item.question.text} ({item.question.id})"
    yield f"  answer: {answer_words(item)}"
    if item.value is not None:
        points = exact(POINTS * item.value)
        yield f"  points: {POINTS:g} x {exact(item.value)} = {points}"
    if item.applicable:
        share = results.card.influence()[item.question.id]
        yield (
            f"  its share of the overall score is {exact(100 * share)} %: one level "
            f"more or less is worth {exact(POINTS * share)} points"
        )
    yield f"  part of {part.capability.name}: --explain {part.capability.id}"


def _of_items(items: Sequence[ItemScore], score: Score) -> Iterator[str]:
    """Yield how applicable items of equal weight make point, low and high."""
    width = max(len(item.question.id) for item in items)
    for item in items:
        yield f"  {item.question.id:{width}}  {answer_words(item)}"
    applicable = [item for item in items if item.applicable]
    known = [item.value for item in applicable if item.value is not None]
    missing, total = len(applicable) - len(known), len(applicable)
    added = " + ".join(exact(value) for value in known) or "0"
    if score.point is not None:
        yield f"  point = {POINTS:g} x ({added}) / {len(known)} = {exact(score.point)}"
    if missing:
        for name, level, end in (("low  ", 0, score.low), ("high ", TOP, score.high)):
            all_ = f"{added} + {missing} x {level}"
            yield f"  {name} = {POINTS:g} x ({all_}) / {total} = {exact(end)}"
    yield f"  coverage = {len(known)} / {total} = {known_share(score)}"


def _of_parts(rows: Sequence[tuple[str, float, Score | None]]) -> Iterator[str]:
    """Yield how weighted parts make point, low and high."""
    width = max(len(id_) for id_, _, _ in rows)
    yield f"  {'':{width}}  weight   point     low    high"
    for id_, weight, score in rows:
        cells = ("-", "-", "-") if score is None else _cells(score)
        yield f"  {id_:{width}}  {exact(weight):>6}" + "".join(f"{c:>8}" for c in cells)
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
    point = "-" if score.point is None else exact(score.point)
    return point, exact(score.low), exact(score.high)


def _mean(name: str, parts: Sequence[tuple[float, float]]) -> str:
    total = sum(weight for weight, _ in parts)
    added = " + ".join(f"{exact(weight)} x {exact(value)}" for weight, value in parts)
    result = sum(weight * value for weight, value in parts) / total
    return f"  {name} = ({added}) / {exact(total)} = {exact(result)}"


def _levels(results: Results, score: Score, attained: Attained) -> Iterator[str]:
    cuts = ", ".join(f"{cut:g}" for cut in CUTS)
    yield f"  level = nearest anchor, cuts {cuts}"
    if attained.free is None:
        yield f"  under 60 % known: {words.NOT_ENOUGH} for a point and a level"
    else:
        yield f"  {exact(score.point or 0.0)} points are level {attained.free}"
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
        return f"{foundation} is not known and counts as level {hold.counts_as}"
    return f"{foundation} is at level {hold.counts_as} (--explain {hold.id})"


def _unknowns(
    results: Results, items: Sequence[ItemScore], *, share_of: float
) -> Iterator[str]:
    """Yield by how much each unknown item narrows the range of a node."""
    influence = results.card.influence()
    unknown = [i for i in items if i.applicable and i.value is None]
    for item in sorted(unknown, key=lambda i: -influence[i.question.id]):
        narrows = exact(100 * influence[item.question.id] / share_of)
        yield f"  knowing {item.question.id} narrows the range by {narrows} points"


def _head(name: str, id_: str, score: Score) -> str:
    point = words.points_or_reason(score)
    if words.range_of(score):
        between = f"range {exact(score.low)} to {exact(score.high)}"
        return f"{name} ({id_}): {point}, {between}, {known_share(score)} known"
    return f"{name} ({id_}): {point}, everything known"


def known_share(score: Score) -> str:
    """Return the coverage as a percentage."""
    return f"{exact(100 * score.coverage)} %"


def exact(number: float) -> str:
    """Return a number with at most two decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".")


def _ids(results: Results) -> Iterator[str]:
    yield "overall"
    for trend in results.card.trends:
        yield trend.trend.id
        for part in trend.capabilities:
            yield part.capability.id
            yield from (item.question.id for item in part.items)
    yield from (finding.rule.id for finding in results.findings)
    yield from (claim.id for claim in results.pack.claims)
