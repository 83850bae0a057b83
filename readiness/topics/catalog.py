"""Which help topics there are; each is a text file beside this module.

The first line of a file says what the topic is about, as the list of topics shows it.
`readiness.topics.layout` says how the rest is written.
"""

from collections.abc import Iterable
from pathlib import Path

from readiness.errors import NotFoundError
from readiness.suggestions import did_you_mean, quoted

TOPICS = (  #: in the order of the list: what is asked first comes first
    "keys",
    "scoring",
    "people",
    "quarters",
    "privacy",
    "formats",
    "environment",
    "exit-codes",
    "accessibility",
)


def find_topic(name: str, others: Iterable[str] = ()) -> str:
    """Return the text of a topic, its lines at most 80 columns wide.

    Raises `NotFoundError`, which suggests topics and the ``others`` that help knows.
    """
    if name not in TOPICS:
        raise NotFoundError(
            f"there is no help on {quoted(name)}"
            + did_you_mean(name, (*TOPICS, *others)),
            facts=(f"topics: {', '.join(TOPICS)}",),
            tries=("readiness help", "readiness --help  for the commands"),
        )
    return _file(name).read_text(encoding="utf-8")


def summary_of(name: str) -> str:
    """Return what a topic is about, in one line; raises as `find_topic` does."""
    return find_topic(name).partition("\n")[0]


def _file(name: str) -> Path:
    return Path(__file__).with_name(f"{name}.txt")
