"""Phrases of plain lines: where the person is, what an answer says, how to answer."""

from readiness.interview.plain.lines import sentence
from readiness.interview.steps import Command, Option, Place, Step


def place_in_words(place: Place, heard: Place | None) -> str:
    """Say where the person is; of what was heard before only what is new."""
    said = [f"Question {place.number} of {place.count}."]
    if heard is None or heard.section != place.section:
        done = "" if place.is_apart else f"{place.done} of {place.total} done, "
        fate = f"{done}{place.fate}."
        said.append(f"{place.section}. {fate[:1].upper()}{fate[1:]}")
    if heard is None or heard.minutes_left != place.minutes_left:
        said += _time_left(place.minutes_left)
    return " ".join(said)


def _time_left(minutes: int | None) -> list[str]:
    match minutes:
        case None:
            return []
        case 0:
            return ["Less than a minute left."]
        case 1:
            return ["About 1 minute left."]
        case _:
            return [f"About {minutes} minutes left."]


def first_words(step: Step) -> str:
    """Say how to answer, and what to type if no answer fits."""
    or_else = ""
    if Command.UNKNOWN in step.commands:
        or_else = " unknown if you don't know,"
    elif Command.SKIP in step.commands and not step.answer:
        or_else = " skip to leave it open,"
    return f"Type the number of your answer,{or_else} or help or * for other words."


def answer_in_words(option: Option) -> str:
    """Say an answer; a label that its text begins with is not said twice."""
    begins = option.text.casefold().startswith(option.label.casefold())
    rest = option.text[len(option.label) :]
    if begins and not rest[:1].isalnum():
        return sentence(option.text)
    return f"{sentence(option.label)} {option.text}"


def no_terms(step: Step) -> str:
    """Say that a question needs no terms, and what there is to read instead."""
    if step.rules:
        return "This question has no terms; rules reads the rules for every question."
    return "There is nothing more to say here."
