"""Put steps into three horizons: few at a time, large ones not at once."""

from collections.abc import Sequence

from readiness.pack.model import Effort
from readiness.plan.steps import Horizon, Scheduled, Step

ROOM = 2  #: steps per horizon: teams finish few things at a time
_ORDER = list(Horizon)


def schedule(
    steps: Sequence[Step], *, room: int | None = ROOM
) -> tuple[tuple[Scheduled, ...], tuple[Step, ...]]:
    """Return the scheduled steps by horizon, and the rest, both in order of rank.

    Each step takes the earliest horizon with room that comes after the steps of its
    prerequisites; a large one does not fit into the first six weeks. What rests on a
    step that found no room finds none either, unless it is begun: then it stands at
    the last horizon, with or without room.

    Without a limit (``room`` is ``None``) every step finds a place: where prerequisites
    take it beyond the last horizon, it stands there, after them. ``steps`` come in an
    order in which each stands after those that it rests on.
    """
    placed: dict[str, Scheduled] = {}
    rest: list[Step] = []
    for step in steps:
        is_early = any(step.rests_on(other) for other in rest)
        horizon = None if is_early else _earliest(step, placed, room)
        if horizon is None and step.is_begun:
            horizon = _ORDER[-1]
        if horizon:
            placed[step.action.id] = Scheduled(step=step, horizon=horizon)
        else:
            rest.append(step)
    by_time = sorted(placed.values(), key=lambda s: _ORDER.index(s.horizon))
    return tuple(by_time), tuple(rest)


def _earliest(
    step: Step, placed: dict[str, Scheduled], room: int | None
) -> Horizon | None:
    needed = [
        _ORDER.index(other.horizon)
        for other in placed.values()
        if step.rests_on(other.step)
    ]
    taken = [scheduled.horizon for scheduled in placed.values()]
    for horizon in _ORDER[max(needed, default=-1) + 1 :]:
        is_too_large = step.action.effort is Effort.LARGE and horizon is Horizon.NOW
        has_room = room is None or taken.count(horizon) < room
        if has_room and not is_too_large:
            return horizon
    return _ORDER[-1] if room is None else None
