"""Which settings hold, and who says each of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from readiness.settings.keys import KEYS, OF_A_RUN, Variable
from readiness.settings.settled import Settings
from readiness.settings.toml import shown


class Source(StrEnum):
    """What kind of thing says a setting."""

    OPTION = "option"
    ENVIRONMENT = "environment"
    FILE = "file"
    BUILT_IN = "built_in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting that holds, and who says so.

    ``name`` is that of the option, of the variable, or of the file, whose ``line`` it
    is; it is empty for what is built in, whose ``value`` is in words. ``wrong`` says
    why nobody can use the value, if so.
    """

    key: str
    value: str
    source: Source
    name: str = ""
    line: int | None = None
    wrong: str = ""

    @property
    def origin(self) -> str:
        """Who says so, in words."""
        match self.source:
            case Source.OPTION:
                return f"option {self.name}"
            case Source.ENVIRONMENT:
                return f"environment variable {self.name}"
            case Source.FILE:
                return f"{self.name}, line {self.line}"
            case _:
                return "built in"


def settings_that_hold(settings: Settings) -> Iterator[Setting]:
    """Yield every setting there is, as it holds in this run."""
    for variable in (*KEYS.values(), *OF_A_RUN):
        yield _find(variable, settings)


def _find(key: Variable, settings: Settings) -> Setting:
    variable = key.said_by(settings.environ)
    if variable is None:
        return Setting(key=key.name, value=key.default, source=Source.BUILT_IN)
    text = settings.environ[variable]
    value = _in_words(variable, text)
    if variable in settings.taken:
        file, said = settings.taken[variable]
        source, name, line = Source.FILE, shown(file.path), said.line
        return Setting(key=key.name, value=value, source=source, name=name, line=line)
    option = settings.options.get(variable)
    return Setting(
        key=key.name,
        value=value,
        source=Source.OPTION if option else Source.ENVIRONMENT,
        name=option or variable,
        wrong=_what_is_wrong(key, text) if variable == key.variables[0] else "",
    )


def _what_is_wrong(key: Variable, text: str) -> str:
    try:
        key.check(text)
    except ValueError as wrong:
        return str(wrong)
    return ""


_FLAGS: Mapping[str, tuple[str, str]] = {  # what 0 means, and anything else
    "READINESS_ACCESSIBLE": ("no", "yes"),
    "ACCESSIBLE": ("no", "yes"),
    "READINESS_ASCII": ("no", "yes"),
    "READINESS_NO_INPUT": ("no", "yes"),
    "READINESS_DEBUG": ("no", "yes"),
    "NO_COLOR": ("never", "never"),
    "FORCE_COLOR": ("always", "always"),
}


def _in_words(variable: str, value: str) -> str:
    no, yes = _FLAGS.get(variable, (value, value))
    return no if value == "0" else yes
