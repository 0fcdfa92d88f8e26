"""A card on the desk's reader: whose numbers are they? Nothing of the card is kept. Pure."""

from __future__ import annotations

from devices.ports import IdCard
from guide_desk.desk import Desk
from hall.kernel.messages import Command
from hall.kernel.secret import Secret
from hall.tickets.messages import FindTicket

CARD_S = 8.0
"""A card is looked for no longer than that: no number lies here waiting for a lost hall."""


class CardSearch:
    """The one card that is being looked for."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._asked: tuple[str, float] | None = None
        """The command that looks for it, and since when in steady seconds."""

    def begin(self, card: IdCard) -> None:
        """Ask the hall; a card that came before is looked for no more."""
        self.forget()
        desk = self._desk
        command = FindTicket(
            command_id=desk.setup.new_id(),
            station_id=desk.setup.station_id,
            id_number=Secret(card.id_number),
        )
        self._asked = (command.command_id, desk.now_s)
        desk.send(command)

    def ended(self, command: Command) -> bool:
        """Take that a command was answered or refused; tells whether it was this one."""
        mine = self._asked is not None and self._asked[0] == command.command_id
        if mine:
            self._asked = None
        return mine

    def tick(self, now_s: float) -> bool:
        """Let time pass; tells whether the hall has not answered for too long."""
        late = self._asked is not None and now_s - self._asked[1] >= CARD_S
        if late:
            self.forget()
        return late

    def forget(self) -> None:
        """Look no more: what carries the number is not sent again."""
        if self._asked is not None:
            self._desk.outbox.answered(self._asked[0])
            self._asked = None
