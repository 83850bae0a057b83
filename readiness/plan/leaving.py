"""Why an action of a plan is not in the next one, in words that are true."""

from collections.abc import Mapping

from readiness.pack.model import Action
from readiness.plan.file import KeptAction
from readiness.plan.ladders import next_action
from readiness.plan.refused import resting_words, rests_on_words
from readiness.plan.steps import Plan
from readiness.scoring.score import CapabilityScore

_FIRST = "others come first now"
_NO_TIME = "there is no time for it within the person-weeks of this plan"


def why_gone(
    action: KeptAction, plan: Plan, kept: Mapping[str, KeptAction] | None = None
) -> str:
    """Return why ``plan`` does not propose ``action`` any more, as half a sentence.

    ``kept`` are all actions of its file by id, for who settled what it rests on.
    """
    for step in plan.waiting:
        if action.id == step.action.id:
            return resting_words(step, plan, kept)
    for part in plan.before.capabilities():
        for known in part.capability.actions:
            if known.id == action.id:
                return _of_answers(part, known) or _of_plan(part, action, plan, kept)
    return "the questions do not have it any more"


def _of_answers(part: CapabilityScore, action: Action) -> str:
    """Return what of the answers has settled it, "" if they have not."""
    asked = [item for item in part.items if item.question.id in action.lifts]
    values = [item.value for item in asked if item.applicable]
    known = [value for value in values if value is not None]
    if not asked:
        return "what it lifts was not asked"
    if not values:
        return "what it lifts does not apply"
    if known and min(known) < action.to:
        return ""
    if len(known) < len(values):
        return "what it lifts is not known"
    return f"its level {action.to} is reached"


def _of_plan(
    part: CapabilityScore,
    action: KeptAction,
    plan: Plan,
    kept: Mapping[str, KeptAction] | None,
) -> str:
    """Return what of the plan leaves no place for it."""
    refused = {a.step.action.id: a for a in plan.aside if a.is_refused}
    lower = next_action(part)
    if lower is not None and lower.id in refused:
        return rests_on_words((refused[lower.id],), kept)
    if plan.budget is not None:
        return _NO_TIME if action.is_begun else _FIRST
    if action.id in {step.action.id for step in plan.rest}:
        return _FIRST
    if lower is not None and lower.id != action.id:
        return "a lower step of the same capability comes first"
    return "what it rests on comes first"
