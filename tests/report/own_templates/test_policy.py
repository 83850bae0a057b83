"""A page of somebody's own asks for nothing, whatever its template says."""

from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from jinja2.exceptions import SecurityError

from readiness.errors import BadDataError
from readiness.report.own_templates.kinds import Kind
from readiness.report.own_templates.policy import POLICY, allows_nothing, confined
from readiness.report.own_templates.sandbox import render_text
from tests.documents import small_document

UTF_8 = '\n<meta charset="utf-8">'
META = f'{UTF_8}\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
STRICT = "default-src 'none'; base-uri 'none'; form-action 'none'"
OWN = f'<meta http-equiv="Content-Security-Policy" content="{STRICT}">'
ASKING = """<!doctype html><html><head><style>@import "{0}/css";</style>
<link rel="stylesheet" href="{0}/link"><link rel="icon" href="{0}/icon"></head><body>
<img src="{0}/{{{{ report.team }}}}"><script src="{0}/js"></script>
<script>fetch("{0}/fetch")</script><object data="{0}/object"></object>
<iframe src="{0}/frame"></iframe><video poster="{0}/video"></video>
<svg><image href="{0}/svg"/></svg><p style="background: url({0}/style)">End</p>"""


def made_of(folder, text):
    """Return what a template for HTML makes."""
    (folder / "a.html").write_text(text, encoding="utf-8")
    return render_text(small_document(), folder.resolve() / "a.html", Kind.HTML)


@pytest.fixture(name="server")
def _server():
    """Answer every request; yield the address, and the paths asked for so far."""
    asked = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *_):
            """Stay silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_a_browser_asks_for_nothing_that_a_page_of_an_own_template_names(
    opened, server, tmp_path
):
    address, asked = server
    asking = HTTPConnection(address.removeprefix("http://"), timeout=10)
    asking.request("GET", "/counted")
    assert asking.getresponse().read()
    asking.close()
    template = ASKING.format(address)
    (tmp_path / "own").mkdir()

    with opened(made_of(tmp_path / "own", template)) as seen:
        shown = seen.page.inner_text("p")
        mode = seen.page.evaluate("document.compatMode")

    assert shown == "End"
    assert mode == "CSS1Compat"
    assert asked == ["/counted"]  # which shows that it counts


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!doctype html>\n<html lang=en class='a b'>\n<head>", "\n<title>A</title>"),
        ('\n<!-- ours --> <!DOCTYPE HTML>\n<HTML\nlang="de">', "<p>"),
        ("<!doctype html>", "<p>"),
        ("", "<img src='http://evil.example'>"),
        ("", "<html><head>"),
        ("", "<!--><img src=a><!-- --><!doctype html>"),
        ("", "<!-- --!><img src=a><!-- --><!doctype html>"),
        ("<!doctype html>", '<html a="><img src=b>">'),
        ("<!doctype html>", "<html a=x\" b='\">'>"),
        ("<!doctype html><html>", "<img src=a><head>"),
    ],
)
def test_a_page_without_a_policy_gets_one_in_front_of_all_that_could_ask(before, after):
    assert confined(before + after) == before + META + after


@pytest.mark.parametrize(
    ("charset", "said"),
    [
        ("", UTF_8),
        ('<meta charset="utf-8">\n', ""),
        ("<meta charset='utf-8' />", ""),
        ("<meta charset=UTF-8>", ""),
    ],
)
def test_a_page_keeps_its_own_policy_if_that_is_as_strict(charset, said):
    start = "<!doctype html>\n<html><head>"
    rest = (
        f'\n{charset}<meta http-equiv="Content-'
        f'Security-Policy" content="{STRICT}; script-src \'sha256-a+b/c=\'"/><p>'
    )

    assert confined(start + rest) == start + said + rest


def test_a_policy_comes_behind_the_encoding_that_a_page_says_itself():
    start = "<!doctype html><head><meta charset=utf-8>"

    assert confined(f"{start}<p>") == f"{start}{META.removeprefix(UTF_8)}<p>"


@pytest.mark.parametrize(
    "page",
    [
        f'<html><head><img src="a">{OWN}',
        f"<body>{OWN}",
        f"<head><!-- {OWN} -->",
    ],
)
def test_a_policy_that_comes_too_late_does_not_count(page):
    assert META in confined(f"<!doctype html>{page}")


@pytest.mark.parametrize(
    "more",
    [
        "",
        "; img-src data:; font-src data:;",
        "; style-src 'unsafe-inline'",
        "; style-src 'sha256-a='; script-src  'sha384-b' 'sha512-c=='",
        "; frame-src 'none'",
    ],
)
def test_a_policy_is_strict_that_names_nothing_but_what_the_page_has_in_it(more):
    assert allows_nothing(STRICT + more)


@pytest.mark.parametrize(
    "policy",
    [
        "",
        "default-src 'none'",
        STRICT.replace("default-src 'none'", "default-src 'self'"),
        f"{STRICT}; img-src *",
        f"{STRICT}; img-src data: https://evil.example",
        f"img-src http:; {STRICT}; img-src data:",
        f"{STRICT}; script-src 'unsafe-inline'",
        f"{STRICT}; script-src data:",
        f"{STRICT}; connect-src evil.example",
        f"{STRICT}; style-src 'sha256-a' evil.example",
        f"{STRICT}; report-uri https://evil.example",
    ],
)
def test_a_policy_that_lets_more_through_is_not_strict(policy):
    page = (
        f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{policy}">'
    )

    assert not allows_nothing(policy)
    assert confined(page).startswith(f"<!doctype html>{META}<meta")


@pytest.mark.parametrize(
    "element",
    [
        '<meta http-equiv="refresh" content="0;url=http://evil.example">',
        "<META\nHTTP-EQUIV = Refresh content='0'>",
        '<meta http-equiv="ref&#114;esh">',
        "<meta/http-equiv=refresh>",
        "<meta http-equiv=ref&#114;esh>",
        '<meta name="<" http-equiv="refresh">',
        '<link rel="dns-prefetch" href="//team.evil.example">',
        '<link rel="icon preconnect" href="//team.evil.example">',
        '<iframe srcdoc="&lt;link rel=preconnect href=//evil.example&gt;"></iframe>',
        "<meta name",
    ],
)
def test_what_asks_although_a_policy_forbids_it_is_a_mistake(element):
    with pytest.raises(SecurityError, match=r"ask for something|plain attributes"):
        confined(f"<!doctype html><head>{element}")


@pytest.mark.parametrize(
    "element",
    [
        '<meta name="viewport" content="width=device-width, initial-scale=1" />',
        '<meta http-equiv="Content-Type" content="text/html">',
        '<META content="text/html; charset=UTF-8" http-equiv=content-type>',
        '<meta name="a" content="charset=latin1"><meta charset="utf-8">',
        '<link rel="icon" href="data:image/png;base64,AA=="><metadata><linker>',
        "<meta name='author' content='A http-equiv=refresh rel=preconnect'>",
        "&lt;meta http-equiv=refresh&gt;",
    ],
)
def test_what_asks_for_nothing_stays(element):
    assert confined(element) == META + element


@pytest.mark.parametrize(
    "element",
    [
        '<meta charset="iso-2022-jp">',
        "<META CHARSET = UTF-16>",
        '<meta charset="utf-8" charset="latin1">',
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-2022-jp">',
        '<meta content="charset=latin1" http-equiv="content-type">',
        '<meta content="text/html;charset=ut&#102;-16" http-equiv=" content-type">',
    ],
)
def test_a_page_may_name_no_other_encoding(element):
    with pytest.raises(SecurityError, match="a page is in UTF-8"):
        confined(f"<!doctype html><head>{element}")


@pytest.mark.parametrize("odd", [*range(9), 0xB, *range(0xE, 0x20), 0x7F, 0xD800])
def test_a_page_may_have_no_character_that_begins_another_encoding(odd):
    with pytest.raises(SecurityError, match=f"no page has: U\\+{odd:04X}$"):
        confined(f"<!doctype html><m{chr(odd)}(Beta http-equiv=refresh>")


def test_a_browser_would_follow_what_is_hidden_by_another_encoding(opened, server):
    address, asked = server
    hidden = f'<m\x1b(Beta http-equiv="refresh" content="1;url={address}/58">'
    page = f'<!doctype html><head><meta charset="iso-2022-jp">{META}{hidden}'

    with opened(page) as seen:
        seen.page.wait_for_url(f"{address}/58")

    assert "/58" in asked  # which is why it is refused
    with pytest.raises(SecurityError):
        confined(page)


@pytest.mark.parametrize("length", [0, 850])
def test_a_browser_reads_the_page_in_utf_8(opened, length):
    comment = f"<!--{'x' * length}-->"
    shown = "\u3053\u3093" * 99  # many bytes that are as likely in other encodings

    with opened(confined(f"{comment}<!doctype html><p>{shown}")) as seen:
        assert seen.page.evaluate("document.characterSet") == "UTF-8"
        assert seen.page.inner_text("p") == shown


def test_what_stands_before_the_head_may_not_push_the_encoding_out_of_sight():
    with pytest.raises(SecurityError, match="more than 900 bytes before its head"):
        confined("<!--" + "\u00fc" * 450 + "--><!doctype html>")


def test_such_a_mistake_is_told_with_the_file(tmp_path):
    with pytest.raises(
        BadDataError, match=r"^a\.html: http-equiv=\"refresh\" may make"
    ):
        made_of(tmp_path, '<meta http-equiv="refresh" content="0">')


def test_markdown_has_no_policy(tmp_path):
    (tmp_path / "a.md").write_text("# A\n", encoding="utf-8")

    made = render_text(small_document(), tmp_path.resolve() / "a.md", Kind.MARKDOWN)

    assert made == "# A\n"
