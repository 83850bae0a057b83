"""What people type into a plan counts in whatever form, and stays where it is."""

import re

import pytest

from readiness.errors import BadDataError
from tests.builders import DONT_KNOW
from tests.plan.documents import a_team_pack, drawn, filled

NOW = drawn()
DOCUMENT = NOW.document()
LATER = drawn("2027-Q1", pairing=1, tests=3)
BOX = "  - [ ] Pairing is seen at 1\n"


def test_summary_and_block_that_were_both_edited_are_told_with_both_lines():
    edited = DOCUMENT.replace("*nobody yet*", "Bo", 1)
    edited = filled(edited, "pairing-1", owner="Ana")

    with pytest.raises(BadDataError) as refusal:
        NOW.merged(edited)

    lines = edited.split("\n")
    row = next(n for n, line in enumerate(lines, 1) if "| Bo |" in line)
    block = lines.index("- **Owner:** Ana") + 1
    assert refusal.value.message == (
        f"plan.md:{row}: the Owner of the same action is another one at line {block}"
    )


def test_two_rows_of_one_action_that_disagree_are_told():
    row = next(line for line in DOCUMENT.split("\n") if "(#tests-1) |" in line)
    other = row.replace("*nobody yet*", "Bo")

    with pytest.raises(BadDataError, match="the Owner of the same action"):
        NOW.merged(DOCUMENT.replace(row, f"{row}\n{other}", 1))


def test_a_row_of_an_action_that_nobody_knows_stays_a_row():
    row = next(line for line in DOCUMENT.split("\n") if "(#tests-1) |" in line)
    other = row.replace("#tests-1", "#unheard-of")

    assert NOW.merged(DOCUMENT.replace(row, f"{row}\n{other}", 1)).count(other) == 1


def test_two_new_titles_of_one_action_are_both_kept():
    edited = DOCUMENT.replace("[Lift tests to 1](#tests-1)", "[Golden set](#tests-1)")
    edited = edited.replace("### A2. Lift tests to 1", "### A2. Silver set")

    merged = NOW.merged(edited)

    assert "### A2. Silver set\n" in merged
    assert merged.count("- Action in the summary: Golden set\n") == 1


def test_an_owner_who_has_another_action_too_is_an_edit_all_the_same():
    owned = NOW.merged(
        filled(filled(DOCUMENT, "tests-1", owner="Ana"), "roles-1", owner="Bo")
    )

    edited = filled(owned, "tests-1", owner="Bo")
    edited = edited.replace("| Ana |", "| Cy |")

    with pytest.raises(BadDataError, match="the Owner of the same action"):
        NOW.merged(edited)


def test_owner_and_date_count_in_a_row_whose_title_was_edited_too():
    edited = DOCUMENT.replace(
        "[Lift tests to 1](#tests-1) | now | *nobody yet* | *no date yet*",
        "[Golden set](#tests-1) | now | Ben | 2026-09-01",
    )

    merged = NOW.merged(edited)

    assert "### A2. Golden set\n" in merged
    assert "- **Owner:** Ben\n- **Due:** 2026-09-01\n" in merged
    assert merged.count("[Golden set](#tests-1) | now | Ben | 2026-09-01 |") == 1
    assert merged.count("| A2 |") == 1
    assert NOW.merged(merged) == merged


def test_what_else_is_written_into_a_row_is_kept_as_a_line_of_its_action():
    edited = DOCUMENT.replace("| now | *nobody yet*", "| soon | Ana", 1)

    merged = NOW.merged(edited)

    assert merged.count("- When in the summary: soon\n") == 1
    assert "- **Owner:** Ana\n" in merged
    assert "| now | Ana |" in merged
    assert NOW.merged(merged) == merged


def test_a_row_of_ones_own_stays_in_the_table():
    own = "| A7 | Hire a reliability engineer | now | Ana | 2026-08-31 | | |\n"
    rows = re.findall(r"^\| A\d .*\n", DOCUMENT, flags=re.MULTILINE)
    edited = DOCUMENT.replace(rows[1], rows[1] + own)

    merged = NOW.merged(filled(edited, "tests-1", owner="Ana"))
    done = NOW.merged(filled(edited, "tests-1", status="done"))

    assert f"| Ana | *no date yet* | {rows[1].split(' | ', 5)[5]}{own}" in merged
    assert f"{rows[0]}{own}| A3 |" in done


STYLES = (
    "- **{0}**: {1}",
    "**{0}**: {1}",
    "**{0}:** {1}",
    "- {0}: {1}",
    "{0}: {1}",
    "* __{0}__: {1}",
    "+ __{0}:__ {1}",
    "- *{0}:* {1}",
    "- **{0}: {1}**",
)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("case", [str, str.lower, str.upper])
def test_a_field_may_be_written_in_any_style(style, case):
    fields = {"owner": "Ana", "due": "2026-12-01", "status": "in progress"}
    before = NOW.merged(filled(DOCUMENT, "tests-1", **fields))
    edited = before
    said = {"Owner": "Zed", "Due": "2027-01-05", "Status": "done"}
    for (label, new), old in zip(said.items(), fields.values(), strict=True):
        line = style.format(case(label), new)
        edited = edited.replace(f"- **{label}:** {old}\n", f"{line}\n")

    merged = NOW.merged(edited)

    done = merged.partition("## Done\n")[2]
    fresh = "- **Owner:** Zed\n- **Due:** 2027-01-05\n- **Status:** done\n"
    assert fresh in done
    assert "Ana" not in merged
    assert NOW.merged(merged) == merged


@pytest.mark.parametrize("style", STYLES)
def test_a_wrong_date_in_any_style_is_told(style):
    wrong = style.format("Due", "01.07.2026")
    edited = DOCUMENT.replace("- **Due:** *no date yet*", wrong, 1)

    with pytest.raises(BadDataError, match="is no date"):
        NOW.merged(edited)


def test_a_field_beside_an_empty_one_of_readiness_counts():
    empty = "- **Owner:** *nobody yet*\n"
    edited = DOCUMENT.replace(empty, f"- Owner: Ben\n\n{empty}", 1)

    assert NOW.merged(edited) == NOW.merged(filled(DOCUMENT, "pairing-1", owner="Ben"))


def test_what_stands_in_a_fence_is_no_field():
    fence = "```yaml\nowner: Zed\n```\n"
    edited = DOCUMENT.replace("- **Why:**", f"{fence}\n- **Why:**", 1)

    merged = NOW.merged(edited)

    assert fence in merged
    assert "- **Owner:** Zed" not in merged


def test_all_mistakes_are_told_at_once():
    edited = filled(DOCUMENT, "tests-1", due="mid June", status="WIP")
    edited = filled(edited, "roles-1", due="soon")

    with pytest.raises(BadDataError) as refusal:
        NOW.merged(edited)

    assert refusal.value.message == "plan.md: 3 lines cannot be understood"
    told = [fact.partition("; ")[0] for fact in refusal.value.facts[:3]]
    assert [words.split(": ", 1)[1] for words in told] == [
        "the status 'WIP' is not known",
        "the due date 'mid' is no date",
        "the due date 'soon' is no date",
    ]
    assert all(re.match(r"plan\.md:\d+: ", words) for words in told)


OWN = """### A7. Hire a reliability engineer

- **Owner:** Otto
- **Due:** 2026-08-31
- **Status:** open

Budget agreed.
"""


@pytest.mark.parametrize("before", ["## Findings", '<a id="tests-1">'])
@pytest.mark.parametrize("plan", [NOW, LATER])
def test_an_action_of_ones_own_behind_one_of_ours_takes_nothing_from_it(before, plan):
    edited = filled(DOCUMENT, "roles-1", owner="Ana")
    edited = edited.replace(before, f"{OWN}\n{before}", 1)

    merged = plan.merged(edited)

    assert merged.count(OWN) == 1
    assert merged.count("- **Owner:** Ana\n") == 1
    assert plan.merged(merged) == merged


def test_an_action_of_ones_own_does_not_go_away_with_one_that_is_done():
    edited = DOCUMENT.replace("## Findings", f"{OWN}\n## Findings", 1)

    merged = NOW.merged(filled(edited, "roles-1", status="done"))

    assert OWN in merged.partition("## Done")[0]


def test_a_heading_within_an_action_takes_no_boxes_from_it():
    edited = DOCUMENT.replace("- **Why:**", "### Notes\n\nFirst.\n\n- **Why:**", 1)
    edited = edited.replace(BOX, BOX.replace("[ ]", "[x]") + "  - [ ] mine\n")

    merged = NOW.merged(edited)

    assert BOX.replace("[ ]", "[x]") in merged.partition("action id=pairing-1 ")[2]
    assert merged.count("### Notes\n") == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("# Readiness plan, Payments, 2026-Q4", "# Our plan for the summer"),
        ("Review: every second Monday. ", "Review: every first Thursday, room Bora. "),
        ("- **Evidence to keep:** ", "- **Evidence to keep:** https://wiki ; "),
        ("  - [ ] Tests is seen at 1", "  - [x] ~~Tests is seen at 1~~"),
    ],
)
def test_a_line_of_ours_that_was_edited_does_not_come_back_beside_it(ours, theirs):
    assert ours in DOCUMENT
    edited = DOCUMENT.replace(ours, theirs, 1)

    merged = NOW.merged(edited)

    assert merged == edited or "- [x] ~~Tests" in theirs


def test_a_line_between_two_of_ours_stays_there_when_they_say_something_else():
    known = "- **Known:** 3 of 3 rated\n"
    edited = DOCUMENT.replace(known, f"{known}- Ours\n", 1)

    merged = drawn(pairing=DONT_KNOW).merged(edited)

    assert "- **Known:** 2 of 3 rated, 1 don't know\n- Ours\n" in merged


def test_an_item_that_was_ticked_and_struck_out_does_not_come_back_open():
    many = drawn(pack=a_team_pack(tuple("abcdefgh")))
    item = re.search(r"## After that\n\n- (.*)\n", many.document())
    assert item
    struck = f"- [x] ~~{item[1].partition(' (+')[0]}~~ no"
    text = many.document().replace(f"- {item[1]}\n", f"{struck} (+1 point)\n")

    merged = many.merged(text.replace("~~ no (", "~~ ("))

    assert merged == text.replace("~~ no (", "~~ (")
