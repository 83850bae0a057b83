import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.interview.session import (
    ANSWER_NOW,
    FINISH,
    FINISH_OPEN,
    LEAVE,
    LOOK_AGAIN,
    Outcome,
)
from readiness.responses import (
    Form,
    NotApplicable,
    Rated,
    Unknown,
)
from tests.builders import NOON, a_capability, a_pack, a_question, a_response
from tests.interview.scripted import (
    BACK,
    INTERRUPT,
    NA,
    QUIT,
    SKIP,
    UNKNOWN,
    Script,
    a_profile_question,
    a_session,
    three_questions,
)


def asked(ui):
    return [step.text for step in ui.steps]


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
    session, ui, _ = a_session(UNKNOWN, NA, "no reviews here", 4)

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


def test_a_changed_answer_keeps_its_note_and_evidence():
    earlier = Rated(level=1, note="see wiki", evidence=("wiki/page",))
    pack = three_questions()
    session, _, _ = a_session(
        4, pack=pack, response=a_response(pack, pairing=earlier, reviews=1)
    )
    session.cursor = 0

    session.run()

    assert session.response.answers["pairing"] == Rated(
        level=4, note="see wiki", evidence=("wiki/page",), at=NOON
    )


def test_leaving_and_ctrl_c_are_told_apart():
    assert a_session(QUIT)[0].run() is Outcome.LEFT
    assert a_session(INTERRUPT)[0].run() is Outcome.INTERRUPTED


def test_ctrl_c_between_two_questions_saves_what_there_is():
    session, _, saved = a_session(3, KeyboardInterrupt)

    outcome = session.run()

    assert outcome is Outcome.INTERRUPTED
    assert saved[-1].answers == {"pairing": Rated(level=3, at=NOON)}


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

    assert ui.said[0] == "Trend 1 of 2 done (Ai). Good place for a break: q saves."
    assert ui.said[1].startswith("3 of 3 answered with a level")


def test_the_last_stop_is_no_place_for_a_break_even_if_one_was_skipped_before():
    session, ui, _ = a_session(SKIP, 1, 1)

    session.run()

    assert ui.said == []
    assert len(ui.picked) == 1


def test_changing_an_answer_does_not_end_a_trend_again():
    session, ui, _ = a_session(1, 1, BACK, 2)

    session.run()

    assert len(ui.said) == 1


def test_open_questions_may_be_answered_at_the_end():
    session, ui, _ = a_session(1, SKIP, 1, 0, 4)

    outcome = session.run()

    assert ui.picked == [
        ("Not answered yet: 1 of 3.", (ANSWER_NOW, FINISH_OPEN, LEAVE))
    ]
    assert outcome is Outcome.FINISHED
    assert session.response.answers["reviews"] == Rated(level=4, at=NOON)


@pytest.mark.parametrize(
    ("choice", "outcome"),
    [(1, Outcome.FINISHED), (2, Outcome.LEFT), (None, Outcome.LEFT)],
)
def test_finishing_with_open_questions_is_possible(choice, outcome):
    session, ui, _ = a_session(SKIP, SKIP, SKIP, choice)

    assert session.run() is outcome
    assert bool(ui.said) == (outcome is Outcome.FINISHED)


def test_the_summary_counts_every_kind_of_answer():
    session, ui, _ = a_session(2, UNKNOWN, SKIP, 1)

    session.run()

    assert ui.said[-1] == (
        "1 of 3 answered with a level, 1 don't know, 0 not applicable, 1 open."
    )


@pytest.mark.parametrize(
    ("choice", "outcome"),
    [(0, Outcome.FINISHED), (2, Outcome.LEFT), (None, Outcome.LEFT)],
)
def test_who_comes_back_to_a_finished_interview_is_asked_what_to_do(choice, outcome):
    pack = three_questions()
    done = a_response(pack, pairing=1, reviews=2, roles=3)
    session, ui, _ = a_session(choice, pack=pack, response=done)

    assert session.run() is outcome
    assert ui.picked == [
        ("All 3 questions have an answer.", (FINISH, LOOK_AGAIN, LEAVE))
    ]


def test_a_finished_interview_may_be_walked_through_again():
    pack = three_questions(profile=(a_profile_question(),))
    done = a_response(pack, profile={"regulated": "no"}, pairing=1, reviews=2, roles=3)
    session, ui, _ = a_session(1, SKIP, SKIP, SKIP, pack=pack, response=done)

    outcome = session.run()

    assert [step.chosen for step in ui.steps] == [1, 2, 3]
    assert outcome is Outcome.FINISHED


def test_a_trend_may_be_asked_alone():
    pack = three_questions()
    session, ui, _ = a_session(3, pack=pack, trend=pack.trends[1])

    outcome = session.run()

    assert asked(ui) == ["How many do roles?"]
    assert outcome is Outcome.FINISHED


def test_a_quick_response_is_asked_the_quick_questions():
    questions = (a_question("a", quick=True), a_question("b"))
    pack = a_pack(a_capability(questions=questions))
    session, ui, _ = a_session(pack=pack, response=a_response(pack, form=Form.QUICK))

    session.run()

    assert (ui.steps[0].place.count, ui.steps[0].place.total) == (1, 1)


class Whim(Script):
    """Does anything that is possible, as the numbers say."""

    def __init__(self, numbers, check):
        super().__init__()
        self.numbers = list(numbers)
        self.check = check

    def next(self, options):
        return options[self.numbers.pop() % len(options)] if self.numbers else None

    def ask(self, step):
        self.check()
        self.steps.append(step)
        options = [
            *range(len(step.options)),
            *sorted(step.commands - {QUIT, INTERRUPT}),
        ]
        deed = self.next(options)
        self.deeds = [QUIT if deed is None else deed]
        return super().ask(step)

    def text(self):
        return self.next(["", "one", "two", None])

    def choice(self, labels):
        return self.next(range(len(labels)))


@given(numbers=st.lists(st.integers(0, 1000), max_size=60))
def test_nothing_is_lost_whatever_a_person_does(numbers):
    pack = three_questions(
        profile=(a_profile_question(), a_profile_question("size", optional=True))
    )
    session, _, saved = a_session(pack=pack, response=a_response(pack))
    begun = session.response

    def check():
        assert 0 <= session.cursor < len(session.agenda.items)
        assert (saved[-1] if saved else begun) == session.response

    session.ui = Whim(numbers, check)
    session.run()

    for earlier, later in zip([begun, *saved], saved, strict=False):
        assert earlier.profile.keys() <= later.profile.keys()
        assert all(
            later.decided(id_) for id_ in earlier.answers if earlier.decided(id_)
        )
        changed = [
            id_
            for id_, answer in later.answers.items()
            if earlier.answers.get(id_) != answer
        ]
        assert len(changed) <= 1
