"""What the slides say is what the document says."""

import re
from dataclasses import replace

import pytest

from readiness.report.charts.native import span_of
from readiness.report.documents.model import Redaction
from readiness.report.narrow import narrow
from readiness.report.words import HORIZONS
from readiness.responses import NotApplicable, Rated, Unknown
from tests.builders import a_capability, a_pack, a_response, a_trend
from tests.documents import (
    LONG,
    as_document,
    demo_document,
    document_of,
    hostile_document,
    small_document,
)

STRONGEST = "Carries most: Observability and reliability of distributed services"


@pytest.fixture(scope="module")
def demo():
    return demo_document()


@pytest.fixture(scope="module")
def read(demo, slides):
    return slides(demo)


def with_report(document, **fields):
    return replace(document, report=replace(document.report, **fields))


def with_a_third_quarter(document):
    """Repeat the first quarter before the others; overall was not known then."""
    past = document.past
    first, *rest = (
        replace(line, points=(line.points[0], *line.points)) for line in past.lines
    )
    first = replace(first, points=(None, *first.points[1:]))
    past = replace(
        past,
        periods=("2026-Q2", *past.periods),
        shorts=("26-Q2", *past.shorts),
        people=("5", *past.people),
        lines=(first, *rest),
    )
    return replace(document, past=past)


def all_known():
    api = a_trend("api", a_capability("reviews"))
    pack = a_pack(a_trend("ai", a_capability("pairing")), api)
    response = a_response(pack, pairing=Rated(level=1), reviews=Rated(level=4))
    return document_of(pack, response)


def points(series):
    return [value if value is None else pytest.approx(value) for value in series]


def test_each_slide_has_its_message_as_title(demo, read):
    first = demo.report.steps[0]

    assert read.titles == [
        "Readiness report",
        "Overall 43 of 100; weakest: Multiagent systems 35 (33 to 42)",
        "1 of 5 trends declined, 1 improved; overall +2 (would have needed ±5)",
        f"{STRONGEST}. Lacks most: Service-to-service identity",
        "4 findings, first of all: Agents acting without their own identity (critical)",
        demo.report.plan_words,
        f"Do first: {first.title}",
        "Find out: 3 answers are not known",
        "These figures are self-reported: what they can and cannot say",
    ]


@pytest.mark.parametrize("text", ["", LONG])
def test_there_are_never_more_than_nine_slides(slides, text):
    document = hostile_document(text) if text else demo_document()

    made = slides(with_a_third_quarter(document))

    assert len(made.titles) == 9


def test_the_profile_has_the_ranges_and_scores_of_the_model(demo, read):
    nodes = [demo.report.overall, *(row.node for row in demo.report.trends)]

    people = demo.report.panel

    low, between, score, *ends = (
        series for plot in read.charts()[0].plots for series in plot.series
    )

    assert list(low.values) == points(node.low for node in nodes)
    assert list(between.values) == points(map(span_of, nodes))
    assert [end.name for end in ends] == ["People range, low", "People range, high"]
    assert list(ends[0].values) == points(
        [people.low, *(line.low for line in people.trends)]
    )
    assert list(score.values) == points(node.point for node in nodes)
    text = read.text(read.slide("Overall 43"))
    for node in nodes:
        assert node.score_words in text
        assert node.range_words in text


def test_the_changes_have_both_quarters_and_their_verdicts(demo, read):
    old, new = read.charts()[1].plots[0].series

    assert (old.name, new.name) == ("2026-Q3", "2026-Q4")
    assert list(old.values) == points(line.old for line in demo.changes.lines)
    assert list(new.values) == points(line.new for line in demo.changes.lines)
    text = read.text(read.slide("1 of 5 trends declined"))
    assert all(line.said in text for line in demo.changes.lines)


def test_three_quarters_have_a_line_each_with_gaps(demo, slides):
    document = with_a_third_quarter(demo)

    lines = slides(document).charts()[2].plots[0]

    assert list(lines.categories) == ["26-Q2", "26-Q3", "26-Q4"]
    overall = next(iter(lines.series))
    assert list(overall.values) == points(document.past.lines[0].points)
    assert overall.values[0] is None


def test_quarters_without_a_comparison_are_shown_too(demo, slides):
    made = slides(replace(demo, changes=None))

    assert made.titles[2].startswith("Overall: no detectable change since 26-Q3")


def test_a_history_without_words_is_named_by_its_quarters(demo, slides):
    lines = tuple(replace(line, words="") for line in demo.past.lines)
    past = replace(demo.past, lines=lines)

    made = slides(replace(demo, changes=None, past=past))

    assert made.titles[2] == "2 quarters, 2026-Q3 to 2026-Q4"


def test_a_comparison_of_one_trend_speaks_of_it(demo, slides):
    trend = demo.changes.lines[1]

    made = slides(replace(demo, changes=replace(demo.changes, lines=(trend,))))
    long = replace(trend, short=LONG)
    cut = slides(replace(demo, changes=replace(demo.changes, lines=(long,))))

    assert made.titles[2] == f"{trend.short}: {trend.said}"
    assert cut.titles[2] == "Improved"


def test_a_comparison_without_scores_has_no_slide(demo, slides):
    made = slides(replace(demo, changes=replace(demo.changes, lines=()), past=None))

    assert len(made.titles) == 8


def test_the_plan_is_a_table_of_its_actions(demo, read):
    head, *rows = read.table("Now 43")

    assert head == ["No.", "When", "Action", "Gain", "Effort", "Usually led by"]
    for row, step in zip(rows, demo.report.steps, strict=True):
        assert row == [
            step.number,
            HORIZONS[step.horizon],
            step.title,
            f"+{step.gain_words}",
            step.effort_words,
            step.owner,
        ]
    assert "and 21 more actions after these" in read.text(read.slide("Now 43"))


def test_a_plan_that_is_all_of_it_says_of_no_more(demo, slides):
    made = slides(with_report(demo, steps=demo.report.steps[:2], later=()))

    assert "more action" not in made.text(made.slide("Now 43"))


def test_effort_and_gain_are_dots_with_names(demo, read):
    (dots,) = read.charts()[2].plots[0].series

    steps = demo.report.steps
    assert list(dots.values) == points(step.trend_gain for step in steps)
    names = [dots.points[n].data_label.text_frame.text for n, _ in enumerate(steps)]
    assert names == ["A1", "A2", "A3", "A4", "A5", "A6"]


def test_findings_say_what_to_do(demo, read):
    _, *rows = read.table("4 findings")

    found = demo.report.findings
    assert rows == [[f.severity, f.name, f.rationale, f.action] for f in found]


def test_why_there_is_no_strength_is_said_beside_the_gaps(slides):
    document = small_document()

    made = slides(document)

    assert document.strengths_words in made.text(made.slide("Only one answer"))
    assert document.strengths_words in made.notes()


def test_many_findings_are_cut_visibly(demo, slides):
    many = with_report(demo, findings=demo.report.findings * 2)

    made = slides(many)

    assert len(made.table("8 findings")) == 7
    assert "and 2 more findings" in made.text(made.slide("8 findings"))


def test_the_last_slide_says_what_holds_of_all_figures(demo, read):
    last = read.deck.slides[len(read.titles) - 1]

    text = read.text(last)

    for label, said in demo.statements:
        assert label in text
        assert said in text
    assert all(said in text for said in demo.method[-1].paragraphs)
    for section in demo.method:
        assert all(said in read.notes() for said in section.paragraphs)


def test_the_cover_says_that_it_is_a_demo_and_of_whom(demo, read):
    text = read.text(read.deck.slides[0])

    assert demo.demo_words in text
    assert demo.subject in text
    assert "Self-reported by 5 people" in text


def test_without_actions_there_is_what_to_find_out(slides):
    made = slides(small_document())

    assert made.titles == [
        "Readiness report",
        "Not enough known, 13 to 63 of 100; self-reported, one person's view",
        "Only one answer is known: Pairing",
        "Find out first: 2 answers are not known",
        "These figures are self-reported: what they can and cannot say",
    ]


def test_all_unknown_still_makes_a_deck(slides):
    pack = a_pack(a_trend("ai", a_capability("pairing")), a_trend("api"))
    pairing = NotApplicable(reason="No engineers.")
    response = a_response(pack, pairing=pairing, reviews=Unknown())

    made = slides(document_of(pack, response))

    profile = made.charts()[0]
    values = [v for plot in profile.plots for s in plot.series for v in s.values]
    assert None in values
    assert len(made.titles) >= 3


def test_a_team_without_gaps_sees_its_strengths_only(slides):
    pack = a_pack(a_trend("ai", a_capability("pairing")))

    made = slides(document_of(pack, a_response(pack, pairing=Rated(level=4))))

    assert made.titles[2:-1] == ["Only one answer is known: Pairing"]


def test_a_report_on_one_trend_shows_its_capabilities(demo, slides):
    report = narrow(demo.report, "multiagent")
    made = slides(as_document(report))

    names = list(made.charts()[0].plots[0].categories)

    (row,) = report.trends
    assert names[0] == row.short
    assert len(names) == 1 + len(row.capabilities)
    assert made.titles[1].startswith("Multiagent systems: 35 of 100, level 1 Exploring")
    assert made.titles[-4].startswith("Do first: Build one single-purpose agent")
    assert made.titles[-3] == "What each action takes, and what it gains in its trend"
    cover = made.text(made.deck.slides[0])
    assert f"2026-Q4, {row.node.name}" in cover
    assert f"{row.node.name} 35 of 100 (33 to 42)" in cover
    assert "Overall" not in cover


def test_names_of_dots_in_one_place_stand_on_different_sides(demo, slides):
    steps = tuple(
        replace(step, person_weeks=2.0, trend_gain=0.01) for step in demo.report.steps
    )

    chart = slides(with_report(demo, steps=steps[:4])).charts()[-1]

    (dots,) = chart.plots[0].series
    sides = {dots.points[n].data_label.position for n in range(4)}
    assert len(sides) == 4
    assert chart.value_axis.major_unit == pytest.approx(0.2)


def test_where_all_is_known_the_profile_shows_scores_alone(slides):
    made = slides(all_known())

    (marks,) = made.charts()[0].plots

    assert [series.name for series in marks.series] == ["Score"]


def test_a_plan_on_too_little_does_not_promise_its_first_action(demo, slides):
    words = "find out: 9 answers missing"
    headline = (*demo.report.headline[:-1], ("Do first", words))

    titles = slides(with_report(demo, headline=headline)).titles

    assert f"Do first: {words}" in titles
    assert not any(demo.report.steps[0].title in title for title in titles)


def test_a_quick_look_is_said_on_the_cover_and_where_the_score_stands(demo, slides):
    words = "a quick look: 24 of 56 questions"

    made = slides(with_report(demo, form="quick", form_words=words))

    assert f"Overall 43 of 100 (41 to 46); {words}" in made.text(made.deck.slides[0])
    assert made.titles[1].endswith(words)


def test_two_answers_are_enough_to_say_which_lacks_most(slides):
    assert slides(all_known()).titles[2] == "Carries most: Reviews. Lacks most: Pairing"


def test_what_was_left_out_is_told_at_length_on_the_last_slide_only(slides):
    document = demo_document(redacted=tuple(Redaction))

    made = slides(document)

    *others, last = (" ".join(made.text(s).split()) for s in made.deck.slides)
    left_out = dict(document.statements)["Left out"]
    assert left_out in last
    assert all(left_out not in text for text in others)
    assert all(f"{said}" in last for _, said in document.statements)


def test_the_answers_say_how_many_of_how_many_they_are(demo, read):
    text = read.text(read.slide("Carries most"))

    strong, weak = len(demo.report.strengths), len(demo.report.gaps)
    assert f"Strengths: the 5 of {strong} that carry most" in text
    assert f"Gaps: the 5 of {weak} that lack most" in text
    assert not re.search(r"^and \d+ more$", text, re.MULTILINE)


def test_gaps_alone_have_both_columns(demo, slides):
    made = slides(with_report(demo, strengths=()))

    slide = made.slide("Lacks most")
    boxes = [shape for shape in slide.shapes if shape.name == "Text"]
    assert "Gaps: the 10 of" in made.text(slide)
    assert len({box.left for box in boxes}) == 2


def test_what_somebody_does_and_by_when_stands_beside_the_action(demo, slides):
    first, *rest = demo.report.steps
    first = replace(first, progress_words="Zoë, in progress")

    made = slides(with_report(demo, steps=(first, *rest)))

    assert made.table("Now 43")[1][2] == f"{first.title} (Zoë, in progress)"
    assert "Progress: Zoë, in progress." in made.notes()


def test_what_to_find_out_stands_beside_the_plan_where_nine_slides_are_full(
    demo, slides
):
    made = slides(with_a_third_quarter(demo))

    text = made.text(made.slide("Do first"))
    assert all(line.text in text for line in demo.report.inquiries)
    assert not any(title.startswith("Find out") for title in made.titles)


def test_the_chart_of_ranges_says_what_they_are(read, slides):
    text = read.text(read.slide("Overall 43"))
    plain = slides(all_known())

    assert "Range: what unknown answers leave open." in text
    assert "People range: had other people of the team answered." in text
    assert "leave open" not in plain.text(plain.deck.slides[1])
