"""Two quarters compared as `readiness compare` shows them, for whoever shows them."""

from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.noise_file import find_noise, name_of
from readiness.cli.workspace import today
from readiness.comparison.compare import compare
from readiness.comparison.results import Quarter
from readiness.report.comparing.build import Occasion, build_comparison
from readiness.report.comparing.model import ComparisonReport
from readiness.scoring.groups import ANONYMOUS, NAMED

if TYPE_CHECKING:
    from readiness.cli.planning.last_plan import LastPlan


def compared(
    old: Quarter,
    new: Quarter,
    last: "LastPlan",
    *,
    noise: Path | None = None,
    is_demo: bool = False,
    is_anonymous: bool = False,
) -> ComparisonReport:
    """Compare two quarters, held against what was planned after the first.

    ``noise`` is a file that says how much answers vary, ``None`` for what the pack
    says. Raises what `find_noise` does.
    """
    declared = last.declared(new)
    changed = compare(
        old,
        new,
        noise=find_noise(noise),
        focus=declared.focus,
        least=ANONYMOUS if is_anonymous else NAMED,
    )
    occasion = Occasion(
        made_on=today(),
        is_demo=is_demo,
        is_anonymous=is_anonymous,
        noise_from=name_of(noise),
        review=last.review(changed),
        remarks=tuple(filter(None, (declared.remark, last.remark))),
    )
    return build_comparison(changed, occasion)
