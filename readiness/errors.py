"""The failures a user can cause or cure.

Each names what is wrong, the facts that help to understand it, and what to try.
The command line prints them and leaves with the exit code of their class; anything
else that escapes is a bug.
"""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the exit status means; scripts rely on it (README, "Exit codes")."""

    OK = 0
    CHECK_FAILED = 1  #: The check that was asked for failed.
    USAGE = 2  #: Wrong usage, or a prompt is needed and there is no terminal.
    BAD_DATA = 3  #: A file is damaged, of an unknown version, or invalid.
    NOT_FOUND = 4
    INCOMPLETE = 5
    LOCKED = 6  #: Another session holds the response.
    CANNOT_WRITE = 7
    BUG = 70
    INTERRUPTED = 130
    PIPE_CLOSED = 141  #: Whoever read the output has gone, as ``head`` does.
    TERMINATED = 143


class ReadinessError(Exception):
    """Base of every failure that has a message for the user.

    ``facts`` are lines that help to understand the failure, ``tries`` are commands
    or steps that cure it.
    """

    code = ExitCode.BAD_DATA

    def __init__(
        self, message: str, *, facts: tuple[str, ...] = (), tries: tuple[str, ...] = ()
    ) -> None:
        super().__init__(message)
        self.message = message
        self.facts = facts
        self.tries = tries


class UsageError(ReadinessError):
    """The command cannot be carried out as it was given."""

    code = ExitCode.USAGE


class BadDataError(ReadinessError):
    """A file is damaged, of an unknown version, or says something impossible."""


class NotFoundError(ReadinessError):
    """A team, period, pack, question or file does not exist."""

    code = ExitCode.NOT_FOUND


class IncompleteError(ReadinessError):
    """Answers are missing and completeness was required."""

    code = ExitCode.INCOMPLETE


class LockedError(ReadinessError):
    """Another session holds the response."""

    code = ExitCode.LOCKED


class CannotWriteError(ReadinessError):
    """The disk is full or read-only, or permission is missing."""

    code = ExitCode.CANNOT_WRITE


class CheckFailedError(ReadinessError):
    """The check that was asked for failed, such as ``--fail-under``."""

    code = ExitCode.CHECK_FAILED
