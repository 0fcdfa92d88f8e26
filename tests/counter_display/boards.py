"""Boards made by hand: who stands where, without a hall behind it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from hall.boards.counter import CounterBoard
from hall.boards.floor import Floor
from hall.boards.hall import HallBoard
from hall.calls.messages import CounterView, TicketCalled
from hall.kernel.facts import CounterFact, HallFacts
from hall.kernel.messages import Happened
from hall.tickets.messages import TicketView
from tests.helpers.facts import FACTS as SMALL_FACTS
from ui_kit.panel import Panel
from ui_kit.strings import Strings, load_room
from ui_kit.theme import Theme, build_theme

ASSETS = Path(__file__).parents[2] / "assets"
COUNTER_32 = Panel(708, 398, 1920, 1080, view_mm=4000)
BOARD_55 = Panel(1210, 681, 1920, 1080, view_mm=8000)
AT_0940 = datetime(2026, 11, 23, 1, 40, tzinfo=UTC)
LOCAL = AT_0940.astimezone(ZoneInfo("Asia/Shanghai"))

FACTS: HallFacts = msgspec.structs.replace(
    SMALL_FACTS,
    counters=tuple(
        CounterFact(
            id=f"c{n}", window_number=n, name="综合", serves=("general",),
            sound_zone="hall" if n < 7 else "upstairs",
        )
        for n in (1, 2, 3, 4, 5, 6, 7, 12)
    ),
    announcers={"hall": "board-1", "upstairs": "board-2"},
)  # fmt: skip


def words() -> Strings:
    return load_room(ASSETS / "strings", "display")


def ticket(number: str, state: str = "called", **more: Any) -> TicketView:
    series = next((one.id for one in FACTS.series if number.startswith(one.prefix)), "pu")
    return msgspec.convert(
        {
            "id": f"t-{number}", "number": number, "series": series, "matter_id": "m-pension",
            "queue": "general", "priority": "age_60", "reason": "card", "state": state,
            "ahead": None, "where": "seats", "taken_at": AT_0940.isoformat(),
            "visitor_id": "v", "station_id": "kiosk-1", "behalf_of": None,
            "print_state": "printed", "counter_id": None, "call_no": 0,
            "order": (1, 0, 0.0, 1), **more,
        },
        type=TicketView,
    )  # fmt: skip


def counter(counter_id: str, held: TicketView | None = None, seq: int = 1, **more: Any) -> Any:
    serving = held is not None and held.state == "serving"
    known: dict[str, Any] = {
        "id": counter_id, "state": "open", "clerk_id": "k1",
        "ticket_id": held.id if held else None, "call_no": 1 if held else 0,
        "called_at": AT_0940.isoformat() if held else None,
        "started_at": AT_0940.isoformat() if serving else None, "call_seq": seq if held else 0,
    }  # fmt: skip
    return CounterView(**{**known, **more})


def floor(
    counters: list[CounterView], tickets: list[TicketView], day_id: str | None = "d1"
) -> Floor:
    return Floor(
        day_id=day_id,
        date="2026-11-23",
        tickets={one.id: one for one in tickets},
        counters={one.id: one for one in counters},
    )


def counter_board(
    held: TicketView | None = None, counter_id: str = "c3", day_id: str | None = "d1", **more: Any
) -> CounterBoard:
    here = counter(counter_id, held, **more)
    return CounterBoard(
        counter_id=counter_id, facts=FACTS, floor=floor([here], [held] if held else [], day_id)
    )


def hall_board(
    calls: list[tuple[str, str]], waiting: tuple[str, ...] = ("老015", "老017"), **more: Any
) -> HallBoard:
    """`calls` are (number, counter) from the oldest call to the newest."""
    called = [ticket(number) for number, _ in calls]
    counters = [
        counter(where, one, seq=place + 1)
        for place, (one, (_, where)) in enumerate(zip(called, calls, strict=True))
    ]
    queued = [
        ticket(number, "waiting", order=(1, 0, 0.0, place)) for place, number in enumerate(waiting)
    ]
    return HallBoard(facts=FACTS, floor=floor(counters, called + queued, **more))


def call_event(number: str, counter_id: str, seq: int, call_no: int = 1, **more: Any) -> Happened:
    called = ticket(number, counter_id=counter_id, call_no=call_no, **more)
    event = TicketCalled(
        ticket=called,
        counter_id=counter_id,
        counter=counter(counter_id, called, seq=seq, call_no=call_no),
        call_no=call_no,
    )
    return Happened(seq=seq, prev=seq - 1, at=AT_0940.isoformat(), event=event)


def theme_for(panel: Panel) -> Theme:
    return build_theme(ASSETS, panel)
