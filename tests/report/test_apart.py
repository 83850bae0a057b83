"""What several people answered differently is never told as a fact."""

import pytest

from readiness.pack.rule import Severity
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_rule,
    an_action,
)
from tests.report.panels import report_of


def one_question(*answers):
    """Report on people who answer one question."""
    return report_of(a_pack(), *(("", {"pairing": answer}) for answer in answers))


@pytest.mark.parametrize(
    ("answers", "answer", "anchor"),
    [
        ([0, 2], "level 1 on average, nearest to level 1: Level 1", ""),
        ([1, 1], "level 1: Level 1", "What is there at level 1."),
        ([1, DONT_KNOW], "level 1: Level 1", "What is there at level 1."),
        ([1], "level 1: Level 1", "What is there at level 1."),
    ],
)
def test_what_not_all_said_is_no_fact(answers, answer, anchor):
    (line,) = one_question(*answers).gaps

    assert (line.answer, line.anchor) == (answer, anchor)


def test_what_does_not_apply_has_no_text_of_a_level():
    (line,) = one_question(2, DOES_NOT_APPLY, DOES_NOT_APPLY).answers

    assert line.answer.startswith("not applicable; 1 of 3 rated it")
    assert line.anchor == ""


def test_a_step_shows_how_far_the_answers_behind_it_are_apart():
    actions = (an_action("a", 1), an_action("a", 2), an_action("a", 3))
    rule = a_rule(condition="a < 3", severity=Severity.CRITICAL, remedies=("a",))
    pack = a_pack(a_capability("a", actions=actions), rules=[rule])

    apart = report_of(pack, *(("", {"a": level}) for level in (0, 0, 1)))
    alike = report_of(pack, ("", {"a": 0}))

    assert [cause.answer for step in apart.steps for cause in step.causes] == [
        "level 0.3 on average, nearest to level 0: Level 0; answers 0, 0, 1"
    ] * 3
    assert [cause.answer for step in alike.steps for cause in step.causes] == [
        "level 0: Level 0"
    ] * 3
