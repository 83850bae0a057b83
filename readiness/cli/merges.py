"""What an import comes to: all its files are merged before the first is stored."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from readiness.cli.keeping import find_or_begin, role_change
from readiness.cli.workspace import Workspace, now
from readiness.errors import UsageError
from readiness.exchange.answer_text import write_answer
from readiness.exchange.answers import AnswersFile
from readiness.exchange.merging import Merged, merge
from readiness.pack.model import Pack
from readiness.period import Period
from readiness.responses import Answer, Form, Response

SHOWN = 5  #: changes that a refusal names


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """An answers file that was read and checked, and where it goes."""

    name: str
    file: AnswersFile
    pack: Pack
    workspace: Workspace
    is_named: bool  #: somebody said whose answers they are

    @property
    def place(self) -> tuple[str, Period, str]:
        """Team id, period and respondent."""
        where = self.workspace
        return where.team.id, where.period, where.respondent


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What was there before a file, and what is there after it."""

    name: str  #: of the file
    workspace: Workspace
    pack: Pack
    before: Response
    merged: Merged

    @property
    def after(self) -> Response:
        """The response to keep."""
        return self.merged.response

    def summary(self) -> str:
        """Return whose answers they are and how many changed, in a line."""
        after, merged = self.after, self.merged
        whose = f"{after.team.name}, {after.period}, {after.respondent}"
        counts = (
            f"{len(merged.new)} new, {len(merged.changed)} changed, "
            f"{len(merged.same)} same"
        )
        if not merged.new + merged.changed + merged.same:
            counts = "empty, no question is answered in it"
        full = "; all questions are asked now" if merged.turned_full else ""
        return f"{self.name}: {whose}: {counts}{full}"

    def new_lines(self) -> Iterator[str]:
        """Yield a line for each answer that is new."""
        for id_ in self.merged.new:
            yield f"  {id_}: {write_answer(self.after.answers[id_])} (new)"

    def changed_lines(self) -> Iterator[str]:
        """Yield a line ``id: old -> new`` for all that was there and is another now."""
        before, after = self.before, self.after
        if change := role_change(before, after):
            yield f"  {change}"
        for id_, old in before.profile.items():
            if after.profile[id_] != old:
                yield f"  {id_}: {old} -> {after.profile[id_]}"
        for id_ in self.merged.changed:
            yield f"  {id_}: {_change(before.answers[id_], after.answers[id_])}"


def merge_all(incoming: Iterable[Incoming], role: str) -> list[Merge]:
    """Merge the files, one after the other, into what is kept; store nothing.

    Raises `UsageError` if one that nobody is named for would change an answer,
    `BadDataError` if notes become too long.
    """
    latest: dict[tuple[str, Period, str], Merge] = {}
    merges = []
    for one in incoming:
        merged = _merge(one, latest.get(one.place), role)
        _check_owner(one, merged)
        latest[one.place] = merged
        merges.append(merged)
    return merges


def _merge(one: Incoming, earlier: Merge | None, role: str) -> Merge:
    # files for one place share a store, which knows what it wrote there itself
    workspace = earlier.workspace if earlier else one.workspace
    form = one.file.form or Form.FULL
    before = earlier.after if earlier else find_or_begin(workspace, one.pack, form=form)
    about = _with_heading(before, one.file, role)
    return Merge(
        name=one.name,
        workspace=workspace,
        pack=one.pack,
        before=before,
        merged=merge(about, one.file.answers, one.pack, now()),
    )


def _with_heading(earlier: Response, file: AnswersFile, role: str) -> Response:
    form = Form.FULL if file.form is Form.FULL else earlier.form
    said = {"role": file.role or role or earlier.role, "form": form}
    about = earlier.model_copy(update=said)
    for id_, value in file.profile.items():
        about = about.with_profile(id_, value)
    return about


def _check_owner(one: Incoming, merged: Merge) -> None:
    """Raise `UsageError` if a file for nobody in particular would change answers.

    A form that a colleague filled in lies in the same folder as one's own.
    """
    lines = [] if one.is_named else list(merged.changed_lines())
    if not lines:
        return
    more = [f"and {len(lines) - SHOWN} more"] if len(lines) > SHOWN else []
    raise UsageError(
        f"{one.name} does not say whose answers it has, "
        f"and would change those of {one.workspace.respondent}; nothing was stored",
        facts=(*(line.strip() for line in lines[:SHOWN]), *more),
        tries=(
            "write the name in the file, such as  respondent: ana",
            "or say it here: readiness import FILE --as NAME",
        ),
    )


def _change(before: Answer, after: Answer) -> str:
    besides = [
        name
        for name in ("note", "evidence", "reason")
        if getattr(before, name, "") != getattr(after, name, "")
    ]
    also = f" ({', '.join(besides)})" if besides else ""
    return f"{write_answer(before)} -> {write_answer(after)}{also}"
