"""Which risks two quarters do not share: a finding must not come or go in silence."""

from collections.abc import Iterator, Mapping

from readiness.comparison.results import Quarter
from readiness.pack.rule import RuleKind
from readiness.scoring.results import evaluate
from readiness.scoring.rules import Finding, Outcome


def risk_remarks(old: Quarter, new: Quarter) -> Iterator[str]:
    """Yield sentences on risks that were found in one of the quarters only."""
    before, after = _risks(old), _risks(new)
    came = [f for id_, f in after.items() if _fires(f) and not _fires(before.get(id_))]
    gone = [f for id_, f in before.items() if _fires(f) and not _fires(after.get(id_))]
    kept = {id_: f for f in gone if (id_ := f.rule.id) in after}
    dark = [f for id_, f in kept.items() if after[id_].outcome is Outcome.UNKNOWN]
    clear = [f for id_, f in kept.items() if after[id_].outcome is Outcome.CLEAR]
    dropped = [f for f in gone if f.rule.id not in kept]
    if came:
        yield f"Risks found in {new.period} and not in {old.period}: {_named(came)}."
    if clear:
        yield (
            f"Risks of {old.period} that the answers of {new.period} no longer show: "
            f"{_named(clear)}. That may also come of a lower answer elsewhere: a risk "
            "is a combination."
        )
    if dark:
        yield (
            f"Risks of {old.period} of which too little is known in {new.period} to "
            f"say whether they are gone: {_named(dark)}."
        )
    if dropped:
        yield f"Risks of {old.period} that nothing asks about now: {_named(dropped)}."


def _risks(quarter: Quarter) -> Mapping[str, Finding]:
    """Return what became of the rules on risks, worst first, by id."""
    found = evaluate(quarter.pack, quarter.responses).findings
    return {f.rule.id: f for f in found if f.rule.kind is RuleKind.RISK}


def _fires(finding: Finding | None) -> bool:
    return finding is not None and finding.outcome is Outcome.FIRES


def _named(findings: list[Finding]) -> str:
    return "; ".join(f"{f.rule.name} ({f.rule.severity})" for f in findings)
