"""Where failures become messages and exit codes: the only such place."""

import os
import sys
from contextlib import suppress
from types import TracebackType
from typing import NoReturn, Self

import typer

from readiness.environment import is_set
from readiness.errors import CannotWriteError, ExitCode, ReadinessError
from readiness.plaintext import clean

_WrongUsage = typer.BadParameter.__base__ or typer.BadParameter  # Typer hides its name


class PipeClosed(Exception):  # noqa: N818 - whoever reads has gone, which is no error
    """A `BrokenPipeError` that Typer does not take for a failed check."""


class Boundary:
    """A context that ends the process with the exit code of what happened in it."""

    def __enter__(self) -> Self:
        """Make printing safe: a terminal that lacks a character shows another."""
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        return self

    def leave(self, result: object) -> NoReturn:
        """End normally; ``result`` is an exit code if a command gave one."""
        sys.stdout.flush()  # a full disk or a closed pipe shows now, not too late
        raise SystemExit(result if isinstance(result, int) else ExitCode.OK)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Print what went wrong and leave; `SystemExit` and the like pass."""
        if isinstance(failure, ReadinessError):
            print_failure(failure)
            raise SystemExit(failure.code) from failure
        if isinstance(failure, typer.Abort):
            raise SystemExit(ExitCode.INTERRUPTED) from failure
        if failure is not None and isinstance(failure, _WrongUsage):
            _print_usage(failure)
            raise SystemExit(ExitCode.USAGE) from failure
        if _is_closed_pipe(failure):
            _drop_output()
            raise SystemExit(ExitCode.PIPE_CLOSED) from failure
        if isinstance(failure, OSError):
            print_failure(_of_the_system(failure))
            raise SystemExit(ExitCode.CANNOT_WRITE) from failure
        if isinstance(failure, Exception) and not is_set("READINESS_DEBUG"):
            _print_bug(failure)
            raise SystemExit(ExitCode.BUG) from failure


def _is_closed_pipe(failure: BaseException | None) -> bool:
    """Return whether nobody reads any more; Rich and Typer leave with 1 for that."""
    if isinstance(failure, SystemExit):
        failure = failure.__context__
    return isinstance(failure, BrokenPipeError | PipeClosed)


def print_failure(failure: ReadinessError) -> None:
    """Print the message, the facts and what to try, on stderr."""
    lines = [f"error: {failure.message}"]
    lines += [f"  {fact}" for fact in failure.facts]
    lines += [
        f"  {'try:' if n == 0 else '    '} {step}"
        for n, step in enumerate(failure.tries)
    ]
    typer.echo(clean("\n".join(lines)), err=True)


def _of_the_system(failure: OSError) -> CannotWriteError:
    """Return what the system refused, in words; the output is closed to more."""
    _drop_output()
    what = failure.filename or "the output"
    return CannotWriteError(f"cannot use {what}: {failure.strerror or failure}")


def _drop_output() -> None:
    """Let Python end without trying again to write what nobody can take."""
    with suppress(OSError, ValueError):  # a stream of a test has no descriptor
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


def _print_usage(failure: BaseException) -> None:
    context = getattr(failure, "ctx", None)
    program = context.command_path if context else "readiness"
    message = getattr(failure, "format_message", lambda: str(failure))()
    print_failure(ReadinessError(_as_sentence(message), tries=(f"{program} --help",)))


def _as_sentence(message: str) -> str:
    said = message.replace(": Value error, ", ": ", 1)  # Typer's name for it
    return said[:1].lower() + said[1:].rstrip(".")


def _print_bug(failure: Exception) -> None:
    from readiness.cli.bugs import keep_trace

    where = keep_trace(failure)
    typer.echo(
        f"error: readiness has a bug ({type(failure).__name__}). Details: {where}. "
        "Your answers are safe.",
        err=True,
    )
