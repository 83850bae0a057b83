"""Quarters as strangers may see them side by side."""

from collections.abc import Sequence
from dataclasses import replace

from readiness.comparison.results import Quarter
from readiness.scoring.groups import ANONYMOUS
from readiness.scoring.withholding import may_stand_beside, tellable_together

#: to be said wherever such quarters are shown: their scores may be other than elsewhere
WHAT_COUNTS = (
    f"Where quarters stand side by side, what fewer than {ANONYMOUS} people rated in "
    "one of them, or began or ceased to rate, counts as don't know in all; so these "
    "figures may differ from those of one quarter alone."
)


def side_by_side(quarters: Sequence[Quarter]) -> tuple[Quarter, ...]:
    """Return quarters without what, between them, a few people rated."""
    told = tellable_together([quarter.responses for quarter in quarters])
    return tuple(
        replace(quarter, responses=responses)
        for quarter, responses in zip(quarters, told, strict=True)
    )


def unrecognisable(earlier: Sequence[Quarter], new: Quarter) -> tuple[Quarter, ...]:
    """Return those of the ``earlier`` quarters that may stand beside ``new``.

    They may beside each other, too; where not, the later ones stay.
    """
    shown = [new]
    for quarter in reversed(earlier):
        responses = quarter.responses
        if all(may_stand_beside(responses, other.responses) for other in shown):
            shown.append(quarter)
    return tuple(reversed(shown[1:]))
