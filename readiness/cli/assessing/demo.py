"""An interview about the sample team, for the curious; it keeps nothing."""

from typing import TYPE_CHECKING

from readiness.cli.assessing.sitting import print_command
from readiness.responses import Form

if TYPE_CHECKING:
    from readiness.interview.session import Outcome
    from readiness.interview.steps import UserInterface
    from readiness.pack.model import Pack, Trend
    from readiness.responses import Response


def try_out(
    ui: "UserInterface", pack_id: str | None, trend_id: str | None, *, quick: bool
) -> "Outcome":
    """Let somebody answer the last questions of the sample team; keep nothing."""
    from readiness.cli.assessed import find_trend
    from readiness.cli.sample import sample_response
    from readiness.cli.workspace import now
    from readiness.interview.session import DEMO, Outcome, Session
    from readiness.interview.welcome import welcome

    pack, sample = sample_response(pack_id)
    trend = find_trend(pack, trend_id) if trend_id else None
    session = Session(
        pack=pack,
        response=_unfinished(sample, trend or pack.trends[0], quick=quick),
        ui=ui,
        save=lambda _: None,
        now=now,
        trend=trend,
        fate=DEMO,
    )
    welcome(session, f"DEMO, {sample.team.name}")
    outcome = session.run()
    if outcome is Outcome.FINISHED:
        _show_result(session.pack, session.response)
    print_command("DEMO: nothing was kept. Yours:", ["assess", "--quick"], {})
    return outcome


def _unfinished(sample: "Response", trend: "Trend", *, quick: bool) -> "Response":
    """Take back the answers to the quick questions of one trend."""
    asked = (q for capability in trend.capabilities for q in capability.questions)
    taken = {question.id for question in asked if question.quick}
    answers = {id_: a for id_, a in sample.answers.items() if id_ not in taken}
    form = Form.QUICK if quick else Form.FULL
    return sample.model_copy(update={"answers": answers, "form": form})


def _show_result(pack: "Pack", response: "Response") -> None:
    from readiness.cli.assessed import Assessed
    from readiness.cli.screen import find_screen, show_headline
    from readiness.scoring.results import evaluate

    made = Assessed(results=evaluate(pack, [response]), is_demo=True).report()
    show_headline(made, find_screen())
