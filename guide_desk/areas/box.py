"""The medicine box: what is looked at on quiet days, so that it is good on the other one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from guide_desk.areas.base import Area, Told
from guide_desk.box import pages
from guide_desk.box.typed import MOST_PIECES, digits_of, last_day
from guide_desk.desk import Desk
from guide_desk.leaves import Turned
from guide_desk.shell_views import Page
from hall.boards.box import warned_of
from hall.boards.guide import GuideBoard
from hall.help.box_messages import BatchView, CheckBox, StockBox
from hall.kernel.messages import Command, Event, Refusal

ID = "box"
Step = Literal["list", "batch", "items", "day", "count"]
_BACK: dict[Step, Step] = {"batch": "list", "items": "list", "day": "items"}


@dataclass(frozen=True)
class _Open:
    """What lies open: a batch that is looked at, or what is put in and until when it is good."""

    step: Step = "list"
    batch_id: str = ""
    item_id: str = ""
    expires_on: str = ""
    digits: str = ""


class BoxArea(Area):
    """A batch is put in with three answers: what, until when, how many; later it is looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._leaf = Turned()
        self._open = _Open()
        self._under_way = ""
        """The id of the command whose answer is waited for."""
        self.deeds = {
            "box_open": lambda batch_id: self._show(_Open("batch", batch_id)),
            "box_new": lambda _: self._show(_Open("items")),
            "box_item": lambda item_id: self._show(_Open("day", item_id=item_id)),
            "box_digit": lambda digit: self._type(self._open.digits + digit),
            "box_edited": self._type,
            "box_erase": lambda _: self._type(self._open.digits[:-1]),
            "box_written": lambda _: self._written(),
            "box_there": lambda _: self._check(None),
            "box_count": lambda _: self._show(replace(self._open, step="count", digits="")),
            "box_out": lambda _: self._check(0),
            "box_turn": lambda number: self._leaf.to(number, desk.now_s),
        }

    def page(self, utc: datetime) -> Page:
        """Return what lies open, else what is in the box."""
        desk, here = self.desk, self._open
        words, board, busy = desk.words, desk.hall, bool(self._under_way)
        batch = self._batch()
        if here.step == "batch" and batch is not None:
            own_id = desk.setup.station_id
            return pages.batch_page(words, board, batch, own_id, under_way=busy)
        if here.step == "items":
            return pages.items_view(words, board, self._leaf.number)
        if here.step in ("day", "count"):
            item = pages.item_of(board, batch.item_id if batch else here.item_id)
            if here.step == "count":
                return pages.count_view(words, item, here.digits, under_way=busy)
            today = utc.astimezone(ZoneInfo(board.facts.timezone)).date()
            return pages.day_view(words, item, here.digits, today)
        return pages.box_view(words, board, self._leaf.number)

    def told(self, utc: datetime) -> Told:
        """Tell what is to be replaced, and before all what may not be used any more."""
        del utc
        warned = warned_of(self.desk.hall.box)
        if any(batch.state == "expired" for batch in warned):
            return Told(len(warned), "call", self.desk.words.get("rail_box_expired"))
        return Told(len(warned), words=self.desk.words.get("rail_box_soon") if warned else "")

    def typed(self, text: str) -> None:
        """Take a digit of a keyboard."""
        if self._open.step in ("day", "count"):
            self._type(self._open.digits + text)

    def back(self) -> bool:
        """Take one step back."""
        here = self._open
        if here.step == "list":
            return False
        before: Step = "batch" if here.batch_id else "day"
        self._show(replace(here, step=_BACK.get(here.step, before), digits=""))
        return True

    def tick(self, now_s: float) -> None:
        """Turn the leaves back after a while."""
        self._leaf.tick(now_s)

    def board_changed(self, before: GuideBoard | None) -> None:
        """A batch that was taken out elsewhere has no page any more."""
        del before
        if self._open.batch_id and self._batch() is None:
            self._show(_Open())

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Go back to the box where it was done."""
        if command.command_id != self._under_way:
            return
        self._under_way = ""
        if not isinstance(message, Refusal):
            self._show(_Open())
            self.desk.say("box_written_down")

    def refused(self, command: Command) -> None:
        """The keys come back."""
        if command.command_id == self._under_way:
            self._under_way = ""

    def _batch(self) -> BatchView | None:
        return self.desk.hall.box.get(self._open.batch_id)

    def _show(self, what: _Open) -> None:
        if what.step != self._open.step:
            self._leaf.back()
        self._open = what

    def _type(self, text: str) -> None:
        most = pages.DAY_DIGITS if self._open.step == "day" else MOST_PIECES
        self._open = replace(self._open, digits=digits_of(text, most))

    def _written(self) -> None:
        here = self._open
        if here.step == "day":
            day = last_day(here.digits)
            if day is not None:
                self._show(replace(here, step="count", expires_on=day.isoformat(), digits=""))
            return
        quantity = int(here.digits or 0)
        if quantity and here.batch_id:
            self._check(quantity)
        elif quantity:
            self._send(
                StockBox(
                    command_id=self.desk.setup.new_id(),
                    station_id=self.desk.setup.station_id,
                    item_id=here.item_id,
                    quantity=quantity,
                    expires_on=here.expires_on,
                )
            )

    def _check(self, quantity: int | None) -> None:
        """Say how many are there; as many as before where nothing else is said."""
        batch = self._batch()
        if batch is not None:
            self._send(
                CheckBox(
                    command_id=self.desk.setup.new_id(),
                    station_id=self.desk.setup.station_id,
                    batch_id=batch.id,
                    quantity=batch.quantity if quantity is None else quantity,
                )
            )

    def _send(self, command: Command) -> None:
        if not self._under_way:
            self._under_way = command.command_id
            self.desk.send(command)
