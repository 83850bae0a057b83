"""Does a response fit its pack? People edit files, and questions come and go."""

from collections.abc import Iterator

from readiness.pack.model import Pack
from readiness.responses import Response
from readiness.store.locate import Trail
from readiness.suggestions import did_you_mean, quoted


def misfits(response: Response, pack: Pack) -> Iterator[tuple[Trail, str]]:
    """Yield where the response's file says what ``pack`` does not have, and what."""
    of = f"the pack {pack.id} {pack.version}"
    for id_ in sorted(response.answers.keys() - pack.question_by_id.keys()):
        hint = did_you_mean(id_, pack.question_by_id)
        yield ("answers", id_), f"{of} has no question {quoted(id_)}{hint}"
    options = {q.id: [option.value for option in q.options] for q in pack.profile}
    for id_, value in sorted(response.profile.items()):
        if id_ not in options:
            hint = did_you_mean(id_, options)
            yield ("profile", id_), f"{of} has no profile question {quoted(id_)}{hint}"
        elif value not in options[id_]:
            allowed = ", ".join(map(str, options[id_]))
            yield ("profile", id_), f"{quoted(str(value))} is not one of {allowed}"
