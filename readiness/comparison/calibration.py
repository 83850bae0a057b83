"""How much answers move though nothing has changed, measured with a team's own.

The same people answer twice within three weeks: what moves then is noise, of each
answer by itself and of a person's mood (design: measurement.md, section 3.3).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from readiness.comparison.occasions import Occasions, find_occasions
from readiness.comparison.pairs import Pair, TwoQuarters, pair_up
from readiness.comparison.results import Quarter
from readiness.errors import (
    BadDataError,
    IncompleteError,
    NotFoundError,
    ReadinessError,
)
from readiness.pack.model import Noise
from readiness.uncertainty.retest import Estimate, estimate_item, estimate_shift

FEWEST = 10  #: questions that a person must have rated both times to count
ENOUGH_PEOPLE = 3  #: from so many people on, a mood is measured and not assumed


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What answers given twice, with no change in between, tell of their noise.

    ``item`` and ``shift`` are as in `readiness.pack.model.Noise`. ``answers`` are the
    pairs they come from, ``identical`` the share 0..1 of those that are the same both
    times, and ``drift`` the mean change of people in levels.
    """

    item: Estimate
    shift: Estimate
    people: int  #: who rated at least `FEWEST` of the same questions both times
    left_out: int  #: who answered both times, but not so many
    items: int  #: questions that at least one of the people rated both times
    answers: int
    identical: float
    drift: float
    occasions: Occasions
    assumed: Noise  #: what holds for all that is not measured

    @property
    def is_shift_measured(self) -> bool:
        """Whether there are enough people to tell moods from chance."""
        return self.people >= ENOUGH_PEOPLE

    @property
    def has_drifted(self) -> bool:
        """Whether people moved together, by more than assumed noise explains.

        By more than twice the standard error: then something may really have changed.
        """
        noise = self.assumed
        variance = 2 * (noise.item**2 * self.people / self.answers + noise.shift**2)
        return self.drift**2 > 4 * variance / self.people

    @property
    def noise(self) -> Noise:
        """What comparisons may go by from now on: measured where it could be."""
        measured = {"item": self.item.value, "shift": self._shift}
        return Noise(**{**self.assumed.model_dump(), **measured})

    @property
    def _shift(self) -> float:
        """The mood to go by.

        Too few people cannot tell small moods from none, and with none a verdict would
        be sure too early. So what is assumed stays then, within what was measured.
        """
        if not self.is_shift_measured:
            return self.assumed.shift
        if self.shift.low:
            return self.shift.value
        return min(max(self.shift.value, self.assumed.shift), self.shift.high)


def calibrate(
    first: Quarter, second: Quarter, *, assumed: Noise | None = None
) -> Calibration:
    """Measure the noise of answers with what the same people answered twice.

    ``assumed`` is what holds for all that this does not measure: the second pack's
    noise unless given. Raises `NotFoundError` if nobody answered both times,
    `IncompleteError` if nobody rated enough of the same questions both times,
    `UsageError` if the second answers are older than the first or more than three
    weeks younger, and `BadDataError` if one time is a copy of the other.
    """
    both = pair_up(first, second)
    if not both.stayed:
        raise _nobody(first, second)
    everybody = _rated_twice(both)
    people = [pairs for pairs in everybody if len(pairs) >= FEWEST]
    if not people:
        raise _too_few(everybody)
    occasions = find_occasions(tuple(pairs.values()) for pairs in people)
    changes = [_changes(pairs) for pairs in people]
    item = estimate_item(changes)
    if not item.value:
        raise _copied(occasions)
    pooled = [change for own in changes for change in own]
    return Calibration(
        item=item,
        shift=estimate_shift(changes, item.value),
        people=len(people),
        left_out=both.stayed - len(people),
        items=len(set().union(*people)),
        answers=len(pooled),
        identical=pooled.count(0) / len(pooled),
        drift=fmean(fmean(own) for own in changes),
        occasions=occasions,
        assumed=assumed or second.pack.noise,
    )


def _rated_twice(both: TwoQuarters) -> list[dict[str, Pair]]:
    """Return, for each person, what they rated both times, by question."""
    return [
        {
            id_: pair
            for id_ in both.common
            if (pair := both.pairs[id_][place]).change is not None
        }
        for place in range(both.stayed)
    ]


def _changes(pairs: Mapping[str, Pair]) -> list[int]:
    return [pair.change for pair in pairs.values() if pair.change is not None]


def _nobody(first: Quarter, second: Quarter) -> ReadinessError:
    names = [
        ", ".join(sorted(response.respondent for response in quarter.responses))
        for quarter in (first, second)
    ]
    return NotFoundError(
        "nobody answered both times",
        facts=(f"the first time: {names[0]}", f"the second time: {names[1]}"),
        tries=("answer under the same name both times: readiness assess --as NAME",),
    )


def _too_few(everybody: Sequence[Mapping[str, Pair]]) -> ReadinessError:
    most = max(map(len, everybody))
    return IncompleteError(
        f"nobody rated {FEWEST} of the same questions both times",
        facts=(f"the most is {most}",),
        tries=("answer more of them the second time: readiness assess",),
    )


def _copied(occasions: Occasions) -> ReadinessError:
    days = occasions.days
    when = () if days is None else (f"days between the two times: {days}",)
    return BadDataError(
        "no answer differs from the first time: there is no noise to measure",
        facts=(
            "people who answer twice differ in about a third of their answers",
            *when,
        ),
        tries=("answer anew, without a look at the first answers",),
    )
