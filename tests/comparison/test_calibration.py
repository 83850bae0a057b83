from datetime import timedelta, timezone

import pytest

from readiness.comparison.calibration import calibrate
from readiness.comparison.results import Quarter
from readiness.errors import (
    BadDataError,
    IncompleteError,
    NotFoundError,
    UsageError,
)
from readiness.pack.model import Noise
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_pack,
    a_question,
)
from tests.comparison.twice import ITEMS, MAY, MOVED, PACK, STEADY, a_time


def test_what_moved_is_counted_and_measured():
    found = calibrate(a_time(STEADY, STEADY), a_time(MOVED, STEADY))

    assert (found.people, found.left_out) == (2, 0)
    assert (found.items, found.answers) == (20, 40)
    assert found.identical == 38 / 40
    assert found.drift == 0
    # squares of 2, by 19 degrees of freedom for each of two people, half of it
    assert found.item.value**2 == pytest.approx(2 / 38 / 2)
    assert found.shift.value == 0


def test_a_mood_that_moves_all_answers_of_a_person_is_told_from_their_noise():
    up = tuple(level + 1 for level in MOVED)
    down = tuple(level - 1 for level in MOVED)

    found = calibrate(a_time(STEADY, STEADY, STEADY), a_time(up, down, up))

    assert found.drift == pytest.approx(1 / 3)
    assert found.shift.value == pytest.approx(0.7, abs=0.01)
    assert found.item.value**2 == pytest.approx(2 / 19 / 2)


def test_only_the_same_questions_that_were_rated_both_times_count():
    reworded = a_question(ITEMS[19], revision=2)
    questions = (*map(a_question, ITEMS[:19]), reworded)
    other = a_pack(a_capability(questions=questions))
    second = (DONT_KNOW, None, *MOVED[:18])

    found = calibrate(a_time(STEADY), a_time(second, pack=other))

    assert (found.items, found.answers) == (17, 17)


def test_who_rated_fewer_than_ten_of_the_same_questions_is_left_out():
    times = a_time(*[STEADY] * 3), a_time(MOVED, STEADY[:10], STEADY[:9])

    found = calibrate(*times)

    assert (found.people, found.left_out, found.answers) == (2, 1, 30)


def test_who_answered_once_is_not_counted_among_those_left_out():
    times = a_time(*[STEADY] * 3), a_time(MOVED, STEADY[:9])

    found = calibrate(*times)

    assert (found.people, found.left_out) == (1, 1)


def test_somebody_must_have_rated_ten_of_the_same_questions():
    with pytest.raises(IncompleteError, match="nobody rated 10") as caught:
        calibrate(a_time(STEADY, STEADY), a_time(MOVED[:9], MOVED[:4]))

    assert caught.value.facts == ("the most is 9",)


def test_somebody_must_have_answered_both_times():
    with pytest.raises(NotFoundError, match="nobody answered both times") as caught:
        calibrate(a_time(STEADY), a_time(MOVED, STEADY, names=("zoe", "lee")))

    assert caught.value.facts == ("the first time: kim", "the second time: lee, zoe")


def test_a_copy_of_the_first_answers_is_no_second_time():
    with pytest.raises(BadDataError, match="no answer differs") as undated:
        calibrate(a_time(STEADY), a_time(STEADY))
    with pytest.raises(BadDataError, match="no answer differs") as dated:
        calibrate(a_time(STEADY, at=MAY), a_time(STEADY, at=MAY))

    assert len(undated.value.facts) == 1
    assert dated.value.facts[1] == "days between the two times: 0"


def test_the_days_of_both_times_are_those_of_the_median_answer():
    second = a_time(MOVED, at=MAY + timedelta(days=14))
    late = MAY + timedelta(days=90)
    (response,) = second.responses
    for id_ in ITEMS[:5]:  # looked at again much later
        answer = response.answers[id_].model_copy(update={"at": late})
        response = response.with_answer(id_, answer)
    second = Quarter(period="2026-Q2", pack=PACK, responses=(response,))

    occasions = calibrate(a_time(STEADY, at=MAY), second).occasions

    assert str(occasions.first) == "2026-05-01"
    assert str(occasions.second) == "2026-05-15"
    assert (occasions.days, occasions.undated) == (14, 0)


def test_a_time_without_a_zone_is_taken_for_utc():
    tokyo = MAY.replace(hour=20).astimezone(timezone(timedelta(hours=9)))
    second = MAY.replace(tzinfo=None) + timedelta(days=2)

    occasions = calibrate(a_time(STEADY, at=tokyo), a_time(MOVED, at=second)).occasions

    assert occasions.days == 2


def test_people_whose_days_are_not_known_are_counted():
    first, second = a_time(STEADY, STEADY, at=MAY), a_time(MOVED, STEADY)

    found = calibrate(first, second)

    assert found.occasions.undated == 2
    assert found.occasions.first is found.occasions.second is None
    assert found.occasions.days is None


@pytest.mark.parametrize("days", [0, 21])
def test_three_weeks_may_lie_between_the_two_times(days):
    second = a_time(MOVED, at=MAY + timedelta(days=days))

    assert calibrate(a_time(STEADY, at=MAY), second).occasions.days == days


@pytest.mark.parametrize(
    ("days", "words"),
    [(22, "22 days lie between"), (-1, "the second answers are older")],
)
def test_more_than_three_weeks_and_the_wrong_order_are_refused(days, words):
    second = a_time(MOVED, at=MAY + timedelta(days=days))

    with pytest.raises(UsageError, match=words):
        calibrate(a_time(STEADY, at=MAY), second)


@pytest.mark.parametrize(("ups", "drifted"), [(5, False), (6, True)])
def test_people_who_move_together_by_more_than_twice_the_error_have_drifted(
    ups, drifted
):
    moved = (3,) * ups + STEADY[ups:]  # the error of three people is 0.145 levels

    found = calibrate(a_time(*[STEADY] * 3), a_time(*[moved] * 3))

    assert found.drift == pytest.approx(ups / 20)
    assert found.has_drifted is drifted


def test_a_mood_is_measured_with_three_people_and_assumed_with_fewer():
    first, second = a_time(*[STEADY] * 3), a_time(*[MOVED] * 3)
    fewer = Quarter(period="2026-Q2", pack=PACK, responses=second.responses[:2])

    three, two = calibrate(first, second), calibrate(first, fewer)

    assert (three.is_shift_measured, two.is_shift_measured) == (True, False)
    assert three.shift.value == 0
    assert three.noise.shift == min(three.assumed.shift, three.shift.high) > 0
    assert two.noise.shift == two.assumed.shift == 0.15
    assert two.noise.item == two.item.value


def test_what_is_not_measured_stays_as_the_pack_or_somebody_says():
    own = PACK.model_copy(update={"noise": Noise(rater=0.7, prior_df=20)})
    first, second = a_time(STEADY), a_time(MOVED, pack=own)

    of_pack = calibrate(first, second).noise
    of_somebody = calibrate(first, second, assumed=Noise(rater=0.9)).noise

    assert (of_pack.rater, of_pack.prior_df) == (0.7, 20)
    assert (of_somebody.rater, of_somebody.prior_df) == (0.9, 10)
