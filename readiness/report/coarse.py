"""Figures that tell no more than they have to, for a report that is anonymous."""

from dataclasses import replace

from readiness.plan.steps import Gain, Plan, Step
from readiness.report.model import Node, Report
from readiness.report.nodes import nearest
from readiness.report.words import whole
from readiness.scoring.grounds import Grounds
from readiness.scoring.score import POINTS

_UNTOLD = Grounds(ratings=None, checkable=None, share=None)  # tells how many rated


def in_whole_points(plan: Plan) -> Plan:
    """Return ``plan`` with gains in whole points: exact ones tell what was answered.

    What is made of them, sums and rates, is no more exact then.
    """
    return replace(
        plan,
        scheduled=tuple(replace(s, step=_step(s.step)) for s in plan.scheduled),
        rest=tuple(map(_step, plan.rest)),
        aside=tuple(replace(s, step=_step(s.step)) for s in plan.aside),
        waiting=tuple(map(_step, plan.waiting)),
    )


def _step(step: Step) -> Step:
    return replace(step, gain=_gain(step.gain), trend_gain=_gain(step.trend_gain))


def _gain(gain: Gain) -> Gain:
    points, low, high = map(_whole, (gain.points, gain.low, gain.high))
    return Gain(points=points, low=low, high=high)


def _whole(points: float) -> float:
    return float(whole(points))


def coarse(report: Report) -> Report:
    """Return ``report`` without figures that single answers hide behind."""
    return replace(
        report,
        completeness=replace(report.completeness, grounds=_UNTOLD),
        grounds_words="",
        trends=tuple(
            replace(
                row,
                grounds=_UNTOLD,
                capabilities=tuple(map(_at_a_level, row.capabilities)),
            )
            for row in report.trends
        ),
    )


def _at_a_level(node: Node) -> Node:
    """Return a capability at the nearest level: few questions make it up."""
    if node.low is None or node.high is None:
        return node
    bare = replace(node, low=None, high=None, range_words="")
    if node.point is None:
        return bare
    points = POINTS * nearest(node.point / POINTS)
    return replace(bare, point=points, score_words=f"about {whole(points)}")
