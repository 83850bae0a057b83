"""How a sitting begins: with the answers there are, or anew."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from readiness.cli.assessed import find_trend
from readiness.cli.assessing.coming_back import find_earlier
from readiness.cli.keeping import (
    find_or_begin,
    find_response,
    role_change,
    usable_role,
    with_role,
)
from readiness.cli.tour import show_example
from readiness.cli.workspace import now
from readiness.errors import UsageError
from readiness.interview.previous import gather, gather_facts
from readiness.interview.session import Session
from readiness.interview.steps import Only, UserInterface
from readiness.interview.welcome import Start, offer_start
from readiness.pack.catalog import DEFAULT_PACK, find_pack
from readiness.responses import Form

if TYPE_CHECKING:
    from readiness.cli.workspace import Workspace
    from readiness.pack.model import Pack
    from readiness.responses import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the options of ``assess`` say of the questions.

    A ``pack`` that was not typed, but set once, is for those who begin.
    """

    quick: bool = False
    full: bool = False
    trend: str | None = None
    only: Only | None = None
    pack: str | None = None
    is_pack_typed: bool = False
    role: str | None = None

    @property
    def leaves_the_form_open(self) -> bool:
        """Whether nobody has said yet how much is to be asked."""
        return not (self.quick or self.full or self.trend or self.only)


def begin(ui: UserInterface, workspace: "Workspace", wanted: Wanted) -> Session:
    """Return a sitting that goes on with the answers there are, or begins anew."""
    role = usable_role(wanted.role)
    earlier = find_response(workspace)
    if earlier is None:
        pack = find_pack(wanted.pack or DEFAULT_PACK)
        form = Form.QUICK if wanted.quick else Form.FULL
        response = find_or_begin(workspace, pack, form=form, role=role)
    else:
        pack = workspace.store.pack_of(earlier)
        if wanted.is_pack_typed:
            _check_pack(pack, wanted.pack)
        earlier = _in_role(ui, workspace, earlier, role)
        response = _with_form(ui, earlier, pack, wanted)
    before = find_earlier(ui, workspace)
    return Session(
        pack=pack,
        response=response,
        ui=ui,
        save=workspace.store.save,
        now=now,
        trend=find_trend(pack, wanted.trend) if wanted.trend else None,
        previous=gather(pack, before),
        facts=gather_facts(pack, before),
        only=wanted.only,
    )


def _in_role(
    ui: UserInterface, workspace: "Workspace", earlier: "Response", role: str
) -> "Response":
    """Keep a new role at once: there may be no question left to answer in it."""
    response = with_role(earlier, role)
    if response != earlier:
        workspace.store.save(response)
        if change := role_change(earlier, response):
            ui.say(f"{change[:1].upper()}{change[1:]}.")
    return response


def with_chosen_form(session: Session) -> Session | None:
    """Let somebody new choose the form, or look at an example; ``None`` to leave."""
    while True:
        match offer_start(session.ui, session.pack):
            case Start.FULL:
                return session
            case Start.QUICK:
                quick = session.response.model_copy(update={"form": Form.QUICK})
                return replace(session, response=quick)
            case Start.EXAMPLE:
                show_example()
            case _:
                return None


def is_empty(response: "Response") -> bool:
    """Return whether nothing was answered yet, not even about the team."""
    return not response.answers and not response.profile


def _check_pack(pack: "Pack", pack_id: str | None) -> None:
    if pack_id != pack.id:
        raise UsageError(
            f"the answers there are were given to the pack {pack.id}, not {pack_id}",
            tries=("leave out --pack", "readiness assess --as ANOTHER-NAME"),
        )


def _with_form(
    ui: UserInterface, response: "Response", pack: "Pack", wanted: Wanted
) -> "Response":
    """Let a finished quick look grow into a full response; a full one stays full.

    Asking for one trend, or for what is open or old, says nothing about the form.
    Nothing is settled before the first answer.
    """
    if is_empty(response):
        form = Form.QUICK if wanted.quick else Form.FULL
        return response.model_copy(update={"form": form})
    if response.form is Form.FULL:
        if wanted.quick:
            ui.say("This is a full assessment already: all questions are asked.")
        return response
    if not wanted.full and (
        not wanted.leaves_the_form_open or _has_open(response, pack)
    ):
        if wanted.leaves_the_form_open:
            ui.say("The quick look goes on; --full asks all questions.")
        return response
    ui.say("All questions are asked now; the quick answers are kept.")
    return response.model_copy(update={"form": Form.FULL})


def _has_open(response: "Response", pack: "Pack") -> bool:
    return not all(response.decided(question.id) for question in response.asked(pack))
