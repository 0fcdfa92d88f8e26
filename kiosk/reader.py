"""What the card reader says, for the visitor who stands there now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from devices.ports import CardEvent, CardSeen, CardUnreadable
from kiosk.flow import CARD_STARTS, SIDE_PAGES, TABLE

if TYPE_CHECKING:
    from kiosk.presenter import Presenter

_READS_BEFORE_OTHER_WAYS = 2


class Reader:
    """Takes cards for one presenter; anything of an earlier session is dropped."""

    def __init__(self, presenter: Presenter) -> None:
        self._on = presenter
        self._epoch: int | None = None

    def session(self, epoch: int) -> None:
        """Learn which reader session is the present visitor's."""
        self._epoch = epoch

    def says(self, event: CardEvent) -> None:
        """Take a card, or that one could not be read."""
        on = self._on
        if event.epoch != self._epoch:
            return
        if isinstance(event, CardSeen):
            self._seen(event)
        elif isinstance(event, CardUnreadable) and (on.page, "card_unreadable") in TABLE:
            on.touched_s = on.now_s
            failed = on.session.failed_reads + 1
            on.session = replace(on.session, failed_reads=failed, unreadable=event.code)
            unusable = failed >= _READS_BEFORE_OTHER_WAYS
            on.move("card_unusable" if unusable else "card_unreadable")

    def _seen(self, event: CardSeen) -> None:
        on = self._on
        if on.page == "say_card":
            on.saying.card(event.card.id_number)
            return
        if on.page not in CARD_STARTS or on.giving.waits:
            return
        if on.page in SIDE_PAGES and (on.session.known or on.session.ticket):
            return
        if on.page in ("slip", "accompanied"):
            on.forget(keeps_comfort=False)
        today = on.local.date() if on.local else None
        if today is None:
            return
        guest = on.setup.desk.guest(event.card, today, on.tongue.words)
        on.session = on.session.with_guest(guest)
        on.move("card_seen")
