"""What hall.toml may say of how it was."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

EvaluationSystem = Literal["none", "folder", "webhook"]


class Feelings(Struct, frozen=True):
    """How people are asked how it was, and which system of the province is told.

    `ask_s` is how long the faces stand on a counter's screen, `change_minutes` how long an answer
    may be corrected once. `system` "folder" writes one JSON file for each answer into `folder`,
    "webhook" posts it to `url` with the bearer token of `token_file`. Where it is "none" this is
    the hall's own question, and no screen bears the name of the province's.
    """

    ask_s: Annotated[int, Meta(ge=10, le=120)] = 30
    change_minutes: Annotated[int, Meta(ge=1, le=60)] = 10
    system: EvaluationSystem = "none"
    folder: str = ""
    url: str = ""
    token_file: str = ""


class FeelingReason(Struct, frozen=True):
    """A reason that may be touched after a bad score: short, and about the hall."""

    id: Annotated[
        str, Meta(pattern=r"^[a-z][a-z0-9_-]{0,19}$", description="small letters, digits, - and _")
    ]
    name: Annotated[str, Meta(min_length=2, max_length=7)]
