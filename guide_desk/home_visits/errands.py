"""What the book of visits at home asks of the hall. Pure."""

from __future__ import annotations

from collections.abc import Collection
from typing import get_args

from guide_desk.desk import Desk
from guide_desk.home_visits.draft import Draft
from hall.care.home_visits.messages import (
    AssignHomeVisit,
    BookHomeVisit,
    CancelHomeVisit,
    ConfirmHomeVisit,
    FindHomeSlots,
    FinishHomeVisit,
    HomeVisitCommand,
    MissHomeVisit,
    MoveHomeVisit,
    OfferOtherWay,
    StartHomeVisit,
)
from hall.care.home_visits.model import Half, OtherWay, Result
from hall.kernel.messages import Command

_DEEDS: dict[str, type[HomeVisitCommand]] = {
    "home_confirm": ConfirmHomeVisit,
    "home_start": StartHomeVisit,
    "home_miss": MissHomeVisit,
    "home_cancel": CancelHomeVisit,
}
"""Keys whose command says nothing but which visit."""
_KEYS: dict[type[Command], str] = {
    **{kind: deed for deed, kind in _DEEDS.items()},
    AssignHomeVisit: "home_staff",
    MoveHomeVisit: "home_move",
    FinishHomeVisit: "home_finish",
}


class HomeErrands:
    """Commands of this desk about visits at home; each goes again until it is answered."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._new_id, self._station = desk.setup.new_id, desk.setup.station_id

    def ask_slots(self) -> None:
        """Ask which half days are free."""
        self._desk.send(FindHomeSlots(command_id=self._new_id(), station_id=self._station))

    def book(self, draft: Draft) -> None:
        """Agree on a visit; nothing while a half day is not chosen."""
        if draft.slot is None:
            return
        self._desk.send(
            BookHomeVisit(
                command_id=self._new_id(), station_id=self._station, matter_id=draft.matter_id,
                day=draft.slot.day, half=draft.slot.half, channel=draft.channel,
                grounds=draft.grounds,
            )
        )  # fmt: skip

    def offer(self, matter_id: str, way: str) -> None:
        """Put on record which other way was offered."""
        known: OtherWay | None = next((one for one in get_args(OtherWay) if one == way), None)
        if known is not None:
            self._desk.send(
                OfferOtherWay(
                    command_id=self._new_id(), station_id=self._station, matter_id=matter_id,
                    way=known,
                )
            )  # fmt: skip

    def do(self, deed: str, visit_id: str) -> None:
        """Do what a key does that says nothing but which visit."""
        self._desk.send(
            _DEEDS[deed](
                command_id=self._new_id(), station_id=self._station, home_visit_id=visit_id
            )
        )

    def assign(self, visit_id: str, numbers: Collection[str]) -> None:
        """Say who goes."""
        self._desk.send(
            AssignHomeVisit(
                command_id=self._new_id(), station_id=self._station, home_visit_id=visit_id,
                staff_numbers=tuple(numbers),
            )
        )  # fmt: skip

    def move(self, visit_id: str, day: str, half: Half) -> None:
        """Agree on another half day."""
        self._desk.send(
            MoveHomeVisit(
                command_id=self._new_id(), station_id=self._station, home_visit_id=visit_id,
                day=day, half=half,
            )
        )  # fmt: skip

    def finish(self, visit_id: str, result: str) -> None:
        """Put on record what came of it."""
        known: Result | None = next((one for one in get_args(Result) if one == result), None)
        if known is not None:
            self._desk.send(
                FinishHomeVisit(
                    command_id=self._new_id(), station_id=self._station, home_visit_id=visit_id,
                    result=known,
                )
            )  # fmt: skip

    def busy(self, visit_id: str) -> frozenset[str]:
        """Return the keys of a visit whose command is on its way."""
        return frozenset(
            _KEYS[type(one)]
            for one in self._desk.outbox.commands()
            if isinstance(one, HomeVisitCommand) and one.home_visit_id == visit_id
        )

    def booking(self) -> bool:
        """Tell whether a visit is just being agreed."""
        return any(isinstance(one, BookHomeVisit) for one in self._desk.outbox.commands())
