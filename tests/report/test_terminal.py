import pytest

from readiness.report import sentences, terminal, terminal_plan
from readiness.report.bars import ASCII, UNICODE, bar, scale
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_pack,
    a_response,
    a_rule,
    a_trend,
    an_action,
)


@pytest.fixture(name="node")
def _node(made):
    """Build an overall node from a level, and how many of ten answers are known."""

    def build(level, known=10):
        pack = a_pack(*(a_capability(f"c{n}") for n in range(10)))
        answers = {f"c{n}": level if n < known else DONT_KNOW for n in range(10)}
        return made(pack, a_response(pack, **answers)).overall

    return build


@pytest.mark.parametrize(
    ("level", "known", "drawn"),
    [
        (0, 10, "●·········"),
        (2, 10, "·····●····"),
        (4, 10, "·········●"),
        (2, 8, "····━●━···"),
        (4, 5, "·····━━━━━"),
    ],
)
def test_a_bar_shows_the_range_and_the_score_on_it(node, level, known, drawn):
    assert bar(node(level, known), 10, UNICODE) == drawn


def test_a_bar_of_something_without_a_score_is_empty(made):
    pack = a_pack(a_capability("a"))
    response = a_response(pack, a=DONT_KNOW)

    nothing = made(pack, response).trends[0].node

    assert bar(nothing, 4, ASCII) == "===="


@pytest.mark.parametrize("cells", [15, 16, 24, 50])
def test_the_scale_is_as_long_as_the_bar(cells):
    assert len(scale(cells)) == cells
    assert scale(cells).split() == ["0", "50", "100"]


def test_a_narrow_terminal_has_no_bars_and_all_the_numbers(demo, shown):
    text = shown(demo, 60)

    assert "━" not in text
    for row in demo.trends:
        assert row.node.score_words in text


def test_one_trend_is_shown_with_its_capabilities(made, shown):
    pack = a_pack(a_trend("ai", a_capability("a"), a_capability("b")))

    report = made(pack, a_response(pack, a=1, b=DONT_KNOW))

    text = shown(report, 80)
    assert "  A " in text
    assert "range 0 to 100" in text
    assert "A: 25 of 100, level 1 Exploring." in sentences.render(report)


def test_a_report_without_findings_or_gaps_leaves_their_headings_out(made, shown):
    pack = a_pack(a_capability("a"))

    text = shown(made(pack, a_response(pack, a=4)), 80)

    assert "Strengths" in text
    for heading in ("Gaps", "Findings", "Do next", "Find out"):
        assert heading not in text


def test_a_plan_with_nothing_to_do_says_where_the_team_stands(made, shown):
    pack = a_pack(a_capability("a"), a_capability("b"))
    report = made(pack, a_response(pack, a=3, b=2))

    text = shown(report, what=terminal_plan.render)

    assert "Now 63 of 100." in text
    assert "After that" not in text
    assert "Hold" in text


def test_a_plan_with_nothing_to_hold_has_no_such_heading(made, shown):
    pack = a_pack(a_capability("a", actions=(an_action("a"),)))

    text = shown(made(pack, a_response(pack, a=0)), what=terminal_plan.render)

    assert "Hold" not in text


def test_what_is_left_out_of_the_short_report_is_counted(made, shown):
    pack = a_pack(*(a_capability(f"c{n}") for n in range(6)))
    unknown = {f"c{n}": DONT_KNOW for n in range(5)}

    report = made(pack, a_response(pack, c5=1, **unknown))

    assert "and 2 more: readiness report --full" in shown(report)
    assert "more: readiness" not in shown(report, full=True)


def test_rules_that_could_not_be_evaluated_are_counted_once(made, shown):
    pack = a_pack(rules=[a_rule(), a_rule("R02")])

    report = made(pack, a_response(pack, pairing=DONT_KNOW))

    assert "2 rules were not evaluated" in shown(report)
    assert report.not_evaluated_words in sentences.render(report)


def test_a_single_rule_that_could_not_be_evaluated_is_named_in_full(made, shown):
    pack = a_pack(rules=[a_rule()])

    report = made(pack, a_response(pack, pairing=DONT_KNOW))

    named = "Not evaluated, because too little is known: Finding R01 (R01)."
    assert named in shown(report, full=True)
    assert "1 rule was not evaluated: too little is known for it." in shown(report)


def test_the_ten_second_block_is_the_same_at_the_beginning_and_at_the_end(demo, shown):
    block = shown(demo, what=terminal.headline)

    assert block in shown(demo)
    assert shown(demo, what=terminal.in_short).endswith(block)
    for label, said in demo.headline:
        assert f"{label}: {said}." in sentences.headline(demo)


def test_a_plan_in_sentences_leaves_out_what_there_is_nothing_to_say_about(made):
    actions = (an_action("a"), an_action("b", do="Begin. Then go on."))
    pack = a_pack(*(a_capability(x.id[0], actions=(x,)) for x in actions))

    text = sentences.render_plan(made(pack, a_response(pack, a=0, b=0)))

    assert text.count("How: ") == 1
    assert "How: Then go on." in text
