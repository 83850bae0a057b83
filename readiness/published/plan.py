"""The plan: ``readiness plan --json``."""

from typing import Annotated, Literal

from readiness.published.actions import About, Action, Claim, Finding, Hold, Inquiry
from readiness.published.values import Quarter, says


class PlannedAction(Action):
    """A step of the plan, with what people made of it in their plan file."""

    since: Annotated[Quarter | None, says("The quarter of the plan that it came with.")]


class Plan(About[Literal["readiness.plan"]]):
    """What to do next, what to find out and what to hold."""

    findings: Annotated[list[Finding], says("Worst first.")]
    actions: Annotated[list[PlannedAction], says("Scheduled, in order.")]
    later: Annotated[list[Action], says("For which there is no room yet, in order.")]
    aside: Annotated[
        list[Action], says("Suggested by the answers, settled by the team.")
    ]
    find_out: Annotated[list[Inquiry], says("What narrows the ranges most, first.")]
    hold: list[Hold]
    claims: Annotated[list[Claim], says("Those that the actions rest on.")]
    focus: Annotated[str | None, says("Id of the trend that is declared to improve.")]
    capacity_words: Annotated[
        str | None, says("What the time there is goes to; null without a limit.")
    ]
    verify_words: Annotated[
        str | None, says("What of it the next quarter could prove.")
    ]
