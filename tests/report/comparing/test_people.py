"""Whose answers a comparison rests on, and what it does not tell of them."""

import pytest

from readiness.comparison.results import Cause, Explanation, People, Reason, Route
from readiness.report.comparing import json as json_format
from readiness.report.comparing import markdown, sentences
from readiness.report.comparing.build import Occasion
from readiness.responses import Form
from readiness.uncertainty.verdicts import Verdict
from tests.builders import a_response
from tests.report.comparing.values import (
    OCCASION,
    PACK,
    a_change,
    a_comparison,
    a_move,
    a_quarter,
    a_report,
    the_parts,
)


def overall(**fields):
    return a_change("overall", name="Overall", short="Overall", **fields)


def test_who_answers_as_another_role_is_counted_and_not_named():
    people = People(old=5, new=5, returning=5, changed_role=1)

    report = a_report(a_comparison(people=people))

    assert report.remarks[0] == (
        "Fewer than 3 people changed role in between (say, from practitioner to "
        "leader). Verdicts go by persons and stay; what the roles say of themselves is "
        "of other people now."
    )


@pytest.mark.parametrize(("number", "said"), [(1, "1 person"), (3, "3 people")])
def test_one_person_alone_and_three_of_several_are_counted(number, said):
    people = People(old=number, new=number, returning=number, changed_role=number)

    report = a_report(a_comparison(people=people))

    assert report.remarks[0].startswith(f"{said} changed role in between")


@pytest.mark.parametrize(
    ("forms", "said"),
    [
        ((Form.QUICK, Form.FULL), "2026-Q3 was a quick look and 2026-Q4 was not"),
        ((Form.FULL, Form.QUICK), "2026-Q4 was a quick look and 2026-Q3 was not"),
        ((Form.QUICK, Form.QUICK), ""),
    ],
)
def test_a_quick_look_beside_a_full_answer_is_pointed_out(forms, said):
    old, new = (
        a_quarter(period, a_response(PACK, form=form))
        for period, form in zip(("2026-Q3", "2026-Q4"), forms, strict=True)
    )

    remarks = a_report(a_comparison(old=old, new=new)).remarks

    assert [said in remark for remark in remarks[:-1]] == ([True] if said else [])


def test_a_quick_look_of_some_is_no_quick_look_of_all():
    both = [a_response(PACK, form=f, respondent=f.value) for f in Form]
    old = a_quarter("2026-Q3", *both)

    report = a_report(a_comparison(old=old))

    assert [line for line in report.remarks if "quick look" in line] == [
        (
            "Some took the quick look in 2026-Q3: of each person, only what their form "
            "asks is compared."
        )
    ]
    assert report.common_of == ""
    assert json_format.document(report)["forms"] == {"old": "mixed", "new": "full"}


@pytest.mark.parametrize("place", [0, 1])
def test_a_share_of_a_quick_look_says_so_in_every_format(place, drawn):
    quick = a_quarter("2026-Q3", a_response(PACK, form=Form.QUICK))
    report = a_report(a_comparison(**{("old", "new")[place]: quick}))

    assert "96 % of the quick look in common" in " ".join(drawn(report, 50).split())
    assert "quick: share of the quick look in common" in drawn(report, 120)
    assert "96 % of the quick look in common" in sentences.render(report)
    assert "In common, of the quick look" in markdown.render(report)


def test_where_nothing_could_be_compared_nobody_was():
    apart = {"verdict": Verdict.NOT_COMPARABLE, "reason": Reason.PEOPLE}
    people = People(old=1, new=1, returning=0, changed_role=0)
    compared = a_comparison(
        a_change(**apart), overall=overall(**apart), people=people,
        route=Route.OTHER_PEOPLE,
    )  # fmt: skip

    said = "1 then, 1 now, 0 of them both times; nothing was compared"
    assert ("People", said) in a_report(compared).headline


def test_a_verdict_in_the_headline_says_on_whose_answers_it_rests():
    few = {"people": 2}
    scores = {"old": 32.0, "new": 48.0}
    fell = a_change("zt", verdict=Verdict.DECLINED, delta=-32.0, people=1, **scores)
    whole = overall(**few)
    sure = overall(verdict=Verdict.IMPROVED, delta=9.0, **few)

    unsure = a_report(a_comparison(fell, overall=whole)).headline
    clear = a_report(a_comparison(fell, overall=sure)).headline

    assert unsure[0][1].endswith(
        "would have counted; from 2 of 5 people; self-reported"
    )
    assert clear[0][1] == (
        "improved (+9, needed ±9; from 2 of 5 people); self-reported"
    )
    assert clear[1][1] == (
        "ZT declined (-32, needed ±9; from 1 of 5 people, one person's view; the two "
        "scores differ by +16, for the same questions, people and weights by -32)"
    )


@pytest.mark.parametrize(
    ("people", "is_anonymous", "said"),
    [
        ((1, 1, 1), False, ""),
        ((3, 3, 3), False, "What fewer than 3 people said of a question"),
        ((5, 5, 0), False, ""),
        ((5, 6, 1), False, "Single answers are not shown: fewer than 3 people"),
        ((2, 1, 1), False, "Single answers are not shown: fewer than 3 people"),
        ((1, 1, 1), True, "Single answers are not shown: fewer than 5 people"),
        ((4, 4, 4), True, "Single answers are not shown: fewer than 5 people"),
        ((5, 5, 5), True, "Anonymous: what fewer than 5 people said of"),
    ],
)
def test_it_says_why_answers_are_not_shown(people, is_anonymous, said, drawn):
    old, new, returning = people
    counts = People(old=old, new=new, returning=returning, changed_role=0)
    occasion = Occasion(made_on=OCCASION.made_on, is_anonymous=is_anonymous)

    report = a_report(a_comparison(people=counts), occasion)

    assert report.withheld_words.startswith(said)
    assert bool(report.withheld_words) is bool(said)
    for text in (drawn(report), sentences.render(report), markdown.render(report)):
        assert report.withheld_words in " ".join(text.split())
    assert json_format.document(report)["anonymous"] is is_anonymous


def test_a_level_that_is_not_shown_is_no_answer_that_was_not_given():
    hidden = a_move(Cause.KNOWN, old=None, old_words="not shown")
    rest = a_move(
        Cause.KNOWN, old=None, old_words="don't know (4 people), fewer than 3"
    )
    explained = Explanation(difference=4.0, parts=the_parts(4.0), moves=(hidden, rest))

    lines = a_report(a_comparison(explanation=explained)).moves

    some = "some left it open, before or now: not counted in the verdicts"
    assert [line.mark for line in lines] == [some, some]
