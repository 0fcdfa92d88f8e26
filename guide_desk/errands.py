"""Where the guide said to go. Pure."""

from __future__ import annotations

from collections.abc import Callable

from guide_desk.setup import GuideSetup
from guide_desk.tasks import Errands
from hall.boards.guide import GuideBoard
from hall.help.messages import AcknowledgeHelp, HelpAcknowledged, HelpView
from hall.help.model import LASTING
from hall.kernel.messages import Command

GOING_S = 120.0
"""How long the desk remembers where the guide went."""


class ErrandBook:
    """What this desk asked of the hall about help. Times are steady seconds."""

    def __init__(self, setup: GuideSetup, send: Callable[[Command], None]) -> None:
        self._setup = setup
        self._send = send
        self._asked: set[str] = set()
        self._going: dict[str, tuple[HelpView, float]] = {}

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

    def answered(self, message: object, now_s: float) -> None:
        """Take the hall's answer; what lasts stands on the board until it is finished."""
        if isinstance(message, HelpAcknowledged) and message.help.kind not in LASTING:
            self._going[message.help.id] = (message.help, now_s)

    def refused(self, command: Command) -> None:
        """The hall did not do it: the key comes back."""
        if isinstance(command, AcknowledgeHelp):
            self._asked.discard(command.help_id)

    def board_changed(self, board: GuideBoard) -> None:
        """What is answered stands on the board no more."""
        self._asked &= board.helps.keys()

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self._going = {key: one for key, one in self._going.items() if now_s - one[1] < GOING_S}

    def shown(self) -> Errands:
        """Return what the page shows of it."""
        return Errands(
            asked=frozenset(self._asked),
            going=tuple(seen for seen, _ in self._going.values()),
            prints=bool(self._setup.papers_id),
        )
