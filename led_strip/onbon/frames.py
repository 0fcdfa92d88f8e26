"""Frames of Onbon BX-5K and BX-6K controllers: requests out, sound replies in. No I/O.

Source: the maker's published protocol (onbonlab, bx k). Frame: eight A5, then header of 14 bytes,
data and CRC-16/ARC, these three escaped, then 5A. All numbers are little-endian; lengths and CRC
count the bytes before they are escaped.
"""

from __future__ import annotations

from dataclasses import dataclass, field

START = 0xA5
END = 0x5A
HOST = 0x8000
ANY_STRIP = 0xFFFE
"""Address every controller answers to; usable where one controller hangs on the link."""

HEADER_BYTES = 14
REPLY_BYTES_MAX = 1024
_ESCAPED = {0xA5: b"\xa6\x02", 0xA6: b"\xa6\x01", 0x5A: b"\x5b\x02", 0x5B: b"\x5b\x01"}
_UNESCAPED = {code: bytes((plain,)) for plain, code in _ESCAPED.items()}

PING = b"\xa2\x00\x01\x00\x00"
CLEAR = b"\xa3\x10\x01\x00\x00"
STATUS = b"\xa1\x02\x01\x00\x00"
ACKNOWLEDGED = (0xA0, 0x00)

REFUSALS = {
    1: "no_such_group",
    2: "no_such_command",
    3: "busy",
    4: "memory",
    5: "checksum",
    6: "file_missing",
    7: "flash",
    8: "download",
    9: "name",
    10: "type",
    11: "file_checksum",
    12: "font_missing",
    13: "firmware_type",
    14: "date_time",
    15: "exists_already",
    16: "block_number",
}
"""Error byte of a refusal -> the word people are told."""
PASSING = ("busy", "checksum")
"""Refusals that may be gone at the next try."""


@dataclass(frozen=True)
class Reply:
    """A reply that passed every check."""

    source: int
    group: int
    command: int
    error: int


def request_frame(data: bytes, address: int) -> bytes:
    """Return the bytes of one request to a controller."""
    header = (
        address.to_bytes(2, "little")
        + HOST.to_bytes(2, "little")
        + bytes(6)  # reserved, option, check by CRC, display mode
        + b"\xfe\x02"  # any model, protocol version
        + len(data).to_bytes(2, "little")
    )
    body = header + data
    return bytes((START,)) * 8 + _escaped(body + crc16_arc(body)) + bytes((END,))


def crc16_arc(data: bytes) -> bytes:
    """Return CRC-16/ARC (reflected 0x8005, from 0), low byte first."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0xA001 if crc & 1 else 0)
    return crc.to_bytes(2, "little")


@dataclass
class ReplyParser:
    """Takes bytes as they come; damaged frames, noise and our own echo are passed over."""

    address: int
    _kept: bytearray = field(default_factory=bytearray)

    def feed(self, data: bytes) -> Reply | None:
        """Return the first sound reply of this controller, else None."""
        self._kept += data
        while (end := self._kept.find(END)) >= 0:
            framed = bytes(self._kept[:end])
            del self._kept[: end + 1]
            reply = _decoded(framed.rpartition(bytes((START,)))[2])
            if reply is not None and self.address in (reply.source, ANY_STRIP):
                return reply
        del self._kept[: max(0, len(self._kept) - REPLY_BYTES_MAX)]
        return None


def _decoded(escaped: bytes) -> Reply | None:
    body = _plain(escaped)
    if body is None or len(body) < HEADER_BYTES + 5 + 2 or crc16_arc(body[:-2]) != body[-2:]:
        return None
    data = body[HEADER_BYTES:-2]
    if int.from_bytes(body[0:2], "little") != HOST:
        return None
    if int.from_bytes(body[12:14], "little") != len(data):
        return None
    return Reply(int.from_bytes(body[2:4], "little"), data[0], data[1], data[2])


def _escaped(plain: bytes) -> bytes:
    return b"".join(_ESCAPED.get(byte, bytes((byte,))) for byte in plain)


def _plain(escaped: bytes) -> bytes | None:
    """Return the bytes before they were escaped, None where an escape means nothing."""
    plain = bytearray()
    at = 0
    while at < len(escaped):
        if escaped[at] in (0xA6, 0x5B):
            meant = _UNESCAPED.get(escaped[at : at + 2])
            if meant is None:
                return None
            plain += meant
            at += 2
        else:
            plain.append(escaped[at])
            at += 1
    return bytes(plain)
