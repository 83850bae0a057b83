"""Turn a question, its present answer and the previous one into a `Step`."""

from readiness.interview.agenda import Agenda
from readiness.interview.previous import Previous, PreviousFact
from readiness.interview.steps import (
    Action,
    Choose,
    Command,
    Option,
    Place,
    Step,
)
from readiness.pack.model import ProfileQuestion, Question
from readiness.plaintext import one_line
from readiness.responses import (
    Answer,
    NotApplicable,
    Noted,
    Rated,
    Response,
    in_words,
)

ABOUT_THE_TEAM = "About your team"
_DONT_KNOW = "unknown"  # the value of the profile option that says so
_ALWAYS = frozenset({Command.GO_TO, Command.REVIEW, Command.QUIT, Command.INTERRUPT})
_TO_QUESTIONS = _ALWAYS | {
    Command.UNKNOWN,
    Command.NOT_APPLICABLE,
    Command.NOTE,
    Command.EVIDENCE,
    Command.SKIP,
}


def describe(agenda: Agenda, position: int, response: Response) -> Step:
    """Return the step at ``position``, as far as it hangs on the answers alone."""
    item = agenda.items[position]
    place = _place(agenda, position, response)
    if isinstance(item, Question):
        return _describe_question(item, agenda, response, place)
    return _describe_profile(item, agenda, response, place)


def _place(agenda: Agenda, position: int, response: Response) -> Place:
    item, total = agenda.items[position], len(agenda.questions)
    if isinstance(item, Question):
        number, count = agenda.number_at(position), total
        section = agenda.trend_of(item).short
    else:
        number, count = position + 1, len(agenda.profile)
        section = ABOUT_THE_TEAM
    return Place(
        number=number,
        count=count,
        section=section,
        done=total - len(agenda.open_questions(response)),
        total=total,
        fate="",
        is_apart=not isinstance(item, Question),
    )


def _describe_question(
    question: Question, agenda: Agenda, response: Response, place: Place
) -> Step:
    """Return the step that asks for a level."""
    answer = response.answers.get(question.id, Noted())
    before = agenda.hindsight.previous.get(question.id)
    usable = to_confirm(question, agenda, response)
    return Step(
        place=place,
        text=question.text,
        help=question.help,
        more=question.more,
        rules=agenda.pack.instruction.rules,
        options=tuple(Option(a.label, a.as_asked) for a in question.anchors),
        first=0,
        chosen=_level(answer),
        answer=in_words(question, answer),
        previous=_previous_in_words(question, before) if before else "",
        was_chosen=_level(before.answer) if before and not before.is_changed else None,
        note=answer.note,
        evidence=tuple(piece.words for piece in answer.evidence),
        commands=_TO_QUESTIONS | ({Command.CONFIRM} if usable else set()),
    )


def to_confirm(
    question: Question, agenda: Agenda, response: Response
) -> Previous | None:
    """Return the previous answer if it can be given anew and makes a difference."""
    before = agenda.hindsight.usable(question.id)
    answer = response.answers.get(question.id, Noted())
    if before is None or _meaning(before.answer) == _meaning(answer):
        return None
    return before


def _previous_in_words(question: Question, before: Previous) -> str:
    """Say what was answered and when; the words of another question are not ours."""
    if before.is_changed:
        level = _level(before.answer)
        words = in_words(question, before.answer) if level is None else f"level {level}"
        return f"{words}, {before.on}, and the question has changed since"
    kept = [piece.words for piece in before.answer.evidence]
    if before.answer.note:
        kept.insert(0, f"note: {one_line(before.answer.note)}")
    return "; ".join([f"{in_words(question, before.answer)}, {before.on}", *kept])


def _level(answer: Answer) -> int | None:
    return answer.level if isinstance(answer, Rated) else None


def _meaning(answer: Answer) -> object:
    reason = answer.reason if isinstance(answer, NotApplicable) else None
    return type(answer), _level(answer), reason


def _describe_profile(
    question: ProfileQuestion, agenda: Agenda, response: Response, place: Place
) -> Step:
    """Return the step that asks about the team.

    An optional question may be skipped, an answered one may be left as it is.
    """
    values = [option.value for option in question.options]
    given = response.profile.get(question.id)
    chosen = values.index(given) if given in values else None
    fact = agenda.hindsight.facts.get(question.id)
    was_chosen = values.index(fact.value) if fact else None
    commands = _ALWAYS
    if _DONT_KNOW in values:
        commands |= {Command.UNKNOWN}
    if question.optional or given is not None:
        commands |= {Command.SKIP}
    if was_chosen not in {None, chosen}:
        commands |= {Command.CONFIRM}
    return Step(
        place=place,
        text=question.text,
        help=question.help,
        options=tuple(Option(option.label) for option in question.options),
        first=1,
        chosen=chosen,
        answer="" if chosen is None else question.options[chosen].label,
        previous=_fact_in_words(question, fact) if fact else "",
        was_chosen=was_chosen,
        commands=commands,
    )


def _fact_in_words(question: ProfileQuestion, fact: PreviousFact) -> str:
    labels = (o.label for o in question.options if o.value == fact.value)
    return f"{next(labels)}, {fact.period}"


def index_meant(question: ProfileQuestion, action: Action, step: Step) -> int:
    """Return the index of the option that an answer about the team means."""
    if isinstance(action, Choose):
        return action.index
    if action is Command.CONFIRM and step.was_chosen is not None:
        return step.was_chosen
    return [option.value for option in question.options].index(_DONT_KNOW)
