"""How it was, said at the kiosk: a card finds the service, one touch says it. Pure.

The number of the card goes into one command and is kept nowhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hall.care.feelings.messages import FindService, GiveFeeling, NotAsked, ServiceFound
from hall.kernel.messages import Answer, Command, Event, Refusal
from hall.kernel.secret import Secret
from kiosk.session import Session, Unsaid

if TYPE_CHECKING:
    from kiosk.presenter import Presenter


class Saying:
    """Asks one presenter's visitor how it was."""

    def __init__(self, presenter: Presenter) -> None:
        self._on = presenter
        self._asked = ""
        """The id of the command whose answer the visitor waits for."""

    def forget(self) -> None:
        """Whoever stood here has gone."""
        self._asked = ""

    def card(self, id_number: str) -> None:
        """Look for the service whoever holds this card just had."""
        on = self._on
        command = FindService(
            command_id=on.setup.new_id(),
            station_id=on.setup.station_id,
            id_number=Secret(id_number),
        )
        self._asked = command.command_id
        on.send(command, personal=True)

    def answered(self, command: Command, answer: Answer) -> None:
        """Show the faces for what was found, or say why there are none."""
        if command.command_id != self._asked:
            return
        on, message = self._on, answer.message
        self._asked = ""
        if isinstance(message, ServiceFound) and not message.given:
            on.session = Session(service=message.ticket_id)
            on.move("service_found")
            return
        on.session = replace(on.session, unsaid=_why(message))
        on.move("no_service")

    def face(self, score: str) -> bool:
        """Tell the hall; whatever it makes of it, the visitor is thanked."""
        on = self._on
        if not on.session.service:
            return False
        on.send(
            GiveFeeling(
                command_id=on.setup.new_id(),
                station_id=on.setup.station_id,
                ticket_id=on.session.service,
                score=int(score),
                channel="kiosk",
            )
        )
        return True


def _why(message: Event | Refusal) -> Unsaid:
    if isinstance(message, ServiceFound):
        return "given"
    return "quiet" if isinstance(message, NotAsked) else "none"
