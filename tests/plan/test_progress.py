from datetime import date

import pytest

from readiness.plan.progress import Fate, next_check
from tests.plan.documents import a_team_pack, drawn, filled

NOW = drawn()


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2026-Q1", date(2026, 4, 30)),
        ("2026-Q2", date(2026, 7, 31)),
        ("2026-Q3", date(2026, 10, 31)),
        ("2026-Q4", date(2027, 1, 31)),
    ],
)
def test_the_next_check_is_when_a_month_of_the_next_quarter_is_over(period, day):
    assert next_check(period) == day


def test_without_a_file_everything_is_new():
    progress = NOW.progress()

    assert progress.summary() == "3 new"
    assert progress.of("tests-1").since == "2026-Q4"


def test_the_summary_counts_what_became_of_each_action():
    text = filled(NOW.document(), "pairing-1", status="done")
    text = filled(text, "roles-1", status="risk accepted by Ana")

    later = drawn("2027-Q1", pairing=1, tests=3).progress(text)

    assert later.summary() == ("1 new, 1 done, 1 risk accepted, 1 no longer suggested")
    assert drawn(pairing=1, tests=1).progress(NOW.document()).summary() == (
        "2 new, 1 kept, 2 no longer suggested"
    )


def test_what_has_settled_before_is_not_counted_again():
    settled = NOW.merged(filled(NOW.document(), "tests-1", status="dropped"))

    assert NOW.progress(settled).summary() == "2 kept"


def test_what_is_done_but_still_proposed_next_quarter_says_so():
    text = filled(NOW.document(), "tests-1", status="done")

    course = drawn("2027-Q1").progress(text).of("tests-1")

    assert course.fate is Fate.DONE
    assert course.reason == "done, though the answers of 2027-Q1 do not show it yet"


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        (drawn("2027-Q1", tests=2), "its level 1 is reached"),
        (drawn("2027-Q1", pack=a_team_pack(("roles",))), "the questions do not"),
    ],
)
def test_what_is_not_suggested_any_more_says_why(later, reason):
    course = later.progress(NOW.document()).of("tests-1")

    assert course.reason.startswith(reason)


def test_others_may_come_first():
    many = a_team_pack(tuple(f"a{n}" for n in range(9)))
    before = drawn(pack=many, **{f"a{n}": 3 for n in range(8)})

    after = drawn("2027-Q1", pack=many).progress(before.document())

    assert after.of("a8-1").reason == "others come first now"


def test_a_remark_on_the_status_stays_when_all_boxes_are_ticked():
    text = filled(NOW.document(), "tests-1", status="in progress, with Bo")
    text = text.replace("- [ ] Tests", "- [x] Tests")

    assert NOW.progress(text).of("tests-1").status == "done (was: in progress, with Bo)"
