"""Reports for other eyes: nobody is named, and few people are not made out."""

import json
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.plan.make import make_plan
from readiness.report import json as json_report
from readiness.report import markdown, sentences
from readiness.report.build import build_report
from readiness.report.disclosure import disclose
from readiness.report.narrow import narrow
from readiness.report.panel_model import Disclosure
from readiness.responses import Evidence, Form, NotApplicable, Rated
from readiness.scoring.results import evaluate
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_pack,
    a_question,
    a_rule,
    an_action,
)
from tests.documents import MADE_ON, as_document
from tests.report.panels import (
    a_person,
    a_wide_pack,
    everywhere,
    facts,
    report_of,
)

SECRET = Rated(level=1, note="my secret", evidence=(Evidence(text="their link"),))
EXCUSED = NotApplicable(reason="a private reason", note="a second secret")


def anonymous(pack, *people):
    return report_of(pack, *people, disclosure=Disclosure.ANONYMOUS)


def one_question(*answers):
    """Report on people who answer one question, anonymously."""
    return anonymous(a_pack(), *(("", {"pairing": answer}) for answer in answers))


def texts_of(report, shown):
    """Return the report in every format, at its fullest."""
    return [
        shown(report, 200, full=True),
        markdown.render(as_document(report)),
        markdown.render_plan(report),
        sentences.render(report, full=True),
        sentences.render_plan(report),
        json_report.render(as_document(report)),
        json_report.render_plan(report),
    ]


def panel_of(report):
    return json.loads(json_report.render(as_document(report)))["panel"]


@pytest.mark.parametrize("people", [1, 2, 6])
def test_the_anonymous_quote_nothing_that_somebody_wrote(shown, people):
    pack = a_pack(
        a_capability("pairing", actions=(an_action(), an_action(to=2))),
        a_capability("scope"),
    )
    given_ = {"pairing": SECRET, "scope": EXCUSED}

    report = anonymous(pack, *[("", given_)] * people)

    for text in texts_of(report, shown):
        for word in ("secret", "their link", "private"):
            assert word not in text


def test_whatever_an_anonymous_report_leaves_out_it_says_so(shown):
    one, few, many = (one_question(*[2] * count) for count in (1, 4, 5))

    assert one.left_out.endswith(
        "One person answered, so all the rest is what that person said."
    )
    assert "with fewer than 5 people" in few.left_out
    assert "What fewer than 5 rated" in many.left_out
    for report in (one, few, many):
        said = report.left_out
        terminal = " ".join(shown(report).split())
        document = json.loads(json_report.render(as_document(report)))
        assert said in terminal
        assert said in sentences.render(report)
        assert said in markdown.render(as_document(report))
        assert (document["left_out"], document["disclosure"]) == (said, "anonymous")


def test_five_people_are_told_how_far_they_agree_and_four_are_not():
    five, four = one_question(0, 1, 3, 4, 4), one_question(0, 1, 3, 4)

    assert five.answers[0].answer == ("about level 2: Level 2; median 3; two camps")
    assert four.answers[0].answer == "not shown, fewer than 5 people rated it"
    assert (four.answers[0].level, four.answers[0].anchor) == (None, "")
    assert four.strengths == four.gaps == ()
    assert "You disagree most about" in facts(five)
    assert set(facts(four)) == {"Leaders and practitioners"}


def test_that_all_said_the_same_is_not_told(shown):
    report = one_question(0, 0, 0, 0, 0, 0)

    line = panel_of(report)["questions"][0]
    assert report.gaps[0].answer == "about level 0: Level 0"
    assert report.answers[0].answer == "about level 0: Level 0; you agree"
    assert report.answers[0].anchor == report.gaps[0].anchor == ""
    assert line["levels"] is line["mean"] is line["median"] is None
    for text in texts_of(report, shown):
        assert "0, 0, 0" not in text


@pytest.mark.parametrize("answers", [(0, 0, 0, 0, 0), (0, 0, 0, 0, 1)])
def test_where_all_but_one_said_the_same_is_told_as_where_all_did(answers):
    report = one_question(*answers)

    assert report.answers[0].answer == "about level 0: Level 0; you agree"
    line = panel_of(report)["questions"][0]
    exact = ("levels", "mean", "median", "average_deviation", "r_wg")
    assert [line[name] for name in exact] == [None] * 5


@pytest.mark.parametrize("people", [2, 6])
def test_findings_and_capabilities_of_the_anonymous_tell_no_exact_mean(people, shown):
    rules = (
        a_rule("R01", condition="question(pairing) >= 4"),
        a_rule("R02", condition="pairing > 3.5"),
        a_rule("R03", condition="level_share(3) >= 0.5"),
        a_rule("R04", condition="max_prerequisite_gap() >= 2"),
    )
    pack = a_pack(
        a_capability("scope"),
        a_capability("pairing", prerequisites=("scope",)),
        rules=rules,
    )

    report = anonymous(pack, *[("", {"pairing": 4, "scope": 0})] * people)

    assert [finding.because for finding in report.findings] == [
        ("Facet of pairing is at about level 4",),
        ("Pairing is at about level 4",),
        ("share of answers at level 3 or above",),
        ("Pairing at about level 4 rests on Scope at about level 0",),
    ]
    for text in texts_of(report, shown):
        assert "airing is at level" not in text
    assert [node.score_words for node in report.trends[0].capabilities] == [
        "about 0",
        "about 100",
    ]


def test_how_many_ratings_there_are_is_not_told_of_the_anonymous(shown):
    pack = a_wide_pack()
    people = [("", everywhere(2)), ("", everywhere(2, ai_a=DONT_KNOW))]

    assert report_of(pack, *people).grounds_words.startswith("0 of 31 ratings")
    hidden = anonymous(pack, *people)

    for report in (hidden, narrow(hidden, "ai")):
        assert report.grounds_words == ""
        complete = json.loads(json_report.render(as_document(report)))["completeness"]
        assert complete["ratings"] is complete["checkable_ratings"] is None
        for text in texts_of(report, shown):
            assert "31 ratings" not in text
            assert "15 ratings" not in text


def test_how_many_do_not_know_is_said_of_most_or_not_at_all():
    most = one_question(2, 2, *[DONT_KNOW] * 4)
    some = one_question(2, 2, 2, 3, DONT_KNOW)
    few = one_question(DONT_KNOW, DONT_KNOW, 2)

    assert facts(most)["Nobody really knows"] == (
        "Facet of pairing: most said don't know",
    )
    assert some.answers[0].answer == "not shown, fewer than 5 people rated it"
    assert "Nobody really knows" not in facts(few)
    unknown = one_question(*[DONT_KNOW] * 6)
    assert unknown.answers[0].answer == "don't know"


def test_how_the_few_spread_is_not_shown():
    pack = a_wide_pack()
    apart = [("", everywhere(level)) for level in (0, 1, 3, 4)]

    few = panel_of(anonymous(pack, *apart))
    many = panel_of(anonymous(pack, *apart, apart[0]))

    assert few["people_range"] is few["leave_one_out"] is None
    assert few["one_person_drives"] is None
    assert [trend["distance"] for trend in few["trends"]] == [None, None]
    assert [trend["people_range"] for trend in few["trends"]] == [None, None]
    assert many["people_range"] is not None
    assert many["trends"][0]["distance"] is not None


def test_a_trend_that_few_rated_shows_no_spread():
    pack = a_wide_pack()
    some = everywhere(1, trends=["ai"])

    panel = panel_of(
        anonymous(pack, *[("", everywhere(3))] * 4, ("", some), ("", some))
    )

    first, second = panel["trends"]
    assert first["people"] == 6
    assert (second["people"], second["distance"]) == (None, None)
    assert second["people_range"] is None


def test_anonymous_groups_need_five_people_and_hide_how_many_they_are():
    pack = a_wide_pack()
    leaders, others = [("lead", everywhere(3))] * 4, [("dev", everywhere(1))] * 5

    hidden = anonymous(pack, *leaders, *others)
    both = anonymous(pack, *leaders, leaders[0], *others)

    roles = panel_of(hidden)["roles"]
    assert facts(hidden)["Leaders and practitioners"] == (
        "not shown: each group needs 5 people, and so do those without a role",
    )
    assert roles["leaders"] is roles["practitioners"] is roles["without"] is None
    assert roles["trends"] == roles["questions"] == []
    assert facts(both)["Leaders see it higher"][0] == (
        "ai: leaders 75, practitioners 25"
    )


def test_groups_of_three_are_for_reports_that_are_not_anonymous():
    pack = a_wide_pack()
    people = [*[("lead", everywhere(3))] * 3, *[("dev", everywhere(1))] * 3]

    assert panel_of(report_of(pack, *people))["roles"]["shown"] is True
    assert panel_of(anonymous(pack, *people))["roles"]["shown"] is False


def test_what_everybody_of_a_group_said_is_not_told():
    pack = a_wide_pack()
    leaders = [("lead", everywhere(3, ai_a=4))] * 5
    others = [("dev", everywhere(1, ai_b=0))] * 5

    usual = panel_of(report_of(pack, *leaders, *others))["roles"]["questions"]
    hidden = panel_of(anonymous(pack, *leaders, *others))["roles"]["questions"]

    assert [one["question"] for one in usual] == ["ai-a", "ai-b", "ai-c"]
    assert [one["question"] for one in hidden] == ["ai-c"]


def test_one_trend_of_an_anonymous_report_is_anonymous_too(shown):
    pack = a_wide_pack()
    report = narrow(anonymous(pack, *[("", everywhere(SECRET))] * 3), "safe")

    for text in texts_of(report, shown):
        assert "secret" not in text
        assert "1, 1, 1" not in text


def test_nobody_is_named_in_a_report_unless_somebody_asks(shown):
    people = [("lead", everywhere(3)), ("dev", everywhere(2, ai_a=DONT_KNOW))]

    usual = report_of(a_wide_pack(), *people)
    hidden = anonymous(a_wide_pack(), *people)

    for report in (usual, hidden):
        for text in texts_of(report, shown):
            assert "person-" not in text


def test_with_names_a_report_says_who_answered_and_how_much(shown):
    pack = a_wide_pack()
    people = [("", everywhere(3)), ("Tech lead", everywhere(2)), ("dev", {"ai_a": 3})]

    report = report_of(pack, *people, disclosure=Disclosure.NAMES)

    assert [one.words for one in report.who] == [
        "person-0: 16 of 16 answered",
        "person-1, Tech lead: 16 of 16 answered",
        "person-2, dev: 1 of 16 answered",
    ]
    document = json.loads(json_report.render(as_document(report)))
    assert document["who"][2] == {
        "respondent": "person-2", "role": "dev", "form": "full",
        "decided": 1, "asked": 16,
    }  # fmt: skip
    for text in texts_of(report, shown)[:2]:
        assert "person-1, Tech lead: 16 of 16 answered" in text
    assert "Who answered: person-2, dev" in sentences.render(report)


def test_one_person_can_be_named_too():
    pack = a_pack(a_capability("a", questions=(a_question("a", quick=True),)))
    response = a_person(pack, 7, a=3).model_copy(update={"form": Form.QUICK})

    report = disclose(
        evaluate(pack, [response]),
        Disclosure.NAMES,
        plan=make_plan,
        build=partial(build_report, made_on=MADE_ON),
    )

    assert report.who[0].words == "person-7: 1 of 1 answered of the quick look"
    assert "Who answered:\n\n- person-7" in markdown.render(as_document(report))


levels = st.integers(0, 4)
roles = st.sampled_from(["lead", "dev", ""])


@given(st.lists(st.tuples(roles, levels), min_size=2, max_size=12))
def test_no_anonymous_text_has_a_figure_of_a_group_below_the_limit(people):
    pack = a_wide_pack(trends=["ai"])
    given_ = [(role, everywhere(level, trends=["ai"])) for role, level in people]
    sizes = [sum(role == one for role, _ in people) for one in ("lead", "dev", "")]
    is_shown = min(sizes[:2]) >= 5 and not 0 < sizes[2] < 5

    report = anonymous(pack, *given_)

    texts = (markdown.render(as_document(report)), sentences.render(report, full=True))
    for text in texts:
        assert ("leaders see it" in text or "ractitioners see it" in text) <= is_shown
        assert ("ai: leaders" in text.lower()) <= is_shown
    found = panel_of(report)
    assert found["roles"]["shown"] is is_shown
    assert (found["roles"]["trends"] != []) is is_shown
    for line in found["questions"]:
        shown_levels = line["levels"] or []
        assert shown_levels == [] or len(set(shown_levels)) > 1
        assert shown_levels == [] or len(shown_levels) >= 5
