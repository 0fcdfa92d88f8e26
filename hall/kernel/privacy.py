"""Privacy at the door: what names a person is reduced before any handler sees it."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass, field

from hall.kernel.sealing import DayKeys, MemoryDayKeys

_LONG_NUMBER = re.compile(r"\d(?:[ -]?\d){6,}[Xx]?")
"""Seven digits or more: a telephone, a card, an ID number; never a ticket or a window."""


@dataclass(frozen=True, repr=False)
class Keyring:
    """The hall's keys; they live with the hall, outside its database and its backups.

    `days` seal what is kept for a short time; those that are not handed in end with the process.
    """

    index_key: bytes
    days: DayKeys = field(default_factory=MemoryDayKeys)

    def index(self, number: str) -> str:
        """Return the keyed index of an ID number: the same person, never the number.

        HMAC-SHA256, because the plain hash of so small a space is found by trying.
        """
        normal = number.strip().upper()
        return hmac.new(self.index_key, b"id:" + normal.encode(), hashlib.sha256).hexdigest()


def masked(text: str) -> str:
    """Return a written reason with every long number taken out, before it is stored for good."""
    return _LONG_NUMBER.sub("…", text)


def drawable(text: str) -> str:
    """Return a name without what cannot be drawn: control and direction characters, outer space.

    Private-use characters stay; cards carry rare names in them.
    """
    return "".join(one for one in text if unicodedata.category(one) not in ("Cc", "Cf")).strip()
