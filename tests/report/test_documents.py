"""Whole documents of the sample team, to be read by eye in the diff."""

import json
from dataclasses import replace

import pytest

from readiness.report import json as json_report
from readiness.report import markdown, sentences, terminal_plan
from readiness.report.bars import ASCII
from readiness.report.html.render import render as html
from readiness.report.model import EvidenceLine
from readiness.responses import EvidenceKind
from tests.documents import as_document, demo_document


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


def test_the_markdown_report_is_as_agreed(assert_golden):
    assert_golden(markdown.render(demo_document()), "report.md")


def test_the_action_plan_is_as_agreed(demo, assert_golden):
    assert_golden(markdown.render_plan(demo), "plan.md")


def test_the_json_report_is_as_agreed(assert_golden):
    assert_golden(json_report.render(demo_document()), "report.json")


def test_markdown_and_json_say_what_changed_as_all_documents_do():
    document = demo_document()

    text = markdown.render(document)
    found = json.loads(json_report.render(document))

    changes, past = document.changes, document.past
    assert f"## What changed since {changes.old_period}\n" in text
    assert "## History\n" in text
    for line, node in zip(changes.lines, found["changes"]["nodes"], strict=True):
        cells = (line.old_words, line.new_words, line.delta_words, line.band_words)
        assert f"| {line.name} | {' | '.join(cells)} | {line.common_words} |" in text
        assert (node["delta"], node["words"]) == (line.delta, line.said)
    for line, node in zip(past.lines, found["past"]["nodes"], strict=True):
        assert f"| {line.name} | {' | '.join(line.figures)} | {line.words}" in text
        assert node["points"] == list(line.points)


def test_markdown_has_all_that_others_say_of_quarters():
    document = demo_document()
    told = replace(
        document,
        changes=replace(
            document.changes,
            plan=("4 of 6 actions are done.",),
            withheld_words="",
            causes=(),
            moves=document.changes.moves[:1],
        ),
        past=replace(document.past, forms=("quick", "full")),
    )

    text = markdown.render(told)

    assert "\n### Last quarter's plan\n\n- 4 of 6 actions are done.\n" in text
    assert "\n### What the next quarter can show\n\n- With 5 people, " in text
    assert "| Form | quick | full | |" in text
    assert "| Points | Cause |" not in text


def test_markdown_has_what_comes_later_and_what_is_settled_or_held():
    document = demo_document()
    (first, *rest) = document.report.later
    report = replace(document.report, later=tuple(rest), aside=(first,))

    text = markdown.render(replace(document, report=report))
    found = json.loads(json_report.render(replace(document, report=report)))

    later = text.partition("\n## After that\n")[2].partition("\n## ")[0]
    aside = text.partition("\n## Settled by the team\n")[2].partition("\n## ")[0]
    held = text.partition("\n## Hold\n")[2].partition("\n## ")[0]
    assert all(
        f"- {step.title} (+{step.gain_words}, {step.effort_words})\n" in later
        for step in rest
    )
    assert f"\n- {first.title}\n" in aside
    assert all(
        f"- {line.capability}: level {line.level}." in held for line in report.holds
    )
    assert [step["id"] for step in found["aside"]] == [first.id]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://example.com/a_b?c=1&d=*x*", "<https://example.com/a_b?c=1&d=*x*>"),
        ("http://example.com", "<http://example.com>"),
        ("see https://example.com", "see https:<!-- -->//example.com"),
        ("https://example.com/?a&copy;", "https:<!-- -->//example.com/?a&amp;copy;"),
        ("https://example.com/<b>", "https:<!-- -->//example.com/&lt;b&gt;"),
        ("https://example.com/$a$", "https:<!-- -->//example.com/\\$a\\$"),
        ("javascript://example.com", "javascript:<!-- -->//example.com"),
        ("https://", "https:<!-- -->//"),
    ],
)
def test_evidence_can_be_followed_if_it_is_an_address_and_nothing_else(text, shown):
    document = demo_document()
    (first, *others) = document.report.answers
    piece = EvidenceLine(kind=EvidenceKind.ARTEFACT, text=text)
    answers = (replace(first, evidence=(piece,)), *others)
    report = replace(document.report, answers=answers)

    made = markdown.render(replace(document, report=report))

    assert f"\n  - Evidence: {shown}\n" in made


def test_a_page_with_a_note_on_every_answer_of_five_people_stays_small():
    document = demo_document()
    note = "\n".join(f"{n} {'word and another ' * 15}"[:240] for n in range(5))
    answers = tuple(replace(line, note=note) for line in document.report.answers)

    page = html(replace(document, report=replace(document.report, answers=answers)))

    assert page.count("word and another") == 5 * 56 * 14
    assert len(page.encode()) < 300_000


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
