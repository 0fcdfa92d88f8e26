"""Cards for the simulated reader, laid out byte by byte; knows nothing of the driver's codec."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

SPECIMENS_FILE = Path(__file__).with_name("specimens.toml")
PHOTO_HEADER = bytes.fromhex("574C66007E00320000FF")
CARD_FRAME_BYTES = 1295

# Field -> offset and length in bytes of the card's text (resident card).
PLACES: Mapping[str, tuple[int, int]] = {
    "name": (0, 30),
    "sex": (30, 2),
    "ethnicity": (32, 4),
    "birth_date": (36, 16),
    "address": (52, 70),
    "id_number": (122, 36),
    "issued_by": (158, 30),
    "valid_from": (188, 16),
    "valid_to": (204, 16),
}


@dataclass(frozen=True, repr=False)
class SimulatedCard:
    """A card: the text and photo it carries, or the whole reply it makes the module give."""

    text: bytes = b""
    photo: bytes = b""
    frame: bytes = b""
    newest_address: bytes = b""


def load_specimens(path: Path = SPECIMENS_FILE) -> dict[str, dict[str, str]]:
    """Return the invented people by name of their card, in the order of the file."""
    with path.open("rb") as file:
        return tomllib.load(file)


def card_of(fields: Mapping[str, str]) -> SimulatedCard:
    """Lay out a resident card. Raises ValueError when a field is unknown or too long.

    Fields are texts as they stand on the card: sex and ethnicity as digits, days as YYYYMMDD.
    Besides those of PLACES: newest_address, and photo as hex of 1024 bytes.
    """
    text = bytearray(b" \x00" * 128)
    for name, value in fields.items():
        if name in {"newest_address", "photo"}:
            continue
        if name not in PLACES:
            raise ValueError(f"a card has no field '{name}'; it has {', '.join(PLACES)}")
        offset, length = PLACES[name]
        text[offset : offset + length] = _padded(name, value, length)
    newest = fields.get("newest_address", "")
    return SimulatedCard(
        text=bytes(text),
        photo=_photo(fields),
        newest_address=_padded("newest_address", newest, 70) if newest else b"",
    )


def card_of_frame(frame_hex: str) -> SimulatedCard:
    """Return a card that makes the module give exactly this reply of 1295 bytes."""
    frame = bytes.fromhex(frame_hex)
    if len(frame) != CARD_FRAME_BYTES:
        raise ValueError(f"a card frame has {CARD_FRAME_BYTES} bytes, not {len(frame)}")
    return SimulatedCard(frame=frame)


def _padded(name: str, value: str, length: int) -> bytes:
    units = value.encode("utf-16-le")
    if len(units) > length:
        raise ValueError(f"'{name}' has room for {length // 2} characters")
    return units + b" \x00" * ((length - len(units)) // 2)


def _photo(fields: Mapping[str, str]) -> bytes:
    if "photo" in fields:
        photo = bytes.fromhex(fields["photo"])
        if len(photo) != 1024:
            raise ValueError(f"a photo has 1024 bytes, not {len(photo)}")
        return photo
    noise = bytearray(PHOTO_HEADER)
    for number in count():
        if len(noise) >= 1024:
            return bytes(noise[:1024])
        noise += sha256(f"{fields.get('id_number', '')}{number}".encode()).digest()
    raise AssertionError
