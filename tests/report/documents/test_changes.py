"""What a document shows of a comparison and of a history."""

from datetime import date

import pytest

from readiness.comparison.compare import compare
from readiness.comparison.history import trace
from readiness.comparison.results import Quarter
from readiness.report.comparing.build import Occasion, build_comparison
from readiness.report.comparing.model import NO_FIGURE
from readiness.report.documents.changes import changes_of, past_of
from readiness.report.history.build import build_history
from readiness.responses import Rated, Unknown
from tests.builders import a_capability, a_pack, a_response, a_trend

DAY = date(2026, 11, 23)


@pytest.fixture(name="sample", scope="module")
def _sample():
    """Compare the quarters of the sample team."""
    from readiness.cli.sample import sample_quarters

    old, new = sample_quarters()
    return build_comparison(compare(old, new), Occasion(made_on=DAY, is_demo=True))


def quarters(old_answer, new_answer):
    """Return two quarters of three people who all give the same answer."""
    pack = a_pack(a_trend("ai", *(a_capability(f"c{n}") for n in range(4))))

    def quarter(period, answer):
        answers = {question.id: answer for question in pack.questions()}
        people = (a_response(pack, respondent=f"p{n}", **answers) for n in range(3))
        dated = (one.model_copy(update={"period": period}) for one in people)
        return Quarter(period=period, pack=pack, responses=tuple(dated))

    return quarter("2026-Q3", old_answer), quarter("2026-Q4", new_answer)


def changes(*two):
    return changes_of(build_comparison(compare(*two), Occasion(made_on=DAY)))


def test_every_line_has_the_words_and_the_figures_of_the_comparison(sample):
    made = changes_of(sample)

    assert (made.old_period, made.new_period) == ("2026-Q3", "2026-Q4")
    assert made.headline == sample.headline
    assert made.remarks == sample.remarks
    for line, row in zip(made.lines, sample.rows, strict=True):
        assert line.delta == row.change.delta
        assert line.said == row.said
        assert line.verdict == row.verdict_words
        assert line.old_words == NO_FIGURE or line.old is not None


def test_causes_and_moves_are_those_of_the_comparison(sample):
    made = changes_of(sample)

    assert [cause.words for cause in made.causes] == [p.words for p in sample.parts]
    assert [move.question for move in made.moves] == [m.question for m in sample.moves]
    assert made.moves
    overall = made.lines[0]
    assert overall.new is not None
    assert overall.old is not None
    moved = sum(cause.points for cause in made.causes)
    assert moved == pytest.approx(overall.new - overall.old)


def test_a_change_that_counts_is_one_and_noise_is_none():
    better = changes(*quarters(Rated(level=1), Rated(level=3)))
    same = changes(*quarters(Rated(level=1), Rated(level=1)))

    assert better.lines[0].verdict == "improved"
    assert better.lines[0].is_change
    assert not same.lines[0].is_change


def test_a_score_that_too_little_is_known_of_is_no_figure():
    line, *_ = changes(*quarters(Unknown(), Rated(level=2))).lines

    assert (line.old, line.old_words) == (None, NO_FIGURE)
    assert line.new == 50
    assert line.verdict == "not comparable"
    assert line.delta is None


def test_whose_answers_a_change_rests_on_is_said_first():
    old, new = quarters(Rated(level=1), Rated(level=3))
    silent = {question.id: Unknown() for question in old.pack.questions()}
    extra = a_response(old.pack, respondent="p9", **silent)
    both = [
        Quarter(
            period=q.period,
            pack=q.pack,
            responses=(*q.responses, extra.model_copy(update={"period": q.period})),
        )
        for q in (old, new)
    ]

    line = changes(*both).lines[1]

    assert line.notes[0] == "from 3 of 4 people"


def test_a_history_has_a_figure_or_none_for_every_quarter():
    made = past_of(
        build_history(trace(quarters(Unknown(), Rated(level=2))), made_on=DAY)
    )

    assert made.title_words == "2 quarters, 2026-Q3 to 2026-Q4"
    assert made.periods == ("2026-Q3", "2026-Q4")
    assert made.shorts == ("26-Q3", "26-Q4")
    assert made.people == ("3", "3")
    assert [line.points for line in made.lines] == [(None, 50), (None, 50)]
    assert made.lines[0].figures == (NO_FIGURE, "50")
    assert made.lines[0].words.startswith("not comparable with 26-Q3")
