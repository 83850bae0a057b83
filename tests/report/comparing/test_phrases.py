from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.comparison.results import People, Reason, Route
from readiness.report import words
from readiness.report.comparing.phrases import (
    change_row,
    figures,
    leaning,
    reason_of,
    said,
    score_words,
    short_periods,
)
from readiness.uncertainty.verdicts import Verdict
from tests.report.comparing.values import a_change, a_comparison, a_score


@pytest.mark.parametrize(
    ("verdict", "delta", "phrase"),
    [
        (Verdict.IMPROVED, 12.2, "improved (+12, needed ±9)"),
        (Verdict.DECLINED, -12.2, "declined (-12, needed ±9)"),
        (Verdict.NO_CHANGE, 3.0, "no detectable change (would have needed ±9)"),
    ],
)
def test_every_verdict_stands_beside_its_band(verdict, delta, phrase):
    assert said(a_change(verdict=verdict, delta=delta)) == phrase


@pytest.mark.parametrize(
    ("reason", "phrase"),
    [
        (Reason.NEW, "new, the older quarter does not have it"),
        (Reason.GONE, "gone, the newer quarter does not have it"),
        (Reason.PEOPLE, "different people"),
        (Reason.QUESTIONS, "questions changed"),
        (Reason.LITTLE, "too little in common, 45 % of its weight; 60 % are needed"),
        (
            Reason.NOISE,
            "too few answers to tell, only more than a whole level would show",
        ),
    ],
)
def test_what_is_not_comparable_says_why(reason, phrase):
    change = a_change(verdict=Verdict.NOT_COMPARABLE, reason=reason, common=0.45)

    assert said(change) == f"not comparable: {phrase}"
    assert figures(change) == ("--", "--")


@pytest.mark.parametrize(
    ("old", "new", "common", "phrase"),
    [
        (None, a_score(50), 0.0, "nothing that was asked applied then"),
        (a_score(50), None, 0.0, "nothing that was asked applied now"),
        (None, None, 0.0, "nothing that was asked applied either time"),
        (a_score(None), a_score(None), 1.0, "nothing of it is known"),
        (a_score(50), a_score(50), 1.0, "nobody rated 60 % of it"),
        (a_score(50), a_score(50), 0.6, "nobody rated 60 % of it"),
    ],
)
def test_too_little_in_common_says_what_is_missing(old, new, common, phrase):
    change = replace(
        a_change(verdict=Verdict.NOT_COMPARABLE, reason=Reason.LITTLE, common=common),
        old=old,
        new=new,
    )

    assert reason_of(change) == f"too little in common, {phrase}"


@pytest.mark.parametrize(
    ("there", "route", "number", "said"),
    [
        ((5, 5, 5), Route.SAME_PEOPLE, 5, ""),
        ((5, 5, 5), Route.SAME_PEOPLE, 2, "from 2 of 5 people"),
        ((5, 5, 5), Route.SAME_PEOPLE, 1, "from 1 of 5 people, one person's view"),
        ((5, 6, 1), Route.SAME_PEOPLE, 1, "one person's view"),
        ((1, 1, 1), Route.SAME_PEOPLE, 1, ""),
        ((5, 6, 1), Route.OTHER_PEOPLE, 5, ""),
        ((5, 6, 1), Route.OTHER_PEOPLE, 3, "from 3 of 5 people in a group"),
        ((5, 5, 5), Route.SAME_PEOPLE, None, ""),
    ],
)
def test_a_verdict_says_if_it_rests_on_some_of_the_people(there, route, number, said):
    old, new, returning = there
    people = People(old=old, new=new, returning=returning, changed_role=0)
    compared = a_comparison(people=people, route=route)

    row = change_row(a_change(people=number), compared)

    assert row.whose == said
    assert row.notes == ((said,) if said else ())


def test_what_is_comparable_has_no_reason():
    assert reason_of(a_change()) == ""


@pytest.mark.parametrize(
    ("verdict", "delta", "band", "shown"),
    [
        (Verdict.IMPROVED, 6.8, 6.6, ("+6.8", "±6.6")),
        (Verdict.NO_CHANGE, 6.4, 6.6, ("+6", "±7")),
        (Verdict.NO_CHANGE, 6.6, 6.9, ("+6.6", "±6.9")),
        (Verdict.NO_CHANGE, -6.61, 6.64, ("-6.61", "±6.64")),
        (Verdict.NO_CHANGE, 6.9999, 7.0001, ("+7", "±7")),
        (Verdict.IMPROVED, 12.4, 6.6, ("+12", "±7")),
        (Verdict.NO_CHANGE, -0.2, 9.0, ("0", "±9")),
    ],
)
def test_figures_are_as_precise_as_the_verdict_takes(verdict, delta, band, shown):
    assert figures(a_change(verdict=verdict, delta=delta, band=band)) == shown


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        (a_score(54.4), "54"),
        (a_score(54.4, coverage=0.5), "--"),
        (a_score(None), "--"),
        (None, "--"),
    ],
)
def test_a_score_is_shown_as_its_report_shows_it(score, shown):
    assert score_words(score) == shown


@pytest.mark.parametrize(
    ("chance", "way"),
    [
        (0.84, "leaning up, a chance of 84 %"),
        (0.1, "leaning down, a chance of 90 %"),
    ],
)
def test_a_leaning_is_a_remark_and_no_verdict(chance, way):
    assert leaning(a_change(chance_up=chance)) == f"{way}: a remark, not a verdict"


@pytest.mark.parametrize(
    "change",
    [
        a_change(chance_up=0.7),
        a_change(chance_up=None),
        a_change(verdict=Verdict.IMPROVED, chance_up=0.99),
    ],
)
def test_nothing_leans_that_is_as_good_as_even_or_has_a_verdict(change):
    assert leaning(change) == ""


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"is_focus": True}, "declared beforehand: needs less"),
        ({"people": 1}, "from 1 of 5 people, one person's view"),
        ({"people": 2}, "from 2 of 5 people"),
        (
            {"delta": 1.5, "new": 54.0},
            (
                "the two scores differ by +4, for the same questions, people and "
                "weights by +2"
            ),
        ),
        (
            {"old": 92.0, "new": 96.0},
            "too high for the next quarter to show a rise of 9",
        ),
        ({"old": 1.0, "new": 5.0}, "too low for the next quarter to show a fall of 9"),
    ],
)
def test_a_row_says_what_is_special_about_it(fields, note):
    assert change_row(a_change(**fields), a_comparison()).notes == (note,)


@pytest.mark.parametrize(
    "fields",
    [
        {"next_band": None, "old": 95.0, "new": 99.0},
        {"delta": 1.6},
        {"new": None},
        {"verdict": Verdict.NOT_COMPARABLE, "reason": Reason.NEW, "people": 1},
    ],
)
def test_a_row_without_peculiarities_has_no_notes(fields):
    assert change_row(a_change(**fields), a_comparison()).notes == ()


@pytest.mark.parametrize(
    ("old", "new", "shorts"),
    [
        ("2026-Q3", "2026-Q4", ("Q3", "Q4")),
        ("2025-Q4", "2026-Q1", ("Q4", "Q1")),
        ("2025-Q4", "2026-Q4", ("25-Q4", "26-Q4")),
    ],
)
def test_short_names_of_quarters_tell_them_apart(old, new, shorts):
    assert short_periods(old, new) == shorts


_POINTS = st.floats(-100, 100)


@given(st.lists(_POINTS, min_size=1, max_size=5), st.sampled_from([-1, 0, 1]))
def test_rounded_parts_visibly_make_their_total(parts, off):
    total = Decimal(words.one_decimal(sum(parts))) + Decimal(off) / 10

    shown = words.adding_up(parts, total)

    assert sum(map(Decimal, shown)) == total
    for part, figure in zip(parts, shown, strict=True):
        assert abs(float(figure) - part) < 0.1 * len(parts) + 0.2


def test_a_cause_that_made_nothing_stays_nothing():
    shown = words.adding_up([0.0, 0.4, 0.0], Decimal("0.5"))

    assert shown == ("0.0", "0.5", "0.0")
    assert words.adding_up([0.0, 0.0], Decimal("0.1")) == ("0.1", "0.0")


@pytest.mark.parametrize(
    ("figure", "signed"), [("12", "+12"), ("-7", "-7"), ("0.0", "0.0"), ("-0", "0")]
)
def test_a_change_has_its_sign_and_nothing_has_none(figure, signed):
    assert words.signed(figure) == signed
