"""What the guide desk sees: who needs a person, which device needs a hand, who has no paper."""

from __future__ import annotations

import msgspec

from hall.boards.floor import Floor, apply_to_floor, on_floor, people_after
from hall.calls.messages import CounterView
from hall.help.messages import DeviceReported, DeviceView, HelpEvent, HelpView
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Event, Happened, Person
from hall.tickets.messages import VisitorsPurged


class GuideBoard(msgspec.Struct, frozen=True, kw_only=True):
    """The board of the guide desk; devices are keyed by station/device."""

    facts: HallFacts
    floor: Floor = Floor()
    helps: dict[str, HelpView] = {}
    devices: dict[str, DeviceView] = {}
    people: dict[str, Person] = {}


def hears(event: Event, _board_id: str) -> bool:
    """Tell whether an event belongs to the feed of the guide desk."""
    return on_floor(event) or isinstance(event, HelpEvent | DeviceReported | VisitorsPurged)


def apply(board: GuideBoard, happened: Happened) -> GuideBoard:
    """Return the board after one event."""
    event = happened.event
    board = msgspec.structs.replace(
        board,
        floor=apply_to_floor(board.floor, event),
        people=people_after(board.people, board.floor, happened),
    )
    if isinstance(event, HelpEvent):
        helps = {key: seen for key, seen in board.helps.items() if key != event.help.id}
        if event.help.state != "acknowledged":
            helps[event.help.id] = event.help
        return msgspec.structs.replace(board, helps=helps)
    if isinstance(event, DeviceReported):
        device = event.device
        devices = {**board.devices, f"{device.station_id}/{device.device_id}": device}
        return msgspec.structs.replace(board, devices=devices)
    return board


def silent_calls(board: GuideBoard) -> tuple[CounterView, ...]:
    """Return counters whose call was not heard: somebody must go and fetch."""
    return tuple(
        counter
        for counter in board.floor.counters.values()
        if counter.silent and counter.ticket_id is not None and counter.started_at is None
    )


def troubled_devices(board: GuideBoard) -> tuple[DeviceView, ...]:
    """Return devices that need a hand, the longest in trouble first."""
    found = [seen for seen in board.devices.values() if seen.status not in ("ready", "unknown")]
    return tuple(sorted(found, key=lambda seen: seen.since))
