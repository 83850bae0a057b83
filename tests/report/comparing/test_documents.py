"""Comparisons as whole documents: those of the sample team are read in the diff."""

import json

import pytest

from readiness.comparison.results import Cause, Explanation, Reason
from readiness.report.comparing import json as json_format
from readiness.report.comparing import markdown, sentences, terminal
from readiness.report.comparing.build import Occasion, narrow
from readiness.report.comparing.marks import ASCII, UNICODE, dumbbell, spark
from readiness.report.comparing.review import review_plan
from readiness.uncertainty.verdicts import Verdict
from tests.report.comparing.values import (
    OCCASION,
    a_change,
    a_comparison,
    a_move,
    a_record,
    a_report,
    a_score,
    the_parts,
)

HOSTILE = "[bold]x[/oops] <script>alert(1)</script> | *stars* {{ 7*7 }}"
FORBIDDEN = ("stable", "unchanged", "no change", "no clear change")


@pytest.fixture(name="rich")
def _rich():
    """Build a report that has a part of every kind."""
    moves = (
        a_move(points=1.8),
        a_move(points=-1.2),
        a_move(Cause.KNOWN, points=0.01, old=None, old_words="don't know"),
        *[a_move(points=0.5)] * 2,
        a_move(Cause.APPLICABLE, points=-0.3, new=None),
        a_move(points=0.1),
    )
    compared = a_comparison(
        a_change("ai", verdict=Verdict.IMPROVED, delta=12.0, is_focus=True),
        a_change("zt", verdict=Verdict.DECLINED, delta=-11.0),
        a_change(
            "new", verdict=Verdict.NOT_COMPARABLE, reason=Reason.NEW, old=None, common=0
        ),
        explanation=Explanation(difference=4.0, parts=the_parts(4.0), moves=moves),
    )
    review = review_plan(a_record(), {}, compared)
    return a_report(compared, Occasion(made_on=OCCASION.made_on, review=review))


def everywhere(report, drawn):
    yield from (drawn(report, width) for width in (50, 60, 80, 120))
    yield sentences.render(report)
    yield markdown.render(report)


@pytest.mark.parametrize("width", [50, 60, 80, 120])
def test_the_comparison_on_a_terminal_is_as_agreed(demo, drawn, assert_golden, width):
    assert_golden(drawn(demo, width), f"compare-{width}.txt")


def test_the_comparison_in_ascii_is_as_agreed(demo, drawn, assert_golden):
    text = drawn(demo, 120, ASCII)

    assert_golden(text, "compare-ascii.txt")
    assert text.isascii()


def test_the_comparison_in_sentences_is_as_agreed(demo, assert_golden):
    assert_golden(sentences.render(demo), "compare-sentences.txt")


def test_the_comparison_in_markdown_is_as_agreed(demo, assert_golden):
    assert_golden(markdown.render(demo), "compare.md")


def test_the_comparison_in_json_is_as_agreed(demo, assert_golden):
    assert_golden(json_format.render(demo), "compare.json")


@pytest.mark.parametrize("width", [30, 50, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(rich, demo, drawn, width):
    for report in (rich, demo):
        for marks in (UNICODE, ASCII):
            text = drawn(report, width, marks)
            assert max(map(len, text.splitlines())) <= width


def test_every_format_has_every_verdict_with_its_band_or_reason(rich, drawn):
    for text in everywhere(rich, drawn):
        flat = " ".join(text.split()).replace("\\", "")
        assert flat.count("improved") >= 2
        for word in (
            "declined",
            "not comparable",
            "±9",
            "+12",
            "-11",
            "new, the older",
        ):
            assert word in flat
        assert "declared beforehand: needs less" in flat.lower()


def test_no_format_says_that_nothing_changed(rich, demo, drawn):
    for report in (rich, demo, a_report()):
        for text in everywhere(report, drawn):
            assert not [word for word in FORBIDDEN if word in text.lower()]


def test_every_format_says_self_reported_and_shows_what_is_in_common(rich, drawn):
    for text in everywhere(rich, drawn):
        assert "self-reported" in text.lower()
        assert "96 %" in text


def test_every_format_has_the_remarks(demo, drawn):
    for text in everywhere(demo, drawn):
        for remark in demo.remarks:
            assert remark in " ".join(text.split())


def test_with_room_there_is_a_line_and_without_it_goes_first(demo, drawn):
    wide, usual, narrower = (drawn(demo, width) for width in (120, 80, 76))

    assert "Q3 ○  Q4 ●" in wide
    assert "○" not in usual + drawn(demo, 70)
    assert "common" in usual
    assert "verdict                 common" not in narrower
    assert f"{demo.rows[0].common_words} in common" in narrower


def test_under_60_columns_each_trend_has_a_block(rich, drawn):
    text = drawn(rich, 50)

    assert "  ZT in full\n    declined (-11, needed ±9)\n" in text
    assert "    50 to 39, change -11; 96 % in common\n" in text


def test_a_table_that_does_not_fit_falls_back_to_blocks(drawn):
    long = a_change("ai", short="A trend with a name of 50 characters, and more yet")

    assert "  AI in full\n" in drawn(a_report(a_comparison(long)), 62)


def test_only_the_verdict_and_the_signs_have_a_colour(rich):
    from io import StringIO

    from rich.console import Console

    out = StringIO()
    view = terminal.View(width=80, marks=UNICODE)
    console = Console(file=out, width=80, force_terminal=True, color_system="256")
    console.print(terminal.render(rich, view))

    assert "\x1b[38;5;31m▲ improved" in out.getvalue()
    assert "\x1b[38;5;166m▼ declined" in out.getvalue()
    assert "\x1b[38;5;31m▲\x1b[0m" in out.getvalue()


def test_what_there_is_nothing_to_say_about_is_left_out(drawn):
    nothing = Explanation(difference=None, parts=(), moves=())
    apart = a_change(
        verdict=Verdict.NOT_COMPARABLE, reason=Reason.QUESTIONS, next_band=None
    )

    report = a_report(a_comparison(overall=apart, explanation=nothing))

    assert drawn(report, 120).endswith("not enough known in 2026-Q3 and 2026-Q4)\n")


def test_the_end_repeats_what_comes_first(rich, drawn):
    block = drawn(rich, what=terminal.in_short)

    assert block.strip().startswith("In short")
    for line in block.splitlines()[2:]:
        assert line in drawn(rich)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (0.0, 99.0, "○────────●"),
        (99.0, 0.0, "●────────○"),
        (50.0, 52.0, "·····●····"),
        (None, 50.0, "·····●····"),
        (50.0, None, "·····○····"),
        (None, None, "··········"),
    ],
)
def test_a_line_joins_the_scores_that_are_known(old, new, line):
    scores = (
        None if old is None else a_score(old),
        new if new is None else a_score(new),
    )

    assert dumbbell(*scores, 10, UNICODE) == line


def test_a_score_of_which_too_little_is_known_has_no_place_on_a_line():
    little = a_score(50.0, coverage=0.5)

    assert dumbbell(little, None, 4, ASCII) == "...."


@pytest.mark.parametrize(
    ("point", "sign"), [(0, "▁"), (50, "▅"), (100, "█"), (None, " ")]
)
def test_a_score_is_a_height_of_eight(point, sign):
    assert spark(point, UNICODE) == sign


def test_json_has_unrounded_figures_and_null_where_there_is_none(rich):
    document = json.loads(json_format.render(rich))

    assert document["kind"] == "readiness.comparison"
    assert document["periods"] == {"old": "2026-Q3", "new": "2026-Q4"}
    ids = [node["id"] for node in document["nodes"]]
    assert ids == ["overall", "ai", "zt", "new"]
    assert document["nodes"][0]["verdict"] == "no_detectable_change"
    apart = document["nodes"][3]
    assert (apart["verdict"], apart["reason"]) == ("not_comparable", "new")
    assert apart["old"] is apart["delta"] is apart["band"] is None
    assert len(document["moves"]) == 7
    assert document["moves"][0]["new_anchor"] is None
    assert document["plan"]["statuses"] == {"open": 2}


def test_json_of_one_trend_has_its_own_moves_and_no_plan_if_there_was_none():
    document = json_format.document(narrow(a_report(), "zt"))

    assert [node["id"] for node in document["nodes"]] == ["zt"]
    assert document["moves"] == []
    assert document["plan"] is None


def test_json_shows_no_point_where_reports_show_none():
    known, little = a_score(50.0), a_score(50.0, coverage=0.5)

    shown = [json_format.score_of(score) for score in (known, little)]

    assert [score and score["point"] for score in shown] == [50.0, None]


def test_text_of_packs_and_people_is_shown_as_it_is(drawn):
    question = a_move().question.model_copy(update={"text": HOSTILE, "facet": HOSTILE})
    moves = [a_move(question=question, old_words=f"not applicable ({HOSTILE})")] * 5
    moves.append(a_move(Cause.KNOWN, question=question, new_words=HOSTILE))
    explained = Explanation(difference=4.0, parts=the_parts(4.0), moves=tuple(moves))
    hostile = a_change("ai", name=HOSTILE, short=HOSTILE[:24])
    report = a_report(a_comparison(hostile, explanation=explained))

    on_terminal, in_markdown = drawn(report, 200), markdown.render(report)

    assert "[bold]x[/oops] <script>alert(1)</script> | *stars* {{ 7*7 }}" in on_terminal
    assert "<script>" not in in_markdown
    assert r"\*stars\*" in in_markdown
    assert r"\|" in in_markdown
