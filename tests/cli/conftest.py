import signal

import pytest
from time_machine import travel
from typer.testing import CliRunner

from readiness.cli import app
from readiness.responses import Form
from readiness.store.files import FolderStore
from tests.builders import NOON, a_response
from tests.cli.assessing import KNOWN, PACK, WHO
from tests.cli.commands import PACK as SHIPPED


@pytest.fixture(name="run")
def _run(monkeypatch, tmp_path):
    """Run the program with these words, on 22 November 2026, in an empty folder."""
    folder = tmp_path / "payments-api"
    folder.mkdir()
    monkeypatch.chdir(folder)

    def run(*words, **settings):
        return CliRunner().invoke(app, words, prog_name="readiness", **settings)

    with travel(NOON, tick=False):
        yield run


@pytest.fixture(name="filled")
def _filled(run):
    """Keep an answer to every question of a form of the shipped pack."""
    from readiness.pack.catalog import DEFAULT_PACK, find_pack

    def fill(form, level=2):
        questions = find_pack(DEFAULT_PACK).questions()
        asked = [q.id for q in questions if form == "full" or q.quick]
        lines = [f"form: {form}", "answers:", *(f"  {id_}: {level}" for id_ in asked)]
        result = run("import", "-", input="\n".join(lines))
        assert result.exit_code == 0, result.output

    return fill


@pytest.fixture
def store(own_store):
    return FolderStore(own_store)


@pytest.fixture
def write(tmp_path):
    """Write an answers file and return its path."""

    def write_file(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file


@pytest.fixture
def begun(store):
    """Keep a response with a complete profile, and the answers a test gives."""

    def begin(answers=(), **fields):
        response = a_response(PACK, profile=KNOWN, **fields)
        store.archive(PACK)
        store.save(response.model_copy(update={"answers": dict(answers)}))

    return begin


@pytest.fixture
def lines():
    """Run it in this process, with these lines as its input."""
    kinds = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
    before = {kind: signal.getsignal(kind) for kind in kinds}

    def run(text, *options):
        arguments = ["assess", *WHO, "--ui", "plain", *options]
        return CliRunner().invoke(app, arguments, input=text)

    yield run
    for kind, handler in before.items():
        signal.signal(kind, handler)


@pytest.fixture(name="kept")
def _kept(store, run):
    """Keep answers of some people for a period; returns the program."""

    def keep(period, *levels, pack=SHIPPED, role="", form=Form.FULL, **others):
        store.archive(pack)
        ids = [q.id for q in pack.questions() if form.asks(q)]
        for n, level in enumerate(levels):
            response = a_response(pack, respondent=f"person-{n}", form=form)
            answers = {id_: {"level": level, "at": NOON} for id_ in ids} | others
            wire = {**response.model_dump(mode="json"), "role": role, "period": period}
            store.save(type(response).model_validate({**wire, "answers": answers}))
        return run

    return keep
