"""What several people say of one question, as a report shows it."""

from collections.abc import Iterator

from readiness.pack.model import Pack
from readiness.report import words
from readiness.report.panel_model import Disclosure, QuestionLine
from readiness.scoring.agreement import Accord, Agreement
from readiness.scoring.groups import ANONYMOUS

DONT_KNOW = "said don't know"


def trend_of(pack: Pack, question_id: str) -> str:
    """Return the id of a question's trend."""
    return pack.trend_of[pack.capability_of[question_id].id].id


def may_tell(one: Agreement, disclosure: Disclosure) -> bool:
    """Return whether it may be said how far people agree: of five, to the anonymous."""
    return disclosure is not Disclosure.ANONYMOUS or len(one.levels) >= ANONYMOUS


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
    """Return a question with its distribution, as far as that may be shown.

    To the anonymous no answers are listed, however many they are, nor figures that a
    list follows from: five people and a mean of 0.2 have said 0, 0, 0, 0 and 1.
    """
    id_ = one.item.question.id
    is_listed = disclosure is not Disclosure.ANONYMOUS
    is_told = may_tell(one, disclosure)
    is_counted = is_told and may_count(one, disclosure)
    accord = one.accord if is_told else None
    return QuestionLine(
        question=id_,
        name=one.item.question.facet,
        trend=trend_of(pack, id_),
        asked=one.asked if is_counted else None,
        rated=len(one.levels) if is_told else None,
        dont_know=one.dont_know if is_counted else None,
        not_applicable=one.not_applicable if is_counted else None,
        levels=one.levels if is_listed else None,
        mean=one.mean if is_listed else None,
        median=one.median if is_listed or _has_median(accord) else None,
        average_deviation=one.deviation if is_listed else None,
        r_wg=one.within_group if is_listed else None,
        split=one.is_split if is_told else None,
        scope_disputed=one.is_disputed if is_counted else None,
        is_rated_by_few=False,  # how many people there are is not known here
        accord=accord or "",
        answers=_answers_words(one) if is_listed and one.levels else accord or "",
        unknown=_unknown_words(one, disclosure),
        words=spread_words(one)
        if is_listed
        else "; ".join(_told(one, accord, is_counted=is_counted)),
    )


def _has_median(accord: Accord | None) -> bool:
    """Return whether the anonymous are told the median.

    Not where they agree: beside these words it may tell what each of them said.
    """
    return accord not in {None, Accord.AGREE}


def _told(one: Agreement, accord: Accord | None, *, is_counted: bool) -> Iterator[str]:
    """Yield what the anonymous are told of how far they agree."""
    if accord is None:
        return
    if _has_median(accord) and one.median is not None:
        yield f"median {words.tenth(one.median)}"
    yield accord
    if is_counted:
        yield from _not_rated(one)


def spread_words(one: Agreement) -> str:
    """Return median and all answers, sorted: they do not tell who said what."""
    return "; ".join((*_spread(one), *_not_rated(one)))


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
