"""Histories as whole documents, and what they dare to say."""

import json
from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from readiness.comparison.history import History, NodeHistory, PackChange, trace
from readiness.comparison.results import Reason
from readiness.report.comparing.marks import ASCII, UNICODE
from readiness.report.comparing.terminal import View
from readiness.report.history import json as json_format
from readiness.report.history import markdown, sentences, terminal
from readiness.report.history.build import build_history, narrow
from readiness.report.history.terminal import quarters_that_fit
from readiness.uncertainty.verdicts import Verdict
from tests.builders import a_capability, a_pack, a_trend
from tests.report.comparing.values import PACK, a_change, a_quarter, a_score

TODAY = date(2026, 11, 22)
PERIODS = ("2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4", "2026-Q1")
IMPROVED = a_change(verdict=Verdict.IMPROVED, delta=12.0)


def a_node(id_="ai", scores=(41, 44, 48, 48, 54), **fields):
    given = {"since_first": IMPROVED, "since_previous": a_change(), **fields}
    return NodeHistory(
        id=id_,
        name=f"{id_.upper()} in full",
        short=id_.upper(),
        scores=tuple(s if s is None else a_score(s) for s in scores),
        **given,
    )


def a_history(*trends, quarters=None, **fields):
    quarters = quarters or tuple(map(a_quarter, PERIODS))
    given = {"overall": a_node("overall"), "pack_changes": (), **fields}
    return History(quarters=quarters, trends=trends or (a_node(),), **given)


def a_report(*trends, **fields):
    return build_history(a_history(*trends, **fields), made_on=TODAY)


def drawn(report, width=80, marks=UNICODE):
    out = StringIO()
    view = View(width=width, marks=marks)
    Console(file=out, width=width, color_system=None).print(
        terminal.render(report, view)
    )
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


@pytest.fixture(name="demo", scope="module")
def _demo():
    from readiness.cli.sample import sample_quarters

    return build_history(trace(sample_quarters()), made_on=TODAY, is_demo=True)


@pytest.mark.parametrize("width", [50, 60, 80, 120])
def test_the_history_on_a_terminal_is_as_agreed(demo, assert_golden, width):
    assert_golden(drawn(demo, width), f"history-{width}.txt")


def test_the_history_in_ascii_is_as_agreed(demo, assert_golden):
    text = drawn(demo, 80, ASCII)

    assert_golden(text, "history-ascii.txt")
    assert text.isascii()


def test_the_history_in_sentences_is_as_agreed(demo, assert_golden):
    assert_golden(sentences.render(demo), "history-sentences.txt")


def test_the_history_in_markdown_is_as_agreed(demo, assert_golden):
    assert_golden(markdown.render(demo), "history.md")


def test_the_history_in_json_is_as_agreed(demo, assert_golden):
    assert_golden(json_format.render(demo), "history.json")


@pytest.mark.parametrize("width", [30, 50, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width):
    report = a_report(a_node("ai" * 8), a_node("zt"))

    for marks in (UNICODE, ASCII):
        assert max(map(len, drawn(report, width, marks).splitlines())) <= width


def test_there_are_numbers_a_line_and_the_verdict_since_the_first_quarter():
    text = drawn(a_report(), 120)

    assert "           25-Q1  25-Q2  25-Q3  25-Q4  26-Q1\n" in text
    assert (
        "  AI          41     44     48     48     54  ▄▄▄▄▅  "
        "improved since 25-Q1 (+12, needed ±9)\n"
    ) in text


def test_words_that_have_no_room_beside_the_line_stand_below_it():
    text = drawn(a_report(), 70)

    assert "54  ▄▄▄▄▅\n      improved since 25-Q1 (+12, needed ±9)\n" in text


def test_numbers_that_have_no_room_stand_in_blocks():
    text = drawn(a_report(), 44)

    assert "  AI in full\n    25-Q1 41, 25-Q2 44, 25-Q3 48, 25-Q4 48," in text


def test_without_a_first_quarter_to_compare_with_nothing_is_said():
    new = a_node(scores=(None,) * 4 + (54,), since_first=None, since_previous=None)

    text = drawn(a_report(new), 100)

    assert "--     --     --     --     54      ▅  new in 26-Q1\n" in text


def test_a_single_quarter_is_shown_with_what_a_word_needs():
    node = a_node(scores=(54,), since_first=None, since_previous=None)
    report = a_report(node, overall=node, quarters=(a_quarter("2026-Q1"),))

    for text in (drawn(report), drawn(report, 13), sentences.render(report)):
        assert "One quarter only" in " ".join(text.split())
        assert "improved" not in text
        assert "54" in text


def test_a_trend_is_compared_with_the_first_quarter_that_has_it():
    old = a_pack(a_trend("zt", a_capability("mfa")))
    quarters = (a_quarter("2025-Q4", pack=old), *map(a_quarter, PERIODS[-1:]))
    quarters = (*quarters, a_quarter("2026-Q2", pack=PACK))
    node = a_node(scores=(None, 44, 54))

    report = a_report(node, overall=a_node("overall", (1, 2, 3)), quarters=quarters)

    assert [row.words for row in report.rows] == [
        "improved since 25-Q4 (+12, needed ±9)",
        "improved since 26-Q1 (+12, needed ±9)",
    ]


def test_what_cannot_be_compared_says_with_what_and_why():
    apart = a_change(verdict=Verdict.NOT_COMPARABLE, reason=Reason.PEOPLE)

    report = a_report(a_node(since_first=apart))

    assert report.rows[1].words == "not comparable with 25-Q1: different people"
    assert report.rows[1].since_previous == (
        "no detectable change since 25-Q4 (would have needed ±9)"
    )


def test_a_quarter_of_which_too_little_is_known_shows_its_range():
    little = replace(a_node(), scores=(a_score(40, coverage=0.5),) * 5)

    report = a_report(little)

    assert "25-Q1: not enough known, 20 to 70" in drawn(report)
    assert "25-Q1: not enough known, 20 to 70" in drawn(report, 40)
    assert "25-Q1 no score" in sentences.render(report)
    assert json_format.document(report)["nodes"][1]["scores"][0]["point"] is None


@pytest.mark.parametrize(
    ("new_id", "differing", "said"),
    [
        ("p", 6, "Questions: 1.1 before 2026-Q1, 1.2 since: 6 questions differ."),
        ("q", 1, "Questions: p 1.1 before 2026-Q1, q 1.2 since: 1 question differs."),
    ],
)
def test_other_questions_are_marked_below(new_id, differing, said):
    change = PackChange(
        period="2026-Q1",
        old_id="p",
        old_version="1.1",
        new_id=new_id,
        new_version="1.2",
        differing=differing,
    )

    report = a_report(pack_changes=(change,))

    assert report.remarks == (said,)
    assert drawn(report).endswith(f"\n\n  {said}\n")
    assert said in sentences.render(report)
    assert said.partition(":")[0] in markdown.render(report)
    assert json.loads(json_format.render(report))["pack_changes"][0]["new_id"] == new_id


def test_one_trend_is_shown_alone():
    report = narrow(a_report(a_node("ai"), a_node("zt")), "zt")

    assert [row.node.id for row in report.rows] == ["zt"]


@pytest.mark.parametrize(("width", "number"), [(30, 2), (60, 4), (80, 6), (200, 8)])
def test_a_narrow_window_has_room_for_fewer_quarters(width, number):
    assert quarters_that_fit(width) == number


def test_only_the_verdict_has_a_colour():
    out = StringIO()
    view = View(width=120, marks=UNICODE)
    console = Console(file=out, width=120, force_terminal=True, color_system="256")

    console.print(terminal.render(a_report(), view))

    assert "\x1b[38;5;31mimproved\x1b[0m since 25-Q1" in out.getvalue()


def test_text_of_packs_is_shown_as_it_is():
    hostile = replace(a_node(), name="[b]x[/oops] | <i>", short="[b]x[/oops] | <i>")

    report = a_report(hostile)

    assert "[b]x[/oops] | <i>" in drawn(report, 120)
    assert r"\[b\]x\[/oops\] \| &lt;i&gt;" in markdown.render(report)
