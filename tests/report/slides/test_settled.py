"""What the team has decided itself, on the slides and in their notes."""

from dataclasses import replace

from tests.documents import demo_document


def with_report(**fields):
    """Return the sample team's document with other fields of its report."""
    document = demo_document()
    return replace(document, report=replace(document.report, **fields))


def test_a_finding_that_stays_open_says_so_before_what_to_do(slides):
    first, *rest = demo_document().report.findings
    open_ = replace(first, stays_open="Stays open: the risk was accepted by Anna")

    made = slides(with_report(findings=(open_, *rest)))

    assert made.table("4 findings")[1][3].startswith(f"{open_.stays_open}. ")
    assert f"{open_.stays_open}." in made.notes().splitlines()


def test_what_the_team_settled_is_in_the_notes_of_the_plan(slides):
    settled = replace(demo_document().report.later[0], progress_words="done by Zoë")

    made = slides(with_report(aside=(settled,)))

    notes = made.slide("Now 43").notes_slide.notes_text_frame.text
    assert f"Settled by the team: {settled.title}: done by Zoë" in notes


def test_what_the_team_settled_has_a_slide_where_nothing_is_left_to_do(slides):
    settled = replace(demo_document().report.later[0], progress_words="done by Zoë")

    made = slides(with_report(steps=(), later=(), aside=(settled,)))

    text = made.text(made.slide("Settled by the team"))
    assert f"{settled.title}\ndone by Zoë" in text
