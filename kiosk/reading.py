"""From a card to the guest of a visit: only what the visit needs, then the card is dropped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from devices.ports import IdCard
from kiosk.session import Guest, expired
from kiosk.surname import (
    SurnameRules,
    age_band,
    age_on,
    drawable_or_marked,
    form_of_address,
)
from ui_kit.strings import Strings


@dataclass(frozen=True)
class CardDesk:
    """Reads what is needed off a card; `drawable` tells whether a typeface has a character."""

    rules: SurnameRules
    drawable: Callable[[str], bool]

    def guest(self, card: IdCard, today: date, words: Strings) -> Guest:
        """Return what is kept of a card; `words` are those of the language that is shown."""
        surname = self.rules.surname(card.name)
        band = age_band(age_on(card.birth_date, today))
        shown = drawable_or_marked(surname, self.drawable, self.rules.geta)
        whole = drawable_or_marked(card.name, self.drawable, self.rules.geta).whole
        return Guest(
            id_number=card.id_number,
            surname=surname,
            sex=card.sex,
            birth_date=card.birth_date,
            valid_to=card.valid_to,
            band=band,
            address=form_of_address(shown.text, card.sex, band, words),
            name_whole=whole,
            expired=expired(card, today),
        )
