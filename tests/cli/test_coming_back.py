"""Next quarter the answers of last time are there to be confirmed."""

from readiness.cli.assessing.coming_back import find_earlier
from readiness.cli.workspace import Workspace
from readiness.interview.previous import gather
from readiness.period import Period
from readiness.responses import Rated
from tests.builders import a_pack, a_response
from tests.interview.scripted import Script, three_questions

PACK = three_questions()
NOW = Period(2026, 4)


def a_workspace(store, respondent="ana"):
    team = a_response(PACK).team
    return Workspace(store=store, team=team, period=NOW, respondent=respondent)


def keep(store, period, pack=PACK, respondent="ana", **answers):
    response = a_response(pack, respondent=respondent, **answers)
    store.archive(pack)
    store.save(response.model_copy(update={"period": period}))


def levels(store, ui=None, **place):
    earlier = find_earlier(ui or Script(), a_workspace(store, **place))
    found = gather(PACK, earlier)
    return {
        id_: (str(before.period), before.answer.level)
        for id_, before in found.items()
        if isinstance(before.answer, Rated)
    }


def test_the_latest_earlier_answer_to_each_question_is_found(store):
    keep(store, "2026-Q2", pairing=1, reviews=1)
    keep(store, "2026-Q3", pairing=2)
    keep(store, "2026-Q4", pairing=4)

    assert levels(store) == {"pairing": ("2026-Q3", 2), "reviews": ("2026-Q2", 1)}


def test_answers_of_a_later_period_and_of_others_are_not_previous(store):
    keep(store, "2027-Q1", pairing=1)
    keep(store, "2026-Q3", respondent="jon", pairing=3)

    assert levels(store) == {}


def test_what_is_older_than_four_rounds_is_left_out(store):
    keep(store, "2025-Q2", pairing=0)
    for period in ("2025-Q4", "2026-Q1", "2026-Q2", "2026-Q3"):
        keep(store, period, roles=2)

    assert levels(store) == {"roles": ("2026-Q3", 2)}


def test_a_damaged_file_of_last_time_is_named_and_keeps_nobody_from_answering(store):
    keep(store, "2026-Q2", pairing=1)
    keep(store, "2026-Q3", pairing=2)
    store.path_of(a_response().team.id, "2026-Q3", "ana").write_text("{", "utf-8")
    ui = Script()

    found = levels(store, ui)

    assert found == {"pairing": ("2026-Q2", 1)}
    (said,) = ui.said
    assert said.startswith("The answers of 2026-Q3 are not shown: ")


def test_answers_whose_pack_is_missing_are_named_too(store):
    keep(store, "2026-Q3", pack=a_pack(), pairing=2)
    for path in (store.root / "packs").iterdir():
        path.unlink()
    ui = Script()

    assert levels(store, ui) == {}
    assert "the pack of these answers is not there" in ui.said[0]
