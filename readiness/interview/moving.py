"""Going to another question: by command, by number, and from the review."""

from typing import Literal, assert_never

from readiness.interview.review import Way, all_places, name_at, place_picked
from readiness.interview.steps import Command, GoTo, UserInterface
from readiness.interview.walk import Walk
from readiness.responses import Response

Move = Literal[Command.BACK, Command.SKIP, Command.GO_TO, Command.REVIEW] | GoTo
Detour = Literal[Way.ANSWER_OPEN, Way.CHANGE, Way.GO_BACK]


def move(walk: Walk, ui: UserInterface, response: Response, how: Move) -> str:
    """Move from a question; return why it was not possible, or nothing."""
    match how:
        case Command.BACK:
            walk.go_back()
        case Command.SKIP:
            walk.go_on(response, was_open=walk.is_open(response))
        case Command.REVIEW:
            walk.open_review()
        case Command.GO_TO:
            picked = _pick_place(walk, ui, response)
            return "" if picked is None else _go_to(walk, picked, response)
        case GoTo(number=number):
            return _go_to_number(walk, number, response)
        case _:
            assert_never(how)
    return ""


def move_on(walk: Walk, ui: UserInterface, response: Response, way: Detour) -> None:
    """Move from the review to where there is something to do."""
    match way:
        case Way.ANSWER_OPEN:
            walk.go_to(walk.agenda.open_questions(response)[0])
        case Way.CHANGE:
            picked = _pick_place(walk, ui, response)
            if picked is not None:
                walk.make_detour((picked,))
        case Way.GO_BACK:
            walk.leave_review()
        case _:
            assert_never(way)


def _go_to_number(walk: Walk, number: int, response: Response) -> str:
    position = walk.agenda.position_of(number)
    if position is None:
        count = len(walk.agenda.questions)
        return f"There is no question {number}: they are numbered 1 to {count}."
    return _go_to(walk, position, response)


def _go_to(walk: Walk, position: int, response: Response) -> str:
    """Go on from an open item; look at one that is done, and come back."""
    if position == walk.cursor:
        return ""
    if walk.agenda.is_open(position, response):
        walk.go_to(position)
        return ""
    return f"After this one back to {name_at(walk.agenda, walk.visit(position))}."


def _pick_place(walk: Walk, ui: UserInterface, response: Response) -> int | None:
    """Let the person pick a question; return its position."""
    picked = ui.pick(all_places(walk.agenda, response))
    return None if picked is None else place_picked(walk.agenda, picked)
