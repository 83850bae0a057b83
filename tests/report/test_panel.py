"""What a report says of several people, and how each format shows it."""

import json

import pytest

from readiness.report import json as json_report
from readiness.report import markdown, sentences
from readiness.report.bars import ASCII, UNICODE, dumbbell
from readiness.report.explain import explain
from readiness.report.narrow import narrow
from readiness.report.panel.facts import PER_TREND
from readiness.responses import Evidence, NotApplicable, Rated, Unknown
from tests.builders import DOES_NOT_APPLY, DONT_KNOW, a_capability, a_pack, a_question
from tests.documents import as_document
from tests.report.panels import (
    a_wide_pack,
    details,
    everywhere,
    facts,
    report_of,
    results_of,
)

LEADERS, OTHERS = [("Tech lead", everywhere(3))] * 3, [("dev", everywhere(1))] * 3


def answer_to(report, question):
    return next(a.answer for a in report.answers if a.question == question)


def one_question(*answers):
    """Report on people who answer one question."""
    return report_of(a_pack(), *(("", {"pairing": answer}) for answer in answers))


def panel_lines_of(report):
    return report.panel


def panel_of(report):
    return json.loads(json_report.render(as_document(report)))["panel"]


def test_the_report_of_one_person_says_nothing_of_a_panel(shown):
    report = one_question(3)

    document = json.loads(json_report.render(as_document(report)))
    assert report.panel is None
    assert (document["panel"], document["who"], document["left_out"]) == (None,) * 3
    assert document["disclosure"] == "usual"
    assert answer_to(report, "pairing") == "level 3: Level 3"
    for text in (
        shown(report),
        sentences.render(report),
        markdown.render(as_document(report)),
    ):
        assert "People" not in text


def test_an_answer_of_several_says_mean_median_and_what_each_said():
    report = one_question(4, 0, 3, 1, 0, DONT_KNOW)

    assert answer_to(report, "pairing") == (
        "level 1.6 on average, nearest to level 2: Level 2; median 1; "
        "answers 0, 0, 1, 3, 4: two camps; 1 of 6 said don't know"
    )


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([3, DONT_KNOW], "level 3: Level 3; 1 of 2 rated it; 1 of 2 said don't know"),
        ([DONT_KNOW, DONT_KNOW], "don't know; 2 of 2 said don't know"),
        (
            [3, 4, DOES_NOT_APPLY],
            (
                "level 3.5 on average, nearest to level 4: Level 4; median 3.5; "
                "answers 3, 4: one step apart; scope disputed: 1 says it does not apply"
            ),
        ),
        (
            [3, DOES_NOT_APPLY, DOES_NOT_APPLY],
            "not applicable; 1 of 3 rated it; scope disputed: 2 say it does not apply",
        ),
    ],
)
def test_what_was_not_rated_by_all_is_counted(answers, said):
    assert answer_to(one_question(*answers), "pairing") == said


def test_an_explained_question_says_what_each_of_several_said():
    pack = a_pack(a_capability("pairing", questions=(a_question("q"),)))
    several = results_of(pack, ("", {"q": 4}), ("", {"q": 0}))
    alone = results_of(pack, ("", {"q": 4}))

    assert "  people: median 2; answers 0, 4: far apart\n" in explain(several, "q")
    assert "people:" not in explain(alone, "q")


def test_strengths_and_gaps_say_the_mean_alone():
    report = one_question(3, 4, 4)

    said = "level 3.7 on average, nearest to level 4: Level 4"
    assert report.strengths[0].answer == said


def test_what_to_talk_about_is_named_without_saying_who():
    pack = a_wide_pack()
    split = [everywhere(2, ai_a=level) for level in (4, 0, 1, 3)]

    report = report_of(pack, *(("", given) for given in split))

    assert facts(report)["You disagree most about"] == (
        "Facet of ai-a: answers 0, 1, 3, 4: two camps",
    )


def test_at_most_three_questions_are_named_as_disagreed_about():
    report = report_of(a_wide_pack(), *[("", everywhere(n)) for n in (0, 0, 4, 4)])

    assert len(facts(report)["You disagree most about"]) == 3
    assert len(panel_of(report)["disagreements"]) == 16


def test_what_nobody_knows_is_counted():
    unsure = everywhere(2, ai_a=DONT_KNOW, ai_b=DONT_KNOW, safe_a=DONT_KNOW)

    report = report_of(a_wide_pack(), ("", unsure), ("", unsure), ("", everywhere(2)))

    assert facts(report)["Nobody really knows"] == (
        "Facet of ai-a: 2 of 3 said don't know",
        "Facet of ai-b: 2 of 3 said don't know",
        "and 1 more",
    )
    assert panel_of(report)["nobody_knows"] == ["ai-a", "ai-b", "safe-a"]


def test_the_people_range_is_apart_from_the_range_of_missing_answers():
    known, unsure = everywhere(2), everywhere(2, ai_a=DONT_KNOW)

    all_known = report_of(a_wide_pack(), *[("", known)] * 3)
    some_missing = report_of(a_wide_pack(), *[("", unsure)] * 3)

    assert dict(all_known.headline)["Overall"] == "50 of 100; self-reported, 3 people"
    assert facts(all_known)["People range"] == (
        (
            "had other people of the team answered, the overall score would be between "
            "38 and 62 in 9 cases of 10"
        ),
    )
    assert "(range 47 to 53)" in dict(some_missing.headline)["Overall"]
    assert facts(some_missing)["People range"] == (
        (
            "had other people of the team answered, the overall score would be between "
            "37 and 63 in 9 cases of 10; answers that are missing are allowed for"
        ),
    )


def test_two_people_have_no_people_range():
    report = one_question(2, 2)

    assert facts(report)["People range"] == (
        "none yet, it takes three people and enough known answers",
    )
    assert panel_of(report)["people_range"] is None


def test_one_person_on_whom_the_score_hangs_is_pointed_out():
    report = one_question(1, 1, 4)

    assert facts(report)["One person drives this"] == (
        "without one of you, the overall score would be 25 points off",
    )
    assert panel_of(report)["one_person_drives"] is True
    assert "One person drives this" not in facts(one_question(2, 2, 2))


def test_a_panel_of_one_role_says_so():
    report = report_of(a_wide_pack(), *LEADERS, OTHERS[0])

    assert facts(report)["Mostly leaders' view"] == (
        "3 of 4 who gave a role are leaders",
    )
    assert panel_of(report)["roles"]["mostly"] == "leaders"


def test_who_sees_what_higher_is_said_with_both_figures():
    report = report_of(a_wide_pack(), *LEADERS, *OTHERS)

    assert facts(report)["Leaders see it higher"] == (
        "ai: leaders 75, practitioners 25",
        "safe: leaders 75, practitioners 25",
    )
    assert details(report)["Leaders and practitioners differ most on"][0] == (
        "Facet of ai-a: leaders 3, practitioners 1"
    )
    trend = panel_of(report)["roles"]["trends"][0]
    assert (trend["leaders"], trend["practitioners"], trend["gap"]) == (75, 25, 50)
    assert trend["verdict"] == "leaders see it higher"


def test_a_gap_that_chance_explains_is_no_difference():
    report = report_of(a_wide_pack(), *LEADERS, *[("dev", everywhere(3))] * 3)

    (said,) = facts(report)["Leaders and practitioners"]
    assert said.startswith("no detectable difference (")
    assert said.endswith(" points or more would have shown)")


def test_groups_with_nothing_in_common_are_not_compared(shown):
    pack = a_wide_pack()
    leader, other = {"ai_a": 3}, {"ai_b": 3}

    report = report_of(pack, *[("lead", leader)] * 3, *[("dev", other)] * 3)

    assert facts(report)["Leaders and practitioners"] == (
        "not comparable: too little in common",
    )
    table = shown(report, 100, full=True).partition("○ practitioners")[2]
    assert "·" * 20 in table
    assert f"`{'·' * 20}` | not comparable" in markdown.render(as_document(report))
    assert "Ai: not comparable." in sentences.render(report, full=True)


@pytest.mark.parametrize(
    ("people", "why"),
    [
        (
            [("", {"pairing": 2})] * 3,
            "not shown: nobody gave a role",
        ),
        (
            [("lead", {"pairing": 2})] * 3,
            "not shown: all who gave a role are leaders",
        ),
        (
            [("dev", {"pairing": 2})] * 3,
            "not shown: all who gave a role are practitioners",
        ),
        (
            [("lead", {"pairing": 2}), *[("dev", {"pairing": 2})] * 3],
            ("not shown: each group needs 3 people, "
            "and 1 leader and 3 practitioners answered"),
        ),
        (
            [*[("lead", {"pairing": 2})] * 3, *[("dev", {"pairing": 2})] * 3,
             ("", {"pairing": 2})],
            ("not shown: 1 person gave no role, "
            "and could be made out from the difference"),
        ),
    ],
    ids=["no roles", "leaders", "practitioners", "small", "rest"],
)  # fmt: skip
def test_a_line_says_why_groups_are_not_shown(people, why):
    report = report_of(a_pack(), *people)

    assert facts(report)["Leaders and practitioners"] == (why,)
    assert panel_of(report)["roles"]["why_not"] == why
    assert panel_of(report)["roles"]["trends"] == []


def test_the_full_report_says_of_each_trend_how_far_people_are_apart():
    report = report_of(a_wide_pack(), *[("", everywhere(n)) for n in (1, 1, 2)])

    lines = details(report)[PER_TREND]

    assert lines[0].startswith("ai: people range ")
    assert lines[0].endswith("; one person is typically 0.4 levels from the average")
    assert panel_of(report)["trends"][0]["distance"] == pytest.approx(4 / 9)


def test_a_disputed_scope_is_named_in_the_full_report():
    report = one_question(3, 3, DOES_NOT_APPLY)

    assert details(report)["Scope disputed, some say it does not apply"] == (
        "Facet of pairing",
    )


def test_notes_and_evidence_are_quoted_in_an_order_that_tells_nothing_of_people():
    evidence = [Evidence(text="log"), Evidence(text="bill")]
    first = Rated(level=3, note="zebra", evidence=evidence[:1])
    second = Unknown(note="antelope", evidence=evidence[1:])
    third = NotApplicable(reason="mule", note="zebra")

    one, other = one_question(first, second, third), one_question(third, second, first)

    (line,) = one.answers
    assert line.note == "antelope\nmule\nzebra"
    assert [piece.text for piece in line.evidence] == ["bill", "log"]
    assert one.answers == other.answers


def test_a_report_on_one_trend_keeps_what_is_about_it(shown):
    whole = report_of(a_wide_pack(), *LEADERS, *OTHERS)

    report = narrow(whole, "safe")

    panel = panel_lines_of(report)
    assert {line.trend for line in (*panel.questions, *panel.roles.questions)} <= {
        "safe"
    }
    assert [line.id for line in (*panel.trends, *panel.roles.trends)] == ["safe"] * 2
    assert panel.swing is None
    assert " the score of safe would be between " in facts(report)["People range"][0]
    assert "ai: " not in shown(report, full=True)
    assert ", the score of safe would be" in sentences.render(report)


def test_a_panel_report_has_its_facts_in_every_format(shown):
    report = report_of(a_wide_pack(), *LEADERS, *OTHERS)
    said = [line for fact in report.panel.facts for line in fact.lines]

    terminal = " ".join(shown(report, 200).split())
    document = markdown.render(as_document(report))
    text = sentences.render(report)

    assert "People (6)" in terminal
    for line in said:
        assert line in terminal
        assert line[1:] in text
        assert line in document


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("full", [False, True])
def test_no_line_of_a_panel_is_wider_than_the_terminal(shown, width, full):
    report = report_of(a_wide_pack(), *LEADERS, *OTHERS)

    text = shown(report, width, full=full)

    assert max(map(len, text.splitlines())) <= width
    assert ("○" in text) is (full and width >= 80)


def test_a_narrow_full_report_says_the_gap_in_words(shown):
    report = report_of(a_wide_pack(), *LEADERS, *OTHERS)

    text = " ".join(shown(report, 60, full=True).split())

    assert "ai: leaders 75, practitioners 25, leaders see it higher" in text


def test_in_ascii_the_dumbbells_are_ascii(shown):
    report = report_of(a_wide_pack(), *LEADERS, *OTHERS)

    text = shown(report, 100, ASCII, full=True)

    assert "(o practitioners, O leaders)" in text
    assert text.isascii()


@pytest.mark.parametrize(
    ("leaders", "practitioners", "drawn"),
    [
        (75, 25, "··○━━━━●··"),
        (25, 75, "··●━━━━○··"),
        (50, 50, "·····●····"),
        (100, 0, "○━━━━━━━━●"),
    ],
)
def test_a_dumbbell_shows_both_views_and_the_gap(leaders, practitioners, drawn):
    assert dumbbell(leaders, practitioners, 10, UNICODE) == drawn


def test_the_report_of_the_sample_without_its_colleagues_is_as_agreed(
    demo_of_one, shown, assert_golden
):
    assert_golden(shown(demo_of_one), "one-80.txt")
    assert_golden(markdown.render(as_document(demo_of_one)), "one.md")


def test_a_plan_in_json_says_what_to_do_and_nothing_of_people():
    report = report_of(a_wide_pack(), *LEADERS, *OTHERS)

    plan = json.loads(json_report.render_plan(report))

    assert not {"panel", "who", "disclosure", "left_out"} & set(plan)


def test_whoever_has_answered_nothing_yet_is_not_counted(shown):
    report = report_of(a_pack(), ("", {"pairing": 3}), ("", {}))

    assert report.respondents == 1
    assert report.panel is None
    assert "one person's view" in shown(report)


def test_hostile_facets_are_shown_as_they_are(shown):
    facet = "[bold]</b> | *x* <script>"
    question = a_question("q").model_copy(update={"facet": facet})
    pack = a_pack(a_capability("a", questions=(question,)))

    report = report_of(pack, *[("", {"q": level}) for level in (0, 0, 4, 4)])

    assert facet in " ".join(shown(report, 200).split())
    assert "<script>" not in markdown.render(as_document(report))
