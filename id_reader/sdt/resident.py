"""The 256 bytes of card text to an IdCard. Fields have fixed places, UTF-16LE, blank-padded."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from devices.ports import IdCard
from id_reader.sdt.frames import TEXT_BYTES
from id_reader.sdt.numbers import date_of, has_number_shape
from id_reader.sdt.status import Unreadable

WORDS_FILE = Path(__file__).with_name("words.toml")
KIND_PLACE = slice(248, 250)
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True)
class CardWords:
    """The words of the protocol: ethnic group by code (GB/T 3304) and the mark for no end."""

    ethnic_groups: Mapping[str, str]
    no_end: str


class NotUsable(Exception):
    """The text was read soundly and is not a card that can be used."""

    def __init__(self, code: Unreadable) -> None:
        super().__init__(code)
        self.code: Unreadable = code


def load_words(path: Path = WORDS_FILE) -> CardWords:
    """Read the data file beside this codec."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    return CardWords(ethnic_groups=table["ethnic_groups"], no_end=table["no_end"])


def decode_card(text: bytes, words: CardWords) -> IdCard:
    """Return the card in 256 bytes of text. Raises NotUsable.

    The code unit at byte 248 says the kind; a kind without a row here is not_an_id_card.
    """
    if len(text) != TEXT_BYTES:
        raise NotUsable("bad_data")
    decode = DECODERS.get(text[KIND_PLACE])
    if decode is None:
        raise NotUsable("not_an_id_card")
    return decode(text, words)


def decode_resident(text: bytes, words: CardWords) -> IdCard:
    """Return a resident identity card. Raises NotUsable when birth or number make no sense."""
    birth_date = date_of(field_text(text, 36, 16))
    id_number = field_text(text, 122, 36).upper()
    if birth_date is None or not has_number_shape(id_number):
        raise NotUsable("bad_data")
    return IdCard(
        kind="resident",
        name=field_text(text, 0, 30),
        sex=sex_code(field_text(text, 30, 2)),
        ethnicity=words.ethnic_groups.get(field_text(text, 32, 4), ""),
        birth_date=birth_date,
        address=field_text(text, 52, 70),
        id_number=id_number,
        issued_by=field_text(text, 158, 30),
        valid_from=date_of(field_text(text, 188, 16)),
        valid_to=last_day(field_text(text, 204, 16), words),
    )


def newest_address(data: bytes) -> str:
    """Return the last of the 70-byte address blocks that command 30 03 gives."""
    return field_text(data, len(data) - 70, 70)


def last_day(text: str, words: CardWords) -> date | None:
    """Return the last day of validity, None when there is no end. Raises NotUsable."""
    if text == words.no_end:
        return None
    day = date_of(text)
    if day is None:
        raise NotUsable("bad_data")
    return day


def sex_code(text: str) -> int:
    """Return the GB/T 2261.1 code; anything else counts as unknown (0)."""
    return int(text) if text in {"1", "2", "9"} else 0


def field_text(text: bytes, offset: int, length: int) -> str:
    """Return the field of `length` bytes at `offset` without its padding.

    Every assigned and private-use character is kept as it is. Half a surrogate pair and control
    characters become U+FFFD, because nothing could draw or send them.
    """
    value = text[offset : offset + length].decode("utf-16-le", errors="replace")
    value = value.rstrip(" \x00")
    return "".join(_REPLACEMENT if _is_control(char) else char for char in value)


def _is_control(char: str) -> bool:
    return char < " " or "\x7f" <= char <= "\x9f"


Decoder = Callable[[bytes, CardWords], IdCard]
DECODERS: Mapping[bytes, Decoder] = {b" \x00": decode_resident}
