"""Commands whose answer was lost, sent again as they were once the link is back. Pure."""

from __future__ import annotations

from collections.abc import Callable

from hall.help.messages import ReportDevice
from hall.kernel.messages import Command

MOST_KEPT = 200


class Resending:
    """Keeps what was not answered; of reports about one device only the last one matters."""

    def __init__(self, send: Callable[[Command], None]) -> None:
        self._send = send
        self._kept: dict[str, Command] = {}

    def send(self, command: Command) -> None:
        """Send a command; an older report about the same device is forgotten."""
        if isinstance(command, ReportDevice):
            self._forget_reports_of(command.device_id)
        self._send(command)

    def answered(self, command: object) -> None:
        """The hall has it."""
        if isinstance(command, Command):
            self._kept.pop(command.command_id, None)

    def not_answered(self, command: object) -> None:
        """Keep it for when the link is back."""
        if isinstance(command, Command):
            self._kept[command.command_id] = command
            while len(self._kept) > MOST_KEPT:
                del self._kept[next(iter(self._kept))]

    def link_back(self) -> None:
        """Send everything that was not answered once more, in its order."""
        for command in tuple(self._kept.values()):
            self._send(command)

    def _forget_reports_of(self, device_id: str) -> None:
        for kept in tuple(self._kept.values()):
            if isinstance(kept, ReportDevice) and kept.device_id == device_id:
                del self._kept[kept.command_id]
