from datetime import timedelta

import pytest

from readiness.interview.session import Outcome
from readiness.interview.steps import GoTo, Only
from readiness.responses import (
    Evidence,
    Form,
    NotApplicable,
    Rated,
    Unknown,
)
from tests.builders import NOON, a_capability, a_pack, a_question, a_response
from tests.interview.scripted import (
    BACK,
    FINISH,
    GO_TO,
    INTERRUPT,
    NA,
    QUIT,
    REVIEW,
    SKIP,
    UNKNOWN,
    Script,
    a_clock,
    a_profile_question,
    a_session,
    asked,
    three_questions,
)


def test_a_level_is_saved_before_the_next_question_is_shown():
    session, ui, saved = a_session(3)
    shown_by_then = []

    def save(response):
        saved.append(response)
        shown_by_then.append(asked(ui))

    session.save = save
    session.run()

    assert shown_by_then == [["How many do pairing?"]]
    assert asked(ui) == ["How many do pairing?", "How many do reviews?"]
    assert saved[0].answers == {"pairing": Rated(level=3, at=NOON)}


def test_do_not_know_and_not_applicable_are_answers():
    session, ui, _ = a_session(UNKNOWN, NA, "no reviews here", 4, FINISH)

    outcome = session.run()

    assert outcome is Outcome.FINISHED
    assert session.response.answers == {
        "pairing": Unknown(at=NOON),
        "reviews": NotApplicable(reason="no reviews here", at=NOON),
        "roles": Rated(level=4, at=NOON),
    }
    assert ui.recorded == [
        "1. ai: don't know",
        "2. ai: not applicable (no reviews here)",
        "3. people: 4 (Level 4)",
    ]


def test_back_keeps_the_answer_and_shows_it():
    session, ui, _ = a_session(3, BACK)

    session.run()

    assert ui.steps[-1].chosen == 3
    assert session.response.answers["pairing"] == Rated(level=3, at=NOON)


def test_the_first_question_has_nothing_before_it():
    session, ui, _ = a_session(0)

    session.run()

    assert BACK not in ui.steps[0].commands
    assert BACK in ui.steps[1].commands


EVIDENCE = (Evidence(text="wiki/page"),)


def test_a_changed_answer_keeps_its_note_and_evidence():
    earlier = Rated(level=1, note="see wiki", evidence=EVIDENCE)
    pack = three_questions()
    session, _, _ = a_session(
        4, pack=pack, response=a_response(pack, pairing=earlier, reviews=1)
    )
    session.walk.cursor = 0

    session.run()

    assert session.response.answers["pairing"] == Rated(
        level=4, note="see wiki", evidence=EVIDENCE, at=NOON
    )


def test_leaving_and_ctrl_c_are_told_apart():
    assert a_session(QUIT)[0].run() is Outcome.LEFT
    assert a_session(INTERRUPT)[0].run() is Outcome.INTERRUPTED


def test_ctrl_c_between_two_questions_saves_what_there_is():
    session, _, saved = a_session(3, KeyboardInterrupt)

    outcome = session.run()

    assert outcome is Outcome.INTERRUPTED
    assert saved[-1].answers == {"pairing": Rated(level=3, at=NOON)}


def test_ctrl_c_in_the_middle_of_saving_saves_once_more():
    session, _, saved = a_session(3)

    def save(response):
        saved.append(response)
        if len(saved) == 1:
            raise KeyboardInterrupt

    session.save = save

    assert session.run() is Outcome.INTERRUPTED
    assert [response.decided("pairing") for response in saved] == [True, True]


def test_profile_questions_come_first_and_are_kept_at_once():
    pack = three_questions(profile=(a_profile_question(),))
    session, ui, saved = a_session(1, pack=pack)

    session.run()

    assert asked(ui) == ["Is it regulated?", "How many do pairing?"]
    assert saved[0].profile == {"regulated": "no"}
    assert ui.recorded == ["About your team, 1: No"]


def test_do_not_know_about_the_team_is_the_packs_own_option():
    pack = three_questions(profile=(a_profile_question(),))
    session, ui, _ = a_session(UNKNOWN, pack=pack)

    session.run()

    assert session.response.profile == {"regulated": "unknown"}
    assert SKIP not in ui.steps[0].commands


def test_an_optional_profile_question_may_be_skipped_and_gone_back_to():
    size = a_profile_question("size", values=(1, 2), optional=True)
    pack = three_questions(profile=(size,))
    session, ui, saved = a_session(SKIP, BACK, 1, pack=pack)

    session.run()

    assert asked(ui)[:3] == ["Is it size?", "How many do pairing?", "Is it size?"]
    assert UNKNOWN not in ui.steps[0].commands
    assert saved[-1].profile == {"size": 2}


def test_the_end_of_a_trend_is_a_place_for_a_break():
    session, ui, _ = a_session(1, 1, 1)

    session.run()

    assert ui.said == ["Trend 1 of 2 done (Ai). Good place for a break: q saves."]


def test_the_last_stop_is_no_place_for_a_break_even_if_one_was_skipped_before():
    session, ui, _ = a_session(SKIP, 1, 1)

    session.run()

    assert ui.said == []
    assert len(ui.menus) == 1


def test_changing_an_answer_does_not_end_a_trend_again():
    session, ui, _ = a_session(1, 1, BACK, 2)

    session.run()

    assert len(ui.said) == 1


def test_a_trend_may_be_asked_alone():
    pack = three_questions()
    session, ui, _ = a_session(3, FINISH, pack=pack, trend=pack.trends[1])

    outcome = session.run()

    assert asked(ui) == ["How many do roles?"]
    assert outcome is Outcome.FINISHED


def test_a_quick_response_is_asked_the_quick_questions():
    questions = (a_question("a", quick=True), a_question("b"))
    pack = a_pack(a_capability(questions=questions))
    session, ui, _ = a_session(pack=pack, response=a_response(pack, form=Form.QUICK))

    session.run()

    assert (ui.steps[0].place.count, ui.steps[0].place.total) == (1, 1)


def test_a_jump_goes_on_from_there():
    session, ui, _ = a_session(GoTo(3), BACK, 2)

    session.run()

    assert [step.place.number for step in ui.steps] == [1, 3, 2, 3]
    assert session.response.decided("reviews")


@pytest.mark.parametrize("number", [0, 4])
def test_a_number_that_does_not_exist_is_said_once(number):
    session, ui, _ = a_session(GoTo(number), SKIP)

    session.run()

    assert [step.place.number for step in ui.steps] == [1, 1, 2]
    assert [step.notice for step in ui.steps] == [
        "",
        f"There is no question {number}: they are numbered 1 to 3.",
        "",
    ]


def test_any_question_can_be_picked_from_a_list_with_its_answer():
    pack = three_questions(profile=(a_profile_question(),))
    response = a_response(pack, profile={"regulated": "no"}, pairing=1)
    session, ui, _ = a_session(
        GO_TO, "people", GO_TO, "About", pack=pack, response=response
    )

    session.run()

    assert ui.menus[0].labels == (
        "ai: How many do pairing? (level 1, Level 1)",
        "ai: How many do reviews? (open)",
        "people: How many do roles? (open)",
        "About your team: Is it regulated? (No)",
    )
    assert asked(ui) == [
        "How many do reviews?",
        "How many do roles?",
        "Is it regulated?",
    ]


def test_the_list_of_questions_may_be_left():
    session, ui, _ = a_session(SKIP, GO_TO, None)

    session.run()

    assert asked(ui)[1:] == ["How many do reviews?"] * 2


def test_a_question_in_the_profile_that_is_open_is_listed_as_open():
    pack = three_questions(profile=(a_profile_question(),))
    session, ui, _ = a_session(GO_TO, pack=pack)

    session.run()

    assert ui.menus[0].labels[-1] == "About your team: Is it regulated? (open)"


def test_ctrl_c_in_a_menu_is_a_way_out_as_well():
    session, _, saved = a_session(3, REVIEW, KeyboardInterrupt)

    assert session.run() is Outcome.INTERRUPTED
    assert saved[-1] == session.response


def test_the_time_left_is_told_after_the_fifth_answer():
    pack = a_pack(*(a_capability(f"c{n}") for n in range(8)))
    session, ui, _ = a_session(1, 1, 1, 1, 1, 1, pack=pack, now=a_clock(seconds=45))

    session.run()

    minutes = [step.place.minutes_left for step in ui.steps]
    assert minutes == [None, None, None, None, None, 3, 2]


class SlowPerson(Script):
    """Answers a question in a minute, and takes a break for everything else."""

    def __init__(self, *deeds):
        super().__init__(*deeds)
        self.time = NOON

    def now(self):
        return self.time

    def ask(self, step):
        self.time += timedelta(minutes=11 if step.first else 1)
        return super().ask(step)

    def pick(self, menu):
        self.time += timedelta(minutes=11)
        return super().pick(menu)


@pytest.mark.parametrize("besides", [(), (REVIEW, None)])
def test_what_is_no_answer_does_not_change_the_pace(besides):
    profile = (a_profile_question(),)
    pack = a_pack(*(a_capability(f"c{n}") for n in range(8)), profile=profile)
    ui = SlowPerson(0, *besides, 1, 1, 1, 1, 1)
    session, _, _ = a_session(pack=pack, now=ui.now)
    session.ui = ui

    session.run()

    assert ui.steps[-2].place.minutes_left is None
    assert ui.steps[-1].place.minutes_left == 3


def test_what_was_said_before_the_first_question_does_not_change_the_pace():
    pack = a_pack(*(a_capability(f"c{n}") for n in range(8)))
    ui = SlowPerson(1, 1, 1, 1, 1)
    session, _, _ = a_session(pack=pack, now=ui.now)
    session.ui = ui
    ui.time += timedelta(minutes=11)

    session.run()

    assert ui.steps[-1].place.minutes_left == 3


def test_what_only_some_questions_ask_can_be_asked_alone():
    pack = three_questions()
    response = a_response(pack, pairing=Unknown(at=NOON), reviews=2)
    session, ui, _ = a_session(
        2, pack=pack, response=response, only=Only.UNKNOWN, now=a_clock()
    )

    session.run()

    assert asked(ui) == ["How many do pairing?"]
    assert (ui.steps[0].place.done, ui.steps[0].place.total) == (0, 1)
    assert session.response.answers["pairing"].level == 2


def test_looking_again_at_one_question_of_a_trend_is_no_place_for_a_break():
    pack = three_questions()
    unknown = Unknown(at=NOON)
    response = a_response(pack, pairing=unknown, reviews=unknown, roles=unknown)
    session, ui, _ = a_session(
        1, 1, pack=pack, response=response, only=Only.UNKNOWN, now=a_clock()
    )

    session.run()

    assert len(ui.said) == 1
    assert asked(ui)[-1] == "How many do roles?"


def test_there_may_be_nothing_to_ask():
    session, ui, _ = a_session(FINISH, only=Only.STALE)

    assert session.run() is Outcome.FINISHED
    assert ui.steps == []
    assert ui.menus[0].tallies == ()
