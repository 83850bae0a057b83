"""Next quarter: what was said about the team, and what stood beside an answer."""

from dataclasses import replace

from readiness.interview.previous import PreviousFact, gather_facts
from readiness.interview.steps import Command
from readiness.period import Period
from readiness.responses import Evidence, EvidenceKind, Rated
from tests.builders import a_response
from tests.interview.scripted import (
    a_profile_question,
    a_session,
    previously,
    three_questions,
)

LAST = Period(2026, 3)
CONFIRM, BACK = Command.CONFIRM, Command.BACK
PACK = three_questions(profile=(a_profile_question(), a_profile_question("size")))


def facts(**values):
    return {id_: PreviousFact(value=v, period=LAST) for id_, v in values.items()}


def test_what_was_said_about_the_team_is_shown_with_its_period_and_not_chosen():
    session, ui, _ = a_session(pack=PACK, facts=facts(regulated="no"))
    session.run()

    (step,) = ui.steps
    assert (step.previous, step.was_chosen, step.chosen) == ("No, 2026-Q3", 1, None)
    assert CONFIRM in step.commands


def test_one_key_confirms_what_was_said_about_the_team():
    session, ui, saved = a_session(CONFIRM, pack=PACK, facts=facts(regulated="no"))
    session.run()

    assert saved[-1].profile == {"regulated": "no"}
    assert ui.recorded == ["About your team, 1: No"]
    assert ui.steps[1].previous == ""
    assert CONFIRM not in ui.steps[1].commands


def test_what_is_confirmed_needs_no_second_confirmation_and_what_changed_may_go_back():
    session, ui, saved = a_session(
        CONFIRM, BACK, 0, BACK, CONFIRM, pack=PACK, facts=facts(regulated="no")
    )
    session.run()

    _, _, confirmed, _, changed, *_ = ui.steps
    assert CONFIRM not in confirmed.commands
    assert CONFIRM in changed.commands
    assert [response.profile["regulated"] for response in saved] == ["no", "yes", "no"]


def test_dont_know_about_the_team_is_still_what_it_says():
    session, _, saved = a_session(
        Command.UNKNOWN, pack=PACK, facts=facts(regulated="no")
    )
    session.run()

    assert saved[-1].profile == {"regulated": "unknown"}


def test_the_latest_of_what_was_said_counts_if_it_can_still_be_said():
    early = a_response(PACK, profile={"regulated": "yes", "size": "no"})
    late = a_response(PACK, profile={"regulated": "no", "size": "huge", "gone": "yes"})
    rounds = [(early, "2026-Q2"), (late, "2026-Q3")]

    found = gather_facts(
        PACK, [(r.model_copy(update={"period": p}), PACK) for r, p in rounds]
    )

    assert found == {
        "regulated": PreviousFact(value="no", period=LAST),
        "size": PreviousFact(value="no", period=Period(2026, 2)),
    }


def test_the_note_and_the_evidence_of_last_time_are_shown_with_the_answer():
    told = Evidence(kind=EvidenceKind.TOLD, text="by Ana")
    answer = Rated(level=3, note="two\nlines", evidence=(told,))
    before = replace(previously(), answer=answer)
    ids = ("pairing", "reviews", "roles")
    session, ui, _ = a_session(previous=dict.fromkeys(ids, before))
    session.run()

    (step,) = ui.steps
    assert step.previous.endswith(
        f"{before.on}; note: two lines; told by someone: by Ana"
    )
