"""Which form of the questions a quarter's people answered."""

from readiness.comparison.results import Comparison, Quarter
from readiness.responses import Form

MIXED = "mixed"  #: some took the quick look, others did not


def form_of(quarter: Quarter) -> str:
    """Return "full", "quick", or `MIXED` if people answered different ones."""
    forms = {response.form for response in quarter.responses}
    return forms.pop().value if len(forms) == 1 else MIXED


def is_quick(comparison: Comparison) -> bool:
    """Return whether a quarter was a quick look: then shares are of what that asks."""
    quarters = (comparison.old, comparison.new)
    return any(form_of(quarter) == Form.QUICK for quarter in quarters)
