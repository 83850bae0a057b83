"""What the same person answered in earlier periods, question by question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, timedelta

from readiness.pack.model import Pack
from readiness.period import Period
from readiness.responses import Answer, Response, Unknown

STALE_AFTER = timedelta(days=120)  #: a quarter, and a month to get round to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Previous:
    """The latest answer of an earlier period to one question.

    ``on`` is when it was given, the last day of its period if nobody noted that.
    ``is_changed`` says that the question means something else by now.
    """

    answer: Answer
    period: Period
    on: date
    is_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousFact:
    """What was said about the team in an earlier period: the value of an option."""

    value: str | int
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Hindsight:
    """The previous answers by question id, as they look ``today`` (in UTC)."""

    previous: Mapping[str, Previous]
    today: date
    facts: Mapping[str, PreviousFact] = field(default_factory=dict)

    def usable(self, question_id: str) -> Previous | None:
        """Return the previous answer if it answers the question as it is now."""
        before = self.previous.get(question_id)
        return before if before and not before.is_changed else None

    def was_unknown(self, question_id: str) -> bool:
        """Return whether the previous answer was "don't know"."""
        before = self.previous.get(question_id)
        return before is not None and isinstance(before.answer, Unknown)

    def is_outdated(self, question_id: str) -> bool:
        """Return whether there is a previous answer, old or to another meaning."""
        before = self.previous.get(question_id)
        return before is not None and (before.is_changed or self._is_old(before.on))

    def is_stale(self, answer: Answer, period: Period) -> bool:
        """Return whether an answer of ``period`` was given too long ago."""
        return self._is_old(_given_on(answer, period))

    def comes_first(self, question_id: str) -> bool:
        """Return whether last time leaves the question more open than others.

        That is, it was open or unknown then, or its answer is outdated.
        """
        if not self.previous:
            return False
        return (
            question_id not in self.previous
            or self.was_unknown(question_id)
            or self.is_outdated(question_id)
        )

    def _is_old(self, on: date) -> bool:
        return self.today - on > STALE_AFTER


def gather(
    pack: Pack, earlier: Iterable[tuple[Response, Pack]]
) -> Mapping[str, Previous]:
    """Return the latest decided answer to each question of ``pack``, by question id.

    ``earlier`` has the responses of the earlier periods, the earliest first, each with
    the pack it answers.
    """
    found: dict[str, Previous] = {}
    for response, its_pack in earlier:
        period = Period.parse(response.period)
        for question in its_pack.questions():
            asked_now = pack.question_by_id.get(question.id)
            if asked_now and response.decided(question.id):
                answer = response.answers[question.id]
                found[question.id] = Previous(
                    answer=answer,
                    period=period,
                    on=_given_on(answer, period),
                    is_changed=asked_now.revision != question.revision,
                )
    return found


def gather_facts(
    pack: Pack, earlier: Iterable[tuple[Response, Pack]]
) -> Mapping[str, PreviousFact]:
    """Return what was said last about the team, by profile question of ``pack``.

    What is no option of ``pack`` is left out; ``earlier`` is as for `gather`.
    """
    options = {q.id: {option.value for option in q.options} for q in pack.profile}
    return {
        id_: PreviousFact(value=value, period=Period.parse(response.period))
        for response, _ in earlier
        for id_, value in response.profile.items()
        if value in options.get(id_, ())
    }


def _given_on(answer: Answer, period: Period) -> date:
    if answer.at is None:
        return _last_day(period)
    # a file written by hand may have times without a zone
    at = answer.at if answer.at.tzinfo else answer.at.replace(tzinfo=UTC)
    return at.astimezone(UTC).date()


def _last_day(period: Period) -> date:
    month = 3 * period.quarter
    turn = date(period.year + month // 12, month % 12 + 1, 1)
    return turn - timedelta(days=1)
