"""Words of visits at home. Whose home it is stands in sealed details under the visit's id."""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall.care.home_visits.model import Channel, Ground, Half, OtherWay, Result, State
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import Short
from hall.visits.messages import Day

Grounds = Annotated[tuple[Ground, ...], msgspec.Meta(max_length=3)]
StaffNumbers = Annotated[tuple[Short, ...], msgspec.Meta(max_length=3)]


class HomeVisitView(msgspec.Struct, frozen=True, kw_only=True):
    """One visit at home as staff boards see it. Nothing in it says whose home it is.

    Name, address, telephone and what to mind are sealed details (hall.records) under `id`. `day` is
    an ISO date, `booked_at` UTC, ISO 8601. `staff` are the numbers of those who go. `reminded`: the
    day before has come. `result` says how it ended.
    """

    id: str
    matter_id: str
    day: str
    half: Half
    state: State
    channel: Channel
    grounds: tuple[Ground, ...]
    booked_at: str
    staff: tuple[str, ...] = ()
    reminded: bool = False
    result: Result | None = None


class HomeSlotView(msgspec.Struct, frozen=True, kw_only=True):
    """A half day with room for `left` more visits."""

    day: str
    half: Half
    left: int


class FindHomeSlots(Command):
    """Which half days are free. Changes nothing."""

    station_id: Short


class BookHomeVisit(Command):
    """Somebody who cannot come is to be come to; what is said of age and illness is enough.

    `age_years` where it is known. The person's details follow, sealed, under the visit's id.
    """

    station_id: Short
    matter_id: Short
    day: Day
    half: Half
    channel: Channel
    grounds: Grounds
    age_years: Annotated[int, msgspec.Meta(ge=0, le=130)] | None = None


class OfferOtherWay(Command):
    """A matter cannot be done at home: that was explained, and another way was offered."""

    station_id: Short
    matter_id: Short
    way: OtherWay


class HomeVisitCommand(Command, kw_only=True):
    """A wish about one visit at home."""

    home_visit_id: Short
    station_id: Short


class ConfirmHomeVisit(HomeVisitCommand):
    """The person was rung up and expects us."""


class AssignHomeVisit(HomeVisitCommand):
    """These members of staff go; nobody for an empty list."""

    staff_numbers: StaffNumbers


class MoveHomeVisit(HomeVisitCommand):
    """Another day was agreed."""

    day: Day
    half: Half


class StartHomeVisit(HomeVisitCommand):
    """Those who go have set out, by two."""


class FinishHomeVisit(HomeVisitCommand):
    """They are back, and this came of it."""

    result: Result


class MissHomeVisit(HomeVisitCommand):
    """Nobody was met; another day is to be agreed."""


class CancelHomeVisit(HomeVisitCommand):
    """The person does not want it any more, or has come to the hall."""


class RemindOfHomeVisit(Command):
    """It is the working day before."""

    home_visit_id: str


class HomeVisitEvent(Event):
    """Something happened to a visit at home."""

    home_visit: HomeVisitView


class HomeVisitBooked(HomeVisitEvent):
    """A day was agreed."""


class HomeVisitConfirmed(HomeVisitEvent):
    """We are expected."""


class HomeVisitAssigned(HomeVisitEvent):
    """Others go than before."""


class HomeVisitMoved(HomeVisitEvent):
    """Another day was agreed."""


class HomeVisitReminded(HomeVisitEvent):
    """The working day before has come: ring up, print, see that two go."""


class HomeVisitStarted(HomeVisitEvent):
    """They have set out."""


class HomeVisitFinished(HomeVisitEvent):
    """They are back."""


class HomeVisitMissed(HomeVisitEvent):
    """Nobody was met."""


class HomeVisitCancelled(HomeVisitEvent):
    """It will not be."""


class OtherWayOffered(Event):
    """A matter that cannot be done at home was explained, with another way."""

    matter_id: str
    way: OtherWay


class HomeSlotsFound(Refusal):
    """The next half days with room; nothing has changed."""

    slots: tuple[HomeSlotView, ...]


class HomeSlotTaken(Refusal):
    """That half day is full, or nobody works then; these are free."""

    slots: tuple[HomeSlotView, ...]


class NotDoneAtHome(Refusal):
    """The list does not say of this matter that it is done at home; other ways are offered."""

    ways: tuple[OtherWay, ...]


class NoGroundSaid(Refusal):
    """Neither old enough, nor ill, nor hard to walk: ask once more, nobody has to prove it."""

    from_age: int


class NeedsTwoStaff(Refusal):
    """Nobody goes into a home alone."""

    assigned: int


class NoSuchHomeVisit(Refusal):
    """There is no such visit, or it is over."""


class WrongHomeVisitState(Refusal):
    """That cannot be done as the visit stands."""

    state: State


COMMANDS: tuple[type[Command], ...] = (
    FindHomeSlots,
    BookHomeVisit,
    OfferOtherWay,
    ConfirmHomeVisit,
    AssignHomeVisit,
    MoveHomeVisit,
    StartHomeVisit,
    FinishHomeVisit,
    MissHomeVisit,
    CancelHomeVisit,
)
INTERNAL: tuple[type[Command], ...] = (RemindOfHomeVisit,)
EVENTS: tuple[type[Event], ...] = (
    HomeVisitBooked,
    HomeVisitConfirmed,
    HomeVisitAssigned,
    HomeVisitMoved,
    HomeVisitReminded,
    HomeVisitStarted,
    HomeVisitFinished,
    HomeVisitMissed,
    HomeVisitCancelled,
    OtherWayOffered,
)
REFUSALS: tuple[type[Refusal], ...] = (
    HomeSlotsFound,
    HomeSlotTaken,
    NotDoneAtHome,
    NoGroundSaid,
    NeedsTwoStaff,
    NoSuchHomeVisit,
    WrongHomeVisitState,
)
