"""Words of how a service was. They know a number and nothing of the person who had it."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from hall.kernel.messages import PLAIN, Command, Event, Refusal
from hall.kernel.secret import Secret
from hall.tickets.messages import Short

Score = Annotated[int, msgspec.Meta(ge=1, le=5)]
"""From 1, very dissatisfied, to 5, very satisfied (GB/T 39734-2020 names the same five)."""

Channel = Literal["counter_screen", "keypad", "kiosk", "paper_by_guide"]
"""Where it was said. `paper_by_guide`: the elder wrote it, a guide only copied the paper."""

LOW_UP_TO = 2
"""A score up to this one asks for an answer from the hall."""

MOST_REASONS = 2


class FeelingView(msgspec.Struct, frozen=True, kw_only=True):
    """How one service was. `service_date` is the local date of its business day.

    `reasons` are ids of the hall's own list; `given_at` is UTC, ISO 8601. `version` counts what was
    said of this service: 1, then 2 where it was changed or a reason came after it.
    """

    ticket_id: str
    matter_id: str
    counter_id: str
    service_date: str
    score: Score
    reasons: tuple[str, ...]
    channel: Channel
    given_at: str
    version: int = 1


class FindService(Command):
    """Which service is meant: by the number on the slip, or by a card that is reduced at the door.

    `days_before` counts business days back from the last one; a card is known on its own day only.
    """

    station_id: Short
    number: Annotated[str, msgspec.Meta(max_length=12, pattern=PLAIN)] = ""
    id_number: Secret | None = None
    days_before: Annotated[int, msgspec.Meta(ge=0, le=5)] = 0


class GiveFeeling(Command):
    """Say how a service was; once more within some minutes corrects it or adds why."""

    station_id: Short
    ticket_id: Short
    score: Score
    channel: Channel
    reasons: Annotated[tuple[Short, ...], msgspec.Meta(max_length=MOST_REASONS)] = ()


class AcceptFeeling(Command):
    """The provincial system has this version of a feeling."""

    ticket_id: Short
    version: int


class FeelingEvent(Event):
    """Somebody said how a service was; carries it as it is now."""

    feeling: FeelingView


class FeelingGiven(FeelingEvent):
    """Somebody said how it was, for the first time."""


class FeelingChanged(FeelingEvent):
    """It was corrected, or a reason came after it."""


class FeelingWasLow(FeelingEvent):
    """A bad score: somebody must look into it. Said once for a service, after the event before."""


class FeelingAccepted(Event):
    """The provincial system has this version."""

    ticket_id: str
    version: int


class ServiceFound(Refusal):
    """The service that is meant; nothing has changed. `given`: it was said already how it was."""

    ticket_id: str
    number: str
    given: bool


class NoSuchService(Refusal):
    """No finished service is known by that."""


class NotAsked(Refusal):
    """After this matter nobody is asked how it was."""


class FeelingStands(Refusal):
    """It was said already, and the time or the one chance to change it is over."""


class NoSuchReason(Refusal):
    """The hall's list has no such reason, or it was named twice."""


class NothingToAccept(Refusal):
    """That version waits no more."""


COMMANDS: tuple[type[Command], ...] = (FindService, GiveFeeling)
INTERNAL: tuple[type[Command], ...] = (AcceptFeeling,)
EVENTS: tuple[type[Event], ...] = (FeelingGiven, FeelingChanged, FeelingWasLow, FeelingAccepted)
REFUSALS: tuple[type[Refusal], ...] = (
    ServiceFound,
    NoSuchService,
    NotAsked,
    FeelingStands,
    NoSuchReason,
    NothingToAccept,
)
