"""What the guide desk sees: who needs a person, which device needs a hand, who has no paper."""

from __future__ import annotations

import msgspec

from hall.boards.agency import mandates_after
from hall.boards.attention import needs_to_see
from hall.boards.box import box_after
from hall.boards.floor import Floor, apply_to_floor, on_floor, people_after
from hall.boards.follow_up import follow_ups_after
from hall.boards.helping import asking_after, over_after, under_way_after
from hall.boards.home_visits import home_visits_after
from hall.boards.keeping import RECORD_EVENTS, details_after
from hall.boards.mail import mailings_after
from hall.boards.not_done import not_done_after
from hall.boards.pictures import PICTURE_EVENTS, pictures_after
from hall.boards.staffing import loans_after, sessions_after
from hall.boards.visits import Visits, in_visits, visits_after
from hall.calls.messages import CounterView
from hall.care.agency.messages import MandateEvent
from hall.care.agency.views import MandateView
from hall.care.follow_up.messages import FollowUpEvent, FollowUpView
from hall.care.home_visits.messages import HomeVisitEvent, HomeVisitView
from hall.care.mail.messages import MailingEvent, MailingView
from hall.care.not_done.messages import NotDoneEvent, NotDoneView
from hall.care.pictures.messages import PictureView
from hall.help.box_messages import BatchView, BoxEvent
from hall.help.messages import (
    DeviceReported,
    DeviceView,
    HelpEvent,
    HelpView,
    LoanEvent,
    LoanView,
)
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Event, Happened, Person
from hall.records.messages import DetailView
from hall.staff.messages import SessionEvent, SessionView
from hall.tickets.messages import VisitorsPurged

_HEARD = (
    HelpEvent,
    LoanEvent,
    BoxEvent,
    SessionEvent,
    DeviceReported,
    VisitorsPurged,
    *RECORD_EVENTS,
    MandateEvent,
    *PICTURE_EVENTS,
    HomeVisitEvent,
    MailingEvent,
    FollowUpEvent,
    NotDoneEvent,
)


class GuideBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The board of the guide desk; devices are keyed by station/device.

    `helps` ask still, with those `under_way` somebody is; of emergencies that are `over` the record
    is still to be printed. `sessions` are keyed by station,
    `details` and `pictures` by the blob that holds them.
    """

    facts: HallFacts
    floor: Floor = Floor()
    helps: dict[str, HelpView] = {}
    under_way: dict[str, HelpView] = {}
    over: dict[str, HelpView] = {}
    loans: dict[str, LoanView] = {}
    box: dict[str, BatchView] = {}
    sessions: dict[str, SessionView] = {}
    visits: Visits = Visits()
    details: dict[str, DetailView] = {}
    mandates: dict[str, MandateView] = {}
    pictures: dict[str, PictureView] = {}
    home_visits: dict[str, HomeVisitView] = {}
    mailings: dict[str, MailingView] = {}
    follow_ups: dict[str, FollowUpView] = {}
    not_done: dict[str, NotDoneView] = {}
    devices: dict[str, DeviceView] = {}
    people: dict[str, Person] = {}


def hears(event: Event, _board_id: str) -> bool:
    """Tell whether an event belongs to the feed of the guide desk."""
    return on_floor(event) or in_visits(event) or isinstance(event, _HEARD)


def apply(board: GuideBoard, happened: Happened) -> GuideBoard:
    """Return the board after one event."""
    event = happened.event
    return msgspec.structs.replace(
        board,
        floor=apply_to_floor(board.floor, event),
        people=people_after(board.people, board.floor, happened),
        helps=asking_after(board.helps, event),
        under_way=under_way_after(board.under_way, event),
        over=over_after(board.over, event),
        loans=loans_after(board.loans, event),
        box=box_after(board.box, event),
        sessions=sessions_after(board.sessions, event),
        visits=visits_after(board.visits, event),
        details=details_after(board.details, event),
        mandates=mandates_after(board.mandates, event),
        home_visits=home_visits_after(board.home_visits, event),
        mailings=mailings_after(board.mailings, event),
        follow_ups=follow_ups_after(board.follow_ups, event),
        not_done=not_done_after(board.not_done, event),
        pictures=pictures_after(board.pictures, event),
        devices=_devices_after(board.devices, event),
    )


def _devices_after(devices: dict[str, DeviceView], event: Event) -> dict[str, DeviceView]:
    if not isinstance(event, DeviceReported):
        return devices
    device = event.device
    return {**devices, f"{device.station_id}/{device.device_id}": device}


def silent_calls(board: GuideBoard) -> tuple[CounterView, ...]:
    """Return counters whose call was not heard: somebody must go and fetch."""
    return tuple(
        counter
        for counter in board.floor.counters.values()
        if counter.silent and counter.ticket_id is not None and counter.started_at is None
    )


def unheard_calls(board: GuideBoard) -> tuple[CounterView, ...]:
    """Return counters that call somebody who will not hear it: somebody must go and fetch."""
    found: list[CounterView] = []
    for counter in board.floor.counters.values():
        ticket = board.floor.tickets.get(counter.ticket_id or "")
        if ticket is None or ticket.state != "called":
            continue
        if needs_to_see(board.people.get(ticket.visitor_id)):
            found.append(counter)
    return tuple(found)


def troubled_devices(board: GuideBoard) -> tuple[DeviceView, ...]:
    """Return devices that need a hand, the longest in trouble first."""
    found = [seen for seen in board.devices.values() if seen.status not in ("ready", "unknown")]
    return tuple(sorted(found, key=lambda seen: seen.since))
