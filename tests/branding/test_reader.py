import os
import sys

import pytest

from readiness.branding.finding import find_brand
from readiness.branding.model import Brand, Fonts, LogoType, Palette
from readiness.branding.reader import read_brand
from readiness.errors import BadDataError, ExitCode, NotFoundError
from tests.branding.logos import a_png, an_svg

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs links and owners of POSIX")
PALE = "#777777, whose contrast with white is 4.47:1; text needs 4.5:1, as #767676 has"


@pytest.fixture(name="folder")
def _folder(tmp_path, monkeypatch):
    """Work in a folder of its own."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture(name="brand")
def _brand(folder):
    """Read a brand file with these lines."""

    def read(*lines):
        (folder / "brand.toml").write_text("\n".join(lines), encoding="utf-8")
        return read_brand(folder / "brand.toml")

    return read


def mistakes_of(brand, *lines):
    with pytest.raises(BadDataError) as caught:
        brand(*lines)
    return [caught.value.message, *caught.value.facts]


def test_a_file_says_everything_there_is_to_a_brand(brand, folder):
    (folder / "logo.svg").write_bytes(an_svg())
    (folder / "fonts").mkdir()

    read = brand(
        'client = "ACME"',
        'consultant = "Ana"',
        'footer = "Confidential"',
        'language = "pt_BR"',
        'logo = "logo.svg"',
        'logo_alt = "The rocket of ACME"',
        "[colours]",
        'primary = "#059"',
        'accent = "#B34700"',
        "[fonts]",
        'heading = "Source Serif 4"',
        'body = "Noto Sans"',
        'folder = "fonts"',
    )

    assert (read.client, read.consultant, read.footer) == (
        "ACME",
        "Ana",
        "Confidential",
    )
    assert read.language == "pt-BR"
    assert (read.logo.type, read.logo.alt) == (LogoType.SVG, "The rocket of ACME")
    assert read.palette == Palette(primary="#005599", accent="#b34700")
    assert read.fonts == Fonts(
        heading="Source Serif 4",
        body="Noto Sans",
        folder=str((folder / "fonts").resolve()),
    )


def test_an_empty_file_is_no_brand_in_particular(brand):
    assert brand("") == Brand()


def test_a_logo_without_words_is_read_out_as_a_logo(brand, folder):
    (folder / "a.png").write_bytes(a_png())

    assert brand('logo = "a.png"').logo.alt == "Logo"


def test_texts_are_one_line_without_what_a_terminal_obeys(brand):
    assert brand(r'client = " A\u001b[31m\nB\u202e "').client == "A[31m B"


def test_all_mistakes_are_named_with_their_lines_in_order(brand):
    found = mistakes_of(
        brand,
        'lenguage = "de"',
        'language = "deutsch"',
        "client = 3",
        f'footer = "{"x" * 201}"',
        "[colours]",
        'primary = "#777"',
        'acent = "#000"',
        "[fonts]",
        'body = "a; b"',
        'folder = "none"',
        "[colors]",
        'primary = "#000"',
    )

    assert [line.removeprefix("brand.toml:") for line in found] == [
        "1: unknown key 'lenguage', did you mean 'language'?",
        '2: "language" should be a language such as "de" or "pt-BR", not \'deutsch\'',
        '3: "client" should be text in quotes',
        '4: "footer" has 201 characters; it may have 200',
        f'6: "primary" is {PALE}',
        "7: unknown key 'acent' in [colours], did you mean 'accent'?",
        "9: \"body\" should be the name of one font, not 'a; b'",
        '10: "folder" names a folder that is not there: none',
        "11: unknown table 'colors', did you mean 'colours'?",
    ]


def test_a_mistake_ends_the_program_as_bad_data_does(brand):
    with pytest.raises(BadDataError) as caught:
        brand("x = 1")

    assert caught.value.code == ExitCode.BAD_DATA
    assert caught.value.tries == ("edit brand.toml",)


def test_a_table_that_is_none_is_named(brand):
    assert mistakes_of(brand, 'colours = "#000"') == [
        "brand.toml:1: 'colours' should be a table: [colours]"
    ]


def test_of_very_many_mistakes_the_first_are_shown(brand):
    found = mistakes_of(brand, *(f"x{n} = 1" for n in range(30)))

    assert len(found) == 21
    assert found[-1] == "brand.toml: 10 more mistakes"


def test_what_is_no_toml_is_refused_with_its_place(brand):
    assert mistakes_of(brand, "client = ")[0].startswith("brand.toml:1: ")


@pytest.mark.parametrize(
    ("name", "tip"),
    [('lo"go.svg', r'logo = "lo\"go.svg"'), ("logo", 'client = "ACME"')],
)
def test_a_picture_is_no_brand_and_how_it_comes_into_one_is_said(folder, name, tip):
    (folder / name).write_text("<svg/>", encoding="utf-8")

    with pytest.raises(BadDataError) as caught:
        read_brand(folder / name)

    assert caught.value.message == f"{name} is not a TOML file, which a brand is"
    assert caught.value.facts == (f"{name}:1:1: invalid statement",)
    assert tip in caught.value.tries[0]


def test_two_colours_that_are_one_are_refused(brand):
    found = mistakes_of(brand, "[colours]", 'accent = "#005a82"')

    assert found[0].startswith('brand.toml:2: "accent" is the colour of "primary"')


def test_a_damaged_logo_is_named_with_its_line(brand, folder):
    (folder / "a.png").write_bytes(a_png()[:9])

    assert mistakes_of(brand, "", 'logo = "a.png"') == [
        'brand.toml:2: "logo": a.png is a damaged PNG picture'
    ]


def test_another_file_is_no_logo(brand, folder):
    (folder / "a.pdf").write_bytes(b"%PDF")

    assert "should be a PNG, JPEG or SVG" in mistakes_of(brand, 'logo = "a.pdf"')[0]


def test_a_huge_file_is_no_logo(brand, folder):
    with (folder / "a.svg").open("wb") as file:
        file.truncate(50 * 1024 * 1024)

    assert "larger than 1,048,576 bytes" in mistakes_of(brand, 'logo = "a.svg"')[0]


@pytest.mark.parametrize(
    ("name", "why"),
    [("none.png", "cannot be read: no such file"), (".", "is not a regular file")],
)
def test_a_logo_that_is_no_file_is_named(brand, name, why):
    assert why in mistakes_of(brand, f'logo = "{name}"')[0]


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../a.png", "~/a.png", r"\\\\host\\a.png", r"a\u0000.png"]
)
@pytest.mark.parametrize("key", ["logo", "fonts.folder"])
def test_a_brand_reaches_no_file_outside_of_its_folder(brand, folder, key, name):
    (folder.parent / "a.png").write_bytes(a_png())

    found = mistakes_of(brand, f'{key} = "{name}"')

    assert "should be in the folder of this file" in found[0]


@POSIX
def test_a_link_out_of_the_folder_is_refused_and_one_within_is_not(brand, folder):
    (folder.parent / "a.png").write_bytes(a_png())
    (folder / "b.png").write_bytes(a_png())
    (folder / "out.png").symlink_to("../a.png")
    (folder / "in.png").symlink_to("b.png")

    assert "in the folder" in mistakes_of(brand, 'logo = "out.png"')[0]
    assert brand('logo = "in.png"').logo.content == a_png()


@POSIX
def test_a_pipe_is_no_logo(brand, folder):
    os.mkfifo(folder / "a.png")

    assert "not a regular file" in mistakes_of(brand, 'logo = "a.png"')[0]


def test_a_file_that_is_not_there_is_not_found(tmp_path):
    with pytest.raises(NotFoundError):
        read_brand(tmp_path / "brand.toml")


def test_the_nearest_brand_counts(tmp_path):
    (tmp_path / ".git").mkdir()
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "brand.toml").touch()

    assert find_brand(below) == tmp_path / "brand.toml"
    (below / "brand.toml").touch()
    assert find_brand(below) == below / "brand.toml"


def test_a_brand_above_the_repository_is_not_found(tmp_path):
    (tmp_path / "brand.toml").touch()
    (tmp_path / "a" / ".git").mkdir(parents=True)

    assert find_brand(tmp_path / "a") is None


@POSIX
def test_a_link_that_leads_nowhere_is_found_to_be_told(tmp_path):
    (tmp_path / "brand.toml").symlink_to("none.toml")

    assert find_brand(tmp_path) == tmp_path / "brand.toml"
    with pytest.raises(BadDataError, match="cannot be read"):
        read_brand(tmp_path / "brand.toml")


@pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() != 0, reason="only root can give files away"
)
def test_a_brand_of_another_user_is_passed_over(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "brand.toml").touch()
    os.chown(tmp_path / "brand.toml", 12_345, 12_345)

    assert find_brand(tmp_path) is None
