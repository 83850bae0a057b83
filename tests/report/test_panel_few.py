"""A score that rests on few people says so, and no small count is told to strangers."""

import json
import re

import pytest

from readiness.report import json as json_report
from readiness.report import markdown, sentences
from readiness.report.narrow import narrow
from readiness.report.panel_model import Disclosure
from tests.builders import DOES_NOT_APPLY, DONT_KNOW, a_capability, a_pack
from tests.documents import as_document
from tests.report.panels import a_wide_pack, everywhere, facts, report_of

AI, SAFE = everywhere(1, trends=["ai"]), everywhere(3, trends=["safe"])


def of_one_question(*answers, disclosure=Disclosure.USUAL):
    """Report on people who all answer another question, and one if it is given."""
    pack = a_pack(a_capability("pairing"), a_capability("other"))
    people = (
        ("", {"other": 2} | ({} if one is None else {"pairing": one}))
        for one in answers
    )
    return report_of(pack, *people, disclosure=disclosure)


def test_questions_that_less_than_half_have_rated_are_counted_in_the_headline():
    report = report_of(a_wide_pack(), *[("lead", AI | SAFE)] * 2, *[("dev", AI)] * 3)

    assert dict(report.headline)["Known"] == (
        "16 of 16 rated, 8 of them by less than half of the 5 people"
    )
    assert facts(report)["Rated by few"] == (
        "8 of 16 questions, by less than half of the 5 people",
    )
    assert (
        json.loads(json_report.render(as_document(report)))["panel"][
            "rated_by_less_than_half"
        ]
        == 8
    )
    assert "Rated by few" not in facts(narrow(report, "ai"))
    assert "Rated by few" in facts(narrow(report, "safe"))


def test_half_of_the_people_are_not_few():
    report = of_one_question(2, 2, DONT_KNOW, DONT_KNOW)

    assert dict(report.headline)["Known"] == "2 of 2 rated"
    assert "Rated by few" not in facts(report)


@pytest.mark.parametrize(
    ("leaders", "others", "said"),
    [
        (AI | SAFE, AI, "8 questions, by leaders only"),
        (AI, AI | SAFE, "8 questions, by practitioners only"),
    ],
)
def test_what_one_group_alone_has_rated_is_counted(leaders, others, said):
    report = report_of(a_wide_pack(), *[("lead", leaders)] * 3, *[("dev", others)] * 3)

    assert facts(report)["Rated by few"] == (said,)
    assert "Rated by few" not in facts(narrow(report, "ai"))
    assert facts(narrow(report, "safe"))["Rated by few"] == (said,)


def test_a_group_that_may_not_be_shown_is_not_said_to_have_rated_alone():
    report = report_of(a_wide_pack(), *[("lead", AI | SAFE)] * 3, *[("dev", AI)] * 2)

    assert "Rated by few" not in facts(report)


def test_disputes_about_the_scope_are_counted_in_the_short_report():
    one = of_one_question(2, 2, DOES_NOT_APPLY)
    many = report_of(
        a_wide_pack(),
        *[("", everywhere(2))] * 2,
        ("", everywhere(DOES_NOT_APPLY)),
    )

    assert facts(one)["Scope disputed"] == ("1 question: some say it does not apply",)
    assert facts(many)["Scope disputed"] == (
        "16 questions: some say they do not apply",
    )


@pytest.mark.parametrize("odd", [DONT_KNOW, DOES_NOT_APPLY, None])
@pytest.mark.parametrize("few", [1, 4])
def test_the_anonymous_are_not_told_how_few_did_not_rate(shown, odd, few):
    answers = [*[1, 2, 3, 3, 4, 4], *[odd] * few]

    report = of_one_question(*answers, disclosure=Disclosure.ANONYMOUS)

    texts = [
        shown(report, 200, full=True),
        markdown.render(as_document(report)),
        sentences.render(report, full=True),
        json_report.render(as_document(report)),
    ]
    for text in texts:
        assert "1, 2, 3, 3, 4, 4" not in text
        assert not re.search(r"[1-4] (of \d+ )?(said|says?|rated it)\b", text)
        assert "Scope disputed" not in text
    line = json.loads(json_report.render(as_document(report)))["panel"]["questions"][0]
    assert line["rated"] == 6
    assert line["asked"] is line["dont_know"] is line["not_applicable"] is None
    assert line["scope_disputed"] is None
    assert "counts of fewer than" in report.left_out


def test_five_who_did_not_rate_are_told_to_the_anonymous_too():
    answers = [*[1, 2, 3, 3, 4, 4], *[DOES_NOT_APPLY] * 5]

    report = of_one_question(*answers, disclosure=Disclosure.ANONYMOUS)

    line = json.loads(json_report.render(as_document(report)))["panel"]["questions"][0]
    assert (line["asked"], line["not_applicable"]) == (11, 5)
    assert report.answers[0].answer.endswith("scope disputed: 5 say it does not apply")


def test_one_level_is_no_levels():
    pack = a_wide_pack(trends=["ai"])

    report = report_of(
        pack,
        *(("", everywhere(level, trends=["ai"])) for level in (1, 3)),
    )

    said = "one person is typically 1 level from the average"
    assert report.panel.trends[0].words == said
