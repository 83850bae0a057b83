import os

import pytest

from readiness.errors import BadDataError, ExitCode
from readiness.settings.toml import LIMIT, has_table, read_toml, shown


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("team = \n", "readiness.toml:1:8: "),
        ("team = 1\nteam", "readiness.toml:2: "),
        ("a = 1\na = 2", "readiness.toml:2:"),
        (b"team = '\xff'\n", "readiness.toml:1: is not text in UTF-8"),
        ("a = 1\nb = '\x1b'", "readiness.toml:2:6: "),
        (f"a = {'[' * 9000}", "readiness.toml: is nested too deeply"),
        (f"a = {'1' * 5000}", "readiness.toml: has a number that is too long"),
        ("#" * (LIMIT + 1), "readiness.toml is larger than 262,144 bytes"),
        (f"\n{'a.' * 30_000}b = 1", "readiness.toml:2: a key has more than 100 parts"),
        (f"{'x' * 200_000}", "readiness.toml:1: "),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_its_place(write, text, message):
    path = write(text)

    with pytest.raises(BadDataError) as wrong:
        read_toml(path)

    assert wrong.value.code == ExitCode.BAD_DATA
    assert wrong.value.message.startswith(message)
    assert "\x1b" not in wrong.value.message


def test_a_long_list_of_versions_is_no_long_key(write):
    versions = ", ".join(f'"name-{n}.x>=1.2.{n}"' for n in range(500))

    _, data = read_toml(write(f"dependencies = [{versions}]"))

    assert len(data["dependencies"]) == 500


def test_a_mark_of_the_byte_order_and_lines_of_windows_are_no_mistake(write):
    path = write(b'\xef\xbb\xbfteam = "x"\r\npack = "y"\r\n')

    assert read_toml(path)[1] == {"team": "x", "pack": "y"}


def test_a_folder_of_that_name_is_told(folder):
    (folder / "readiness.toml").mkdir()

    with pytest.raises(BadDataError, match=r"readiness\.toml is a folder, not a file"):
        read_toml(folder / "readiness.toml")


def test_a_pipe_of_that_name_is_not_waited_for(folder):
    os.mkfifo(folder / "readiness.toml")

    with pytest.raises(BadDataError, match="is not a regular file"):
        read_toml(folder / "readiness.toml")


def test_a_circle_of_links_is_told(folder):
    (folder / "readiness.toml").symlink_to("readiness.toml")

    with pytest.raises(BadDataError, match="cannot be read: too many levels"):
        read_toml(folder / "readiness.toml")


def test_the_empty_device_is_an_empty_file():
    from pathlib import Path

    assert read_toml(Path(os.devnull)) == ("", {})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[tool.readiness]\nteam = 'x'", True),
        ("[tool]\nreadiness.team = 'x'", True),
        ("[tool.other]\nx = 'readiness'", False),
        ("tool = 'readiness'", False),
        ("[project]\nname = 'x'", False),
        ("[tool.readiness]\nteam =", True),
        ("readiness =", False),
        (b"\xff readiness", False),
    ],
)
def test_a_pyproject_is_ours_only_if_it_has_our_table(write, text, expected):
    assert has_table(write(text, "pyproject.toml")) is expected


def test_a_pyproject_that_is_not_there_has_no_table(folder):
    assert not has_table(folder / "pyproject.toml")


def test_a_path_is_shown_short_in_the_current_folder_and_never_breaks_a_line(folder):
    assert shown(folder / "a\nb\x1b.toml") == "a b.toml"
    assert shown(folder.parent / "x.toml") == str(folder.parent / "x.toml")
