"""Where rules and claims come from, for whoever asks."""

from collections.abc import Iterator

from readiness.pack.model import Claim
from readiness.report import words
from readiness.report.findings import reasons_in_words
from readiness.scoring.results import Results
from readiness.scoring.rules import Finding, Outcome


def explain_rule(results: Results, finding: Finding) -> Iterator[str]:
    """Yield the condition, what it looked at, and what it rests on."""
    rule = finding.rule
    yield f"{rule.name} ({rule.id}): {finding.outcome}, severity {rule.severity}"
    yield f"  condition: {rule.condition}"
    verb = "unknown:" if finding.outcome is Outcome.UNKNOWN else "because"
    yield from (
        f"  {verb} {said}" for said in reasons_in_words(results, finding.because)
    )
    yield f"  why it matters: {rule.rationale}"
    yield f"  rests on: {rule.source}"
    yield f"  do: {rule.action}"


def explain_claim(results: Results, claim: Claim) -> Iterator[str]:
    """Yield who is said to have said it, and what was found."""
    yield f"{claim.id}: {claim.claim}"
    yield f"  said to come from: {claim.attributed}"
    yield f"  status: {words.STATUS_WORDS[claim.status]}"
    yield f"  what was found: {claim.note}"
    yield f"  source: {claim.source}{f', {claim.url}' if claim.url else ''}"
    names = [results.pack.capability_by_id[id_].name for id_ in claim.capabilities]
    if names:
        yield f"  bears on: {words.joined(names)}"
