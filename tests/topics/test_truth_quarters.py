"""What the topics about several people and several quarters say is true."""

import pytest

from readiness.pack.model import Noise
from readiness.topics.catalog import find_topic
from readiness.uncertainty.moderated import smallest_provable
from readiness.uncertainty.verdicts import Verdict

TEN_ITEMS = 8.8  # effective items of a trend of ten questions in five capabilities


def as_words(topic):
    return " ".join(find_topic(topic).split())


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_explained(verdict):
    assert f"\n  {verdict}  " in find_topic("quarters")


@pytest.mark.parametrize(
    ("people", "said"),
    [(1, "about 20 points"), (3, "it is about 12"), (5, "with five 9")],
)
def test_what_so_many_people_can_prove_is_what_the_program_works_out(people, said):
    provable = smallest_provable(TEN_ITEMS, people, Noise())

    assert said in as_words("quarters")
    assert abs(provable - int(said.split()[-1 if people > 1 else 1])) < 1
