"""The languages a visitor may choose between; what each is made of is handed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hall.kernel.facts import HallFacts
from kiosk.ports import NumberWords
from ui_kit.strings import Strings


@dataclass(frozen=True)
class Tongue:
    """A language, or a dialect of one.

    `base` is the language its screens are in. `names` holds `key`: what stands on the key that
    chooses it, and what is said then. `words` are the kiosk's, `kit_words` those of the dock and
    the head, `slip_words` the slip's.
    """

    id: str
    base: str
    names: Strings
    words: Strings
    kit_words: Strings
    slip_words: Mapping[str, str]
    numbers: NumberWords


def tongue_of(tongues: Sequence[Tongue], chosen: str) -> Tongue:
    """Return the tongue that was chosen; the hall's own, the first, while none was."""
    return next((one for one in tongues if one.id == chosen), tongues[0])


def offered(tongues: Sequence[Tongue], facts: HallFacts) -> tuple[Tongue, ...]:
    """Return the tongues in which this hall can be read from end to end.

    A language in which the hall has no names for its matters would lead into a list nobody can
    read; a dialect is read in its base.
    """
    own = tongues[0].base
    return tuple(one for one in tongues if one.base == own or one.base in facts.languages)
