import re

import pytest

from readiness.errors import BadDataError
from readiness.plan.document.marks import without_list
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


@pytest.mark.parametrize(
    ("status", "due"),
    [
        ("risk accepted by Eve until 2026-01-01", "2026-01-01"),
        ("Risk accepted by Eve, Until 2026-01-01 at most", "2026-01-01"),
        ("risk accepted by Eve until the move is over", "2026-12-01"),
        ("in progress until 2026-01-01", "2026-12-01"),
    ],
)
def test_an_accepted_risk_is_due_when_its_status_says(status, due):
    plan = read(filled(DOCUMENT, "tests-1", status=status, due="2026-12-01"))

    found = plan.find("tests-1")
    assert found is not None
    assert str(found.due) == due


def test_a_risk_accepted_until_no_date_is_refused():
    text = filled(DOCUMENT, "tests-1", status="risk accepted until 2026-02-30")

    with pytest.raises(BadDataError, match="the due date '2026-02-30' is no date"):
        read(text)


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
LAST = DOCUMENT[DOCUMENT.index("<!-- readiness:lines") :]


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
        (
            "*nobody yet*\n- **Due:**",
            "Bo\n- Owner: Ana\n- **Due:**",
            "a second Owner of the same action",
        ),
        ("*no date yet*\n", "soon\n", "the due date 'soon' is no date"),
        ("- **Status:** open", "- **Status:** dune", "did you mean 'done'?"),
        ("<!-- readiness:lines", "x <!-- readiness:lines", "text stands on a line of"),
        (
            "<!-- readiness:lines",
            "<!-- readiness:lines (mine)",
            "'(mine)' does not belong in the hidden list of lines",
        ),
        (LAST, LAST.removesuffix("-->\n"), "the hidden list of lines has no end"),
        ("\n## Now", "\n<<<<<<< HEAD\n## Now", "marks of a merge in git that is not"),
        ("\n## Now", "\n>>>>>>> theirs\n## Now", "marks of a merge in git that is not"),
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


@pytest.mark.parametrize(
    ("was", "now", "cure"),
    [
        ("*no date yet*\n", "31.12.2026\n", "correct line {}"),
        ("- **Status:** open", "- **Status:** dune", "correct line {}"),
        (HEADER, f"{HEADER}\n{HEADER}", "remove line 2 or {}"),
        (
            "<!-- readiness:lines",
            "<!-- readiness:lines x",
            "remove it from line {}, then run the same command again",
        ),
    ],
)
def test_what_a_person_mistyped_is_corrected_where_it_stands(was, now, cure):
    with pytest.raises(BadDataError) as refusal:
        read_plan(DOCUMENT.replace(was, now, 1), "plan.md")

    _, line, _ = refusal.value.message.split(":", 2)
    assert refusal.value.tries == (cure.format(line),)


def test_a_line_that_underlines_a_heading_is_no_mark_of_a_merge():
    text = DOCUMENT.replace("\n## Now", "\nOur view\n=======\n\n## Now", 1)

    assert read(text).actions == read(DOCUMENT).actions


@pytest.mark.parametrize(
    "left",
    [
        pytest.param("{mine}\n\n{theirs}", id="two lists"),
        pytest.param("{mine_head}\n{theirs}", id="both numbers"),
        pytest.param("{mine_head}\n{rows}\n-->", id="a number that does not fit"),
        pytest.param("{mine}\n{rows}\n-->", id="both ends"),
        pytest.param("<!-- readiness:lines\n{rows}\n-->", id="no number"),
    ],
)
def test_whatever_lists_a_merge_leaves_all_of_them_count(left):
    mine = "<!-- readiness:lines 2\n00000000 0000000a\n-->"
    rows = "\n".join(["0000000a", *LAST.split("\n")[1:-2]])
    theirs = f"<!-- readiness:lines 99\n{rows}\n-->"
    mine_head = "<!-- readiness:lines 2"
    hidden = left.format(mine=mine, theirs=theirs, rows=rows, mine_head=mine_head)
    text = DOCUMENT.replace(LAST, f"{hidden}\n")

    plan = read(text)

    assert plan.written >= read(DOCUMENT).written | {"0000000a"}
    assert plan.actions == read(DOCUMENT).actions
    assert without_list(text, "plan.md").strip() == DOCUMENT.replace(LAST, "").strip()


@pytest.mark.parametrize("kind", ["plan", "action"])
@pytest.mark.parametrize("text", ["Hello {}", "{} MY TEXT", "{}<!-- mine -->"])
def test_text_on_the_line_of_a_hidden_comment_is_refused_and_not_lost(kind, text):
    (mark, *_) = re.findall(f"<!-- readiness:{kind} .*-->", DOCUMENT)

    with pytest.raises(BadDataError) as caught:
        read(DOCUMENT.replace(mark, text.format(mark)))

    line = DOCUMENT[: DOCUMENT.index(mark)].count("\n") + 1
    assert f"plan.md:{line}: text stands in a hidden comment" in caught.value.message
    assert caught.value.tries == ("put it on a line of its own, below the comment",)


def test_text_in_a_hidden_comment_is_refused_too():
    with pytest.raises(BadDataError, match="text stands in a hidden comment"):
        read(DOCUMENT.replace(" since=2026-Q4 -->", " since=2026-Q4 mine -->"))
