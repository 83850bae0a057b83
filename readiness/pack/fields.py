"""The kinds of values that packs and responses are made of."""

from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
)

from readiness.plaintext import refuse_controls

LEVELS = 5  #: levels 0 to 4

Slug = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
]
FlagName = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)
]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$", max_length=40)]
RefId = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{2,3}$")]
Level = Annotated[int, Field(ge=0, le=LEVELS - 1, strict=True)]
Weight = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Text = Annotated[str, AfterValidator(refuse_controls)]
Line = Annotated[
    Text, StringConstraints(min_length=1, max_length=240, pattern=r"^[^\n]+$")
]
Label = Annotated[
    Text, StringConstraints(min_length=1, max_length=24, pattern=r"^[^\n]+$")
]
# nothing that could end a link in a terminal, in Markdown or in HTML
Url = Annotated[
    Text, StringConstraints(max_length=480, pattern=r'^https://[^\s<>()\\"`]+$')
]
Prose = Annotated[Text, StringConstraints(min_length=1, max_length=1200)]


class Record(BaseModel):
    """A value that was read from a file: checked once, never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
