"""The values that a shell offers after Tab.

Whoever presses Tab waits for words and can read no message: what cannot be found is
not offered. The words are ids; what a person or a pack wrote is shown beside them
only, and without any sign that a shell could take for its own.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr, suppress
from io import StringIO
from types import TracebackType
from typing import TYPE_CHECKING, Any

import typer

from readiness.environment import is_set
from readiness.errors import ExitCode, ReadinessError

if TYPE_CHECKING:
    from readiness.cli.workspace import Workspace
    from readiness.pack.model import Pack

VARIABLE = "_READINESS_COMPLETE"  #: set by the scripts of the shells
HINT_LIMIT = 60  #: characters of what is shown beside a word

Words = list[tuple[str, str]]  #: what can be typed, and what is shown beside it

# zsh evaluates a hint twice: an escaped "$(...)" in one would run
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"  # which no shell knows
_UNSAFE = re.compile(rf"[^\w .,?!%/+{_APOSTROPHE}-]+")


def is_asked() -> bool:
    """Return whether it is a shell that runs the program, to complete a line."""
    wanted = os.environ.get(VARIABLE, "").startswith("complete_")
    return wanted and not is_set("READINESS_DEBUG")


class Silence:
    """A context in which nothing is said of failures; to a shell they offer nothing."""

    def __enter__(self) -> None:
        """Let nothing but the words for the shell out of the program."""
        self._stderr = redirect_stderr(StringIO())
        self._stderr.__enter__()
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Turn every failure, Ctrl-C too, into an exit code."""
        self._stderr.__exit__(kind, failure, trace)
        if not isinstance(failure, SystemExit):
            raise SystemExit(ExitCode.CHECK_FAILED) from failure


def help_words(ctx: typer.Context) -> Words:
    """Offer the topics and commands of `readiness help`."""
    from readiness.topics.catalog import TOPICS, summary_of

    root: Any = ctx.find_root().command
    commands = ((name, command.help) for name, command in root.commands.items())
    return _shown([*((name, summary_of(name)) for name in TOPICS), *commands])


def team_ids(ctx: typer.Context) -> Words:
    """Offer the teams that the line's data folder has."""
    from readiness.cli.workspace import find_data_folder
    from readiness.store.files import FolderStore

    teams = FolderStore(find_data_folder(_given(ctx, "data_dir"))).teams()
    return _shown((team.id, team.name) for team in teams)


def kept_periods(ctx: typer.Context) -> Words:
    """Offer the periods that the line's team has answers for, by name too."""
    workspace = _workspace(ctx)
    there = [str(period) for period in workspace.store.periods(workspace.team.id)]
    words = [(period, "") for period in reversed(there)]
    named = zip(("latest", "previous"), reversed(there), strict=False)
    return _shown([*words, *named])


def periods(ctx: typer.Context) -> Words:
    """Offer what `kept_periods` does, and the quarter of today."""
    from readiness.cli.workspace import this_period

    kept = kept_periods(ctx)
    today = str(this_period())
    return kept if today in dict(kept) else [*kept, (today, "today's quarter")]


def trend_ids(ctx: typer.Context) -> Words:
    """Offer the trends of the pack that the line's answers were given to."""
    return _shown((trend.id, trend.name) for trend in _pack(ctx).trends)


def question_ids(ctx: typer.Context) -> Words:
    """Offer the questions of the pack that the line's answers were given to."""
    return _shown((question.id, question.text) for question in _pack(ctx).questions())


def explained_ids(ctx: typer.Context) -> Words:
    """Offer what `report --explain` can explain, but for the plan's actions."""
    pack = _pack(ctx)
    rules = ((rule.id, rule.name) for rule in pack.rules)
    claims = ((claim.id, claim.claim) for claim in pack.claims)
    return _shown([("overall", "the overall score"), *_parts(pack), *rules, *claims])


def pack_ids() -> Words:
    """Offer the packs that ship with the program."""
    from readiness.pack import catalog

    return [(id_, "") for id_ in catalog.pack_ids()]


def template_names() -> Words:
    """Offer the templates that ship with the program."""
    from readiness.report.own_templates.shipped import SHIPPED

    return _shown((one.name, one.purpose) for one in SHIPPED)


def roles() -> Words:
    """Offer the two roles that a report sets side by side; any other will do too."""
    return [("leader", ""), ("practitioner", "")]


def part_ids(ctx: typer.Context) -> Words:
    """Offer the capabilities and questions of the pack that the line names."""
    pack = _pack(ctx)
    trends = {trend.id for trend in pack.trends}
    return _shown(part for part in _parts(pack) if part[0] not in trends)


def _parts(pack: "Pack") -> Iterator[tuple[str, str]]:
    for trend in pack.trends:
        yield trend.id, trend.name
        for capability in trend.capabilities:
            yield capability.id, capability.name
            yield from ((one.id, one.text) for one in capability.questions)


def _pack(ctx: typer.Context) -> "Pack":
    """Return the pack that the line names, or that its answers were given to."""
    from readiness.pack.catalog import DEFAULT_PACK, find_pack

    if named := _given(ctx, "pack"):
        return find_pack(named)
    with suppress(ReadinessError):  # several teams, no answers: as for a new team
        workspace = _workspace(ctx)
        there = workspace.store.responses(workspace.team.id, workspace.period)
        own = [one for one in there if one.respondent == workspace.respondent]
        for response in (*own, *there):
            return workspace.store.pack_of(response)
    return find_pack(DEFAULT_PACK)


def _workspace(ctx: typer.Context) -> "Workspace":
    from readiness.cli.workspace import find_workspace

    names = ("team", "period", "data_dir", "respondent")
    given = {name: _given(ctx, name) for name in names}
    # as the commands do: what asks for a respondent is about today
    return find_workspace(**given, reading="respondent" not in ctx.params)


def _given(ctx: typer.Context, name: str) -> Any:  # noqa: ANN401 - as the option's type is
    """Return an option of the line, given after the command or before it.

    What was typed anywhere wins over what the environment says.
    """
    places = [one for one in (ctx, ctx.parent) if one and name in one.params]
    typed = [one for one in places if _is_typed(one, name)]
    return next((one.params[name] for one in (*typed, *places)), None)


def _is_typed(ctx: Any, name: str) -> bool:  # noqa: ANN401 - Typer keeps its types private
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _shown(words: Iterable[tuple[str, str]]) -> Words:
    return [(word, _hint(text)) for word, text in words]


def _hint(text: str) -> str:
    plain = " ".join(_UNSAFE.sub(" ", text.replace("'", _APOSTROPHE)).split())
    return plain if len(plain) <= HINT_LIMIT else f"{plain[: HINT_LIMIT - 3]}..."
