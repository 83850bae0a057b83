"""Where rules, claims and the gains of actions come from, for whoever asks."""

from collections.abc import Iterable, Iterator

from readiness.pack.model import Claim, ClaimStatus
from readiness.plan.steps import Step
from readiness.report import words
from readiness.report.findings import reasons_in_words
from readiness.report.model import ClaimLine
from readiness.scoring.results import Results
from readiness.scoring.rules import Finding, Outcome
from readiness.scoring.score import POINTS, ItemScore

_NO_SOURCE = "no source confirms it"
KNOWN_WORDS = {  # how well a claim is known, for readers
    ClaimStatus.VERIFIED: "its source says so",
    ClaimStatus.DIFFERS: "its source says something else",
    ClaimStatus.NOT_FOUND: _NO_SOURCE,
    ClaimStatus.UNCONFIRMED: _NO_SOURCE,
}


def claim_lines(claims: Iterable[Claim]) -> tuple[ClaimLine, ...]:
    """Return claims with what was found at their sources."""
    return tuple(
        ClaimLine(
            id=claim.id,
            claim=claim.claim,
            status=claim.status,
            status_words=words.STATUS_WORDS[claim.status],
            known_words=KNOWN_WORDS[claim.status],
            attributed=claim.attributed,
            source=claim.source,
            url=claim.url or "",
            note=claim.note,
            capabilities=claim.capabilities,
        )
        for claim in claims
    )


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


def explain_step(results: Results, step: Step) -> Iterator[str]:
    """Yield how the gain of an action is added up, and what its range is."""
    share = results.card.influence()
    trends = sum(trend.score is not None for trend in results.card.trends)
    gain, noise = step.trend_gain, f"{results.pack.noise.item:g} levels"
    yield f"{words.title_of(step.action)} ({step.action.id})"
    yield f"  lifts to level {step.action.to}, in {step.trend.name}:"
    for item in step.lifts:
        of_trend = words.exact(100 * share[item.question.id] * trends)
        now = "unknown" if item.value is None else words.exact(item.value)
        yield f"  {item.question.id}: now {now}, {of_trend} % of the trend"
    known = [item for item in step.lifts if item.value is not None]
    added = " + ".join(
        f"{words.exact(share[i.question.id] * trends)} x {_lift(step, i)}"
        for i in known
    )
    yield f"  gain = {POINTS:g} x ({added}) = {words.exact(gain.points)} of the trend"
    yield f"  that is {words.exact(step.gain.points)} points of the overall score"
    low, high = words.exact(gain.low), words.exact(gain.high)
    yield f"  range {low} to {high}: an answer varies by {noise} from day to day"
    yield "  (one standard deviation), and unknown answers may hide what they lack"
    yield "  the shown score may rise by more where answers are unknown: it is the mean"
    yield "  of what is known, the gain counts what is unknown as a part of the whole"


def _lift(step: Step, item: ItemScore) -> str:
    return words.exact(step.action.to - (item.value or 0.0))
