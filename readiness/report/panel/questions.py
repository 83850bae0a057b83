"""What several people say of one question, as a report shows it."""

from collections.abc import Iterator

from readiness.pack.model import Pack
from readiness.report import words
from readiness.report.panel_model import Disclosure, QuestionLine
from readiness.scoring.agreement import Agreement
from readiness.scoring.groups import ANONYMOUS

DONT_KNOW = "said don't know"


def trend_of(pack: Pack, question_id: str) -> str:
    """Return the id of a question's trend."""
    return pack.trend_of[pack.capability_of[question_id].id].id


def may_show(one: Agreement, disclosure: Disclosure) -> bool:
    """Return whether single answers may be shown, though not whose they are.

    To the anonymous: of five people or more, and only if they are not all alike,
    since that would tell what each of them said.
    """
    if disclosure is not Disclosure.ANONYMOUS:
        return True
    return len(one.levels) >= ANONYMOUS and not one.is_unanimous


def may_count(one: Agreement, disclosure: Disclosure) -> bool:
    """Return whether it may be said how many did not rate, and why.

    To the anonymous: unless one to four people did not for the same reason. One
    figure less would not hide them, since the others are known and all add up.
    """
    if disclosure is not Disclosure.ANONYMOUS:
        return True
    left = one.asked - len(one.levels) - one.dont_know - one.not_applicable
    counts = (one.dont_know, one.not_applicable, left)
    return not any(0 < count < ANONYMOUS for count in counts)


def question_line(pack: Pack, one: Agreement, disclosure: Disclosure) -> QuestionLine:
    """Return a question with its distribution, if that may be shown."""
    id_ = one.item.question.id
    is_shown = may_show(one, disclosure)
    is_counted = is_shown and may_count(one, disclosure)
    accord = one.accord if is_shown else None
    return QuestionLine(
        question=id_,
        name=one.item.question.facet,
        trend=trend_of(pack, id_),
        asked=one.asked if is_counted else None,
        rated=len(one.levels) if is_shown else None,
        dont_know=one.dont_know if is_counted else None,
        not_applicable=one.not_applicable if is_counted else None,
        levels=one.levels if is_shown else None,
        mean=one.mean if is_shown else None,
        median=one.median if is_shown else None,
        average_deviation=one.deviation if is_shown else None,
        r_wg=one.within_group if is_shown else None,
        split=one.is_split if is_shown else None,
        scope_disputed=one.is_disputed if is_counted else None,
        is_rated_by_few=False,  # how many people there are is not known here
        accord=accord or "",
        answers=_answers_words(one) if is_shown and one.levels else "",
        unknown=_unknown_words(one, disclosure),
        words=spread_words(one, is_counted=is_counted) if is_shown else "",
    )


def spread_words(one: Agreement, *, is_counted: bool = True) -> str:
    """Return median and all answers, sorted: they do not tell who said what.

    Unless ``is_counted``, not how many did not rate it.
    """
    return "; ".join((*_spread(one), *(_not_rated(one) if is_counted else ())))


def _spread(one: Agreement) -> Iterator[str]:
    if len(one.levels) > 1 and one.median is not None:
        yield f"median {words.tenth(one.median)}"
    if one.levels:
        yield _answers_words(one)


def _not_rated(one: Agreement) -> Iterator[str]:
    if one.dont_know:
        yield f"{one.dont_know} of {one.asked} {DONT_KNOW}"
    if one.is_disputed:
        verb = "says" if one.not_applicable == 1 else "say"
        yield f"scope disputed: {one.not_applicable} {verb} it does not apply"


def _answers_words(one: Agreement) -> str:
    if len(one.levels) == 1:
        return f"1 of {one.asked} rated it"
    said = f"answers {', '.join(map(str, one.levels))}"
    return f"{said}: {one.accord}" if one.accord else said


def _unknown_words(one: Agreement, disclosure: Disclosure) -> str:
    if not one.is_unknown_to_most:
        return ""
    if disclosure is not Disclosure.ANONYMOUS:
        return f"{one.dont_know} of {one.asked} {DONT_KNOW}"
    return f"most {DONT_KNOW}" if one.asked >= ANONYMOUS else ""
