"""Enumerations of documents list what the program knows, and are not renamed by it."""

import re
from typing import get_args

import pytest

from readiness.cli.doctoring.checks import Mark
from readiness.comparison.results import Cause, Reason, Route
from readiness.exchange.tasks import Kind as TaskKind
from readiness.pack.model import ClaimStatus, Effort
from readiness.pack.rule import RuleKind, Severity
from readiness.plan.record import Status
from readiness.plan.steps import Horizon
from readiness.published import values
from readiness.published.writing import iso, snake
from readiness.report.comparing.forms import MIXED
from readiness.report.documents.model import Redaction
from readiness.report.panel.roles import NO_DIFFERENCE, NOT_COMPARABLE
from readiness.report.panel_model import Disclosure
from readiness.responses import EvidenceKind, Form
from readiness.scoring.agreement import Accord
from readiness.scoring.groups import Group
from readiness.settings.provenance import Source
from readiness.uncertainty.verdicts import Verdict
from tests.builders import NOON

_HIGHER = [f"{group} see it higher" for group in Group]
LISTED = [
    (values.Accord, Accord),
    (values.Cause, Cause),
    (values.ClaimStatus, ClaimStatus),
    (values.Disclosure, Disclosure),
    (values.Effort, Effort),
    (values.EvidenceKind, EvidenceKind),
    (values.FindingKind, RuleKind),
    (values.Form, Form),
    (values.Forms, [*Form, MIXED]),
    (values.Group, Group),
    (values.Horizon, Horizon),
    (values.Mark, Mark),
    (values.Reason, Reason),
    (values.Redaction, Redaction),
    (values.RoleVerdict, [*_HIGHER, NO_DIFFERENCE, NOT_COMPARABLE]),
    (values.Route, Route),
    (values.Severity, Severity),
    (values.Source, Source),
    (values.Status, Status),
    (values.TaskKind, TaskKind),
    (values.Verdict, Verdict),
]


def enumeration(alias):
    return get_args(alias)[1].json_schema_extra["enum"]


def is_enumeration(alias):
    extra = getattr(get_args(alias)[1:] and get_args(alias)[1], "json_schema_extra", {})
    return "enum" in (extra or {})


@pytest.mark.parametrize(("listed", "known"), LISTED)
def test_an_enumeration_lists_what_the_program_knows_in_its_order(listed, known):
    assert enumeration(listed) == [snake(value) for value in known]


@pytest.mark.parametrize(("listed", "known"), LISTED)
def test_what_programs_read_is_in_snake_case(listed, known):
    assert all(re.fullmatch("[a-z]+(_[a-z]+)*", value) for value in enumeration(listed))
    assert known


def test_no_enumeration_is_left_out_here():
    found = [alias for alias in vars(values).values() if is_enumeration(alias)]

    assert len(found) == len(LISTED)


def test_a_day_is_written_as_iso_8601_has_it_and_none_is_none():
    assert (iso(NOON.date()), iso(None)) == ("2026-11-22", None)
