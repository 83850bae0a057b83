"""What questions weigh beside each other, whatever is answered.

A score gives the weight of what does not apply to the rest of its capability. What is
compared over time must not depend on answers: there, each question keeps its share of
the node, and only what is left of the node is made whole again (measurement.md, 3.1).
"""

from collections.abc import Collection, Iterable, Mapping
from math import fsum

from readiness.pack.model import Pack

Shares = Mapping[str, float]  #: of a node's weight, 0 to 1 by question id

ENOUGH = 0.60  #: least share of a node's weight at which a figure is shown
DIGITS = 9  #: to which a share is rounded before it is compared with a limit


def is_enough(share: float) -> bool:
    """Return whether a share 0..1 of a node's weight is as much as a figure takes."""
    return round(share, DIGITS) >= ENOUGH


def weigh(pack: Pack, asked: Collection[str]) -> Mapping[str, Shares]:
    """Return what each question that is ``asked`` weighs within its trend, by trend.

    A trend of which nothing is asked has no shares.
    """
    weighed = {}
    for trend in pack.trends:
        parts = [
            (capability.weight, ids)
            for capability in trend.capabilities
            if (ids := [q.id for q in capability.questions if q.id in asked])
        ]
        total = fsum(weight for weight, _ in parts)
        weighed[trend.id] = {
            id_: weight / total / len(ids) for weight, ids in parts for id_ in ids
        }
    return weighed


def joined(trends: Iterable[Shares]) -> Shares:
    """Return the shares of the overall score, in which trends weigh alike."""
    filled = [shares for shares in trends if shares]
    return {
        id_: share / len(filled) for shares in filled for id_, share in shares.items()
    }


def rescaled(shares: Shares, kept: Collection[str]) -> Shares:
    """Return the shares of the questions that are ``kept``, adding up to 1 again."""
    left = {id_: share for id_, share in shares.items() if id_ in kept}
    total = fsum(left.values())
    return {id_: share / total for id_, share in left.items()}
