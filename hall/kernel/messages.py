"""What is said to the hall and by it: commands, events and refusals.

Commands are imperative, events past tense, refusals say why nothing changed. All are frozen
msgspec structs tagged by `kind`, so one definition serves code, wire and storage.
"""

from __future__ import annotations

from typing import Annotated, Literal, dataclass_transform

import msgspec

from hall.kernel.secret import Secret

PLAIN = r"^(?![\s\S]*[\x00-\x1f\x7f])"
"""Text without control characters: no database chokes on it and no line of a log breaks."""

SECRET_LIMIT = 64
"""Characters a personal text may have."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Message(msgspec.Struct, frozen=True, kw_only=True, tag=True, tag_field="kind"):
    """Anything said to the hall or by it; its class name is its `kind`."""


class Command(Message, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody wants something. `command_id` is made where the finger pressed (uuid4)."""

    command_id: Annotated[str, msgspec.Meta(min_length=1, max_length=64, pattern=PLAIN)]


class Event(Message):
    """Something happened and is stored. Carries nothing that names a person."""


class Refusal(Message):
    """Nothing was changed, and this is why. An ordinary answer, not an error."""


class Answer(msgspec.Struct, frozen=True):
    """The hall's answer to one command; `seq` is the hall's place after it."""

    seq: int
    message: Event | Refusal


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """What staff may know of a visitor: joined into staff boards when they are read.

    `sex` is the GB/T 2261.1 code; `age_band` is under_60, 60_79, 80_plus or empty when unknown.
    """

    surname: str = ""
    sex: int = 0
    age_band: str = ""
    needs: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Never print who it is."""
        return "Person(…)"


Attention = Literal["", "flash"]
"""How a public screen is to call somebody. It never says why."""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """One event as a follower gets it; `prev` is the place the follower stood at before.

    `at` is UTC, ISO 8601. `people` is filled for staff roles only, keyed by visitor_id;
    `attention` for the screens that show calls only.
    """

    seq: int
    prev: int
    at: str
    event: Event
    people: dict[str, Person] = {}
    attention: Attention = ""


class StandsAt(msgspec.Struct, frozen=True):
    """Heartbeat of the feed: everything up to `seq` has been said."""

    seq: int


class MustSnapshot(msgspec.Struct, frozen=True):
    """Resuming is not possible any more; take a snapshot."""

    seq: int


FeedItem = Happened | StandsAt | MustSnapshot


def encode_hook(value: object) -> object:
    """Reveal secrets towards the wire; used by clients only."""
    if isinstance(value, Secret):
        return value.reveal()
    raise NotImplementedError(f"{type(value).__name__} has no form on the wire")


def decode_hook(expected: type, value: object) -> object:
    """Wrap personal texts as they come in."""
    if expected is Secret:
        if not isinstance(value, str):
            raise TypeError("Expected `str`")
        if len(value) > SECRET_LIMIT:
            raise ValueError(f"Expected `str` of length <= {SECRET_LIMIT}")
        return Secret(value)
    raise NotImplementedError(f"{expected.__name__} has no form on the wire")
