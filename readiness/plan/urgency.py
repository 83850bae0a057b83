"""Which capabilities are urgent, why, and whether a level would settle it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from readiness.pack.rule import Rule, Severity
from readiness.plan.steps import Urgency
from readiness.scoring.levels import attain
from readiness.scoring.results import Results
from readiness.scoring.rules import Outcome, find, flags
from readiness.scoring.score import what_if

_BY_SEVERITY = {Severity.CRITICAL: Urgency.CRITICAL, Severity.HIGH: Urgency.HIGH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a capability is urgent: ids of fired rules, or of trends it holds down."""

    urgency: Urgency
    because: tuple[str, ...]


def find_reasons(results: Results) -> Mapping[str, Reason]:
    """Return the most urgent reason of each urgent capability, by its id."""
    found: dict[tuple[str, Urgency], list[str]] = {}
    for capability_id, urgency, because in _reasons(results):
        found.setdefault((capability_id, urgency), []).append(because)
    first: dict[str, Reason] = {}
    for capability_id, urgency in sorted(found, key=lambda key: key[1]):
        ids = tuple(dict.fromkeys(found[capability_id, urgency]))
        first.setdefault(capability_id, Reason(urgency=urgency, because=ids))
    return first


def is_settled(
    results: Results, reason: Reason, capability_ids: Sequence[str], level: int
) -> bool:
    """Return whether ``reason`` is gone once these capabilities are at ``level``.

    The first of them is the urgent one.
    """
    card = what_if(results.card, _raised(results, capability_ids, level))
    findings = find(results.pack, results.responses, card)
    fired = [f.rule for f in findings if f.outcome is Outcome.FIRES]
    if reason.urgency is not Urgency.CAP:
        return not {rule.id for rule in fired}.intersection(reason.because)
    levels = attain(card, fired, flags(results.pack, results.responses)).trends
    held_by = {hold.id for id_ in reason.because for hold in levels[id_].held_by}
    return capability_ids[0] not in held_by


def remedies(results: Results, reason: Reason) -> Iterator[str]:
    """Yield the capabilities that the rules of ``reason`` name as remedies."""
    for finding in results.fired():
        if finding.rule.id in reason.because:
            yield from finding.rule.remedies


def _raised(
    results: Results, capability_ids: Sequence[str], level: int
) -> Mapping[str, float]:
    return {
        item.question.id: max(float(level), item.value or 0.0)
        for id_ in capability_ids
        for item in results.card.capability(id_).items
        if item.applicable
    }


def _reasons(results: Results) -> Iterator[tuple[str, Urgency, str]]:
    for finding in results.fired():
        yield from _of_rule(finding.rule)
    for trend_id, attained in results.levels.trends.items():
        for hold in attained.held_by:
            if not hold.is_rule:
                yield hold.id, Urgency.CAP, trend_id


def _of_rule(rule: Rule) -> Iterator[tuple[str, Urgency, str]]:
    urgency = _BY_SEVERITY.get(rule.severity)
    if urgency is not None:
        yield from ((id_, urgency, rule.id) for id_ in rule.remedies)
