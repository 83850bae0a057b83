"""Files of answers that are not what their place says."""

from pathlib import Path

from readiness.errors import BadDataError
from readiness.store.reading import as_text, mistake_at, read
from readiness.suggestions import quoted


def misplaced(path: Path, key: str, said: str, meant: str) -> BadDataError:
    """Return a failure about a file that says another ``key`` than its place.

    If another file has the place that it claims, both are named.
    """
    rival = path.with_name(f"{said}.json")
    is_misnamed = key == "respondent"
    # where case makes no difference, Ana.json is found under the name ana.json
    if is_misnamed and rival.exists() and not rival.samefile(path):
        return BadDataError(
            f"two files claim to be the answers of {said}",
            facts=(str(rival), str(path)),
            tries=(
                "keep the one that is right, and move the other away",
                "or for two people of that name: another name for one file, and in it",
            ),
        )
    text = as_text(read(path) or b"", str(path))
    what = f"the file says {key} {quoted(said)}, but its place says {quoted(meant)}"
    failure = mistake_at(text, (key,), str(path), what)
    if is_misnamed:
        failure.tries = (f"rename the file to {rival.name}", *failure.tries)
    return failure
