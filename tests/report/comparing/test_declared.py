from datetime import datetime, timedelta

import pytest

from readiness.report.comparing.declared import Declared, find_declared
from readiness.responses import Rated
from tests.builders import NOON, a_response
from tests.report.comparing.values import PACK, a_quarter, a_record

AT_NOON = a_quarter("2026-Q4", a_response(PACK, pairing=Rated(level=2, at=NOON), mfa=1))


def test_a_focus_that_was_declared_before_the_first_answer_counts():
    record = a_record(focus="ai", focus_at=NOON - timedelta(minutes=1))

    assert find_declared(record, AT_NOON) == Declared(focus="ai")


@pytest.mark.parametrize("minutes", [0, 1])
def test_a_focus_that_was_declared_later_does_not_count_and_a_line_says_so(minutes):
    record = a_record(focus="ai", focus_at=NOON + timedelta(minutes=minutes))

    declared = find_declared(record, AT_NOON)

    assert declared.focus is None
    assert "declared after the first answers of 2026-Q4, so not counted" in (
        declared.remark
    )


def test_a_focus_does_not_count_if_nobody_knows_when_the_answers_were_given():
    record = a_record(focus="ai", focus_at=NOON)

    declared = find_declared(record, a_quarter())

    assert declared.focus is None
    assert "nobody knows when the answers of 2026-Q4 were given" in declared.remark


@pytest.mark.parametrize(
    "fields", [{}, {"focus": "ai"}, {"focus_at": NOON}], ids=["none", "when", "what"]
)
def test_without_a_focus_there_is_nothing_to_say(fields):
    assert find_declared(a_record(**fields), AT_NOON) == Declared()


def test_a_moment_without_a_zone_is_taken_for_universal_time():
    bare = datetime(2026, 11, 22, 11, 59)  # noqa: DTZ001 - as somebody may write it
    record = a_record(focus="ai", focus_at=bare)

    assert find_declared(record, AT_NOON).focus == "ai"
