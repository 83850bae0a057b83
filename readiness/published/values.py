"""The kinds of values that published documents are made of."""

from typing import Annotated, Any

from pydantic import Field


def says(words: str) -> Any:  # noqa: ANN401 - whatever pydantic describes a field with
    """Return what a schema says of a field."""
    return Field(description=words)


def one_of(*values: str) -> Any:  # noqa: ANN401 - as above
    """Return that a text is one of these; to mypy it stays a text."""
    return Field(json_schema_extra={"enum": list(values)})


# Computed numbers are not rounded: one may be 100.00000000000001. So their limits are
# said in words, and no reader refuses a document for its last bit.
Points = Annotated[float, says("Points, 0 to 100.")]
Difference = Annotated[float, says("Points, -100 to 100.")]
Share = Annotated[float, says("A share, 0 to 1.")]
MeanLevel = Annotated[float, says("Levels, 0 to 4.")]
Level = Annotated[int, Field(ge=0, le=4)]
Count = Annotated[int, Field(ge=0)]
Positive = Annotated[float, Field(ge=0)]
PersonWeeks = Annotated[float, Field(gt=0)]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]  #: ISO 8601
Quarter = Annotated[str, Field(pattern=r"^\d{4}-Q[1-4]$")]
Hash = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]  #: SHA-256

Accord = Annotated[
    str,
    one_of(
        "you_agree",
        "you_roughly_agree",
        "you_disagree",
        "two_camps",
        "the_same",
        "one_step_apart",
        "far_apart",
    ),
]
Cause = Annotated[
    str,
    one_of(
        "answers_changed",
        "answers_newly_given_or_lost",
        "not_applicable_before_or_now",
        "other_people_answered",
        "questions_or_weights_changed",
    ),
]
ClaimStatus = Annotated[str, one_of("verified", "differs", "not_found", "unconfirmed")]
Disclosure = Annotated[str, one_of("usual", "anonymous", "names")]
Effort = Annotated[str, one_of("small", "medium", "large")]
EvidenceKind = Annotated[str, one_of("artefact", "seen", "told", "impression")]
FindingKind = Annotated[str, one_of("risk", "consistency", "response")]
Form = Annotated[str, one_of("full", "quick")]
Forms = Annotated[str, one_of("full", "quick", "mixed")]  #: of several people
Group = Annotated[str, one_of("leaders", "practitioners")]
Horizon = Annotated[str, one_of("now", "next", "later")]
Mark = Annotated[str, one_of("fine", "warning", "problem")]
Reason = Annotated[
    str,
    one_of(
        "new",
        "gone",
        "different_people",
        "questions_changed",
        "too_little_in_common",
        "too_few_answers_to_tell",
    ),
]
Redaction = Annotated[str, one_of("notes", "evidence", "names", "respondents")]
RoleVerdict = Annotated[
    str,
    one_of(
        "leaders_see_it_higher",
        "practitioners_see_it_higher",
        "no_detectable_difference",
        "not_comparable",
    ),
]
Route = Annotated[str, one_of("same_people", "other_people")]
Severity = Annotated[str, one_of("critical", "high", "medium", "info")]
Source = Annotated[str, one_of("option", "environment", "file", "built_in")]
Status = Annotated[
    str, one_of("open", "in_progress", "done", "dropped", "risk_accepted")
]
TaskKind = Annotated[str, one_of("action", "find_out")]
Verdict = Annotated[
    str, one_of("improved", "declined", "no_detectable_change", "not_comparable")
]
