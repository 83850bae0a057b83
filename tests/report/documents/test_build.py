"""What a document for others consists of."""

from dataclasses import replace

import pytest

from readiness.branding.model import Brand, Logo, LogoType
from readiness.report.documents.build import Making, build_document
from readiness.report.documents.model import Redaction
from readiness.report.documents.redaction import left_out_words
from readiness.report.panel_model import Disclosure
from readiness.responses import NotApplicable, Rated, Unknown
from tests.builders import a_pack, a_response
from tests.documents import as_document, demo_document, document_of, small_document

LOGO = Logo(type=LogoType.PNG, content=b"x", width=1.0, height=1.0, alt="ACME")
BRAND = Brand(client="ACME", consultant="Lantern", footer="Ours", logo=LOGO)


def headings(document):
    return [section.heading for section in document.method]


def test_a_document_says_where_its_figures_come_from():
    said = dict(small_document().statements)

    assert said["Source"] == "Self-reported by 1 person on their own team."
    assert said["Period"] == "2026-Q4"
    assert said["Questions"].endswith(", all 3 questions")
    assert said["Coverage"].startswith("1 of 3 questions rated, 2 don't know, ")
    assert "no statement of compliance" in said["Limits"]
    assert said["Made on"] == "2026-11-23, with readiness"
    assert "Left out" not in said
    assert "Demo" not in said


def test_the_foot_of_a_page_says_the_same_in_a_line():
    document = small_document()
    report = document.report

    pack = f"{report.pack_title} {report.pack_version}"
    told = f"Self-reported by 1 person; 2026-Q4; {pack}; 1 of 3 rated."
    assert document.footer_words == told


def test_demo_data_are_called_so_wherever_one_looks():
    document = demo_document()

    assert document.demo_words.startswith("DEMO DATA. ")
    assert document.statements[0] == ("Demo", document.demo_words)
    assert document.footer_words.startswith("DEMO DATA; Self-reported by 5 people; ")
    assert small_document().demo_words == ""


def test_the_date_is_in_the_words_of_a_language_if_there_are_any():
    made = as_document(small_document().report, made_on_words="23. November 2026")

    assert made.made_on_words == "23. November 2026"
    assert dict(made.statements)["Made on"] == "23. November 2026, with readiness"


def test_of_a_score_that_is_not_known_no_weight_is_told():
    pack = a_pack()
    reason = NotApplicable(reason="No such thing.")
    everything = {question.id: reason for question in pack.questions()}

    said = dict(document_of(pack, a_response(pack, **everything)).statements)

    assert "weight" not in said["Coverage"]
    assert "weight" in dict(small_document().statements)["Coverage"]


def test_the_page_on_method_has_what_this_document_needs():
    always = ["What a score is", "What a range is", "What these figures cannot say"]
    demo, small = headings(demo_document()), headings(small_document())
    pack = a_pack()
    levels = {question.id: Rated(level=4) for question in pack.questions()}
    best = headings(document_of(pack, a_response(pack, **levels)))

    extra = {"Several people", "What counts as a change", "What a gain is"}
    assert set(demo) == {*always, *extra}
    assert small == always
    assert best == always


def test_the_page_on_method_says_whether_there_is_a_range_at_all():
    pack = a_pack()
    first, *_ = pack.questions()
    known = document_of(pack, a_response(pack, **{first.id: Rated(level=2)}))
    unknown = document_of(pack, a_response(pack, **{first.id: Unknown()}))

    ranges = [dict_of(one)["What a range is"] for one in (known, unknown)]

    assert "there is no such range" in ranges[0]
    assert "The ends are exact" in ranges[1]


def dict_of(document):
    return {one.heading: " ".join(one.paragraphs) for one in document.method}


def test_the_paragraphs_of_the_method_are_without_line_breaks():
    for section in demo_document().method:
        for paragraph in section.paragraphs:
            assert paragraph == " ".join(paragraph.split()) != ""


@pytest.mark.parametrize(
    ("word", "has_secret"),
    [
        (Redaction.NOTES, lambda line: line.note),
        (Redaction.EVIDENCE, lambda line: line.evidence),
    ],
)
def test_notes_and_evidence_are_left_out_of_every_line(word, has_secret):
    def secrets(report):
        steps = (*report.steps, *report.later, *report.aside)
        causes = [line for step in steps for line in step.causes]
        lines = (*report.answers, *report.strengths, *report.gaps, *causes)
        return [line for line in lines if has_secret(line)]

    usual = demo_document().report
    usual = replace(usual, aside=usual.steps)

    assert secrets(usual)
    assert not secrets(as_document(usual, redacted=(word,)).report)


def test_without_names_neither_team_nor_client_nor_logo_is_there():
    report = demo_document().report

    named = as_document(report, brand=BRAND)
    made = as_document(report, brand=BRAND, redacted=(Redaction.NAMES,))

    assert named.subject == f"{report.team}, 2026-Q4"
    assert (made.report.team, made.report.team_id) == ("The team", "team")
    assert made.subject == "The team, 2026-Q4"
    assert made.brand == Brand(consultant="Lantern")
    assert report.team not in str(made)


def test_without_names_it_is_said_that_notes_may_have_some():
    report = demo_document().report

    names = as_document(report, redacted=(Redaction.NAMES,))
    free = as_document(report, redacted=tuple(Redaction))

    assert names.left_out.endswith("names may stand in it.")
    assert "typed" not in free.left_out


def test_a_document_of_one_trend_is_about_that_trend():
    row = demo_document().report.trends[0]
    report = replace(demo_document().report, trends=(row,))

    made = as_document(report)

    assert made.lead == row.node
    assert made.subject.endswith(f", 2026-Q4, {row.node.name}")
    assert dict(made.statements)["Questions"].endswith(f" on {row.node.name}")
    assert demo_document().lead == demo_document().report.overall


def test_without_respondents_nobody_is_listed(kept_names):
    usual = as_document(kept_names)
    made = as_document(kept_names, redacted=(Redaction.RESPONDENTS,))

    assert [one.respondent for one in usual.report.who] == ["ana"]
    assert made.report.who == ()


@pytest.fixture(name="kept_names")
def _kept_names():
    """Build the report of one person, by name."""
    from functools import partial

    from readiness.plan.make import make_plan
    from readiness.report.build import build_report
    from readiness.report.disclosure import disclose
    from readiness.report.panel_model import Disclosure
    from readiness.scoring.results import evaluate
    from tests.documents import MADE_ON

    pack = a_pack()
    results = evaluate(pack, (a_response(pack, respondent="ana"),))
    build = partial(build_report, made_on=MADE_ON)
    return disclose(results, Disclosure.NAMES, plan=make_plan, build=build)


def test_what_was_left_out_is_said_in_statements_footer_and_by_itself():
    report = replace(demo_document().report, left_out="Anonymous: nobody's words.")
    words = (Redaction.NAMES, Redaction.NOTES)

    made = as_document(report, redacted=words)

    told = (
        "otes (with reasons) and names of team, client and owners (with logo and "
        "footer). What people typed is as they typed it: names may stand in it. "
        "Anonymous: nobody's words."
    )
    assert made.left_out == f"Left out on request: n{told}"
    assert dict(made.statements)["Left out"] == f"N{told}"
    assert made.footer_words.endswith(". Anonymous: not all is shown.")
    assert made.redacted == frozenset(words)


def test_the_foot_of_a_page_says_in_short_that_something_is_left_out():
    asked = as_document(demo_document().report, redacted=(Redaction.NOTES,))
    quick = as_document(replace(demo_document().report, form="quick"))

    assert asked.footer_words.endswith("Some of it was left out on request.")
    assert "quick look" in quick.footer_words
    assert "left out" not in quick.footer_words


def test_nothing_is_said_to_be_left_out_where_nothing_was():
    assert left_out_words(small_document().report, ()) == ""
    assert small_document().left_out == ""
    assert small_document().redacted == frozenset()


def test_a_document_has_what_changed_and_the_history_if_it_is_given_them():
    demo = demo_document()
    alone = as_document(demo.report)

    assert (alone.changes, alone.past) == (None, None)
    again = build_document(demo.report, Making(), changes=demo.changes, past=demo.past)
    assert again == demo


def test_the_pack_is_identified_on_the_page_on_method_and_nowhere_else():
    document = demo_document()
    report = document.report
    digits = report.pack_sha256[:12]

    method = dict_of(document)["What a score is"]

    assert f"(pack {report.pack_id}, fingerprint {digits})" in method
    assert all(digits not in words for _, words in document.statements)


def test_what_was_left_out_does_not_repeat_its_label():
    made = as_document(demo_document().report, redacted=(Redaction.NOTES,))

    assert made.left_out == "Left out on request: notes (with reasons)."
    assert dict(made.statements)["Left out"] == "Notes (with reasons)."


@pytest.mark.parametrize(
    ("level", "strengths", "gaps"),
    [
        (0, "No strength stands out: nothing that was rated reaches level 3.", ""),
        (
            2,
            "No strength stands out: nothing that was rated reaches level 3.",
            "No gap stands out: nothing that was rated is at level 0 or 1.",
        ),
        (3, "", "No gap stands out: nothing that was rated is at level 0 or 1."),
    ],
)
def test_where_no_strength_or_gap_is_shown_a_sentence_says_so(level, strengths, gaps):
    pack = a_pack()
    answers = {question.id: Rated(level=level) for question in pack.questions()}

    made = document_of(pack, a_response(pack, **answers))

    assert (made.strengths_words, made.gaps_words) == (strengths, gaps)
    assert bool(made.report.strengths) is not bool(strengths)
    assert bool(made.report.gaps) is not bool(gaps)


def test_of_the_anonymous_only_what_five_people_rated_is_said_to_be_no_strength():
    several = replace(demo_document().report, strengths=(), gaps=())
    hidden = replace(several, disclosure=Disclosure.ANONYMOUS)

    said = [as_document(report).strengths_words for report in (several, hidden)]

    assert "nothing that was rated" in said[0]
    assert "nothing that 5 people or more rated" in said[1]
