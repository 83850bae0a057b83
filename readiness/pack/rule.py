"""Rules: conditions over the answers, with what they mean and what cures them."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from readiness.pack.fields import Level, Line, Prose, Record, RefId, Slug, Text


class RuleKind(StrEnum):
    """Imbalance that creates exposure; answers that do not fit; answer pattern."""

    RISK = "risk"
    CONSISTENCY = "consistency"
    RESPONSE = "response"


class Severity(StrEnum):
    """How much a finding matters, worst first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    INFO = "info"


class LevelCap(Record):
    """While the rule fires, the level of ``trend`` is at most ``level_at_most``."""

    level_at_most: Level
    trend: Slug


class CountsAs(Record):
    """While the rule fires, ``capability`` counts as at most this level for caps."""

    counts_as_at_most: Level
    capability: Slug


class Rule(Record):
    """A condition over the answers, with what it means and what cures it.

    ``condition`` is written in the language of `readiness.pack.condition`;
    ``remedies`` are the capabilities whose next actions cure it.
    """

    id: RefId
    kind: RuleKind
    severity: Severity
    name: Line
    condition: Annotated[Text, StringConstraints(min_length=1, max_length=500)]
    effect: LevelCap | CountsAs | None = None
    rationale: Prose
    source: Prose
    action: Prose
    remedies: tuple[Slug, ...] = ()
