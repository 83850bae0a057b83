"""In what order the steps come.

Design: measurement.md 4.1, and D.6 of the content: critical rules, caps, high rules,
then points per person-week; within the same urgency the declared focus comes first. A
step whose prerequisite is two levels behind is never proposed; the prerequisite is, in
its place in line.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from readiness.plan.ladders import climb, reached
from readiness.plan.record import Status
from readiness.plan.steps import SetAside, Step
from readiness.scoring.results import Results
from readiness.scoring.score import POINTS, Scorecard, what_if

UNLOCKED = 0.5  #: share of a waiting step's value that counts for what it waits for
TOO_FAR_BEHIND = 2  #: levels


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineup:
    """All steps that could be taken, and which of them stand in line.

    Steps are named by their index in ``steps``. ``needs`` are the steps that each
    rests on, ``unlocks`` whose worth counts half for it. ``order`` is the line, first
    one first: what is too far ahead of what it rests on does not stand in it.

    ``aside`` is what the team has settled, ``waiting`` what rests on something of that
    which will not be done; neither can be taken.
    """

    steps: tuple[Step, ...]
    needs: tuple[frozenset[int], ...]
    unlocks: tuple[tuple[int, ...], ...]
    order: tuple[int, ...]
    aside: tuple[SetAside, ...] = ()
    waiting: tuple[Step, ...] = ()

    def in_line(self) -> tuple[Step, ...]:
        """Return the steps that stand in line, first one first."""
        return tuple(self.steps[i] for i in self.order)


def rank(results: Results, *, focus: str | None = None) -> tuple[Step, ...]:
    """Return the next steps of every capability below the target, first one first.

    A capability has one, or as many as it takes to cure a critical finding.
    """
    return line_up(results, focus=focus).in_line()


def line_up(
    results: Results,
    *,
    focus: str | None = None,
    whole: bool = False,
    settled: Mapping[str, Status] | None = None,
) -> Lineup:
    """Put the steps in line; if ``whole``, all steps of every capability.

    Of whole ladders nothing is too far ahead: what it rests on is there to be taken.
    ``settled`` are statuses by action id: what the team does not work on any more
    stands in no line, what it has begun stands first.
    """
    settled = settled or {}
    begun = {id_ for id_, status in settled.items() if status is Status.STARTED}
    climbed = [
        replace(step, is_begun=step.action.id in begun)
        for step in climb(results, focus=focus, whole=whole, statuses=settled)
    ]
    aside = tuple(_set_aside(climbed, settled))
    steps, waiting = _part(climbed, aside)
    needs = tuple(
        frozenset(n for n, needed in enumerate(steps) if waiting.rests_on(needed))
        for waiting in steps
    )
    unlocks = tuple(_unlocked_by(steps, needs))
    steps = [
        _with_unlocked(step, steps, waiting)
        for step, waiting in zip(steps, unlocks, strict=True)
    ]
    _pass_on_urgency(steps, needs)
    there = what_if(results.card, reached(a.step for a in aside if not a.is_refused))
    blocked = set[int]() if whole else _blocked(there, steps, needs)
    best_first = sorted(
        (i for i in range(len(steps)) if i not in blocked),
        key=lambda i: (*precedence(steps[i]), -steps[i].priority),
    )
    return Lineup(
        steps=tuple(steps),
        needs=needs,
        unlocks=unlocks,
        order=tuple(prerequisites_first(best_first, needs)),
        aside=aside,
        waiting=tuple(waiting),
    )


def precedence(step: Step) -> tuple[bool, int, bool]:
    """Return what puts a step before others whatever it gains; less is earlier."""
    return not step.is_begun, step.urgency, not step.is_focus


def prerequisites_first(
    best_first: Sequence[int], needs: Sequence[Collection[int]]
) -> Iterator[int]:
    """Yield ``best_first``, each after those of them that it needs."""
    place = {step: n for n, step in enumerate(best_first)}
    passed: set[int] = set()
    for first in best_first:
        trail = [first]
        while trail:
            missing = [n for n in needs[trail[-1]] if n in place and n not in passed]
            if missing:
                trail.append(min(missing, key=place.__getitem__))
            elif (here := trail.pop()) not in passed:
                passed.add(here)
                yield here


def _set_aside(
    steps: Iterable[Step], settled: Mapping[str, Status]
) -> Iterator[SetAside]:
    for step in steps:
        status = settled.get(step.action.id, Status.OPEN)
        if status.is_settled:
            yield SetAside(step=step, status=status)


def _part(
    climbed: Sequence[Step], aside: Sequence[SetAside]
) -> tuple[list[Step], list[Step]]:
    """Return what can be taken, and what rests on something that will not be done."""
    ids = {a.step.action.id for a in aside}
    left = [step for step in climbed if step.action.id not in ids]
    missing = [a.step for a in aside if a.is_refused]
    waiting: list[Step] = []
    while missing:
        waiting += missing
        missing = [s for s in left if any(s.rests_on(lack) for lack in missing)]
        left = [step for step in left if step not in missing]
    return left, [step for step in waiting if step.action.id not in ids]


def _unlocked_by(
    steps: Sequence[Step], needs: Sequence[Collection[int]]
) -> Iterator[tuple[int, ...]]:
    """Yield for each step the first waiting step of every other capability."""
    for i, first in enumerate(steps):
        waiting: dict[str, int] = {}
        for w, step in enumerate(steps):
            if i in needs[w] and step.capability.id != first.capability.id:
                waiting.setdefault(step.capability.id, w)
        yield tuple(waiting.values())


def _with_unlocked(first: Step, steps: Sequence[Step], unlocked: Sequence[int]) -> Step:
    worth = sum(steps[w].worth for w in unlocked)
    return replace(
        first,
        priority=first.priority + UNLOCKED * worth / first.action.person_weeks,
        opens=tuple(steps[w].capability for w in unlocked),
    )


def _blocked(
    there: Scorecard, steps: Sequence[Step], needs: Sequence[Collection[int]]
) -> set[int]:
    """Return the steps too far ahead of what they rest on, and what rests on them.

    ``there`` is the scorecard with what is done, whatever the answers say. What is
    begun is never too far ahead.
    """
    open_ = [w for w, step in enumerate(steps) if not step.is_begun]
    blocked = {
        w
        for w in open_
        if any(_is_far_ahead(there, steps[w], steps[n]) for n in needs[w])
    }
    while more := {w for w in open_ if blocked & {*needs[w]}} - blocked:
        blocked |= more
    return blocked


def _is_far_ahead(there: Scorecard, waiting: Step, needed: Step) -> bool:
    if waiting.capability.id == needed.capability.id:
        return False
    score = there.capability(needed.capability.id).score
    point = (score and score.point) or 0.0  # known, or it would have no step
    return waiting.action.to - point / POINTS >= TOO_FAR_BEHIND


def _pass_on_urgency(steps: list[Step], needs: Sequence[Collection[int]]) -> None:
    """Give each step the urgency of what waits for it, along whole chains."""
    pending = [(w, n) for w, needed in enumerate(needs) for n in sorted(needed)]
    while pending:
        waiting, needed = pending.pop()
        source, first = steps[waiting], steps[needed]
        if source.urgency < first.urgency:
            steps[needed] = replace(
                first,
                urgency=source.urgency,
                because=source.because,
                is_needed_first=True,
                settles=False,
            )
            pending += [(needed, n) for n in sorted(needs[needed])]
