import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no failure. In CI the examples are the same in every run, so that
# the coverage of a commit does not hang on luck.
settings.register_profile(
    "patient",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("patient")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden", action="store_true", help="accept what is rendered now"
    )


@pytest.fixture
def assert_golden(request):
    """Compare a text with its golden file, or accept it with --update-golden."""

    def check(rendered, name):
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):  # pragma: no cover - by hand
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(rendered, encoding="utf-8")
        assert rendered == path.read_text(encoding="utf-8")

    return check


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    """Keep every test away from the developer's own answers and settings."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for name in ("TEAM", "PERIOD", "ACCESSIBLE", "ASCII", "UI", "PACK", "RESPONDENT"):
        monkeypatch.delenv(f"READINESS_{name}", raising=False)
    for name in ("CONFIG", "COLOR", "NO_INPUT", "PAGER"):
        monkeypatch.delenv(f"READINESS_{name}", raising=False)
    for name in ("NO_COLOR", "FORCE_COLOR", "ACCESSIBLE", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("READINESS_HOME", str(tmp_path / "answers"))
    return tmp_path / "answers"
