import pytest

from readiness.errors import BadDataError
from readiness.plan.file import read_plan
from readiness.plan.record import Status
from tests.plan.documents import drawn, filled

DOCUMENT = drawn().document()


def read(text):
    plan = read_plan(text, "plan.md")
    assert plan is not None
    return plan


@pytest.mark.parametrize(
    "text", ["", "# Notes\n", "See readiness:plan and readiness:action.\n"]
)
def test_what_is_no_plan_is_none(text):
    assert read_plan(text, "plan.md") is None


def test_a_plan_says_whose_it_is_and_what_is_in_it():
    plan = read(DOCUMENT)

    assert (plan.team, plan.period) == ("payments", "2026-Q4")
    assert [action.id for action in plan.actions] == ["pairing-1", "tests-1", "roles-1"]
    first = plan.actions[0]
    assert (first.number, first.title, first.gain) == ("A1", "Lift pairing to 1", 8.3)
    assert (first.owner, first.due, first.status) == ("", None, Status.OPEN)
    assert [box.text for box in first.done_when] == ["Pairing is seen at 1"]


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("", Status.OPEN),
        ("Done", Status.DONE),
        ("in  progress, waits for the vendor", Status.STARTED),
        ("risk accepted by Ana until 2027-03-01", Status.ACCEPTED),
        ("dropped (too dear)", Status.DROPPED),
    ],
)
def test_a_status_may_have_a_remark(said, status):
    plan = read(filled(DOCUMENT, "tests-1", status=said))

    found = plan.find("tests-1")
    assert found is not None
    assert found.status is status


def test_all_boxes_ticked_is_done_unless_it_is_settled_otherwise():
    ticked = DOCUMENT.replace("[ ]", "[x]")
    plan = read(filled(ticked, "tests-1", status="dropped"))

    assert [action.status for action in plan.actions] == [
        Status.DONE,
        Status.DROPPED,
        Status.DONE,
    ]


def test_a_due_date_may_have_a_remark():
    plan = read(filled(DOCUMENT, "tests-1", due="2026-12-01, if Ana is back"))

    found = plan.find("tests-1")
    assert found is not None
    assert str(found.due) == "2026-12-01"


def test_a_plan_of_the_version_before_can_be_read():
    text = (
        "# Readiness plan\n<!-- readiness:plan schema=1 team=a period=2026-Q3 -->\n"
        "## Now\n### A1. Do\n<!-- readiness:action id=do-1 -->\n"
        "- **Owner:** *nobody yet* (usually: Tech lead)\n"
    )

    plan = read(text)

    assert (plan.schema, plan.actions[0].owner, plan.actions[0].since) == (
        1,
        "",
        "2026-Q3",
    )


HEADER = "<!-- readiness:plan schema=2 team=payments period=2026-Q4 -->"
TESTS = "<!-- readiness:action id=tests-1 since=2026-Q4 -->"


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        (HEADER, "", "1: the hidden comment below the title is gone"),
        (HEADER, f"{HEADER}\n{HEADER}", "3: a second hidden comment of the title"),
        (HEADER, "<!-- readiness:plan schema=2 team=pay", "2: the hidden comment"),
        ("team=payments", "team=Pay!", "2: the hidden comment has no proper team"),
        ("period=2026-Q4 -->\n\n**", "period=soon -->\n\n**", "no proper period"),
        ("schema=2", "schema=9", "is from a newer version of readiness"),
        (TESTS, "", "below '### A2. Lift tests to 1' is missing"),
        (TESTS, "<!-- readiness:action", "the hidden comment"),
        ("id=tests-1 since", "id=Tests! since", "the hidden comment has no proper id"),
        (TESTS, TESTS.replace("tests", "pairing"), "'pairing-1' stands there twice"),
        ("- **Status:** open", "- **Owner:** Ana", "a second Owner of the same action"),
        ("*no date yet*\n", "soon\n", "the due date 'soon' is no date"),
        ("- **Status:** open", "- **Status:** dune", "did you mean 'done'?"),
        ("<!-- readiness:lines", "x <!-- readiness:lines", "text stands on a line of"),
        (
            "<!-- readiness:lines 5",
            "<!-- readiness:lines 4",
            "list of lines is damaged",
        ),
        (
            "<!-- readiness:lines",
            "<!-- nothing",
            "the hidden list of lines, at its end",
        ),
    ],
)
def test_what_cannot_be_understood_is_named_with_its_line(was, now, message):
    assert was in DOCUMENT

    with pytest.raises(BadDataError) as refusal:
        read_plan(DOCUMENT.replace(was, now, 1), "plan.md")

    assert refusal.value.message.startswith("plan.md:")
    assert message in refusal.value.message
