"""Two quarters compared as `readiness compare` shows them, for whoever shows them."""

from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.noise_file import find_noise, name_of
from readiness.cli.workspace import today
from readiness.comparison.compare import compare
from readiness.comparison.results import Quarter
from readiness.comparison.unrecognisable import WHAT_COUNTS
from readiness.report.comparing.build import Occasion, build_comparison
from readiness.report.comparing.model import ComparisonReport
from readiness.report.comparing.risks import risk_remarks
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
    anonymous = WHAT_COUNTS if is_anonymous else ""
    # what a risk rests on may be one person's answer
    risks = () if is_anonymous else tuple(risk_remarks(old, new))
    occasion = Occasion(
        made_on=today(),
        is_demo=is_demo,
        is_anonymous=is_anonymous,
        noise_from=name_of(noise),
        # the plan was made of all answers: what it was to gain may tell one of them
        review=None if is_anonymous else last.review(changed),
        remarks=tuple(filter(None, (anonymous, *risks, declared.remark, last.remark))),
        hints=tuple(filter(None, (last.hint,))),
    )
    return build_comparison(changed, occasion)
