"""Words of the medicine box: what is in it, how long it is good, and who has looked."""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall.help.box_model import BatchState
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import Short

Quantity = Annotated[int, msgspec.Meta(ge=1, le=99)]
Left = Annotated[int, msgspec.Meta(ge=0, le=99)]
LastDay = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


class BatchView(msgspec.Struct, frozen=True, kw_only=True):
    """Some pieces of one thing with the same last day, an ISO date.

    `checked_by` is the staff number of who looked last, or the station where nobody signs in.
    """

    id: str
    item_id: str
    quantity: int
    expires_on: str
    state: BatchState
    checked_by: str
    checked_at: str


class StockBox(Command):
    """Something was put into the box, or found in it."""

    station_id: Short
    item_id: Short
    quantity: Quantity
    expires_on: LastDay


class CheckBox(Command):
    """Somebody looked: so many pieces of a batch are there; with none left it is taken out."""

    station_id: Short
    batch_id: Short
    quantity: Left


class WarnOfBatch(Command):
    """The last day of a batch comes near."""

    batch_id: Short


class ExpireBatch(Command):
    """The last day of a batch is over."""

    batch_id: Short


class BoxEvent(Event):
    """Something happened to what is in the box."""

    batch: BatchView


class BoxStocked(BoxEvent):
    """A batch is in the box."""


class BoxChecked(BoxEvent):
    """Somebody looked at a batch, or took it out."""


class BatchEnding(BoxEvent):
    """A batch is to be replaced: a month is left."""


class BatchExpired(BoxEvent):
    """A batch may not be used any more."""


class NotForTheBox(Refusal):
    """The hall's box holds no such thing."""


class NoSuchBatch(Refusal):
    """That batch is not in the box, or not any more."""


class PastItsDay(Refusal):
    """What is past its last day does not go into the box; or there is no such day."""


COMMANDS: tuple[type[Command], ...] = (StockBox, CheckBox)
INTERNAL: tuple[type[Command], ...] = (WarnOfBatch, ExpireBatch)
EVENTS: tuple[type[Event], ...] = (BoxStocked, BoxChecked, BatchEnding, BatchExpired)
REFUSALS: tuple[type[Refusal], ...] = (NotForTheBox, NoSuchBatch, PastItsDay)
