"""A calibration as JSON, for other programs; its shape is a published one."""

from datetime import date
from typing import TYPE_CHECKING

from readiness.published.writing import as_text, envelope, iso
from readiness.report.calibration import CalibrationReport, remarks
from readiness.report.comparing.json import noise_of
from readiness.uncertainty.retest import Estimate

if TYPE_CHECKING:
    from readiness.published import calibration as published


def render(report: CalibrationReport) -> str:
    """Return one JSON document with a newline at its end."""
    return as_text(document(report))


def document(report: CalibrationReport) -> "published.Calibration":
    """Return the JSON document as plain data; numbers are not rounded."""
    found = report.calibration
    occasions = found.occasions
    return {
        **envelope("readiness.calibration"),
        "team": {"id": report.team.id, "name": report.team.name},
        "first": _time(report.first, occasions.first),
        "second": _time(report.second, occasions.second),
        "days": occasions.days,
        "undated_people": occasions.undated,
        "people": found.people,
        "left_out_people": found.left_out,
        "questions": found.items,
        "answers": found.answers,
        "identical": found.identical,
        "drift": found.drift,
        "item": _estimate(found.item),
        "shift": {**_estimate(found.shift), "measured": found.is_shift_measured},
        "assumed": noise_of(found.assumed),
        "noise": noise_of(found.noise),
        "provable_points": {"assumed": report.proved, "measured": report.proves},
        "remarks": list(remarks(report)),
    }


def _time(period: str, day: date | None) -> "published.Time":
    return {"period": period, "day": iso(day)}


def _estimate(estimate: Estimate) -> "published.Estimate":
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}
