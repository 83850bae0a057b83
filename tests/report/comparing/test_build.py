from dataclasses import replace

import pytest

from readiness.comparison.results import Cause, Explanation, People, Reason, Route
from readiness.report.comparing.build import Occasion, narrow
from readiness.report.comparing.moves import SHOWN, UNCOUNTED
from readiness.uncertainty.verdicts import Verdict
from tests.builders import a_question
from tests.report.comparing.values import (
    OCCASION,
    PACK,
    a_change,
    a_comparison,
    a_move,
    a_quarter,
    a_record,
    a_report,
    a_score,
    an_action_planned,
    the_parts,
)

UNKNOWN = a_score(None)
ASSUMED = "How much answers vary by themselves is assumed, not measured."
IMPROVED = a_change("ai", verdict=Verdict.IMPROVED, delta=12.0)
WORST = a_change("ai", verdict=Verdict.DECLINED, delta=-20.0)
DECLINED = a_change("zt", verdict=Verdict.DECLINED, delta=-11.0)
APART = a_change("zt", verdict=Verdict.NOT_COMPARABLE, reason=Reason.NEW, old=None)


def overall(**fields):
    return a_change("overall", name="Overall", short="Overall", **fields)


def test_the_first_words_are_the_verdict_of_the_overall_score_with_its_band():
    unsure = a_report(a_comparison(overall=overall(delta=3.0, band=7.0)))
    sure = a_report(
        a_comparison(overall=overall(verdict=Verdict.IMPROVED, delta=9.0, band=7.0))
    )

    assert unsure.headline[0][1] == (
        "no detectable change: +3, a change of 7 or more would have counted; "
        "self-reported"
    )
    assert sure.headline[0][1] == "improved (+9, needed ±7); self-reported"


def test_the_headline_names_what_changed_and_counts_the_rest():
    changed = a_report(a_comparison(IMPROVED, DECLINED))
    rest = a_report(a_comparison(a_change("ai"), APART))

    assert changed.headline[1][1] == (
        "AI improved (+12, needed ±9); ZT declined (-11, needed ±9)"
    )
    assert rest.headline[1][1] == "1 with no detectable change; 1 not comparable"


@pytest.mark.parametrize(
    ("people", "route", "said"),
    [
        ((5, 4, 3), Route.SAME_PEOPLE, "3 people answered both times (5 then, 4 now)"),
        (
            (1, 1, 1),
            Route.SAME_PEOPLE,
            "1 person answered both times (1 then, 1 now): one person's view",
        ),
        (
            (5, 4, 1),
            Route.OTHER_PEOPLE,
            "compared as two groups (5 then, 4 now, 1 of them both times)",
        ),
    ],
)
def test_it_says_how_many_answered_and_came_back(people, route, said):
    old, new, returning = people
    counts = People(old=old, new=new, returning=returning, changed_role=0)

    report = a_report(a_comparison(people=counts, route=route))

    assert ("People", said) in report.headline


@pytest.mark.parametrize(
    ("update", "said"),
    [
        ({}, "A small pack 1.0.0, 2 questions in common"),
        ({"version": "1.1.0"}, "A small pack 1.0.0, then 1.1.0, 2 questions in common"),
        (
            {"id": "other", "title": "Another"},
            "A small pack 1.0.0, then Another 1.0.0, 2 questions in common",
        ),
    ],
)
def test_it_says_which_packs_and_how_much_they_have_in_common(update, said):
    new = a_quarter("2026-Q4", pack=PACK.model_copy(update=update))

    assert a_report(a_comparison(new=new)).questions_words == said


def test_a_line_explains_a_change_that_is_not_the_difference_of_the_scores():
    same = a_report(a_comparison(a_change(old=50.0, new=54.0, delta=4.0)))
    other = a_report(a_comparison(a_change(old=50.0, new=54.0, delta=6.0)))
    unknown = a_report(a_comparison(a_change(old=None, new=54.0, delta=6.0)))

    assert same.remarks == unknown.remarks == (ASSUMED,)
    assert "need not be the difference of the two scores" in other.remarks[0]


def test_it_says_whose_noise_a_change_was_held_against():
    measured = Occasion(made_on=OCCASION.made_on, noise_from="n.toml")

    assert a_report().remarks == (ASSUMED,)
    assert a_report().hints[0].startswith("readiness calibrate measures ")
    assert a_report(occasion=measured).hints == ()
    assert a_report(occasion=measured).remarks == (
        (
            "How much answers vary by themselves is from n.toml: 0.42 levels for an "
            "answer, 0.15 for all of a person's alike."
        ),
    )


def test_remarks_of_the_caller_come_last():
    occasion = Occasion(made_on=OCCASION.made_on, remarks=("Declared too late.",))

    assert a_report(occasion=occasion).remarks == (ASSUMED, "Declared too late.")


def test_the_parts_visibly_make_the_difference_of_the_shown_scores():
    explained = Explanation(
        difference=2.6, parts=the_parts(2.66, -0.03, 0.0, -0.03), moves=()
    )
    report = a_report(
        a_comparison(overall=overall(old=47.36, new=49.96), explanation=explained)
    )

    assert report.split_words == "overall 47.4 to 50.0: +2.6"
    assert [line.points_words for line in report.parts] == [
        "+2.6", "0.0", "0.0", "0.0", "0.0",
    ]  # fmt: skip
    assert report.parts[0].words == "answers changed (2 questions)"
    assert report.parts[2].words == "not applicable before or now"
    assert report.parts[3].words == "other people answered (2 people)"


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (UNKNOWN, a_score(54.0), "not enough known in 2026-Q3"),
        (a_score(50.0), UNKNOWN, "not enough known in 2026-Q4"),
        (UNKNOWN, UNKNOWN, "not enough known in 2026-Q3 and 2026-Q4"),
        (a_score(50.0), a_score(54.0), "not enough known in 2026-Q3 and 2026-Q4"),
        (a_score(50.0), None, "nothing applies in 2026-Q4"),
        (None, None, "nothing applies in 2026-Q3 and 2026-Q4"),
        (UNKNOWN, None, "nothing applies in 2026-Q4; not enough known in 2026-Q3"),
    ],
)
def test_scores_that_are_not_shown_are_not_subtracted(old, new, why):
    explained = Explanation(difference=None, parts=(), moves=())
    whole = replace(overall(), old=old, new=new)

    report = a_report(a_comparison(overall=whole, explanation=explained))

    assert report.parts == ()
    assert report.split_words == f"the scores cannot be subtracted: {why}"


def test_what_moved_no_figure_has_none_and_no_direction(drawn):
    moves = (a_move(Cause.KNOWN, points=None, old=None),)
    explained = Explanation(difference=None, parts=(), moves=moves)

    report = a_report(a_comparison(explanation=explained))

    assert report.moves == ()
    assert [line.points_words for line in report.uncounted] == ["--"]
    assert "  =  --  " in drawn(report)


@pytest.mark.parametrize(
    ("move", "mark"),
    [
        (a_move(), ""),
        (a_move(Cause.KNOWN, old=None), "newly answered"),
        (a_move(Cause.KNOWN, new=None), "no longer answered"),
        (a_move(Cause.KNOWN), "some left it open, before or now"),
        (a_move(Cause.APPLICABLE, old=None), "was not applicable"),
        (a_move(Cause.APPLICABLE, new=None), "newly not applicable"),
        (a_move(Cause.APPLICABLE), "not applicable to some, before or now"),
        (a_move(Cause.PEOPLE), "other people answered"),
        (a_move(Cause.QUESTIONS), "the question or its weight changed"),
    ],
)
def test_what_no_verdict_counts_is_marked(move, mark):
    explained = Explanation(difference=4.0, parts=the_parts(4.0), moves=(move,))

    (line,) = a_report(a_comparison(explanation=explained)).moves

    assert line.mark == (f"{mark}: not counted in the verdicts" if mark else "")
    assert line.points_words == "+1.8"
    assert line.question == "How many do pairing?"
    assert line.was == "2 (Level 2): What is there at level 2."
    assert line.now == "4 (Level 4)"


def test_the_five_that_moved_it_most_come_first_and_then_what_is_not_counted():
    moves = (
        *(a_move(question=a_question(f"a{n}")) for n in range(SHOWN + 1)),
        *(
            a_move(Cause.KNOWN, old=None, question=a_question(f"k{n}"))
            for n in range(7)
        ),
    )
    explained = Explanation(difference=4.0, parts=the_parts(4.0), moves=moves)

    report = a_report(a_comparison(explanation=explained))

    assert len(report.moves) == SHOWN
    assert [line.move.cause for line in report.uncounted] == [Cause.KNOWN] * UNCOUNTED
    assert report.more_words == "and 3 more questions"


def test_one_trend_is_shown_with_the_verdict_of_the_page_and_what_it_leans_to():
    moves = (a_move(points=2.0), a_move(trend=PACK.trends[1]))
    explained = Explanation(difference=4.0, parts=the_parts(4.0), moves=moves)
    whole = a_report(a_comparison(explanation=explained))

    one = narrow(whole, "ai")

    assert [row.change for row in one.rows] == [whole.rows[1].change]
    (note,) = one.rows[0].notes
    assert note == "leaning up, a chance of 90 %: a remark, not a verdict"
    assert [label for label, _ in one.headline] == ["Trend", "People"]
    assert [line.move.points for line in one.moves] == [2.0]
    assert (one.parts, one.plan) == ((), ())


def test_one_trend_without_a_leaning_has_its_own_part_of_the_plan():
    from readiness.plan.record import Status
    from readiness.report.comparing.review import review_plan

    compared = a_comparison(IMPROVED, DECLINED)
    done = {f"{id_}-1": an_action_planned(id_, status=Status.DONE)
            for id_ in ("ai", "zt")}  # fmt: skip
    review = review_plan(a_record(actions=done), {}, compared)
    whole = a_report(compared, Occasion(made_on=OCCASION.made_on, review=review))

    one = narrow(whole, "zt")

    assert one.rows[0].notes == ()
    assert one.plan == (
        "ZT in full: expected +6 from the 1 action done, measured -11 ±9.",
    )


def test_it_says_what_the_next_quarter_could_prove_and_what_two_more_people_would():
    near = a_change(next_band=8.9, band_with_more=7.1)
    report = a_report(a_comparison(near, a_change("zt")))

    assert " ".join(report.outlook) == (
        "With 5 people, the next quarter can prove changes of ±9 in any trend, ±7 "
        "overall. Two more people make it ±8 and ±6."
    )


def test_only_trends_that_could_show_a_change_of_a_level_are_promised():
    some = a_report(a_comparison(a_change(next_band=9.0), a_change(next_band=34.0)))
    none = a_report(a_comparison(a_change(next_band=34.0), a_change(next_band=None)))

    assert "prove changes of ±9 in 1 of 2 trends, ±7 overall." in some.outlook[0]
    assert "prove changes of ±7 overall." in none.outlook[0]
    assert none.outlook[1] == "Two more people make it ±6."


@pytest.mark.parametrize("band", [None, 25.1])
def test_without_a_band_nothing_is_promised(band):
    assert a_report(a_comparison(overall=overall(next_band=band))).outlook == ()


def test_what_moved_it_by_nothing_that_is_seen_is_counted_only():
    moves = (
        a_move(points=0.06, question=a_question("seen")),
        a_move(points=0.04, question=a_question("unseen")),
        a_move(Cause.KNOWN, points=0.0, question=a_question("seen")),
    )
    explained = Explanation(difference=4.0, parts=the_parts(4.0), moves=moves)

    report = a_report(a_comparison(explanation=explained))

    assert [line.points_words for line in report.moves] == ["+0.1"]
    assert [line.points_words for line in report.uncounted] == ["0.0"]
    assert report.more_words == "and 1 more question"


@pytest.mark.parametrize(
    ("trends", "command"),
    [
        ((IMPROVED, DECLINED), "readiness plan --focus zt"),
        ((WORST, DECLINED), "readiness plan --focus ai"),
        ((IMPROVED,), "readiness plan -o plan.md"),
        (
            (DECLINED, a_change("ai", verdict=Verdict.DECLINED, delta=-20.0)),
            "readiness plan --focus ai",
        ),
    ],
)
def test_what_declined_is_what_to_look_at_next(trends, command):
    assert a_report(a_comparison(*trends)).next_command == command
