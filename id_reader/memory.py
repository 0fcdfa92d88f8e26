"""A card reader without a wire, for tests of screens."""

from __future__ import annotations

from collections.abc import Callable

from devices.ports import (
    CardEvent,
    CardSeen,
    CardTaken,
    CardUnreadable,
    DeviceStatus,
    IdCard,
    Ready,
)
from id_reader.sdt.status import Unreadable


class MemoryCardReader:
    """A CardReader whose plate is in the hands of the test; reports in the caller's thread."""

    def __init__(self) -> None:
        self.epoch = 1
        self._plate: IdCard | Unreadable | None = None
        self._left_over = False
        self._on_card: Callable[[CardEvent], None] | None = None
        self._on_status: Callable[[DeviceStatus], None] | None = None

    def start(
        self,
        on_card: Callable[[CardEvent], None],
        on_status: Callable[[DeviceStatus], None],
    ) -> None:
        """Report Ready, and a card that lies there already."""
        self._on_card, self._on_status = on_card, on_status
        on_status(Ready())
        self._look()

    def new_session(self) -> int:
        """Begin the next session; a card on the plate must be taken away first."""
        self.epoch += 1
        self._left_over = self._plate is not None
        return self.epoch

    def stop(self) -> None:
        """Report nothing any more."""
        self._on_card = self._on_status = None

    def place(self, card: IdCard) -> None:
        """Lay a card on the plate."""
        self._lay(card)

    def place_unreadable(self, code: Unreadable) -> None:
        """Lay something on the plate that cannot be used."""
        self._lay(code)

    def take(self) -> None:
        """Take away what lies there."""
        if self._plate is None:
            return
        self._plate, self._left_over = None, False
        self._tell(CardTaken(self.epoch))

    def set_status(self, status: DeviceStatus) -> None:
        """Report a status, for instance Offline."""
        if self._on_status is not None:
            self._on_status(status)

    def _lay(self, thing: IdCard | Unreadable) -> None:
        self.take()
        self._plate = thing
        self._look()

    def _look(self) -> None:
        if self._plate is None or self._left_over:
            return
        if isinstance(self._plate, IdCard):
            self._tell(CardSeen(self._plate, self.epoch))
        else:
            self._tell(CardUnreadable(self._plate, self.epoch))

    def _tell(self, event: CardEvent) -> None:
        if self._on_card is not None:
            self._on_card(event)
