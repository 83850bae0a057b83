"""What people wrote in a plan is there again when it is written anew."""

import re
from collections import Counter

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from readiness.errors import BadDataError
from tests.builders import DONT_KNOW
from tests.plan.documents import a_team_pack, drawn, filled

NOW = drawn()
DOCUMENT = NOW.document()
LATER = drawn("2027-Q1", pairing=1, tests=3)
ASKED = re.findall("  - How many do tests.*\\n", DOCUMENT)[0]  # the last of Why

# A document is large: shrinking one takes minutes and shows no more than a diff.
quick = settings(max_examples=60, phases=[Phase.explicit, Phase.reuse, Phase.generate])

theirs = st.builds(
    "{}own line {} {}".format,
    st.sampled_from(["", "- ", "  - [ ] ", "- [x] ", "### ", "| ", "> ", "  "]),
    st.integers(0, 10**9),
    st.sampled_from(["", "of *mine*", "| a | b |", "(#tests-1)", "<b>", "  "]),
)
sections = st.builds("## Own section {}".format, st.integers(0, 10**9))


@st.composite
def edits(draw, text=DOCUMENT):
    """Edit a document as people do; return it with the lines that were written."""
    body, mark, rest = text.partition("<!-- readiness:lines")
    blocks = re.split(r"(?=^<a id=)", body, flags=re.MULTILINE)
    if draw(st.booleans()):
        blocks[1:-1] = draw(st.permutations(blocks[1:-1]))
    lines = "".join(blocks).split("\n")
    written = draw(st.lists(theirs | sections, unique=True, max_size=8))
    for line in written:
        at = draw(st.integers(0, len(lines) - 1))
        gaps = [""] * draw(st.integers(0, 2)), [""] * draw(st.integers(0, 2))
        lines[at:at] = [*gaps[0], line, *gaps[1]]
    for at in draw(st.lists(st.integers(0, len(lines) - 1), max_size=4)):
        if lines[at] not in written:
            lines[at] = draw(st.sampled_from(["", lines[at].replace("[ ]", "[x]")]))
    owners = draw(st.dictionaries(st.sampled_from(["tests-1", "roles-1"]), names))
    edited = "\n".join(lines) + mark + rest
    for action, owner in owners.items():
        edited = owned(edited, action, owner)
        style = draw(st.sampled_from(STYLES)).format("Owner", owner)
        edited = edited.replace(f"- **Owner:** {owner}\n", f"{style}\n", 1)
    return edited, written


STYLES = ("- **{}:** {}", "- **{}**: {}", "{}: {}", "* __{}__: {}", "+ {}: {}")
names = st.sampled_from(["Ana", "Bo | Cy", "*Dee*", "E_f"])


def owned(text, action, owner):
    block = text.partition(f"<!-- readiness:action id={action} ")[2]
    is_whole = "- **Owner:**" in block
    return filled(text, action, owner=owner) if is_whole else text


@quick
@given(edits(), st.sampled_from([NOW, LATER]))
def test_every_line_of_a_person_is_there_again_exactly_once(edit, plan):
    text, written = edit

    try:
        merged = plan.merged(text)
    except BadDataError:  # refused, so the file stays as it is
        return

    count = Counter(merged.split("\n"))
    assert {line: count[line] for line in written} == dict.fromkeys(written, 1)


@quick
@given(st.sampled_from(STYLES), names, names, st.sampled_from([NOW, LATER]))
def test_no_owner_comes_back_who_was_replaced_in_whatever_style(style, old, new, plan):
    owner = f"Zed {new}"
    before = NOW.merged(owned(DOCUMENT, "tests-1", f"Yan {old}"))
    typed = before.replace(f"- **Owner:** Yan {old}", style.format("Owner", owner))

    merged = plan.merged(typed)

    assert merged.count(f"- **Owner:** {owner}\n") == 1
    assert "Yan" not in merged


@quick
@given(edits(), st.sampled_from([NOW, LATER]))
def test_merging_again_changes_nothing(edit, plan):
    try:
        once = plan.merged(edit[0])
    except BadDataError:
        return

    assert plan.merged(once) == once


@quick
@given(edits())
def test_whatever_was_edited_can_be_carried_over_and_back(edit):
    try:
        once = NOW.merged(edit[0])
    except BadDataError:
        return
    later = LATER.merged(once)

    count = Counter(later.split("\n"))
    assert {line: count[line] for line in edit[1]} == dict.fromkeys(edit[1], 1)
    assert LATER.merged(later) == later


def test_a_document_nobody_edited_stays_as_it_is():
    assert NOW.merged(DOCUMENT) == DOCUMENT


def test_line_ends_of_another_system_stay():
    assert NOW.merged(DOCUMENT.replace("\n", "\r\n")) == DOCUMENT.replace("\n", "\r\n")


def test_what_formatters_change_is_no_edit():
    formatted = "\ufeff" + DOCUMENT.replace("- [ ]", "* [ ]").replace(
        "*nobody yet*", "_nobody yet_"
    ).replace("| now |", "| now       |").replace(" :-- |", ":---------|")

    assert NOW.merged(formatted) == DOCUMENT


def test_owner_due_date_and_status_stay():
    edited = filled(
        DOCUMENT, "tests-1", owner="Ana", due="2026-12-01", status="in progress, late"
    )

    merged = NOW.merged(edited)

    assert "- **Owner:** Ana\n- **Due:** 2026-12-01\n" in merged
    assert "| Ana | 2026-12-01 |" in merged
    assert "- **Status:** in progress, late\n" in merged


def test_an_owner_is_kept_as_it_was_written():
    edited = filled(DOCUMENT, "tests-1", owner="Ana | Bob (usually: Tom)")

    assert "- **Owner:** Ana | Bob (usually: Tom)\n" in NOW.merged(edited)


BOX = "  - [ ] Pairing is seen at 1\n"


def test_a_box_that_somebody_copied_into_another_action_stays_there():
    last = "  - [ ] Roles is seen at 1\n"
    edited = DOCUMENT.replace(last, last + BOX)

    once = NOW.merged(edited)
    done = NOW.merged(filled(once, "pairing-1", status="done"))

    assert once == edited
    for text in (done, LATER.merged(once)):
        assert last + BOX in text.partition("action id=roles-1 ")[2]


def test_a_box_that_somebody_moved_comes_back_to_its_action():
    assert NOW.merged(DOCUMENT.replace(BOX, "")) == DOCUMENT


def test_what_lost_its_heading_is_not_taken_for_a_copy():
    edited = DOCUMENT.replace("## Findings\n", "")

    assert NOW.merged(edited) == DOCUMENT


@pytest.mark.parametrize("at", ["Gains are points", "## Findings", "### A2."])
def test_a_table_of_ones_own_keeps_all_its_lines(at):
    rule = "| :-- | :--- | :--- | :--- | :--- | :--- | :--- |"
    own = f"| a | b | c | d | e | f | g |\n{rule}\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 |\n\n"
    edited = DOCUMENT.replace(at, own + at, 1)

    merged = NOW.merged(edited)

    assert own in merged
    assert merged.count(rule) == 2
    assert NOW.merged(merged) == merged


def test_a_tick_stays_while_another_box_is_open():
    edited = DOCUMENT.replace(
        "- [ ] Roles is seen at 1", "- [x] Roles is seen at 1\n  - [ ] My own"
    )

    merged = NOW.merged(edited)

    assert "  - [x] Roles is seen at 1\n  - [ ] My own\n" in merged
    assert "- **Status:** done" not in merged


def test_owner_and_due_date_of_the_summary_are_taken_over():
    edited = DOCUMENT.replace("*nobody yet*", r"Bo \| Cy", 1)
    edited = edited.replace("*no date yet*", "2026-12-01", 1)

    merged = NOW.merged(edited)

    assert "- **Owner:** Bo | Cy\n- **Due:** 2026-12-01\n" in merged
    assert r"| Bo \| Cy | 2026-12-01 |" in merged


def test_an_owner_line_that_was_deleted_comes_back_from_the_summary():
    owned = NOW.merged(filled(DOCUMENT, "pairing-1", owner="Ana"))

    assert NOW.merged(owned.replace("- **Owner:** Ana\n", "")) == owned


def test_a_title_that_a_person_gave_stays_with_a_new_number():
    edited = DOCUMENT.replace("### A1. Lift pairing", "### A1. Pair every day, lift")

    merged = NOW.merged(edited)

    assert "### A1. Pair every day, lift to 1\n" in merged
    assert "[Pair every day, lift to 1](#pairing-1)" in merged
    assert NOW.merged(merged) == merged


def test_what_is_done_goes_to_its_section_with_all_its_lines():
    edited = DOCUMENT.replace("- [ ] Tests", "- [x] Tests").replace(
        ASKED, f"{ASKED}\nSee the log.\n"
    )

    merged = NOW.merged(edited)

    done = merged.partition("## Done\n")[2]
    assert "### Lift tests to 1\n" in done
    assert "- **Status:** done\n" in done
    assert "See the log.\n" in done
    assert "  - [x] Tests is seen at 1\n" in done
    assert "(#tests-1)" not in merged


def test_who_opens_a_settled_action_again_has_it_back_in_the_plan():
    settled = NOW.merged(filled(DOCUMENT, "tests-1", status="dropped"))

    assert NOW.merged(filled(settled, "tests-1", status="open")) == DOCUMENT


def test_what_is_not_suggested_any_more_keeps_its_lines_and_says_why():
    edited = filled(DOCUMENT, "tests-1", owner="Ana")

    merged = LATER.merged(edited)

    gone = merged.partition("## Taken on, though not suggested any more\n")[2]
    assert "- **Owner:** Ana\n" in gone
    assert "- **Set aside:** its level 1 is reached; it stays here until" in gone
    assert LATER.merged(merged) == merged


def test_what_nobody_took_on_is_not_suggested_any_more():
    merged = LATER.merged(DOCUMENT)

    gone = merged.partition("## No longer suggested\n")[2]
    assert "- **Set aside:** its level 1 is reached\n" in gone


def test_what_is_carried_over_says_since_when():
    merged = LATER.merged(DOCUMENT)

    assert "period=2027-Q1 -->" in merged
    assert merged.count("- **In the plan since:** 2026-Q4\n") == 1


def test_lines_of_a_section_that_is_no_more_are_kept_at_the_end():
    edited = DOCUMENT.replace(
        "## Next: up to three months\n", "## Next: up to three months\n\nOurs.\n"
    )

    merged = LATER.merged(edited)

    assert "## Kept from earlier\n\nOurs.\n" in merged
    assert LATER.merged(merged) == merged


def test_headings_within_a_fence_are_no_sections():
    edited = DOCUMENT.replace(ASKED, f"{ASKED}\n```sh\n# run it\n## twice\n```\n")

    assert f"{ASKED}\n```sh\n# run it\n## twice\n```\n" in NOW.merged(edited)


def test_a_tick_whose_line_is_not_written_any_more_stays():
    pack = a_team_pack()
    unknown = drawn(pack=pack, pairing=DONT_KNOW)
    edited = unknown.document().replace("- [ ] How", "- [x] How")

    merged = drawn(pack=pack).merged(edited)

    assert merged.count("- [x] How many do pairing? (pairing)") == 1


def test_a_section_that_both_have_is_there_once():
    held = drawn(pairing=3, tests=0)
    edited = DOCUMENT.replace("## Findings", "## Hold\n\nOurs.\n\n## Findings")

    merged = held.merged(edited.replace("Ours.", ""))

    assert merged.count("## Hold\n") == 1
    assert "Ours.\n" in held.merged(edited)


def test_an_action_of_ones_own_keeps_lines_that_read_like_those_of_readiness():
    own = [
        "## Our own things",
        "### B1. Move to another broker",
        "- **Owner:** Otto",
        "- **Status:** open",
        "- **Done when:**",
    ]
    body, mark, rest = DOCUMENT.partition("<!-- readiness:lines")

    once = NOW.merged("\n".join([body, *own, "", mark + rest]))
    twice = NOW.merged(once)

    section = once.partition("## Our own things")[2]
    assert [line for line in section.split("\n") if line][:4] == own[1:]
    assert twice == once
