"""What a team has settled, in words, and what stays open or waits because of it."""

from collections.abc import Iterable, Iterator, Mapping

from readiness.markup import unescaped
from readiness.plaintext import one_line
from readiness.plan.file import KeptAction
from readiness.plan.ladders import reached
from readiness.plan.record import Status
from readiness.plan.steps import Plan, SetAside, Step
from readiness.scoring.results import Results
from readiness.scoring.rules import Outcome, find
from readiness.scoring.score import what_if

_SETTLED = {
    Status.DONE: "done",
    Status.DROPPED: "it was dropped",
    Status.ACCEPTED: "the risk was accepted",
}


def settled_words(status: Status, kept: KeptAction | None = None) -> str:
    """Return "the risk was accepted by Anna until 2027-01-31": all that was typed.

    ``status`` is one that settles an action. Without ``kept`` nothing of what people
    wrote in the file is told, "the risk was accepted".
    """
    typed = typed_status(kept) if kept else ""
    more = typed[len(status) :] if typed.lower().startswith(status) else ""
    if kept and status is Status.ACCEPTED and kept.due and "until" not in more.lower():
        more += f" until {typed_text(kept.due_words)}"
    return f"{_SETTLED[status]}{more}"


def typed_status(kept: KeptAction) -> str:
    """Return the status as somebody wrote it, with what stands behind it."""
    return typed_text(kept.status_words)


def typed_text(markdown: str) -> str:
    """Return what somebody wrote in a field of a plan as text on one line."""
    return one_line(unescaped(markdown))


def waits_for(step: Step, plan: Plan) -> tuple[SetAside, ...]:
    """Return what ``step`` rests on, at once or by other steps, and nobody will do."""
    below = {step.action.id}
    blocked = [*plan.waiting, *(a.step for a in plan.aside if a.is_refused)]
    resting = [step]
    while resting:
        upper = resting.pop()
        for lower in blocked:
            if lower.action.id not in below and upper.rests_on(lower):
                below.add(lower.action.id)
                resting.append(lower)
    return tuple(a for a in plan.aside if a.is_refused and a.step.action.id in below)


def resting_words(
    step: Step, plan: Plan, kept: Mapping[str, KeptAction] | None = None
) -> str:
    """Return why a step of ``plan.waiting`` waits: 'it rests on "X": it was dropped'.

    ``kept`` are the actions of the file by id, for what people wrote of them.
    """
    return rests_on_words(waits_for(step, plan), kept)


def rests_on_words(
    refused: Iterable[SetAside], kept: Mapping[str, KeptAction] | None = None
) -> str:
    """Return 'it rests on "X": it was dropped', for what will not be done."""
    files = kept or {}
    told = [
        (a.step.action, settled_words(a.status, files.get(a.step.action.id)))
        for a in refused
    ]
    return "it rests on " + "; ".join(
        f'"{action.title}": {said}' for action, said in told
    )


def waiting_first(plan: Plan) -> Iterator[Step]:
    """Yield what waits, of every other capability the first step and what is urgent."""
    seen = {a.step.capability.id for a in plan.aside if a.is_refused}
    for step in sorted(plan.waiting, key=lambda waiting: waiting.action.to):
        if step.because or step.capability.id not in seen:
            seen.add(step.capability.id)
            yield step


def left_open(results: Results, plan: Plan) -> Mapping[str, tuple[SetAside, ...]]:
    """Return why findings stay open by the ids of their rules: what will not be done.

    A finding does if its rule fires though all else that the plan names were done.
    """
    done = (a.step for a in plan.aside if not a.is_refused)
    card = what_if(results.card, reached([*plan.steps(), *plan.rest, *done]))
    found: dict[str, tuple[SetAside, ...]] = {}
    for finding in find(results.pack, results.responses, card):
        if finding.outcome is Outcome.FIRES:
            because = _refusals(finding.rule.remedies, plan)
            found |= {finding.rule.id: because} if because else {}
    return found


def _refusals(remedies: tuple[str, ...], plan: Plan) -> tuple[SetAside, ...]:
    """Return what will not be done and takes ``remedies`` away."""
    refused = [a for a in plan.aside if a.is_refused]
    blocked = [*plan.waiting, *(a.step for a in refused)]
    missing = {
        a.step.action.id
        for step in blocked
        if step.capability.id in remedies
        for a in waits_for(step, plan)
    }
    return tuple(a for a in refused if a.step.action.id in missing)
