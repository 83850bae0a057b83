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
from readiness.responses import Form
from readiness.uncertainty.verdicts import Verdict
from tests.builders import a_capability, a_pack, a_response, a_trend
from tests.report.comparing.values import (
    PACK,
    a_change,
    a_comparison,
    a_quarter,
    a_score,
)

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
    compared = {place: a_comparison() for place in range(len(quarters) - 1)}
    given = {
        "overall": a_node("overall"),
        "pack_changes": (),
        "compared": compared,
        **fields,
    }
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


def test_where_not_even_two_quarters_fit_they_stand_in_blocks():
    text = drawn(a_report(), 26)

    assert "  AI in full\n    25-Q1 41, 25-Q2 44," in text


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
    scores = json_format.document(report)["nodes"][1]["scores"]
    assert [score and score["point"] for score in scores] == [None] * 5


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

    assert said in report.remarks
    assert f"\n  {said}\n" in drawn(report)
    assert said in sentences.render(report)
    assert said.partition(":")[0] in markdown.render(report)
    assert json.loads(json_format.render(report))["pack_changes"][0]["new_id"] == new_id


def test_one_trend_is_shown_alone():
    report = narrow(a_report(a_node("ai"), a_node("zt")), "zt")

    assert [row.node.id for row in report.rows] == ["zt"]


@pytest.mark.parametrize(("width", "number"), [(30, 2), (36, 3), (44, 4), (80, 5)])
def test_a_narrow_window_shows_the_last_quarters_and_says_the_same_of_them(
    width, number
):
    text = drawn(a_report(), width)

    shorts = [period[2:] for period in PERIODS[-number:]]
    assert f"    {'  '.join(shorts)}\n" in text
    flat = " ".join(text.split())
    assert "improved since 25-Q1 (+12, needed ±9)" in flat
    fits = f"The last {number} quarters fit here; the first of all is 25-Q1"
    assert (fits in flat) is (number < len(PERIODS))


def test_a_last_quarter_that_is_no_noise_is_shown_in_every_format():
    declined = a_change(verdict=Verdict.DECLINED, delta=-10.0)
    fell = a_report(a_node(since_previous=declined))
    steady = a_report()

    said = "declined since 25-Q4 (-10, needed ±9)"
    for width in (20, 60, 80, 120):
        assert said in " ".join(drawn(fell, width).split())
        assert "since 25-Q4" not in drawn(steady, width)
    for text in (sentences.render(fell), markdown.render(fell)):
        assert said in text.replace("\\", "").replace("Declined", "declined")


def test_a_trend_that_only_the_last_two_quarters_have_is_judged_once():
    packs = [a_pack(a_trend("zt", a_capability("mfa")))] * 3 + [PACK] * 2
    quarters = tuple(
        a_quarter(period, pack=pack)
        for period, pack in zip(PERIODS, packs, strict=True)
    )
    fell = a_change(verdict=Verdict.DECLINED, delta=-10.0)
    node = a_node(scores=(None,) * 3 + (60, 50), since_first=fell, since_previous=fell)

    row = a_report(node, quarters=quarters).rows[1]

    assert row.words == "declined since 25-Q4 (-10, needed ±9)"
    assert (row.since_previous, row.is_news) == ("", False)


def test_every_format_says_how_many_answered_and_how_many_both_times(demo):
    for text in (*(drawn(demo, w) for w in (20, 60, 80)), sentences.render(demo)):
        flat = " ".join(text.split())
        assert "26-Q3 to 26-Q4: 5 people answered both times (5 then, 5 now)" in flat
    assert "  people                      5      5\n" in drawn(demo, 60)
    assert "| People | 5 | 5 | | |\n" in markdown.render(demo)
    assert "People: 26-Q3 5, 26-Q4 5.\n" in sentences.render(demo)


def test_a_verdict_that_rests_on_some_people_says_on_how_many():
    few = a_change(verdict=Verdict.IMPROVED, delta=12.0, people=2)

    row = a_report(a_node(since_first=few)).rows[1]

    assert row.words == "improved since 25-Q1 (+12, needed ±9; from 2 of 5 people)"


def test_figures_that_tell_something_else_than_like_with_like_say_so():
    node = a_node(
        since_first=a_change(old=41.0, new=54.0, delta=4.0),
        since_previous=a_change(old=48.0, new=54.0, delta=1.0),
    )

    report = a_report(node)

    assert report.rows[1].notes == (
        (
            "25-Q1 to 26-Q1: the two scores differ by +13, for the same questions, "
            "people and weights by +4"
        ),
        (
            "25-Q4 to 26-Q1: the two scores differ by +6, for the same questions, "
            "people and weights by +1"
        ),
    )
    assert report.rows[1].notes[0] in " ".join(drawn(report).split())
    assert report.rows[1].notes[0] in markdown.render(report).replace("\\", "")


def test_a_quick_look_is_marked_beside_full_answers():
    full, quick = (
        a_response(PACK, form=form, respondent=form.value)
        for form in (Form.FULL, Form.QUICK)
    )
    given = ([full], [full], [full, quick], [quick], [quick])
    quarters = tuple(a_quarter(p, *rs) for p, rs in zip(PERIODS, given, strict=True))

    report = a_report(quarters=quarters)

    forms = ("full", "full", "mixed", "quick", "quick")
    assert report.forms == forms
    assert "full   full  mixed  quick  quick\n" in drawn(report, 80)
    assert "25-Q3 mixed, 25-Q4 quick" in " ".join(drawn(report, 24).split())
    assert "25-Q3 mixed, 25-Q4 quick" in sentences.render(report)
    assert f"| Form | {' | '.join(forms)} | | |\n" in markdown.render(report)
    assert "A quick look asks fewer questions" in sentences.render(report)
    document = json_format.document(report)
    assert tuple(q["form"] for q in document["quarters"]) == forms


def test_whose_noise_it_is_is_said():
    assumed = a_report()
    measured = build_history(a_history(), made_on=TODAY, noise_from="n.toml")

    assert "is assumed, not measured" in assumed.remarks[-1]
    assert "is from n.toml: 0.42 levels" in measured.remarks[-1]
    assert "n.toml" in " ".join(drawn(measured).split())


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
