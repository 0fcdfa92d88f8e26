"""What a kiosk is told at its start, and the board it shows before the hall has answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hall.boards.kiosk import KioskBoard
from hall.kernel.facts import HallFacts
from kiosk.reading import CardDesk
from kiosk.session import KioskTimes, Shelf
from kiosk.tongues import Tongue

if TYPE_CHECKING:
    from forms.papers.loading import FormBook


@dataclass(frozen=True)
class KioskSetup:
    """Everything the presenter needs; `new_id` makes command ids (uuid4).

    `headphones`: whether the loudspeaker has an output for headphones. `papers_id` is the printer
    for A4 papers, empty where there is none; it prints what is in the book `forms` opens.
    `camera_id` is the camera for papers.

    The first of `tongues` is the hall's own language.
    """

    station_id: str
    tongues: tuple[Tongue, ...]
    desk: CardDesk
    new_id: Callable[[], str]
    zone_name: str
    reader_id: str = "reader"
    printer_id: str = "printer"
    speaker_id: str = "speaker"
    times: KioskTimes = field(default=KioskTimes())
    shelf: Shelf = field(default=Shelf())
    headphones: bool = False
    papers_id: str = ""
    forms: Callable[[], FormBook] | None = None
    camera_id: str = ""


def empty_board(setup: KioskSetup) -> KioskBoard:
    """Return the board of a kiosk that has not heard from its hall yet."""
    facts = HallFacts(
        hall_id="", name="", zone_name=setup.zone_name, phone="", timezone="UTC", opens="",
        closes="", guide_desk="", digit_one="yao", series=(), counters=(), clerks=(), groups=(),
        matters=(),
    )  # fmt: skip
    return KioskBoard(station_id=setup.station_id, facts=facts)
