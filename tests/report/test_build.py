import json

import pytest

from readiness.pack.rule import LevelCap
from readiness.report import json as json_report
from readiness.report import markdown, sentences, terminal
from readiness.report.json_lines import completeness
from readiness.report.narrow import narrow
from readiness.responses import Form, NotApplicable, Rated, Unknown
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_profile_question,
    a_question,
    a_response,
    a_rule,
    a_trend,
    an_action,
)
from tests.documents import as_document


def headline(report):
    return dict(report.headline)


def test_the_first_lines_say_score_range_and_whose_view_it_is(made):
    pack = a_pack(a_capability("a", weight=4), a_capability("b", weight=1))

    report = made(pack, a_response(pack, a=2, b=DONT_KNOW))

    said = headline(report)
    assert said["Overall"] == (
        "50 of 100 (range 40 to 60); self-reported, one person's view"
    )
    assert said["Known"] == "1 of 2 rated, 1 don't know"


def test_several_people_are_counted_and_not_named(made):
    pack = a_pack()
    report = made(
        pack,
        a_response(pack, pairing=2, respondent="ana"),
        a_response(pack, pairing=4, respondent="bo"),
    )

    assert headline(report)["Overall"] == "75 of 100; self-reported, 2 people"
    assert "ana" not in str(report)


def test_strongest_and_weakest_are_named_if_there_are_two_to_compare(made):
    pack = a_pack(
        a_trend("ai", a_capability("a")),
        a_trend("safe", a_capability("b")),
        a_trend("data", a_capability("c")),
    )

    two = headline(made(pack, a_response(pack, a=1, b=3)))
    one = headline(made(pack, a_response(pack, a=1)))

    assert (two["Strongest"], two["Weakest"]) == ("Safe 75", "Ai 25")
    assert "Strongest" not in one


def test_trends_that_are_shown_alike_are_named_together(made):
    pack = a_pack(
        a_trend("ai", a_capability("a")),
        a_trend("safe", a_capability("b", weight=9), a_capability("open")),
        a_trend("data", a_capability("c")),
    )

    said = headline(made(pack, a_response(pack, a=3, b=3, c=1)))

    assert said["Strongest"] == "Ai 75 and Safe 75 (68 to 78)"
    assert said["Weakest"] == "Data 25"


def test_under_60_percent_there_is_a_range_and_no_point_or_level(made):
    pack = a_pack(a_capability("a"), a_capability("b"))

    report = made(pack, a_response(pack, a=4, b=DONT_KNOW))

    node = report.trends[0].node
    assert (node.point, node.level, node.low, node.high) == (None, None, 50, 100)
    assert node.score_words == "not enough known"
    assert headline(report)["Overall"].startswith("not enough known, 50 to 100 of 100")


def test_a_quick_look_says_so_where_the_score_stands(made):
    pack = a_pack(
        a_capability("a", questions=(a_question("a", quick=True),)), a_capability("b")
    )

    report = made(pack, a_response(pack, form=Form.QUICK, a=3))

    assert headline(report)["Overall"].startswith(
        "75 of 100; a quick look: 1 of 2 questions; self-reported"
    )
    assert report.trends[0].notes == ("1 of 2 questions asked",)
    assert report.trends[0].capabilities[1].score_words == "not asked"


def test_a_trend_that_is_not_asked_or_does_not_apply_says_which(made):
    quick = (a_question("a", quick=True),)
    pack = a_pack(
        a_trend("one", a_capability("a", questions=quick)),
        a_trend("two", a_capability("b")),
    )

    asked = made(pack, a_response(pack, form=Form.QUICK, a=3))
    full = made(pack, a_response(pack, a=3, b=DOES_NOT_APPLY))

    assert asked.trends[1].node.score_words == "not asked"
    assert full.trends[1].node.score_words == "not applicable"
    assert full.trends[1].capabilities[0].score_words == "not applicable"
    assert full.completeness.not_applicable == 1


def test_if_nothing_applies_there_is_no_overall_score_and_no_plan(made):
    pack = a_pack()

    report = made(pack, a_response(pack, pairing=DOES_NOT_APPLY))

    assert report.overall.score_words == "not applicable"
    assert headline(report)["Overall"].startswith("not applicable;")
    assert report.plan_words == ""


def test_the_overall_figure_has_no_level(made):
    pack = a_pack()

    overall = made(pack, a_response(pack, pairing=4)).overall

    assert (overall.point, overall.level, overall.level_words) == (100, None, "")


def test_levels_that_unknowns_leave_open_are_a_range(made):
    pack = a_pack(a_capability("a", weight=7), a_capability("b", weight=3))

    node = made(pack, a_response(pack, a=2, b=DONT_KNOW)).trends[0].node

    assert node.level_short == "1-3"
    assert node.level_words == "1-3 Exploring to Ready to scale"


def test_what_holds_a_level_down_is_named_with_its_level(made):
    pack = a_pack(
        a_capability("base", foundation=True, weight=1), a_capability("x", weight=9)
    )

    known = made(pack, a_response(pack, base=0, x=4)).trends[0].node
    unknown = made(pack, a_response(pack, base=DONT_KNOW, x=4)).trends[0].node

    assert known.held_words == "held at level 1 by Base (level 0)"
    assert unknown.held_words == (
        "held at level 2 by Base (not rated, counts as level 1)"
    )
    assert known.held_by == ("base",)


def test_a_rule_that_holds_a_level_is_named_with_its_finding(made):
    effect = LevelCap(level_at_most=1, trend="ai")
    pack = a_pack(rules=[a_rule(condition="pairing >= 3", effect=effect)])

    node = made(pack, a_response(pack, pairing=4)).trends[0].node

    assert node.held_words == 'held at level 1 by "Finding R01" (R01)'


def test_strengths_and_gaps_are_the_answers_that_carry_most(made):
    pack = a_pack(
        a_capability("a", weight=1), a_capability("b", weight=9), a_capability("c")
    )

    report = made(pack, a_response(pack, a=3, b=4, c=1))

    assert [line.question for line in report.strengths] == ["b", "a"]
    assert [line.question for line in report.gaps] == ["c"]
    assert report.gaps[0].answer == "level 1: Level 1"
    assert report.gaps[0].anchor == "What is there at level 1."


def test_an_answer_is_quoted_with_its_note_reason_and_evidence(made):
    pack = a_pack(a_capability("a"), a_capability("b"), a_capability("c"))
    response = a_response(
        pack,
        a=Rated(level=2, note="by the log", evidence=("https://example.com/log",)),
        b=NotApplicable(reason="no such workload", note="asked legal"),
        c=Unknown(note="ask Kim"),
    )

    a, b, c = made(pack, response).answers

    assert (a.note, [piece.words for piece in a.evidence]) == (
        "by the log",
        ["Evidence: https://example.com/log"],
    )
    assert (b.answer, b.note) == ("not applicable", "no such workload\nasked legal")
    assert (c.answer, c.note) == ("don't know", "ask Kim")


@pytest.mark.parametrize(
    ("piece", "words"),
    [
        ("docs/a.md", "Evidence: docs/a.md"),
        ({"kind": "artefact"}, "Artefact at hand"),
        ({"kind": "seen", "text": "the Drill"}, "Seen working: the Drill"),
        ({"kind": "told"}, "Told by someone"),
        ({"kind": "impression", "text": "mine"}, "Own impression: mine"),
    ],
)
def test_evidence_says_its_kind_unless_it_is_an_artefact_with_a_name(
    made, shown, piece, words
):
    pack = a_pack(a_capability("a"))

    report = made(pack, a_response(pack, a=Rated(level=2, evidence=(piece,))))

    (line,) = report.answers[0].evidence
    assert line.words == words
    assert f"    > {words}\n" in shown(report, full=True)
    assert f"\n{words}\n" in sentences.render(report, full=True)
    assert f"\n  - {words}\n" in markdown.render(as_document(report))


def test_evidence_in_json_has_its_kind_and_text(made):
    pack = a_pack(a_capability("a"))
    evidence = ("docs/a.md", {"kind": "told"})

    report = made(pack, a_response(pack, a=Rated(level=2, evidence=evidence)))

    document = json.loads(json_report.render(as_document(report)))
    assert document["answers"][0]["evidence"] == [
        {"kind": "artefact", "text": "docs/a.md"},
        {"kind": "told", "text": None},
    ]


def test_how_many_ratings_others_can_check_is_said_of_the_whole_and_of_a_trend(
    made, shown
):
    pack = a_pack(
        a_trend("ai", a_capability("a", weight=3), a_capability("b", weight=1)),
        a_trend("safe", a_capability("c")),
    )
    seen = ({"kind": "seen"},)
    told = ({"kind": "told"},)
    response = a_response(
        pack, a=Rated(level=2, evidence=seen), b=1, c=Rated(level=2, evidence=told)
    )

    report = made(pack, response)
    ai, safe = narrow(report, "ai"), narrow(report, "safe")

    said = "1 of 3 ratings rests on something others can check."
    for text in (
        shown(report),
        sentences.render(report),
        markdown.render(as_document(report)),
    ):
        assert said in text
    assert said not in shown(report, what=terminal.headline)
    assert ai.grounds_words == "1 of 2 ratings rests on something others can check."
    assert safe.grounds_words == "0 of 1 rating rest on something others can check."
    complete = completeness(report.completeness)
    assert (complete["ratings"], complete["checkable_ratings"]) == (3, 1)
    assert complete["checkable"] == pytest.approx(0.375)
    assert complete["with_evidence"] == 2
    assert completeness(ai.completeness)["checkable"] == 0.75


def test_without_ratings_nothing_is_said_of_what_they_rest_on(made, shown):
    pack = a_pack()

    report = made(pack, a_response(pack, pairing=DONT_KNOW))

    assert report.grounds_words == ""
    for text in (
        shown(report),
        sentences.render(report),
        markdown.render(as_document(report)),
    ):
        assert "others can check" not in text
    assert (
        json.loads(json_report.render(as_document(report)))["completeness"]["checkable"]
        is None
    )


def test_open_questions_are_told_apart_from_unknown_ones(made):
    pack = a_pack(a_capability("a"), a_capability("b"))

    report = made(pack, a_response(pack, a=DONT_KNOW))

    row = report.trends[0]
    assert (row.unknown, row.open) == (1, 1)
    assert [line.answer for line in report.answers] == ["don't know", "not answered"]


def test_what_matters_to_the_leader_gives_a_second_figure(made):
    profile = [
        a_profile_question(f"importance_{t}", trend=t, values=(1, 2, 3))
        for t in ("ai", "safe")
    ]
    pack = a_pack(
        a_trend("ai", a_capability("a")),
        a_trend("safe", a_capability("b")),
        profile=profile,
    )

    both = {"importance_ai": 3, "importance_safe": 1}
    weighed = made(pack, a_response(pack, profile=both, a=4, b=0))
    half = made(pack, a_response(pack, profile={"importance_ai": 3}, a=4, b=0))

    assert weighed.overall.point == half.overall.point == 50
    assert "75 of 100" in weighed.importance_words
    assert "60 of 100" in half.importance_words


def test_when_too_little_is_known_the_first_thing_is_to_find_out(made):
    pack = a_pack(
        a_capability("a", actions=(an_action("a"),)),
        a_capability("b"),
        a_capability("c"),
    )

    report = made(pack, a_response(pack, a=0, b=DONT_KNOW))

    assert headline(report)["Do first"].startswith("find out: 2 answers missing")
    assert report.plan_words.startswith("Now between 0 and 67 of 100.")


def test_trends_that_are_alike_are_neither_strongest_nor_weakest(made):
    pack = a_pack(a_trend("ai", a_capability("a")), a_trend("safe", a_capability("b")))

    assert "Strongest" not in headline(made(pack, a_response(pack, a=2, b=2)))


def test_much_that_does_not_apply_is_pointed_out(made):
    pack = a_pack(a_capability("a"), a_capability("b"), a_capability("c"))

    report = made(pack, a_response(pack, a=2, b=2, c=DOES_NOT_APPLY))

    assert "1 not applicable, which is much" in report.trends[0].notes
