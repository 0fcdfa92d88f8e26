"""Where the guide said to go, and the red key of the desk itself. Pure."""

from __future__ import annotations

from collections.abc import Callable

from guide_desk.setup import GuideSetup
from guide_desk.tasks import Errands
from hall.boards.guide import GuideBoard
from hall.help.messages import AcknowledgeHelp, HelpAcknowledged, HelpView, RequestHelp
from hall.kernel.messages import Command

GOING_S = 120.0
"""How long the desk remembers where the guide went."""
SETTLE_S = 2.0
"""The board shows what was answered within that."""


class ErrandBook:
    """What this desk asked of the hall about help. Times are steady seconds."""

    def __init__(self, setup: GuideSetup, send: Callable[[Command], None]) -> None:
        self._setup = setup
        self._send = send
        self._asked: set[str] = set()
        self._going: dict[str, tuple[HelpView, float]] = {}
        self._unwell_id = ""
        self._unwell_until_s: float | None = None

    def go(self, help_id: str, board: GuideBoard) -> None:
        """Say that the guide is on the way; once for each request."""
        if help_id not in board.helps or help_id in self._asked:
            return
        self._asked.add(help_id)
        self._send(
            AcknowledgeHelp(
                command_id=self._setup.new_id(),
                help_id=help_id,
                station_id=self._setup.station_id,
            )
        )

    def unwell(self) -> None:
        """Ask for help for somebody who feels ill here at the desk; once while it is under way."""
        if self._unwell_id:
            return
        self._unwell_id = self._setup.new_id()
        self._unwell_until_s = None
        self._send(
            RequestHelp(
                command_id=self._unwell_id,
                station_id=self._setup.station_id,
                help_kind="unwell",
            )
        )

    def answered(self, command: Command, message: object, now_s: float) -> None:
        """Take the hall's answer; its event brings the board up to date a moment later."""
        if isinstance(message, HelpAcknowledged):
            self._going[message.help.id] = (message.help, now_s)
        if command.command_id == self._unwell_id:
            self._unwell_until_s = now_s + SETTLE_S

    def refused(self, command: Command) -> None:
        """The hall did not do it: the key comes back."""
        if isinstance(command, AcknowledgeHelp):
            self._asked.discard(command.help_id)
        if command.command_id == self._unwell_id:
            self._unwell_id = ""

    def board_changed(self, board: GuideBoard) -> None:
        """What is answered stands on the board no more."""
        self._asked &= board.helps.keys()

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self._going = {key: one for key, one in self._going.items() if now_s - one[1] < GOING_S}
        if self._unwell_until_s is not None and now_s >= self._unwell_until_s:
            self._unwell_id, self._unwell_until_s = "", None

    def shown(self) -> Errands:
        """Return what the page shows of it."""
        return Errands(
            asked=frozenset(self._asked),
            going=tuple(seen for seen, _ in self._going.values()),
            unwell_asked=bool(self._unwell_id),
        )
