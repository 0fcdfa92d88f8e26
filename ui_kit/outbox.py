"""Commands on their way to the hall: each is sent again, unchanged, until it is answered."""

from __future__ import annotations

from dataclasses import dataclass

from hall.kernel.messages import Command

RETRY_S = 1.0


@dataclass
class _Waiting:
    command: Command
    personal: bool
    asked_s: float
    sent: bool


class Outbox:
    """What was not answered yet. Times are seconds of the presenter's clock."""

    def __init__(self) -> None:
        self._waiting: dict[str, _Waiting] = {}

    def add(self, command: Command, now_s: float, *, personal: bool = False) -> None:
        """Take a command that is being sent now."""
        self._waiting[command.command_id] = _Waiting(command, personal, now_s, sent=True)

    def answered(self, command_id: str) -> Command | None:
        """Take a command out; None when nobody waits for it any more."""
        waiting = self._waiting.pop(command_id, None)
        return waiting.command if waiting else None

    def failed(self, command_id: str, now_s: float) -> None:
        """No answer came: the same command goes again later."""
        waiting = self._waiting.get(command_id)
        if waiting:
            waiting.sent, waiting.asked_s = False, now_s

    def due(self, now_s: float) -> tuple[Command, ...]:
        """Return what must be sent again now and count it as sent."""
        again = [
            waiting
            for waiting in self._waiting.values()
            if not waiting.sent and now_s - waiting.asked_s >= RETRY_S
        ]
        for waiting in again:
            waiting.sent, waiting.asked_s = True, now_s
        return tuple(waiting.command for waiting in again)

    def forget_personal(self) -> None:
        """Drop what carries somebody's data; if the hall did carry it out, its board says so."""
        self._waiting = {key: seen for key, seen in self._waiting.items() if not seen.personal}

    def holds(self, command_id: str) -> bool:
        """Tell whether this command still waits for its answer."""
        return command_id in self._waiting

    def commands(self) -> tuple[Command, ...]:
        """Return everything that waits for an answer."""
        return tuple(waiting.command for waiting in self._waiting.values())
