"""The scored things of a report: overall, trends, capabilities."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from readiness.pack.model import Pack
from readiness.report import words
from readiness.report.model import Node, TrendRow
from readiness.responses import Rated, Response
from readiness.scoring.grounds import find_grounds
from readiness.scoring.levels import LEVEL_NAMES, Attained, Hold
from readiness.scoring.results import Results
from readiness.scoring.score import CapabilityScore, ItemScore, Score, TrendScore

MUCH = 0.25  #: share of a trend's questions said not to apply that is worth a look


def overall_node(results: Results) -> Node:
    """Return the overall figure: an orientation, so it has no level."""
    if results.card.score is None:
        return _blank("overall", "Overall", words.NOT_APPLICABLE)
    return _node("overall", "Overall", results.card.score)


def trend_rows(results: Results) -> tuple[TrendRow, ...]:
    """Return every trend of the pack, in its order."""
    return tuple(_trend_row(results, trend) for trend in results.card.trends)


def _trend_row(results: Results, trend: TrendScore) -> TrendRow:
    node = _trend_node(results, trend)
    items = [item for part in trend.capabilities for item in part.items]
    applicable = [item for item in items if item.applicable]
    unknown = [item for item in applicable if item.value is None]
    said = sum(item.dont_know > 0 for item in unknown)
    row = TrendRow(
        node=node,
        short=trend.trend.short,
        capabilities=tuple(_capability_node(results, p) for p in trend.capabilities),
        asked=len(items),
        applicable=len(applicable),
        rated=len(applicable) - len(unknown),
        unknown=said,
        open=len(unknown) - said,
        not_applicable=len(items) - len(applicable),
        of=sum(len(part.capability.questions) for part in trend.capabilities),
        grounds=find_grounds(results.card, results.responses, items),
        notes=(),
    )
    return replace(row, notes=tuple(_notes(row)))


def _notes(row: TrendRow) -> Iterator[str]:
    if row.asked < row.of:
        yield f"{row.asked} of {row.of} questions asked"
    if row.node.range_words:
        yield f"range {row.node.range_words}"
    if row.unknown:
        yield f"{row.unknown} don't know"
    if row.open:
        yield f"{row.open} open"
    if row.not_applicable:
        share = row.not_applicable / row.asked
        much = ", which is much" if share > MUCH else ""
        yield f"{row.not_applicable} not applicable{much}"
    if row.node.held_words:
        yield row.node.held_words


def _trend_node(results: Results, trend: TrendScore) -> Node:
    id_, name = trend.trend.id, trend.trend.name
    if trend.score is None:
        is_asked = any(part.is_asked for part in trend.capabilities)
        return _blank(id_, name, words.NOT_APPLICABLE if is_asked else words.NOT_ASKED)
    attained = results.levels.trends[id_]
    held = _held_words(attained, results.pack)
    return _node(id_, name, trend.score, attained, held)


def _capability_node(results: Results, part: CapabilityScore) -> Node:
    id_, name = part.capability.id, part.capability.name
    if part.score is None:
        return _blank(
            id_, name, words.NOT_APPLICABLE if part.is_asked else words.NOT_ASKED
        )
    return _node(id_, name, part.score, results.levels.capabilities[id_])


def _node(
    id_: str,
    name: str,
    score: Score,
    attained: Attained | None = None,
    held_words: str = "",
) -> Node:
    return Node(
        id=id_,
        name=name,
        point=score.point if score.is_enough else None,
        low=score.low,
        high=score.high,
        coverage=score.coverage,
        level=attained.level if attained else None,
        level_low=attained.low if attained else None,
        level_high=attained.high if attained else None,
        held_by=tuple(hold.id for hold in attained.held_by) if attained else (),
        score_words=words.points_or_reason(score),
        range_words=words.range_of(score),
        level_short=words.level_figure(attained) if attained else "",
        level_words=words.level_of(attained) if attained else "",
        held_words=held_words,
    )


def _blank(id_: str, name: str, reason: str) -> Node:
    return Node(
        id=id_,
        name=name,
        point=None,
        low=None,
        high=None,
        coverage=None,
        level=None,
        level_low=None,
        level_high=None,
        held_by=(),
        score_words=reason,
        range_words="",
        level_short="",
        level_words="",
        held_words="",
    )


def _held_words(attained: Attained, pack: Pack) -> str:
    if not attained.held_by:
        return ""
    by = words.joined(_hold_words(hold, pack) for hold in attained.held_by)
    return f"held at level {attained.held_by[0].at_most} by {by}"


def _hold_words(hold: Hold, pack: Pack) -> str:
    if hold.is_rule:
        rule = next(rule for rule in pack.rules if rule.id == hold.id)
        return f'"{rule.name}" ({rule.id})'
    name = pack.capability_by_id[hold.id].name
    if hold.is_unknown:  # don't know, not answered, or said not to apply
        return f"{name} (not rated, counts as level {hold.counts_as})"
    return f"{name} (level {hold.counts_as})"


def answer_words(item: ItemScore, responses: Sequence[Response]) -> str:
    """Return an item's answer: "level 1: At least one", "don't know", ...

    Where people said different things it is called their average.
    """
    if not item.applicable:
        return words.NOT_APPLICABLE
    if item.value is None:
        return "don't know" if item.dont_know else "not answered"
    level, figure = nearest(item.value), words.tenth(item.value)
    label = item.question.anchors[level].label
    if are_apart(levels_of(item, responses)):
        return f"level {figure} on average, nearest to level {level}: {label}"
    return f"level {figure}: {label}"


def levels_of(item: ItemScore, responses: Sequence[Response]) -> tuple[int, ...]:
    """Return the levels 0..4 that people rated, sorted: not who said which."""
    given = (response.answers.get(item.question.id) for response in responses)
    return tuple(sorted(a.level for a in given if isinstance(a, Rated)))


def are_apart(levels: Sequence[int]) -> bool:
    """Return whether not all levels are the same: what nobody may have said is none."""
    return len(set(levels)) > 1


def nearest(value: float) -> int:
    """Return the level nearest to a mean of levels, halves up."""
    return min(int(round(value, 9) + 0.5), len(LEVEL_NAMES) - 1)


def mean_level(value: float) -> str:
    """Return "level 2", or of a mean in between also the level that stands elsewhere.

    That is "level 1.9 on average, nearest to level 2": nobody is told two levels of one
    thing without the word that explains it.
    """
    level = nearest(value)
    if round(value, 9) == level:
        return f"level {level}"
    figure = words.tenth(value)
    if figure == str(level):  # not quite: a rule may turn on it
        figure = f"just {'under' if value < level else 'over'} {level}"
    return f"level {figure} on average, nearest to level {level}"
