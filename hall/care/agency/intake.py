"""The door's reduction of a card that looks for its mandates: only the keyed index goes in."""

from __future__ import annotations

from hall.care.agency.messages import FindMandates
from hall.kernel.clock import Moment
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Command
from hall.kernel.privacy import Keyring


class SeekMandates(Command):
    """FindMandates as handlers see it."""

    person_key: str


def seek(command: Command, now: Moment, facts: HallFacts, keyring: Keyring) -> Command:
    """Reduce FindMandates: behind the door only the index of the number is known."""
    del now, facts
    if not isinstance(command, FindMandates):
        raise TypeError(f"{type(command).__name__} is not FindMandates")
    number = command.id_number.reveal().strip()
    return SeekMandates(command_id=command.command_id, person_key=keyring.index(number))
