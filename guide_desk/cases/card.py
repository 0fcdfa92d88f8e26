"""A card on the desk's reader while papers are gone through: who it is, or what to fill in. Pure.

Nothing of a card is kept here: it is sent in one command, or stands on one paper.
"""

from __future__ import annotations

from devices.ports import IdCard
from forms.papers.values import Person
from guide_desk.cases.signs import whole_day_words
from guide_desk.desk import Desk
from hall.kernel.messages import Command
from hall.kernel.secret import Secret
from hall.tickets.messages import Visitor
from hall.visits.messages import BeginVisit
from ui_kit.strings import Strings

CARD_S = 8.0
"""So long the hall is asked; then the card is forgotten, and the guide may begin without it."""

_SEXES: dict[int, str] = {1: "sex_1", 2: "sex_2"}


class Greeting:
    """The one card that is being greeted. Times are steady seconds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._asked: tuple[str, float] | None = None

    def begin(self, card: IdCard) -> str:
        """Greet the holder of a card; returns the id of the command."""
        self.forget()
        desk = self._desk
        command = BeginVisit(
            command_id=desk.setup.new_id(),
            station_id=desk.setup.station_id,
            visitor=Visitor(
                id_number=Secret(card.id_number),
                sex=1 if card.sex == 1 else 2 if card.sex == 2 else 0,
                birth_date=Secret(card.birth_date.isoformat()),
                card_valid_to=card.valid_to.isoformat() if card.valid_to else None,
            ),
        )
        self._asked = (command.command_id, desk.now_s)
        desk.send(command)
        return command.command_id

    def ended(self, command: Command) -> None:
        """Take that the hall has answered."""
        if self._asked is not None and self._asked[0] == command.command_id:
            self._asked = None

    def tick(self, now_s: float) -> bool:
        """Let time pass; tells whether the hall has not answered for too long."""
        late = self._asked is not None and now_s - self._asked[1] >= CARD_S
        if late:
            self.forget()
        return late

    def forget(self) -> None:
        """Greet no more: what carries the number is not sent again."""
        if self._asked is not None:
            self._desk.outbox.answered(self._asked[0])
            self._asked = None


def person_of(words: Strings, card: IdCard) -> Person:
    """Return what a paper needs of a card, as it is written there."""
    sex = _SEXES.get(card.sex)
    return Person(
        name=card.name,
        sex=words.get(sex) if sex else "",
        ethnicity=card.ethnicity,
        birth_date=whole_day_words(words, card.birth_date.isoformat()),
        address=card.address,
        id_number=card.id_number,
    )
