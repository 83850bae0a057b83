"""Sittings of the real program that are killed; run as ``python -m``.

Everything is imported once. Each line of standard input is an order in JSON, for which
a child is forked that runs the command line between two pipes. What it said, and how
it ended, is printed as a line of JSON.
"""

import gc
import io
import json
import os
import select
import signal
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

IDLE = 0.2  # seconds of silence after which a sitting is taken to wait for a line
_STOP = b"\0"


@dataclass(frozen=True, kw_only=True)
class Order:
    """What to run, and when to kill it; without such a moment it runs to its end.

    ``after`` is a count of bytes that were heard, ``wait`` the seconds from then on.
    Before each step of saving called ``point`` the sitting stops, and does not go on
    from the one with this ``number``. ``file`` is where the answers are.
    """

    words: tuple[str, ...]
    lines: str
    file: str
    after: int | None = None
    wait: float = 0
    point: str = ""
    number: int = 0


def main():
    """Carry out orders until there are no more."""
    warm_up()
    for line in sys.stdin:
        said, code = carry_out(Order(**json.loads(line)))
        sys.stdout.write(json.dumps([said.decode(errors="replace"), code]) + "\n")
        sys.stdout.flush()


def warm_up():
    """Begin and resume a sitting here, so that the children find all in memory."""
    streams = sys.stdin, sys.stdout
    with TemporaryDirectory() as folder:
        for _ in range(2):
            sys.stdin, sys.stdout = io.StringIO("2\n3\n"), io.StringIO()
            with suppress(SystemExit):
                run("assess", "--team", "Warm", "--ui", "plain", "--data-dir", folder)
    sys.stdin, sys.stdout = streams
    gc.freeze()  # the children would copy all that the collector touches


def run(*words):
    """Run the program in this process."""
    from readiness.cli import main as readiness

    sys.argv = ["readiness", *words]
    readiness()


def as_line(order):
    """Return what `main` reads."""
    return json.dumps(asdict(order)) + "\n"


def carry_out(order):
    """Return what a sitting said, and its exit code: negative for a signal."""
    stdin, feed = os.pipe()
    heard, stdout = os.pipe()
    gate, opener = os.pipe()
    child = os.fork()
    if child == 0:
        for handle in (feed, heard, opener):
            os.close(handle)
        sit(order, stdin, stdout, gate)
    for handle in (stdin, stdout, gate):
        os.close(handle)
    with os.fdopen(feed, "w", encoding="utf-8") as script:
        script.write(order.lines)
        if order.after is None:
            script.close()
        else:
            script.flush()  # and left open: it waits for more at the end
        said, is_over = listen(order, heard, opener)
        if not is_over:
            os.kill(child, signal.SIGKILL)
    while part := os.read(heard, 65536):
        said += part
    _, status = os.waitpid(child, 0)
    os.close(heard)
    os.close(opener)
    return said.replace(_STOP, b""), os.waitstatus_to_exitcode(status)


def sit(order, stdin, stdout, gate):
    """Run the program as if it had just been started with these streams."""
    os.dup2(stdin, 0)
    os.dup2(stdout, 1)
    os.dup2(stdout, 2)
    sys.stdin, sys.stdout, sys.stderr = (  # as Python makes them when it starts
        open(handle, mode, encoding="utf-8", closefd=False)  # noqa: SIM115 - for good
        for handle, mode in ((0, "r"), (1, "w"), (2, "w"))
    )
    if order.point:
        stop_at(order, gate)
    run(*order.words)


def stop_at(order, gate):
    """Stop before each of these steps of saving until the parent opens the gate."""

    def look(event, arguments):
        if point_of(event, arguments, Path(order.file)) == order.point:
            os.write(1, _STOP)
            os.read(gate, 1)

    vars(look)["__cantrace__"] = True  # or coverage would not see it
    sys.addaudithook(look)


def point_of(event, arguments, file):
    """Return which step of saving ``file`` or of locking it is next, if one is."""
    if event == "os.rename":
        return {file: "rename", lock_of(file): "take"}.get(Path(arguments[1]))
    if event != "open" or isinstance(arguments[0], int):
        return None
    path, mode = Path(os.fsdecode(arguments[0])), arguments[1]
    if path.name.startswith(f".{file.name}.") and mode is None:  # the system's own open
        return "write"
    if path.parent.name.startswith(f"{lock_of(file).name}."):
        return "sign"
    return "flush" if path == file.parent else None


def lock_of(file):
    """Return the folder that is the lock of a file of answers."""
    return file.with_name(f".{file.stem}.lock")


def listen(order, heard, opener):
    """Listen until the moment to kill, or to the end; return whether that is over."""
    said, stops = b"", 0
    while order.after is None or len(said) < order.after:
        if said and order.after is not None and not is_ready(heard, IDLE):
            return said, False
        size = 65536 if order.after is None else order.after - len(said)
        part = os.read(heard, size)
        said += part
        if not part:
            return said, True
        if part.endswith(_STOP):  # nothing follows before the gate opens
            stops += 1
            if stops == order.number:
                return said, False
            os.write(opener, b"1")
    is_ready(heard, order.wait)
    return said, False


def is_ready(heard, seconds):
    """Return whether something is said within so many seconds."""
    return bool(select.select([heard], [], [], seconds)[0])


if __name__ == "__main__":
    main()
