"""What the displays tell the hall, in the application's thread."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Slot

from counter_display.resending import Resending
from devices.ports import DeviceStatus, status_word
from hall.calls.messages import CallSpoken
from hall.help.messages import ReportDevice, StatusWord
from hall.kernel.messages import Command
from ui_kit.bridge import HallBridge


class Telling(QObject):
    """Tells the hall things; what was not answered is told again once the link is back."""

    def __init__(
        self, bridge: HallBridge, station_id: str, new_id: Callable[[], str], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._station_id, self._new_id = station_id, new_id
        self._resending = Resending(bridge.send)
        bridge.answered.connect(self._answered)
        bridge.not_answered.connect(self._not_answered)
        bridge.link_changed.connect(self._link_changed)

    def send(self, command: Command) -> None:
        """Tell it as it is."""
        self._resending.send(command)

    def spoken(self, ticket_id: str, call_no: int) -> None:
        """A call was heard."""
        command_id, station_id = self._new_id(), self._station_id
        self._resending.send(
            CallSpoken(
                command_id=command_id, station_id=station_id, ticket_id=ticket_id, call_no=call_no
            )
        )

    @Slot(str, object)
    def device(self, device_id: str, status: DeviceStatus) -> None:
        """A device of this station is like this now."""
        word = msgspec.convert(status_word(status), type=StatusWord)
        command_id, station_id = self._new_id(), self._station_id
        self._resending.send(
            ReportDevice(
                command_id=command_id, station_id=station_id, device_id=device_id, status=word
            )
        )

    @Slot(object, object)
    def _answered(self, command: object, answer: object) -> None:
        del answer
        self._resending.answered(command)

    @Slot(object, object)
    def _not_answered(self, command: object, error: object) -> None:
        del error
        self._resending.not_answered(command)

    @Slot(bool)
    def _link_changed(self, linked: bool) -> None:
        if linked:
            self._resending.link_back()
