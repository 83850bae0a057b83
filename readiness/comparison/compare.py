"""Compare two quarters: a verdict for the overall score and for each trend.

Only like is compared with like: the same questions, with the same weights, answered by
the same people or by enough of them. A change counts if it is more than noise explains,
and the verdicts of a page share one error budget (measurement.md, section 3).
"""

from collections.abc import Sequence
from dataclasses import replace

from readiness.comparison.evidence import Evidence, gather
from readiness.comparison.explain import explain
from readiness.comparison.results import Comparison, NodeChange, People, Quarter, Reason
from readiness.pack.model import Noise
from readiness.scoring.groups import ANONYMOUS, NAMED
from readiness.uncertainty.moderated import chance_of_rise
from readiness.uncertainty.verdicts import Judged, Verdict, declared, judge


def compare(
    old: Quarter,
    new: Quarter,
    *,
    noise: Noise | None = None,
    focus: str | None = None,
    least: int = NAMED,
) -> Comparison:
    """Compare two quarters of one team.

    ``noise`` is the newer pack's unless given. ``focus`` is the id of the trend that
    was declared beforehand: it needs less evidence, the others more. One that the
    newer pack lacks is ignored. Answers that fewer than ``least`` of several people
    gave are left out of the explanation. For the anonymous, how many enter a verdict is
    left out too: it tells how many of those who answered did not. And there is none of
    fewer than five, nor one that fewer than five who rated something do not enter.
    """
    expected = noise or new.pack.noise
    aim = focus if focus in {trend.id for trend in new.pack.trends} else None
    found = gather(old, new, expected)
    is_anonymous = least >= ANONYMOUS
    evidence = map(_untested, found.evidence) if is_anonymous else found.evidence
    overall, *trends = judge_nodes(tuple(evidence), aim)
    if is_anonymous:
        overall, *trends = (replace(n, people=None) for n in (overall, *trends))
    return Comparison(
        old=old,
        new=new,
        route=found.route,
        people=_people(old, new),
        common_items=found.common_items,
        overall=overall,
        trends=tuple(trends),
        explanation=explain(old, new, least=least),
        noise=expected,
        focus=aim,
    )


def _untested(found: Evidence) -> Evidence:
    """Return the evidence without a test that would tell what a few answered."""
    if found.tested is None or not found.gives_away:
        return found
    return replace(found, tested=None, reason=Reason.LITTLE)


def judge_nodes(
    evidence: Sequence[Evidence], focus: str | None
) -> tuple[NodeChange, ...]:
    """Return the verdict of every node of a page, all at once; Holm weighs them all.

    ``focus`` is the id of a trend, which gets half of the error budget.
    """
    tests = [found.tested for found in evidence]
    ids = [found.node.id for found in evidence[1:]]  # the overall score is no focus
    place = 1 + ids.index(focus) if focus in ids else None
    weights = None if place is None else declared(tests, place)
    return tuple(
        _change(found, judged, is_focus=n == place)
        for n, (found, judged) in enumerate(
            zip(evidence, judge(tests, weights), strict=True)
        )
    )


def _change(found: Evidence, judged: Judged | None, *, is_focus: bool) -> NodeChange:
    node = found.node
    untested = NodeChange(
        id=node.id,
        name=node.name,
        short=node.short,
        old=node.old,
        new=node.new,
        verdict=Verdict.NOT_COMPARABLE,
        reason=found.reason,
        delta=None,
        band=None,
        error=None,
        df=None,
        p=None,
        adjusted_p=None,
        people=found.people,
        items=found.items,
        common=found.common,
        is_focus=is_focus,
        chance_up=None,
        next_band=found.next_bands.same,
        band_with_more=found.next_bands.more,
    )
    return untested if judged is None else _tested(untested, judged)


def _tested(untested: NodeChange, judged: Judged) -> NodeChange:
    tested = judged.tested
    return replace(
        untested,
        verdict=judged.verdict,
        delta=tested.delta,
        band=judged.band,
        error=tested.error,
        df=tested.df,
        p=tested.p,
        adjusted_p=judged.adjusted_p,
        chance_up=chance_of_rise(tested),
    )


def _people(old: Quarter, new: Quarter) -> People:
    before = {response.respondent: response for response in old.responses}
    returning = [
        (before[response.respondent].role, response.role)
        for response in new.responses
        if response.respondent in before
    ]
    return People(
        old=len(old.responses),
        new=len(new.responses),
        returning=len(returning),
        changed_role=sum(
            bool(was and now) and was.casefold() != now.casefold()
            for was, now in returning
        ),
    )
