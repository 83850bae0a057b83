"""No risk comes or goes without a sentence."""

import pytest

from readiness.comparison.results import Quarter
from readiness.pack.rule import RuleKind, Severity
from readiness.report.comparing.risks import risk_remarks
from tests.builders import DONT_KNOW, a_capability, a_pack, a_response, a_rule

RISK = a_rule("R01", "a >= 2 and b < 2")
PACK = a_pack(a_capability("a"), a_capability("b"), rules=[RISK])
OTHER = a_pack(a_capability("a"), a_capability("b"))
FOUND, NAMED = {"a": 3, "b": 0}, "Finding R01 (high)"


def a_quarter(period, pack=PACK, **answers):
    responses = (a_response(pack, **answers),)
    return Quarter(period=period, pack=pack, responses=responses)


def told(old, new):
    return list(risk_remarks(old, new))


@pytest.mark.parametrize("answers", [FOUND, {"a": 0, "b": 0}])
def test_what_is_as_before_needs_no_words(answers):
    assert told(a_quarter("2026-Q3", **answers), a_quarter("2026-Q4", **answers)) == []


def test_a_risk_that_came_is_told_with_its_severity():
    old, new = a_quarter("2026-Q3", a=0, b=0), a_quarter("2026-Q4", **FOUND)

    assert told(old, new) == [f"Risks found in 2026-Q4 and not in 2026-Q3: {NAMED}."]


def test_a_risk_that_went_because_something_got_worse_is_not_called_cured():
    (said,) = told(a_quarter("2026-Q3", **FOUND), a_quarter("2026-Q4", a=1, b=0))

    assert f"the answers of 2026-Q4 no longer show: {NAMED}." in said
    assert "may also come of a lower answer" in said


def test_a_risk_of_which_too_little_is_known_is_not_called_gone():
    old = a_quarter("2026-Q3", **FOUND)

    (said,) = told(old, a_quarter("2026-Q4", a=3, b=DONT_KNOW))

    assert said.startswith("Risks of 2026-Q3 of which too little is known in 2026-Q4")
    assert said.endswith(f"gone: {NAMED}.")


def test_a_risk_that_is_not_asked_about_any_more_is_told():
    old, new = a_quarter("2026-Q3", **FOUND), a_quarter("2026-Q4", OTHER, **FOUND)

    assert told(old, new) == [f"Risks of 2026-Q3 that nothing asks about now: {NAMED}."]


def test_answers_that_do_not_fit_each_other_are_no_risk():
    odd = a_rule(condition="a >= 2", kind=RuleKind.CONSISTENCY, severity=Severity.INFO)
    pack = a_pack(a_capability("a"), rules=[odd])

    assert told(a_quarter("2026-Q3", pack, a=0), a_quarter("2026-Q4", pack, a=3)) == []
