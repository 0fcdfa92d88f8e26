"""How a visitor is addressed: the surname out of a name, the age, the title that suits both."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hall.tickets.messages import AgeBand
from ui_kit.strings import Strings

ELDER_FROM = 60
OLDEST_FROM = 80


@dataclass(frozen=True)
class SurnameRules:
    """Compound surnames, the dots of minority names, the mark for what cannot be drawn."""

    compound: frozenset[str]
    dots: tuple[str, ...]
    geta: str

    def surname(self, name: str) -> str:
        """Return the family name; the first part of a dotted name, empty for an empty name."""
        name = name.strip()
        for dot in self.dots:
            if dot in name:
                return name.split(dot, 1)[0].strip()
        if name.isascii():
            return name.split(" ", 1)[0]
        return name[:2] if name[:2] in self.compound and len(name) > 2 else name[:1]


@dataclass(frozen=True)
class Shown:
    """A text that can be drawn whole; `whole` is False when a mark stands for a character."""

    text: str
    whole: bool


def load_surname_rules(path: Path) -> SurnameRules:
    """Read `kiosk/surnames.toml`; KeyError names a missing table."""
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return SurnameRules(frozenset(raw["compound"]), tuple(raw["dots"]), str(raw["geta"]))


def drawable_or_marked(text: str, drawable: Callable[[str], bool], geta: str) -> Shown:
    """Replace every character that no typeface has by the geta mark: never a blank."""
    marked = "".join(char if drawable(char) else geta for char in text)
    return Shown(marked, whole=marked == text)


def age_on(birth: date, today: date) -> int:
    """Return the age in full years."""
    before_birthday = (today.month, today.day) < (birth.month, birth.day)
    return today.year - birth.year - int(before_birthday)


def age_band(age: int) -> AgeBand:
    """Return the band of an age in full years."""
    if age >= OLDEST_FROM:
        return "80_plus"
    return "60_79" if age >= ELDER_FROM else "under_60"


def form_of_address(surname: str, sex: int, band: AgeBand, words: Strings) -> str:
    """Return how this person is addressed on the screen; `sex` is the GB/T 2261.1 code.

    Empty without a surname or with a sex that gives no title.
    """
    sex_word = {1: "male", 2: "female"}.get(sex)
    if not surname or sex_word is None:
        return ""
    return words.get(f"address_{band}_{sex_word}", surname=surname)
