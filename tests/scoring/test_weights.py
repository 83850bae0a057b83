import pytest

from readiness.scoring.weights import joined, rescaled, weigh
from tests.builders import a_capability, a_pack, a_question, a_trend

PACK = a_pack(
    a_trend(
        "ai",
        a_capability("pairing", weight=3, questions=(a_question("a"), a_question("b"))),
        a_capability("roles", weight=1),
    ),
    a_trend("cloud", a_capability("cost")),
)


def test_a_question_weighs_what_its_capability_does_shared_by_those_that_are_asked():
    everything = weigh(PACK, ("a", "b", "roles", "cost"))
    some = weigh(PACK, ("a", "roles"))

    assert everything["ai"] == {"a": 0.375, "b": 0.375, "roles": 0.25}
    assert some == {"ai": {"a": 0.75, "roles": 0.25}, "cloud": {}}


def test_trends_of_which_something_is_asked_weigh_alike():
    shares = joined([{"a": 0.75, "roles": 0.25}, {}, {"cost": 1.0}])

    assert shares == {"a": 0.375, "roles": 0.125, "cost": 0.5}


def test_what_is_kept_adds_up_to_one_again_and_weighs_as_it_did():
    kept = rescaled({"a": 0.375, "b": 0.375, "roles": 0.25}, {"a", "roles"})

    assert kept == pytest.approx({"a": 0.6, "roles": 0.4})
    assert rescaled({"a": 1.0}, ()) == {}
