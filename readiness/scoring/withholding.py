"""Answers as strangers may see them: what a few people rated is not known.

A figure over questions that one person rated is that person's answer, and so is the
difference of two figures of which only one has it. So such a question is taken out
before anything is computed: whatever is made of the rest, scores, findings or actions,
cannot depend on it (measurement.md, section 5).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from readiness.responses import Answer, NotApplicable, Rated, Response, Unknown
from readiness.scoring.groups import ANONYMOUS, is_few
from readiness.scoring.people import who_answered
from readiness.scoring.results import Results, evaluate

Responses = Sequence[Response]


def tellable(results: Results) -> Results:
    """Return what the answers add up to if those of a few are not known.

    A question counts if five people rated it; of fewer people, if all of them did.
    """
    people = len(who_answered(results.responses))
    hidden = _rated_by_few(results.responses, min(ANONYMOUS, people))
    if not hidden:
        return results
    return evaluate(results.pack, _without(results.responses, hidden))


def tellable_together(
    quarters: Sequence[Responses],
) -> tuple[tuple[Response, ...], ...]:
    """Return the responses of quarters that are shown side by side.

    A question counts in them if in each nobody rated it, or five people and more; and
    if between any two of them nobody began or ceased to rate it, or five and more: the
    difference of the quarters would be the answers of fewer.
    """
    raters = [_raters(quarter) for quarter in quarters]
    hidden = {id_ for one in raters for id_ in one if is_few(len(one[id_]))}
    for one, other in combinations(raters, 2):
        hidden |= {id_ for id_ in {*one, *other} if _are_near(one[id_], other[id_])}
    return tuple(_without(quarter, hidden) for quarter in quarters)


def may_stand_beside(one: Responses, other: Responses) -> bool:
    """Return whether two quarters may be shown side by side at all.

    Five people or more answered each, and those who answered only one of them are none
    or as many: the difference would be theirs.
    """
    mine, others = (
        {response.respondent for response in who_answered(quarter)}
        for quarter in (one, other)
    )
    return min(len(mine), len(others)) >= ANONYMOUS and not _are_near(mine, others)


def _are_near(one: Collection[str], other: Collection[str]) -> bool:
    """Return whether one to four people are only in one of two groups."""
    mine, others = set(one), set(other)
    return any(is_few(len(group)) for group in (mine - others, others - mine))


def _raters(responses: Responses) -> defaultdict[str, frozenset[str]]:
    """Return who rated each question, by its id; nobody for any other."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for response in responses:
        for id_ in _rated(response):
            found[id_] |= {response.respondent}
    return found


def _rated(response: Response) -> Iterable[str]:
    answers = response.answers.items()
    return (id_ for id_, answer in answers if isinstance(answer, Rated))


def _rated_by_few(responses: Responses, least: int) -> frozenset[str]:
    raters = _raters(responses)
    return frozenset(id_ for id_ in raters if is_few(len(raters[id_]), least))


def _without(responses: Responses, hidden: Collection[str]) -> tuple[Response, ...]:
    """Return the responses with don't know where somebody rated a hidden question.

    If most found that it applies, those who did not are no more known: without them
    alone the question would leave the score.
    """
    applicable = {id_ for id_ in hidden if _is_applicable(id_, responses)}

    def told(id_: str, answer: Answer) -> Answer:
        is_excused = isinstance(answer, NotApplicable) and id_ in applicable
        is_hidden = id_ in hidden and (isinstance(answer, Rated) or is_excused)
        return Unknown() if is_hidden else answer

    return tuple(
        response.model_copy(
            update={
                "answers": {id_: told(id_, a) for id_, a in response.answers.items()}
            }
        )
        for response in responses
    )


def _is_applicable(question_id: str, responses: Responses) -> bool:
    given = [response.answers.get(question_id) for response in responses]
    excused = sum(isinstance(answer, NotApplicable) for answer in given)
    return excused <= sum(isinstance(answer, Rated) for answer in given)
