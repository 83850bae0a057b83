"""Write a text in the person's own editor.

Nothing that was typed is lost, neither before nor in the editor: what cannot be taken
back stays in its file, and that file is named.
"""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from readiness.children import deaf_to_interrupts, split_command
from readiness.plaintext import clean

SIZE_LIMIT = 200_000  #: bytes that are taken back: many notes, and quick to draw

_NONE_SET = "No editor is set: VISUAL or EDITOR must name one, such as EDITOR=nano."
_PATIENCE = 0.5  # seconds for an editor to save and end by itself


def find_variable() -> str:
    """Return the environment variable that names the editor, empty if none does."""
    names = ("VISUAL", "EDITOR")
    return next((name for name in names if os.environ.get(name)), "")


def find_command() -> list[str]:
    """Return the words of the editor's command; none if there is no editor.

    Raises `ValueError` if a quotation is not closed.
    """
    return split_command(os.environ.get(find_variable(), ""))


def edit(text: str) -> tuple[str, str]:
    """Return the text as the editor saved it, cleaned, and what went wrong, if so.

    If nothing was saved, the text is the one before. What was saved counts also if the
    editor failed afterwards. It may be longer than a note.
    """
    try:
        command = find_command()
    except ValueError:
        command_line = os.environ[find_variable()]
        return text, f"The editor's command is not understood: {clean(command_line)}"
    if not command:
        return text, _NONE_SET
    try:
        folder = Path(mkdtemp(prefix="readiness-"))  # private to the person
        file = folder / "text.md"
        written = _write(file, text)
    except OSError as failure:
        return text, f"The editor cannot be given the text: {failure.strerror}."
    problem = _run([*command, str(file)], file)
    saved, trouble = _read(file, written)
    if trouble and file.exists():
        trouble += f" It stays as it is in {clean(str(file))}"
    else:
        rmtree(folder, ignore_errors=True)
    return text if saved is None else saved, f"{problem} {trouble}".strip()


def _write(file: Path, text: str) -> bytes:
    """Return what was written: a terminal may have typed what no file can hold."""
    cleaned = clean(text)
    written = f"{cleaned}{os.linesep}".encode() if cleaned else b""
    file.touch(mode=0o600)
    file.write_bytes(written)
    return written


def _run(command: list[str], file: Path) -> str:
    """Run the editor until it ends; return what went wrong, or nothing."""
    name = clean(command[0])
    try:
        with deaf_to_interrupts():
            editor = subprocess.Popen(command)  # noqa: S603 - theirs
            try:
                code = editor.wait()
            except SystemExit:  # this program is ended, by SIGTERM or SIGHUP
                _leave(editor, file)
                raise
    except OSError as failure:
        return f"The editor {name} cannot be started: {failure.strerror}."
    return f"The editor {name} ended with code {code}." if code else ""


def _leave(editor: subprocess.Popen[bytes], file: Path) -> None:
    """Let the editor save what it can, and say where that is."""
    try:
        with suppress(subprocess.TimeoutExpired):  # it may have heard of the end, too
            editor.wait(_PATIENCE)
        editor.terminate()
        with suppress(subprocess.TimeoutExpired):
            editor.wait(_PATIENCE)
    finally:
        with suppress(OSError):  # the terminal may be gone
            sys.stderr.write(f"\nYour text stays in {file}\n")
            sys.stderr.flush()


def _read(file: Path, written: bytes) -> tuple[str | None, str]:
    """Return what was saved, if anything was, and why it is not all of it, if so."""
    try:
        with file.open("rb") as stream:
            saved = stream.read(SIZE_LIMIT + 1)
    except OSError as failure:
        return None, f"What was saved cannot be read: {failure.strerror}."
    if saved == written:
        return None, ""
    if len(saved) > SIZE_LIMIT:
        return None, "What was saved is too long for a text."
    try:
        return clean(saved.decode("utf-8-sig")), ""  # some editors begin with a mark
    except UnicodeDecodeError:
        text = clean(saved.decode("utf-8-sig", errors="replace"))
        return text, "What was saved is not all UTF-8."
