"""The door's reduction of a card that asks for its service: only its index goes in."""

from __future__ import annotations

from hall.care.feelings.messages import FindService
from hall.kernel.clock import Moment
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Command
from hall.kernel.privacy import Keyring


class SeekService(Command):
    """FindService as handlers see it; `person_key` is empty where a number was typed."""

    number: str
    person_key: str
    days_before: int


def seek_service(command: Command, now: Moment, facts: HallFacts, keyring: Keyring) -> Command:
    """Reduce FindService."""
    del now, facts
    if not isinstance(command, FindService):
        raise TypeError(f"{type(command).__name__} is not FindService")
    card = command.id_number.reveal().strip() if command.id_number else ""
    return SeekService(
        command_id=command.command_id,
        number=command.number.strip(),
        person_key=keyring.index(card) if card else "",
        days_before=command.days_before,
    )
