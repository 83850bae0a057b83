import sys
from pathlib import Path

import pytest
from platformdirs import user_config_path

from readiness.settings.person import person_file


@pytest.mark.parametrize("config", ["/somewhere/config", "", " ", None])
def test_the_file_is_where_platformdirs_says(monkeypatch, config):
    if config is None:
        monkeypatch.delenv("XDG_CONFIG_HOME")
    else:
        monkeypatch.setenv("XDG_CONFIG_HOME", config)

    assert person_file() == user_config_path("readiness") / "config.toml"


def test_other_systems_are_asked_for_their_place(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")

    assert person_file() == user_config_path("readiness") / "config.toml"


def test_nobody_needs_a_home(monkeypatch):
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", "/nowhere")

    assert person_file() == Path("/nowhere/.config/readiness/config.toml")
