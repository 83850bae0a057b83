"""What the workbook says is what the document says."""

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from readiness.cli.sample import sample_quarters
from readiness.plan.make import make_plan
from readiness.report.build import build_report
from readiness.report.disclosure import disclose
from readiness.report.narrow import narrow
from readiness.report.panel_model import Disclosure
from readiness.report.words import HORIZONS
from readiness.responses import NotApplicable, Rated, Unknown
from readiness.scoring.results import evaluate
from tests.builders import a_capability, a_pack, a_response, a_trend
from tests.documents import (
    MADE_ON,
    as_document,
    demo_document,
    document_of,
    small_document,
)


@pytest.fixture(scope="module")
def demo():
    return demo_document()


@pytest.fixture(scope="module")
def read(demo, workbook):
    return workbook(demo)


def nodes_of(report):
    yield report.overall
    yield from (row.node for row in report.trends)
    for row in report.trends:
        yield from row.capabilities


def number(value):
    return "" if value is None else pytest.approx(value)


def test_the_sheets_stand_in_a_fixed_order(read):
    assert read.sheets == [
        "About", "Charts", "Scores", "Answers", "Plan", "Find out", "Findings",
        "Changes", "Causes", "Moved answers", "History",
    ]  # fmt: skip


def test_scores_are_the_unrounded_numbers_of_the_model(demo, read):
    rows = read.table("Scores")

    for row, node in zip(rows, nodes_of(demo.report), strict=True):
        assert row["Name"] == node.name
        assert row["Score"] == number(node.point)
        assert (row["Low"], row["High"]) == (number(node.low), number(node.high))
        assert row["Known"] == number(node.coverage)
        assert row["Level"] == number(node.level)
        assert row["Score in words"] == node.score_words
        assert row["Held by"] == node.held_words


def test_where_too_little_is_known_the_cell_is_empty_and_words_say_why(workbook):
    rows = workbook(small_document()).table("Scores")

    trust = next(row for row in rows if row["Name"] == "Trust")
    assert trust["Score"] == ""
    assert trust["Score in words"] == "not enough known"


def test_every_answer_has_a_row(demo, read):
    rows = read.table("Answers")

    assert [row["Question"] for row in rows] == [
        a.question for a in demo.report.answers
    ]
    for row, line in zip(rows, demo.report.answers, strict=True):
        assert row["Answer"] == line.answer
        assert row["Level"] == number(line.level)
        assert row["Note"] == line.note
        assert row["Rests on"] == "\n".join(piece.words for piece in line.evidence)


def test_answers_of_several_people_can_be_counted_with(demo, read):
    rows = {row["Question"]: row for row in read.table("Answers")}

    for line in demo.report.panel.questions:
        row = rows[line.question]
        assert row["Median"] == number(line.median)
        assert row["Rated"] == number(line.rated)
        assert row["Don't know"] == number(line.dont_know)
        assert row["Not applicable"] == number(line.not_applicable)
        assert row["Agreement"] == line.accord
    assert any(row["Median"] != "" for row in rows.values())


def test_what_is_withheld_of_people_is_an_empty_cell(workbook):
    _, new = sample_quarters()
    results = evaluate(new.pack, new.responses)
    build = partial(build_report, made_on=MADE_ON)
    report = disclose(results, Disclosure.ANONYMOUS, plan=make_plan, build=build)

    rows = workbook(as_document(report)).table("Answers")

    assert report.panel is not None
    withheld = {line.question for line in report.panel.questions if line.rated is None}
    assert {row["Question"] for row in rows if row["Rated"] == ""} == withheld
    assert withheld


def test_answers_of_one_person_have_a_level_and_no_panel(workbook):
    rows = workbook(small_document()).table("Answers")

    assert [row["Level"] for row in rows] == [1, "", ""]
    assert "Median" not in rows[0]


def test_the_plan_has_all_actions_with_gain_and_effort_and_room_to_assign(demo, read):
    report, rows = demo.report, read.table("Plan")
    steps = (*report.steps, *report.later, *report.aside)

    for row, step in zip(rows, steps, strict=True):
        assert (row["No."], row["Action"]) == (step.number, step.title)
        assert row["Gain overall"] == number(step.gain)
        assert row["Trend high"] == number(step.trend_gain_high)
        assert row["Person-weeks"] == number(step.person_weeks)
        assert row["Done when"] == "\n".join(step.done_when)
        assert row["Assignee"] == row["Due"] == row["Status"] == ""
    horizons = [HORIZONS[step.horizon] for step in report.steps]
    assert [row["When"] for row in rows[:6]] == horizons
    assert "yours to fill in" in read.text()
    assert rows[6]["When"] == "after that"


def test_who_does_it_by_when_is_filled_in_from_the_plan(demo, workbook):
    first, *rest = demo.report.steps
    first = replace(first, assignee="Zoë", due="2026-11-13", status="in progress")
    report = replace(demo.report, steps=(first, *rest))

    made = workbook(replace(demo, report=report))

    row, other, *_ = made.table("Plan")
    assert row["Assignee"] == "Zoë"
    assert row["Due"] == date(2026, 11, 13)
    assert row["Status"] == "in progress"
    assert other["Assignee"] == other["Due"] == other["Status"] == ""
    assert "those of plan.md where it has them" in made.text()
    assert "yours to fill in" not in made.text()


def test_what_became_of_last_quarters_plan_has_its_heading(demo, workbook):
    changes = replace(demo.changes, plan=("6 actions: 3 open, 3 done.",))

    text = workbook(replace(demo, changes=changes)).text()

    assert "Last quarter's plan\n6 actions: 3 open, 3 done." in text


def test_what_to_find_out_says_how_much_it_narrows(demo, read):
    rows = read.table("Find out")

    for row, line in zip(rows, demo.report.inquiries, strict=True):
        assert row["Text"] == line.text
        assert row["Narrows trend"] == number(line.trend_narrows)


def test_findings_stand_with_their_reasons(demo, read):
    rows = read.table("Findings")

    for row, line in zip(rows, demo.report.findings, strict=True):
        assert (row["Finding"], row["Severity"]) == (line.name, line.severity)
        assert row["Because"] == "\n".join(line.because)
    assert demo.report.not_evaluated_words in read.text()


def test_who_decided_that_a_finding_stays_open_stands_with_it(demo, workbook):
    first, *rest = demo.report.findings
    open_ = "Stays open: the risk was accepted by Anna until 2027-01-31"
    findings = (replace(first, stays_open=open_), *rest)

    made = workbook(replace(demo, report=replace(demo.report, findings=findings)))

    row, other, *_ = made.table("Findings")
    assert (row["Decision"], other["Decision"]) == (open_, "")


def test_what_the_team_settled_says_why(demo, workbook):
    settled = replace(demo.report.later[0], progress_words="done by Zoë")
    report = replace(demo.report, aside=(settled,))

    *_, row = workbook(replace(demo, report=report)).table("Plan")

    assert (row["When"], row["Progress"]) == ("set aside", "done by Zoë")


def test_why_there_is_no_strength_stands_above_the_answers(workbook):
    document = small_document()

    said = [row[0] for row in workbook(document).cells("Answers")]

    assert document.strengths_words in said


def test_changes_are_those_of_the_comparison(demo, read):
    rows = read.table("Changes")

    for row, line in zip(rows, demo.changes.lines, strict=True):
        assert (row["2026-Q3"], row["2026-Q4"]) == (number(line.old), number(line.new))
        assert (row["Change"], row["Needed"]) == (number(line.delta), number(line.band))
        assert row["Verdict"] == line.verdict
        assert row["In common"] == number(line.common)
    moved = [(row["Question"], row["Points"]) for row in read.table("Moved answers")]
    assert moved == [
        (move.question, number(move.points)) for move in demo.changes.moves
    ]


def test_causes_add_up_to_the_difference_as_all_documents_show_it(demo, read):
    causes = [row["Points"] for row in read.table("Causes")]

    assert causes == [float(line.points_words) for line in demo.changes.causes]
    assert demo.changes.split_words.endswith(f"+{sum(causes):.1f}")


def test_an_answer_that_moved_nothing_has_no_points(demo, workbook):
    first, *_ = demo.changes.moves
    moves = (replace(first, points=None, points_words="--"),)

    changes = replace(demo.changes, moves=moves)

    (row,) = workbook(replace(demo, changes=changes)).table("Moved answers")
    assert row["Points"] == ""


def test_the_history_has_a_column_for_each_quarter(demo, read):
    rows = read.table("History")

    for row, line in zip(rows, demo.past.lines, strict=True):
        shown = tuple(row[short] for short in demo.past.shorts)
        assert shown == tuple(map(number, line.points))


def test_a_quarter_of_which_too_little_is_known_is_an_empty_cell(demo, workbook):
    first, *rest = demo.past.lines
    gap = replace(first, points=(None, first.points[1]))
    past = replace(demo.past, lines=(gap, *rest))

    rows = workbook(replace(demo, past=past)).table("History")

    assert rows[0]["26-Q3"] == ""


def test_the_first_sheet_says_what_holds_of_all_figures(demo, read):
    about = "\n".join(str(cell) for row in read.cells("About") for cell in row)

    for label, said in demo.statements:
        assert label in about
        assert said in about
    for section in demo.method:
        assert section.heading in about
        assert all(paragraph in about for paragraph in section.paragraphs)


def test_every_sheet_says_in_its_second_row_what_its_figures_are(demo, read):
    for name in read.sheets:
        assert read.cells(name)[1][0] == demo.footer_words


def test_without_another_quarter_there_is_no_sheet_of_changes(workbook):
    assert workbook(small_document()).sheets == [
        "About", "Charts", "Scores", "Answers", "Plan", "Find out", "Findings",
    ]  # fmt: skip


def test_a_comparison_without_causes_and_answers_has_no_sheets_for_them(demo, workbook):
    changes = replace(demo.changes, causes=(), moves=(), lines=())

    made = workbook(replace(demo, changes=changes, past=None))

    assert made.sheets[-1] == "Changes"
    assert "No score can be compared." in made.text()


def test_a_sheet_without_rows_says_so(workbook):
    pack = a_pack(a_trend("ai", a_capability("pairing")))

    text = workbook(document_of(pack, a_response(pack, pairing=Rated(level=4)))).text()

    assert "No rule fires on these answers." in text
    assert "Nothing below level 3 is known" in text


def test_with_nothing_known_all_scores_are_empty(workbook):
    pack = a_pack(a_trend("ai", a_capability("pairing")))
    made = workbook(document_of(pack, a_response(pack, pairing=Unknown())))

    assert {row["Score"] for row in made.table("Scores")} == {""}


def test_what_does_not_apply_has_neither_score_nor_range(workbook):
    pack = a_pack(a_trend("ai", a_capability("pairing")), a_trend("api"))
    response = a_response(pack, pairing=NotApplicable(reason="No engineers."))

    rows = workbook(document_of(pack, response)).table("Scores")

    ai = next(row for row in rows if row["Name"] == "Ai")
    assert (ai["Low"], ai["Score in words"]) == ("", "not applicable")


def test_a_report_on_one_trend_shows_it_with_its_capabilities(demo, workbook):
    report = narrow(demo.report, "multiagent")
    made = workbook(as_document(report))
    (row,) = report.trends

    names = [line["Name"] for line in made.table("Scores")]

    assert names == [row.node.name, *(node.name for node in row.capabilities)]
    charts = [cells[0] for cells in made.cells("Charts")]
    assert "Overall" not in charts
    assert row.short in charts
    assert made.cells("About")[0][0].endswith(f"2026-Q4, {row.node.name}")


def test_where_all_is_known_there_is_no_sheet_of_what_to_find_out(workbook):
    pack = a_pack(a_trend("ai", a_capability("pairing")))

    made = workbook(document_of(pack, a_response(pack, pairing=Rated(level=4))))

    assert "Find out" not in made.sheets
    assert "Find out" not in made.text()


def test_a_quick_look_is_said_above_the_scores(demo, workbook):
    words = "a quick look: 24 of 56 questions"
    report = replace(demo.report, form="quick", form_words=words)

    quick = workbook(replace(demo, report=report))

    said = [row[0] for row in quick.cells("Scores")]
    assert any(f"This is {words}." in str(cell) for cell in said)


def test_what_was_left_out_is_told_at_length_on_the_first_sheet_only(demo, workbook):
    document = replace(demo, left_out="All of it was left out.")
    document = replace(
        document, statements=(*demo.statements, ("Left out", document.left_out))
    )

    made = workbook(document)

    telling = [
        name
        for name in made.sheets
        if any(document.left_out in str(c) for row in made.cells(name) for c in row)
    ]
    assert telling == ["About"]
