"""``readiness assess``: ask the questions; every answer is kept at once."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.options import (
    DataDirOption,
    PeriodOption,
    RespondentOption,
    RoleOption,
    TeamOption,
)
from readiness.cli.sitting import print_command, sit
from readiness.errors import ExitCode, UsageError
from readiness.interview.steps import Style

if TYPE_CHECKING:
    from readiness.cli.workspace import Workspace
    from readiness.interview.session import Outcome, Session
    from readiness.interview.steps import UserInterface
    from readiness.pack.model import Pack
    from readiness.responses import Response


def assess(
    *,
    quick: Annotated[
        bool, typer.Option("--quick", help="Ask the most telling questions only.")
    ] = False,
    trend: Annotated[
        str | None, typer.Option("--trend", metavar="ID", help="Ask this trend only.")
    ] = None,
    team: TeamOption = None,
    period: PeriodOption = None,
    respondent: RespondentOption = None,
    role: RoleOption = None,
    data_dir: DataDirOption = None,
    pack: Annotated[
        str | None,
        typer.Option(
            "--pack",
            envvar="READINESS_PACK",
            show_envvar=False,
            metavar="ID",
            help="The question pack. Default: that of the answers there are.",
        ),
    ] = None,
    ui: Annotated[
        Style,
        typer.Option(
            "--ui",
            envvar="READINESS_UI",
            show_envvar=False,
            help="Pages, or plain lines for screen readers and pipes.",
        ),
    ] = Style.AUTO,
    demo: Annotated[
        bool, typer.Option("--demo", help="Try the interview; it keeps nothing.")
    ] = False,
) -> int:
    """Ask the questions; every answer is kept at once, and you can leave any time."""
    from readiness.cli.workspace import find_workspace
    from readiness.interview.session import Outcome
    from readiness.interview.terminal import choose_interface, leave_on_signals

    interface = choose_interface(ui, sys.stdin, sys.stdout)
    leave_on_signals()
    if demo:
        from readiness.cli.demo import try_out

        return _exit_code(try_out(interface, pack, trend, quick=quick))
    workspace = find_workspace(
        team=team, period=period, data_dir=data_dir, respondent=respondent
    )
    store, who = workspace.store, workspace.respondent
    with store.lock(workspace.team.id, workspace.period, who):
        session = _begin(interface, workspace, pack, role, trend, quick=quick)
        store.archive(session.pack)
        outcome = sit(session, _whose(workspace))
    where = {"--team": team, "--data-dir": data_dir}
    again = {
        **where,
        "--period": period,
        "--as": respondent,
        "--trend": trend,
        "--ui": None if ui is Style.AUTO else ui,
    }
    quickly = ["--quick"] if session.response.form == "quick" else []
    if outcome is Outcome.FINISHED:
        show_result(workspace)
        if quickly:
            _offer_the_rest(session, again)
        of = [period] if period else []
        print_command("Next:", ["plan", *of, "-o", "plan.md"], where)
    else:
        print_command(_how_left(session), ["assess", *quickly], again)
    return _exit_code(outcome)


def _whose(workspace: "Workspace") -> str:
    return (
        f"{workspace.team.name}, {workspace.period}, by {workspace.respondent}"
        " (--team NAME names another team)."
    )


def show_result(workspace: "Workspace") -> None:
    """Print the ten-second summary of all answers to this team and period."""
    from readiness.cli.assessed import assessed
    from readiness.cli.screen import find_screen, show_headline

    show_headline(assessed(workspace).report(), find_screen())


def _how_left(session: "Session") -> str:
    if session.response.answers or session.response.profile:
        return "Saved. Continue with:"
    return "Nothing was answered. Begin again with:"


def _offer_the_rest(session: "Session", again: Mapping[str, object]) -> None:
    more = sum(not question.quick for question in session.pack.questions())
    why = f"{more} more questions make it a full picture; your answers stay:"
    print_command(why, ["assess"], again)


def _begin(
    interface: "UserInterface",
    workspace: "Workspace",
    pack_id: str | None,
    role: str | None,
    trend: str | None,
    *,
    quick: bool,
) -> "Session":
    """Return a sitting that goes on with the answers there are, or begins anew."""
    from readiness.cli.assessed import find_trend
    from readiness.cli.keeping import find_or_begin, find_response, usable_role
    from readiness.cli.workspace import now
    from readiness.interview.session import Session
    from readiness.pack.catalog import DEFAULT_PACK, find_pack
    from readiness.responses import Form

    role = usable_role(role)
    earlier = find_response(workspace)
    if earlier is None:
        pack = find_pack(pack_id or DEFAULT_PACK)
        form = Form.QUICK if quick else Form.FULL
        response = find_or_begin(workspace, pack, form=form, role=role)
    else:
        pack = workspace.store.pack_of(earlier)
        _check_pack(pack, pack_id)
        response = _with_form(interface, earlier, quick=quick)
        if role:
            response = response.model_copy(update={"role": role})
    return Session(
        pack=pack,
        response=response,
        ui=interface,
        save=workspace.store.save,
        now=now,
        trend=find_trend(pack, trend) if trend else None,
    )


def _check_pack(pack: "Pack", pack_id: str | None) -> None:
    if pack_id not in {None, pack.id}:
        raise UsageError(
            f"the answers there are were given to the pack {pack.id}, not {pack_id}",
            tries=("leave out --pack", "readiness assess --as ANOTHER-NAME"),
        )


def _with_form(
    interface: "UserInterface", response: "Response", *, quick: bool
) -> "Response":
    """Let a quick response grow into a full one; a full one stays full."""
    from readiness.responses import Form

    if response.form is Form.QUICK and not quick:
        interface.say("All questions are asked now; the quick answers are kept.")
        return response.model_copy(update={"form": Form.FULL})
    if response.form is Form.FULL and quick:
        interface.say("This is a full assessment already: all questions are asked.")
    return response


def _exit_code(outcome: "Outcome") -> int:
    return ExitCode.INTERRUPTED if outcome == "interrupted" else ExitCode.OK
