"""Whatever a person does, nothing that was acknowledged is lost."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from readiness.interview.review import FINISH, FINISH_OPEN, LEAVE
from readiness.interview.steps import Choose, GoTo, Only
from readiness.pack.rule import RuleKind
from readiness.responses import Evidence, Noted, Rated, Unknown
from readiness.store.wire import decode, encode
from tests.builders import (
    DOES_NOT_APPLY,
    NOON,
    a_capability,
    a_pack,
    a_response,
    a_rule,
    a_trend,
)
from tests.interview.scripted import (
    CONFIRM,
    EVIDENCE,
    INTERRUPT,
    NOTE,
    QUIT,
    a_clock,
    a_profile_question,
    a_session,
    previously,
)

IDS = ("a", "b", "c", "d", "e")
PACK = a_pack(
    a_trend("ai", a_capability("a"), a_capability("b")),
    a_trend("people", a_capability("c"), a_capability("d"), a_capability("e")),
    profile=(
        a_profile_question(),
        a_profile_question("size", values=(1, 2), optional=True),
    ),
    rules=(a_rule(condition="a >= 3 and c < 2", kind=RuleKind.CONSISTENCY),),
)
ENDS = {FINISH, FINISH_OPEN, LEAVE}
TEXTS = ("", "one", "two", "\x1b[31mthree\n", "x" * 1990, "y" * 2001, None)

answers = st.sampled_from(
    [
        None,
        Rated(level=4),
        Rated(level=1, note="see wiki", at=NOON - timedelta(days=200)),
        Unknown(at=NOON - timedelta(days=1)),
        DOES_NOT_APPLY,
        Noted(note="ask Jon", evidence=(Evidence(text="wiki/page"),)),
    ]
)
earlier = st.sampled_from(
    [
        None,
        previously(Rated(level=2, note="n" * 1999)),
        previously(Unknown(), days_ago=200),
        previously(DOES_NOT_APPLY),
        previously(3, is_changed=True),
    ]
)


def per_question(values):
    """Draw a value for some of the questions, by id."""
    drawn = st.tuples(*(values for _ in IDS))
    return drawn.map(
        lambda found: {
            id_: value
            for id_, value in zip(IDS, found, strict=True)
            if value is not None
        }
    )


class Whim:
    """Does anything that is possible, as the numbers say, and quits after the last.

    With ``spared`` numbers left comes a Ctrl-C, wherever that is. Menus are seldom left
    for good, or most sittings would be over after four deeds.
    """

    def __init__(self, numbers, spared, check, fond_of=()):
        self.numbers = list(numbers)
        self.fond_of = fond_of
        self.spared = spared
        self.check = check
        self.acts = []
        self.recorded = []

    def ask(self, step):
        self.check(step)
        commands = sorted(step.commands - {QUIT, INTERRUPT})
        jumps = [GoTo(number) for number in (0, 1, 4, 99)]
        levels = [Choose(index) for index in range(len(step.options))]
        fond = [command for command in commands if command in self.fond_of] * 9
        action = self._choose([*levels, *commands * 2, *jumps, *fond], QUIT)
        self.acts.append((action, step))
        return action

    def ask_text(self, field):
        if field.excess:
            return field.current[: -field.excess]
        return self._choose(TEXTS, None)

    def pick(self, menu):
        self.check(None)
        places = range(len(menu.labels))
        staying = [n for n in places if menu.labels[n] not in ENDS]
        return self._choose([*staying * 9, *places, None], None)

    def record(self, line):
        self.recorded.append(line)

    def say(self, line):
        assert line

    def _choose(self, options, otherwise):
        if not self.numbers:
            return otherwise
        if len(self.numbers) == self.spared:
            raise KeyboardInterrupt
        return options[self.numbers.pop() % len(options)]


class Diary:
    """Every state of the response that was saved, and what must hold of each."""

    def __init__(self, begun):
        self.states = [begun]

    def save(self, response):
        assert decode(encode(response), "answers.json") == response
        self.states.append(response)

    def changes(self):
        """Yield question, earlier and later answer for every change."""
        for before, after in zip(self.states, self.states[1:], strict=False):
            for id_ in before.answers.keys() | after.answers.keys():
                was = before.answers.get(id_, Noted())
                now = after.answers.get(id_)
                assert now is not None, "an answer has gone"
                if was != now:
                    yield id_, was, now


def sit(deeds, response, previous, only, fond_of=()):
    diary = Diary(response)

    def check(step):
        assert diary.states[-1] == session.response
        assert 0 <= session.walk.cursor <= len(session.agenda.items)
        if step is not None:
            assert step.place.done <= step.place.total

    numbers, spared = deeds
    ui = Whim(numbers, spared, check, fond_of)
    session, _, _ = a_session(
        pack=PACK, response=response, previous=previous, only=only, now=a_clock()
    )
    session.ui, session.save = ui, diary.save
    session.run()
    return session, ui, diary


def sittings(test):
    """Give the test sittings of every kind: each takes some 20 ms."""
    given_sittings = given(
        deeds=st.tuples(
            st.lists(st.integers(0, 1000), min_size=25, max_size=60),
            st.none() | st.integers(1, 24),
        ),
        drawn=per_question(answers),
        previous=per_question(earlier),
        only=st.none() | st.sampled_from(Only),
    )
    return settings(max_examples=60)(given_sittings(test))


@sittings
def test_what_is_saved_is_what_there_is(deeds, drawn, previous, only):
    session, _, diary = sit(deeds, a_response(PACK, **drawn), previous, only)

    assert diary.states[-1] == session.response


@sittings
def test_no_answer_is_taken_back_and_no_time_runs_backwards(
    deeds, drawn, previous, only
):
    _, _, diary = sit(deeds, a_response(PACK, **drawn), previous, only)

    for _, was, now in diary.changes():
        assert isinstance(was, Noted) or not isinstance(now, Noted)
        assert was.at is None or (now.at is not None and now.at >= was.at)


@sittings
def test_one_act_changes_one_answer(deeds, drawn, previous, only):
    _, _, diary = sit(deeds, a_response(PACK, **drawn), previous, only)

    for before, after in zip(diary.states, diary.states[1:], strict=False):
        assert before.profile.keys() <= after.profile.keys()
        ids = before.answers.keys() | after.answers.keys()
        changed = [i for i in ids if before.answers.get(i) != after.answers.get(i)]
        assert len(changed) <= 1


@sittings
def test_notes_and_evidence_outlive_everything_but_their_own_command(
    deeds, drawn, previous, only
):
    writer = {NOTE, EVIDENCE}
    _, ui, diary = sit(deeds, a_response(PACK, **drawn), previous, only, writer)
    edits = sum(action in writer for action, _ in ui.acts)

    lost = 0
    for _, was, now in diary.changes():
        lost += not set(was.evidence) <= set(now.evidence)
        lost += not now.note.startswith(was.note)

    assert lost <= edits


@sittings
def test_every_decision_is_acknowledged_once(deeds, drawn, previous, only):
    _, ui, diary = sit(deeds, a_response(PACK, **drawn), previous, only)

    decided = sum(
        type(was) is not type(now) or was.at != now.at
        for _, was, now in diary.changes()
        if not isinstance(now, Noted)
    )
    lines = [line for line in ui.recorded if not line.startswith("About your team")]
    assert len(lines) == decided


@sittings
def test_a_confirmed_answer_is_the_previous_one_with_a_new_date(
    deeds, drawn, previous, only
):
    _, ui, diary = sit(deeds, a_response(PACK, **drawn), previous, only, {CONFIRM})
    by_text = {question.text: question.id for question in PACK.questions()}
    confirmed = [by_text[step.text] for action, step in ui.acts if action == CONFIRM]

    for id_ in confirmed:
        before = previous[id_]
        assert any(
            changed == id_
            and type(now) is type(before.answer)
            and getattr(now, "level", None) == getattr(before.answer, "level", None)
            and getattr(now, "reason", None) == getattr(before.answer, "reason", None)
            and now.at is not None
            and now.at >= NOON
            for changed, _, now in diary.changes()
        )
        assert not before.is_changed
