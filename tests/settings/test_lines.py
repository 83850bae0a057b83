import tomllib

import pytest

from readiness.settings.lines import find_lines, nearest


@pytest.mark.parametrize(
    ("text", "keys", "line"),
    [
        ('team = "x"\ntaem = 1', ("taem",), 2),
        ("# team = 1\n\nteam = 1", ("team",), 3),
        ("[tool.readiness]\nteam = 1", ("tool", "readiness", "team"), 2),
        ("[tool.readiness]\nteam = 1", ("tool", "readiness"), 1),
        ("[ tool . readiness ]\nteam = 1", ("tool", "readiness", "team"), 2),
        ("a.b.c = 1\na.b.d = 2", ("a", "b", "d"), 2),
        ("a.b.c = 1\na.b.d = 2", ("a", "b"), 1),
        ('"te am" = 1\n"t\\u0065am" = 2', ("team",), 2),
        ("'te\\am' = 1", ("te\\am",), 1),
        ("a = '''\nteam = 1\n'''\nteam = 2", ("team",), 4),
        ('a = """\nteam = 1\\"""\n""""\nteam = 2', ("team",), 4),
        ("a = [\n  1, # ]\n  [2],\n]\nteam = 2", ("team",), 5),
        ("a = {b = [1]}\nteam = 2", ("team",), 2),
        ('a = "= ["\nteam = 2', ("team",), 2),
        ("[[list]]\nx = 1\n[[list]]\nx = 2\n[team]", ("team",), 5),
        ("\n\n[report]\ntop = 1", ("report", "top"), 4),
    ],
)
def test_every_key_is_found_on_its_line(text, keys, line):
    assert tomllib.loads(text)

    assert find_lines(text)[keys] == line


def test_what_is_in_an_inline_table_is_on_the_line_of_the_table():
    lines = find_lines("a = 1\ntool = {readiness = {team = 1}}")

    assert nearest(lines, ("tool", "readiness", "team")) == 2
    assert nearest(lines, ("elsewhere",)) == 1
