import pytest

from readiness.plan.progress import Fate
from readiness.plan.record import Status
from readiness.responses import Form, NotApplicable
from tests.builders import DONT_KNOW, a_capability, a_pack, a_question, an_action
from tests.plan.documents import IDS, a_team_pack, drawn, filled

NOW = drawn()


def ladder(id_, *, quick=False, **fields):
    """Build a capability with one question and an action to each of three levels."""
    actions = tuple(an_action(id_, to) for to in (1, 2, 3))
    questions = (a_question(id_, quick=quick),)
    return a_capability(id_, actions=actions, questions=questions, **fields)


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


def test_what_is_done_and_left_out_says_so_only_in_the_next_quarter():
    text = filled(NOW.document(), "tests-1", status="done")
    settled = {"tests-1": Status.DONE}

    later = drawn("2027-Q1", settled=settled).progress(text).of("tests-1")
    now = drawn(settled=settled).progress(text).of("tests-1")
    shown = drawn("2027-Q1", settled=settled, tests=1).progress(text).of("tests-1")

    assert later.reason == "done, though the answers of 2027-Q1 do not show it yet"
    assert (now.reason, shown.reason) == ("", "")


def test_what_waits_for_a_refused_action_says_so():
    pack = a_pack(
        *(
            a_capability(id_, actions=(an_action(id_, 1),), prerequisites=needs)
            for id_, needs in (("tests", ()), ("delivery", ("tests",)))
        )
    )
    text = filled(drawn(pack=pack).document(), "tests-1", status="dropped")

    now = drawn(pack=pack, settled={"tests-1": Status.DROPPED}).progress(text)

    reason = 'it rests on "Lift tests to 1": it was dropped'
    assert now.of("delivery-1").reason == reason
    assert f"Lift delivery to 1: {reason}" in set(now.set_aside())


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


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (DONT_KNOW, "what it lifts is not known"),
        (NotApplicable(reason="no tests"), "what it lifts does not apply"),
    ],
)
def test_what_nobody_can_tell_any_more_is_not_called_reached(answer, reason):
    course = drawn("2027-Q1", tests=answer).progress(NOW.document()).of("tests-1")

    assert (course.fate, course.reason) == (Fate.GONE, reason)


def test_what_was_not_asked_any_more_says_so():
    pack = a_pack(*(ladder(id_, quick=id_ != "tests") for id_ in IDS))
    text = drawn(pack=pack).document()

    course = drawn("2027-Q1", pack=pack, form=Form.QUICK).progress(text).of("tests-1")

    assert course.reason == "what it lifts was not asked"


def test_a_lower_step_may_come_first():
    text = drawn(tests=1).document()

    course = drawn("2027-Q1").progress(text).of("tests-2")

    assert course.reason == "a lower step of the same capability comes first"


def test_what_it_rests_on_may_come_first():
    pack = a_pack(
        *(ladder(id_) for id_ in ("roles", "pairing")),
        ladder("tests", prerequisites=("roles",)),
    )
    text = drawn(pack=pack, roles=2, tests=2).document()

    course = drawn("2027-Q1", pack=pack, tests=2).progress(text).of("tests-3")

    assert course.reason == "what it rests on comes first"


def test_what_rests_on_a_step_that_was_dropped_says_so_on_the_same_ladder_too():
    text = drawn(tests=1).document()

    plan = drawn("2027-Q1", settled={"tests-1": Status.DROPPED})

    reason = 'it rests on "Lift tests to 1": it was dropped'
    assert plan.progress(text).of("tests-2").reason == reason


@pytest.mark.parametrize(
    ("owner", "reason"),
    [
        ("Ana", "there is no time for it within the person-weeks of this plan"),
        ("*nobody yet*", "others come first now"),
    ],
)
def test_what_finds_no_time_says_so_if_it_is_begun(owner, reason):
    text = filled(NOW.document(), "tests-1", owner=owner)

    course = drawn("2027-Q1", capacity=0).progress(text).of("tests-1")

    assert course.reason.partition(";")[0] == reason


def test_others_may_come_first():
    many = a_team_pack(tuple(f"a{n}" for n in range(9)))
    before = drawn(pack=many, **{f"a{n}": 3 for n in range(8)})

    after = drawn("2027-Q1", pack=many).progress(before.document())

    assert after.of("a8-1").reason == "others come first now"


def test_a_remark_on_the_status_stays_when_all_boxes_are_ticked():
    text = filled(NOW.document(), "tests-1", status="in progress, with Bo")
    text = text.replace("- [ ] Tests", "- [x] Tests")

    assert NOW.progress(text).of("tests-1").status == "done (was: in progress, with Bo)"
