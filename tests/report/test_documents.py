"""Whole documents of the sample team, to be read by eye in the diff."""

import json

import pytest

from readiness.report import json as json_report
from readiness.report import markdown, sentences, terminal_plan
from readiness.report.bars import ASCII
from tests.documents import as_document


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_the_terminal_report_is_as_agreed(demo, shown, assert_golden, width):
    assert_golden(shown(demo, width), f"report-{width}.txt")


def test_the_ascii_report_is_as_agreed(demo, shown, assert_golden):
    text = shown(demo, 80, ASCII)

    assert_golden(text, "report-ascii.txt")
    assert text.isascii()


def test_the_full_report_is_as_agreed(demo, shown, assert_golden):
    assert_golden(shown(demo, 100, full=True), "report-full.txt")


def test_the_plan_on_a_terminal_is_as_agreed(demo, shown, assert_golden):
    assert_golden(shown(demo, what=terminal_plan.render), "plan-80.txt")


def test_the_report_in_sentences_is_as_agreed(demo, assert_golden):
    assert_golden(sentences.render(demo, full=True), "report-sentences.txt")


def test_the_plan_in_sentences_is_as_agreed(demo, assert_golden):
    assert_golden(sentences.render_plan(demo), "plan-sentences.txt")


def test_the_markdown_report_is_as_agreed(demo, assert_golden):
    assert_golden(markdown.render(as_document(demo)), "report.md")


def test_the_action_plan_is_as_agreed(demo, assert_golden):
    assert_golden(markdown.render_plan(demo), "plan.md")


def test_the_json_report_is_as_agreed(demo, assert_golden):
    assert_golden(json_report.render(as_document(demo)), "report.json")


def test_the_json_plan_says_the_same_of_actions_as_the_report(demo):
    report = json.loads(json_report.render(as_document(demo)))
    plan = json.loads(json_report.render_plan(demo))

    assert plan["kind"] == "readiness.plan"
    steps = zip(plan["actions"], report["actions"], strict=True)
    assert [step | told for step, told in steps] == plan["actions"]


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(demo, shown, width):
    text = shown(demo, width, full=True)
    words = set(" ".join(text.split()).split(" "))

    assert max(map(len, text.splitlines())) <= width
    for line in demo.answers:
        assert set(line.text.split()) <= words


def test_everything_made_from_the_sample_says_demo(demo):
    texts = (
        markdown.render(as_document(demo)),
        markdown.render_plan(demo),
        sentences.render(demo),
    )

    for text in texts:
        assert "demo data" in text.lower()


def test_the_formats_carry_the_same_scores(demo, shown):
    for row in demo.trends:
        assert row.node.score_words in markdown.render(as_document(demo))
        assert f"{row.node.name}: {row.node.score_words} of 100" in sentences.render(
            demo
        )
        assert f"{row.short:<24}"[:20] in shown(demo, 80)


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_the_name_of_every_capability_is_there_in_full(demo, shown, width):
    table = shown(demo, width, full=True).partition("Strengths")[0]
    words = " ".join(table.split())

    for row in demo.trends:
        for node in row.capabilities:
            assert node.name in words
