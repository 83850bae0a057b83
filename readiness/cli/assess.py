"""``readiness assess``: ask the questions; every answer is kept at once."""

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli import completing
from readiness.cli.assessing.sitting import print_command, typed
from readiness.cli.everywhere import check_pack
from readiness.cli.options import (
    DataDirOption,
    PeriodOption,
    RespondentOption,
    RoleOption,
    TeamOption,
)
from readiness.errors import ExitCode
from readiness.interview.steps import Only, Style

if TYPE_CHECKING:
    from readiness.cli.assessing.beginning import Wanted
    from readiness.cli.assessing.first_run import Names
    from readiness.cli.workspace import Workspace
    from readiness.interview.session import Outcome, Session
    from readiness.interview.steps import UserInterface

_NOTHING = "Nothing was answered. Begin again with:"
_PLACES = ("--team", "--data-dir", "--config")
_PARTS = ("--trend", "--only")
_REPEATED = (*_PLACES, "--period", "--as", *_PARTS, "--ui")


def assess(
    context: typer.Context,
    *,
    quick: Annotated[
        bool, typer.Option("--quick", help="Ask the most telling questions only.")
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Ask all questions, also after a quick look.")
    ] = False,
    trend: Annotated[
        str | None,
        typer.Option(
            "--trend",
            metavar="ID",
            autocompletion=completing.trend_ids,
            help="Ask this trend only.",
        ),
    ] = None,
    only: Annotated[
        Only | None,
        typer.Option("--only", help="Ask only what is open, unknown or stale."),
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
            callback=check_pack,
            metavar="ID",
            autocompletion=completing.pack_ids,
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
    from readiness.cli.assessing.beginning import Wanted
    from readiness.cli.assessing.first_run import Names
    from readiness.interview.terminal import choose_interface, leave_on_signals

    interface = choose_interface(ui, sys.stdin, sys.stdout)
    leave_on_signals()
    wanted = Wanted(
        quick=quick,
        full=full,
        trend=trend,
        only=only,
        pack=pack,
        is_pack_typed=bool(typed(context, "--pack")),
        role=role,
    )
    if demo:
        from readiness.cli.assessing.demo import try_out

        return _exit_code(try_out(interface, pack, trend, quick=quick))
    names = Names(
        team=team,
        period=period,
        data_dir=data_dir,
        respondent=respondent,
        again=typed(context, *_REPEATED),
    )
    return _exit_code(_ask(interface, names, wanted))


def _ask(ui: "UserInterface", names: "Names", wanted: "Wanted") -> "Outcome":
    """Find out whose answers these are, ask, and say what to type next."""
    from readiness.cli.assessing.first_run import ask_names
    from readiness.cli.workspace import find_workspace
    from readiness.interview.session import Outcome

    known = ask_names(ui, names) if _is_asked() else names
    if known is None:
        print_command(_NOTHING, ["assess", *_quickly(wanted)], names.again)
        return Outcome.LEFT
    workspace = find_workspace(
        team=known.team,
        period=known.period,
        data_dir=known.data_dir,
        respondent=known.respondent,
    )
    store, who = workspace.store, workspace.respondent
    with store.lock(workspace.team.id, workspace.period, who):
        session, outcome = _sit(ui, workspace, wanted, known)
    if not session.agenda.questions:
        return outcome
    if outcome is Outcome.FINISHED and session.response.answers:
        _close(workspace, session, known.again)
    else:
        _say_how_to_go_on(session, wanted, known.again)
    return outcome


def _sit(
    ui: "UserInterface", workspace: "Workspace", wanted: "Wanted", names: "Names"
) -> "tuple[Session, Outcome]":
    """Welcome the person and ask until they finish or leave."""
    from readiness.cli.assessing.beginning import begin, is_empty, with_chosen_form
    from readiness.interview.session import Outcome
    from readiness.interview.terminal import without_pauses
    from readiness.interview.welcome import welcome

    session = begin(ui, workspace, wanted)
    if not session.agenda.questions and wanted.only is not None:
        ui.say(f"Nothing is {wanted.only}: there is no question to ask.")
        return session, Outcome.LEFT
    workspace.store.archive(session.pack)
    if names.is_new:
        workspace.store.save(session.response)  # who has named the team is known
    welcome(session, _whose(workspace, names))
    if is_empty(session.response) and wanted.leaves_the_form_open and _is_asked():
        chosen = with_chosen_form(session)
        if chosen is None:
            return session, Outcome.LEFT
        session = chosen
    with without_pauses():
        return session, session.run()


def _close(
    workspace: "Workspace", session: "Session", again: Mapping[str, object]
) -> None:
    """Show the result in short, and what to do with it."""
    _show_result(workspace)
    asked = session.response.asked(session.pack)
    still = sum(not session.response.decided(question.id) for question in asked)
    if still:
        rest = {name: value for name, value in again.items() if name not in _PARTS}
        print_command(f"Still open: {still}. Go on with:", ["assess"], rest)
    elif session.response.form == "quick":
        more = sum(not question.quick for question in session.pack.questions())
        why = f"{more} more questions make it a full picture; your answers stay:"
        print_command(why, ["assess"], again)
    of, where = _place(again)
    print_command("All of it:", ["report", *of], where)
    print_command("Next:", ["plan", *of, "-o", "plan.md"], where)


def _show_result(workspace: "Workspace") -> None:
    """Print the ten-second summary of all answers to this team and period."""
    from readiness.cli.assessed import assessed
    from readiness.cli.screen import find_screen, show_headline

    show_headline(assessed(workspace).report(), find_screen())


def _whose(workspace: "Workspace", names: "Names") -> str:
    """Say whose answers these are; who has not just said so may want another team."""
    is_said = names.is_new or "--team" in names.again
    hint = "" if is_said else " (--team NAME names another team)"
    return (
        f"{workspace.team.name}, {workspace.period}, by {workspace.respondent}{hint}."
    )


def _say_how_to_go_on(
    session: "Session", wanted: "Wanted", again: Mapping[str, object]
) -> None:
    """Print the command that goes on where the person has left."""
    from readiness.cli.assessing.beginning import is_empty

    if is_empty(session.response):
        print_command(_NOTHING, ["assess", *_quickly(wanted)], again)
    elif session.agenda.open_questions(session.response):
        print_command("Saved. Continue with:", ["assess"], again)
    else:
        of, where = _place(again)
        why = "Saved, and nothing is open. See the result with:"
        print_command(why, ["report", *of], where)


def _place(again: Mapping[str, object]) -> tuple[list[str], dict[str, object]]:
    """Return the period to name, and the options that lead to the answers."""
    of = [str(again["--period"])] if "--period" in again else []
    return of, {name: again[name] for name in _PLACES if name in again}


def _quickly(wanted: "Wanted") -> list[str]:
    return ["--quick"] if wanted.quick else []


def _is_asked() -> bool:
    """Return whether somebody sits there who can say more than the options do."""
    return sys.stdin.isatty()


def _exit_code(outcome: "Outcome") -> int:
    return ExitCode.INTERRUPTED if outcome == "interrupted" else ExitCode.OK
