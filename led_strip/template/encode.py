"""From a description and a text to the bytes of one frame. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import reduce
from operator import xor

from devices.ports import StripText
from led_strip.template.description import Checksum, Description, Part
from led_strip.wording import strip_bytes


class DoesNotFit(ValueError):
    """A length or an address is too large for its bytes."""


def frame(description: Description, text: StripText, address: int) -> bytes:
    """Return one whole frame. Raises DoesNotFit."""
    pieces: list[bytes] = []
    for part in reversed(description.parts):
        rest = sum(len(piece) for piece in pieces)
        pieces.insert(0, _piece(description, part, text, address, rest))
    counted = b"".join(pieces[description.checksum_from :])
    body = b"".join(pieces) + CHECKSUMS[description.checksum](counted)
    escapes = {
        bytes.fromhex(key)[0]: bytes.fromhex(code) for key, code in description.escape.items()
    }
    escaped = b"".join(escapes.get(byte, bytes((byte,))) for byte in body)
    return bytes.fromhex(description.head) + escaped + bytes.fromhex(description.tail)


def _piece(description: Description, part: Part, text: StripText, address: int, rest: int) -> bytes:
    if part.hex:
        return bytes.fromhex(part.hex)
    if part.text:
        return _words(description, part.text, text)
    value, size = (
        (address, part.address_bytes)
        if part.address_bytes
        else (rest + part.plus, part.length_bytes)
    )
    try:
        return value.to_bytes(size, part.order)
    except OverflowError as fault:
        raise DoesNotFit(f"{value} does not fit into {size} bytes") from fault


def _words(description: Description, pattern: str, said: StripText) -> bytes:
    """Return the bytes of the words, filled up or cut to the width the strip wants."""
    fields = {"text": said.text, "number": said.number, "window": said.window}
    most = description.pad_bytes or description.most_bytes
    written = strip_bytes(
        replace(said, text=pattern.format_map(fields)), description.encoding, most
    )
    return written.ljust(description.pad_bytes, bytes.fromhex(description.pad))


def _crc16(data: bytes, start: int) -> bytes:
    """Return the reflected CRC-16 of 0x8005, low byte first."""
    crc = start
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0xA001 if crc & 1 else 0)
    return crc.to_bytes(2, "little")


CHECKSUMS: Mapping[Checksum, Callable[[bytes], bytes]] = {
    "none": lambda _data: b"",
    "xor8": lambda data: bytes((reduce(xor, data, 0),)),
    "sum8": lambda data: bytes((sum(data) & 0xFF,)),
    "sum16le": lambda data: (sum(data) & 0xFFFF).to_bytes(2, "little"),
    "sum16be": lambda data: (sum(data) & 0xFFFF).to_bytes(2, "big"),
    "crc16-arc": lambda data: _crc16(data, 0),
    "crc16-modbus": lambda data: _crc16(data, 0xFFFF),
}
