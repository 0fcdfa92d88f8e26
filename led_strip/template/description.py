"""A strip described in a file: how its frames are put together, and what it answers.

The file is TOML; docs/devices.md explains its keys. Everything that cannot be meant is refused
when it is loaded.
"""

from __future__ import annotations

import re
import tomllib
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from led_strip.wording import Encoding

SHIPPED = Path(__file__).with_name("strips")
FIELDS = ("text", "number", "window")

Checksum = Literal["none", "xor8", "sum8", "sum16le", "sum16be", "crc16-arc", "crc16-modbus"]
Hex = Annotated[str, Meta(pattern=r"^([0-9A-Fa-f]{2}( ?[0-9A-Fa-f]{2})*)?$")]
HexByte = Annotated[str, Meta(pattern=r"^[0-9A-Fa-f]{2}$")]
Width = Annotated[int, Meta(ge=0, le=4)]


class BadDescription(ValueError):
    """A description that cannot be meant; the message is one sentence."""


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """One piece of a frame; exactly one of `hex`, `address_bytes`, `length_bytes`, `text` is set.

    A length counts all parts after it, plus `plus`; `order` is that of an address or a length.
    """

    hex: Hex = ""
    address_bytes: Width = 0
    length_bytes: Width = 0
    plus: int = 0
    order: Literal["little", "big"] = "little"
    text: str = ""


class Description(Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of strip.

    `head` and `tail` stand around the frame, outside of checksum and escapes. `checksum_from` is
    the first part the checksum counts. `pad_bytes` is the width the text is filled up or cut to,
    0 leaves it as it is. `ack` is a pattern over the answer written as "A5 E8 …"; without one
    the strip says nothing and its status stays unknown. Times in seconds.
    """

    what: str
    parts: Annotated[tuple[Part, ...], Meta(min_length=1, max_length=40)]
    head: Hex = ""
    tail: Hex = ""
    checksum: Checksum = "none"
    checksum_from: Annotated[int, Meta(ge=0)] = 0
    escape: dict[HexByte, Hex] = {}
    encoding: Encoding = "gb2312"
    most_bytes: Annotated[int, Meta(ge=1, le=1024)] = 200
    pad_bytes: Annotated[int, Meta(ge=0, le=1024)] = 0
    pad: HexByte = "20"
    ack: str = ""
    reply_s: Annotated[float, Meta(gt=0.0, le=5.0)] = 1.0
    gap_s: Annotated[float, Meta(ge=0.0, le=1.0)] = 0.005
    repeat: Annotated[int, Meta(ge=1, le=5)] = 1


def shipped_names() -> tuple[str, ...]:
    """Return the names of the descriptions that come with the product."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.toml")))


def description_named(name: str) -> Description:
    """Return a shipped description, or the one in the file `name` where it ends in .toml.

    Raises BadDescription.
    """
    if name.endswith(".toml"):
        return load_description(Path(name))
    if name not in shipped_names():
        close = get_close_matches(name, shipped_names(), n=1, cutoff=0.0)[0]
        raise BadDescription(f"there is no strip '{name}'; did you mean '{close}'?")
    return load_description(SHIPPED / f"{name}.toml")


def load_description(path: Path) -> Description:
    """Return the description in a file. Raises BadDescription."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        description = msgspec.convert(raw, Description)
    except OSError as fault:
        raise BadDescription(f"the description {path} cannot be read") from fault
    except (ValueError, msgspec.ValidationError) as fault:
        raise BadDescription(f"the description {path.name}: {fault}") from fault
    wrong = _wrong(description)
    if wrong:
        raise BadDescription(f"the description {path.name}: {wrong}")
    return description


def _wrong(description: Description) -> str:
    for number, part in enumerate(description.parts, start=1):
        set_keys = (part.hex, part.address_bytes, part.length_bytes, part.text)
        if sum(bool(key) for key in set_keys) != 1:
            return f"part {number} needs exactly one of hex, address_bytes, length_bytes, text"
        try:
            part.text.format_map(dict.fromkeys(FIELDS, ""))
        except (ValueError, LookupError):
            return f"part {number}: text may name only {', '.join(f'{{{one}}}' for one in FIELDS)}"
    if not any(part.text for part in description.parts):
        return "no part holds the text"
    if description.checksum_from >= len(description.parts):
        return f"checksum_from = {description.checksum_from} is behind the last part"
    try:
        re.compile(description.ack)
    except re.error as fault:
        return f"ack is no pattern: {fault}"
    return ""
