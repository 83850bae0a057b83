"""A calibration in sentences: how much answers move by themselves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import fill

from readiness.comparison.calibration import ENOUGH_PEOPLE, FEWEST, Calibration
from readiness.comparison.occasions import LONGEST, Occasions
from readiness.comparison.results import Quarter
from readiness.report.words import counted, exact, whole
from readiness.responses import Team
from readiness.scoring.score import score
from readiness.uncertainty.moderated import effective_items, smallest_provable
from readiness.uncertainty.retest import Estimate
from readiness.uncertainty.verdicts import LEAST

SOON = 2  #: below so many days, people remember what they said
WIDTH = 80  #: columns of comments in a file


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationReport:
    """A calibration, and what its figures mean for the team's next comparison.

    ``proves`` is the change of the overall score in points that as many people could
    just prove by the new figures, ``proved`` by those that were assumed.
    """

    team: Team
    first: str
    second: str
    calibration: Calibration
    proves: float
    proved: float


def build_calibration(
    calibration: Calibration, first: Quarter, second: Quarter
) -> CalibrationReport:
    """Return the report of a calibration with these two times."""
    influence = score(second.pack, second.responses).influence()
    items, people = effective_items(tuple(influence.values())), calibration.people
    return CalibrationReport(
        team=second.responses[0].team,
        first=first.period,
        second=second.period,
        calibration=_with_true_days(calibration, first, second),
        proves=max(LEAST, smallest_provable(items, people, calibration.noise)),
        proved=max(LEAST, smallest_provable(items, people, calibration.assumed)),
    )


def _with_true_days(
    calibration: Calibration, first: Quarter, second: Quarter
) -> Calibration:
    """Return ``calibration`` without days that are only those of an import.

    An imported form has the time of the import; nobody answers for two quarters on
    one day.
    """
    if first.period == second.period or calibration.occasions.days != 0:
        return calibration
    unknown = Occasions(first=None, second=None, undated=calibration.people)
    return replace(calibration, occasions=unknown)


def comments(report: CalibrationReport) -> str:
    """Return the remarks as comments of a TOML file, or ""."""
    return "".join(
        f"\n{fill(said, WIDTH, initial_indent='# Note: ', subsequent_indent='# ')}\n"
        for said in remarks(report)
    )


def render(report: CalibrationReport) -> str:
    """Return the report in sentences, one fact a line."""
    return "".join(f"{line}\n" for line in (*_facts(report), *remarks(report)))


def remarks(report: CalibrationReport) -> Iterator[str]:
    """Yield what makes the figures less sure than they look."""
    found = report.calibration
    if found.left_out:
        yield (
            f"Left out: {counted(found.left_out, 'person', 'people')} who rated fewer "
            f"than {FEWEST} of the same questions both times."
        )
    if found.occasions.undated:
        yield (
            f"Of {counted(found.occasions.undated, 'person', 'people')} the days are "
            f"not known. With more than {LONGEST} days between the two times, this "
            "may measure what changed in the team."
        )
    if found.occasions.days is not None and found.occasions.days < SOON:
        yield (
            "The two times are so close that people remember what they said: the "
            "noise may look smaller than it is."
        )
    if found.is_shift_measured and not found.shift.low:
        yield (
            f"{found.people} people are too few to tell these moods from none; they "
            f"may be as strong as {exact(found.shift.high)} levels. To be on the safe "
            f"side, comparisons go by {exact(found.noise.shift)}."
        )
    if found.has_drifted:
        way = "up" if found.drift > 0 else "down"
        yield (
            f"Together, answers went {way} by {exact(abs(found.drift))} levels, more "
            "than moods explain: if something has changed in the team, do not use "
            "these figures."
        )


def _facts(report: CalibrationReport) -> Iterator[str]:
    found, assumed = report.calibration, report.calibration.assumed
    people = counted(found.people, "person", "people")
    periods = " and ".join(dict.fromkeys((report.first, report.second)))
    yield f"Calibration of {report.team.name}, {periods}, self-reported."
    yield f"People: {found.people}, with {found.items} questions twice{_days(found)}."
    yield (
        f"Answers: {whole(100 * found.identical)} % of {found.answers} are the same "
        "both times."
    )
    yield f"One answer: {_measured(found.item, assumed.item)}."
    yield f"A person's mood: {_mood(found)}."
    yield (
        f"For next time: with {people}, a change of the overall score by "
        f"{whole(report.proves)} points can be proved (by the pack's figures: "
        f"{whole(report.proved)})."
    )


def _days(found: Calibration) -> str:
    days, first = found.occasions.days, found.occasions.first
    if days is None:
        return ""
    if not days:
        return f", both times on {first}"
    return f", {counted(days, 'day')} apart ({first} and {found.occasions.second})"


def _measured(estimate: Estimate, assumed: float) -> str:
    low, high = exact(estimate.low), exact(estimate.high)
    return (
        f"moves by {exact(estimate.value)} levels ({low} to {high}); "
        f"the pack assumes {exact(assumed)}"
    )


def _mood(found: Calibration) -> str:
    if found.is_shift_measured:
        return _measured(found.shift, found.assumed.shift)
    return (
        f"takes {ENOUGH_PEOPLE} people to be told from chance; the pack assumes "
        f"{exact(found.assumed.shift)}, and it stays"
    )
