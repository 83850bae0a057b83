"""From a comparison to what is shown of it: words, order, rounding."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from readiness.comparison.results import Comparison
from readiness.report import words
from readiness.report.comparing.forms import is_quick
from readiness.report.comparing.headline import PEOPLE, headline
from readiness.report.comparing.model import ComparisonReport
from readiness.report.comparing.moves import (
    more_words,
    move_lines,
    part_lines,
    split_words,
    uncounted_lines,
    withheld_words,
)
from readiness.report.comparing.outlook import (
    next_command,
    outlook,
    plan_sentences,
    trend_sentences,
)
from readiness.report.comparing.phrases import change_row, leaning, said, short_periods
from readiness.report.comparing.remarks import noise_hints, noise_words, remarks
from readiness.report.comparing.review import PlanReview


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a comparison does not know of itself.

    ``noise_from`` is the name of the file that says how much answers vary, "" if it is
    the pack. ``remarks`` are sentences, such as about a focus declared too late;
    ``hints`` are such that name a command or a file, for who is typing.
    """

    made_on: date
    is_demo: bool = False
    is_anonymous: bool = False
    noise_from: str = ""
    review: PlanReview | None = None
    remarks: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()


def build_comparison(comparison: Comparison, occasion: Occasion) -> ComparisonReport:
    """Return the comparison as every format shows it."""
    team, review = comparison.new.responses[0].team, occasion.review
    nodes = (comparison.overall, *comparison.trends)
    rows = tuple(change_row(node, comparison) for node in nodes)
    old_short, new_short = short_periods(comparison.old.period, comparison.new.period)
    return ComparisonReport(
        comparison=comparison,
        review=review,
        team_id=team.id,
        team=team.name,
        is_demo=occasion.is_demo,
        is_anonymous=occasion.is_anonymous,
        made_on=occasion.made_on.isoformat(),
        old_short=old_short,
        new_short=new_short,
        questions_words=_questions_words(comparison),
        headline=tuple(headline(comparison, review)),
        common_of="the quick look" if is_quick(comparison) else "",
        rows=rows,
        remarks=(
            *remarks(comparison, rows),
            noise_words(comparison.noise, occasion.noise_from),
            *occasion.remarks,
        ),
        hints=(*noise_hints(occasion.noise_from), *occasion.hints),
        split_words=split_words(comparison),
        parts=part_lines(comparison),
        moves=move_lines(comparison.explanation.moves),
        uncounted=uncounted_lines(comparison.explanation.moves),
        withheld_words=withheld_words(comparison, is_anonymous=occasion.is_anonymous),
        more_words=more_words(comparison.explanation.moves),
        plan=tuple(_plan(review, comparison)) if review else (),
        outlook=tuple(outlook(comparison)),
        next_command=next_command(comparison),
    )


def narrow(report: ComparisonReport, trend_id: str) -> ComparisonReport:
    """Return ``report`` with what concerns one trend, which must be there.

    Its verdict is that of the whole page.
    """
    row = next(row for row in report.rows if row.change.id == trend_id)
    if lean := leaning(row.change):
        row = replace(row, notes=(*row.notes, lean))
    compared, review = report.comparison, report.review
    own = tuple(m for m in compared.explanation.moves if m.trend.id == trend_id)
    explained = replace(compared.explanation, moves=own)
    verdict = said(row.change, whose=row.whose)
    about = ("Trend", f"{row.change.name}: {verdict}; {words.SELF_REPORTED}")
    return replace(
        report,
        comparison=replace(compared, explanation=explained),
        headline=(about, *(line for line in report.headline if line[0] == PEOPLE)),
        rows=(row,),
        split_words="in points of the overall score",
        parts=(),
        moves=move_lines(own),
        uncounted=uncounted_lines(own),
        more_words=more_words(own),
        plan=tuple(trend_sentences(review, trend_id)) if review else (),
    )


def _plan(review: PlanReview, comparison: Comparison) -> Iterator[str]:
    yield from plan_sentences(review)
    if review.overall.done:
        yield (
            "A plan does not say when an action was done: it may have been after the "
            f"answers of {comparison.new.period}, which then cannot show it."
        )


def _questions_words(comparison: Comparison) -> str:
    old, new = comparison.old.pack, comparison.new.pack
    packs = f"{old.title} {old.version}"
    if old.id != new.id:
        packs = f"{packs}, then {new.title} {new.version}"
    elif old.version != new.version:
        packs = f"{packs}, then {new.version}"
    return f"{packs}, {words.counted(comparison.common_items, 'question')} in common"
