"""The sample team's interview: a try that keeps nothing."""

from readiness.pack.catalog import DEFAULT_PACK
from tests.cli.assessing import PACK, a_window

OPEN = [q for c in PACK.trends[0].capabilities for q in c.questions if q.quick]
ALL_AND_FINISH = "1\n" * len(OPEN) + "finish\n\n"


def test_the_demo_asks_the_last_questions_of_the_sample_and_keeps_nothing(store, lines):
    done = lines(ALL_AND_FINISH, "--demo")

    text = done.stdout
    assert done.exit_code == 0
    assert "DEMO: nothing is kept" in text
    assert f"{56 - len(OPEN)} of 56 done, DEMO, not kept." in text
    assert OPEN[0].text in " ".join(text.split())
    assert "Overall  " in text
    assert text.endswith("DEMO: nothing was kept. Yours:\n  readiness assess --quick\n")
    assert store.teams() == ()


def test_the_demo_of_the_quick_form_is_short(lines):
    done = lines(ALL_AND_FINISH, "--demo", "--quick")

    assert f"{16 - len(OPEN)} of 16 done" in done.stdout
    assert "a quick look: 16 of 56 questions" in done.stdout


def test_the_demo_may_be_about_one_trend(lines):
    done = lines("quit\n", "--demo", "--trend", "serverless")

    assert done.exit_code == 0
    assert "Serverless" in done.stdout


def test_only_the_pack_with_a_sample_has_a_demo(lines):
    named = lines("quit\n", "--demo", "--pack", DEFAULT_PACK)
    other = lines("quit\n", "--demo", "--pack", "other")

    assert (named.exit_code, other.exit_code) == (0, 4)


def test_the_demo_may_be_left_with_ctrl_c():
    window = a_window("--demo").wait("DEMO").send("\x03").wait("nothing was kept")

    assert window.leave() == 130


def test_who_needs_sentences_gets_them_at_the_end_too(lines, monkeypatch):
    monkeypatch.setenv("READINESS_ACCESSIBLE", "1")

    done = lines(ALL_AND_FINISH, "--demo")

    assert "\nOverall: " in done.stdout
