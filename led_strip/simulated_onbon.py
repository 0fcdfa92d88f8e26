"""The card of an Onbon strip: takes frames, keeps one realtime area, answers.

Written from the protocol sheet alone; it imports nothing of the driver.
"""

from __future__ import annotations

from collections.abc import Callable

OnText = Callable[[str, float | None], None]
"""Gets the text that is shown and in how many seconds it goes dark, None for never."""

BUSY = 3
NO_GROUP, NO_COMMAND, NO_MEMORY, BAD_CHECKSUM = 1, 2, 4, 5
BROADCASTS = (0xFFFE, 0xFFFF)
AREA_BYTES_MAX = 512
AREA_HEAD_BYTES = 27
_DELETES_ITSELF = 2


class OnbonCard:
    """One controller. `refusals` are error codes for the next requests, `fault` for every text."""

    def __init__(self, on_text: OnText, address: int = 1) -> None:
        self.refusals: list[int] = []
        self.fault: int | None = None
        self._on_text = on_text
        self._address = address
        self._frame: bytearray | None = None

    def take(self, data: bytes) -> list[bytes]:
        """Take bytes from the line; return what is answered to them."""
        answers = []
        for byte in data:
            if byte == 0xA5:
                self._frame = bytearray()
            elif byte == 0x5A and self._frame is not None:
                answers += self._answers(bytes(self._frame))
                self._frame = None
            elif self._frame is not None:
                self._frame.append(byte)
        return answers

    def _answers(self, framed: bytes) -> list[bytes]:
        if not framed:
            return []
        frame = (
            framed.replace(b"\xa6\x02", b"\xa5")
            .replace(b"\x5b\x02", b"\x5a")
            .replace(b"\xa6\x01", b"\xa6")
            .replace(b"\x5b\x01", b"\x5b")
        )
        if len(frame) < 18:
            return []
        meant = frame[0] | frame[1] << 8
        if meant != self._address and meant not in BROADCASTS:
            return []
        error = self._error_of(frame)
        if meant == 0xFFFF:
            return []
        head = frame[2:4] + frame[0:2] + bytes(6) + frame[10:12] + b"\x05\x00"
        reply = head + bytes((0xA0, 1 if error else 0, error, 0, 0))
        return [_sent(reply)]

    def _error_of(self, frame: bytes) -> int:
        if _crc(frame[:-2]) != frame[-2] | frame[-1] << 8:
            return BAD_CHECKSUM
        if self.refusals:
            return self.refusals.pop(0)
        return self._obey(frame[14:-2])

    def _obey(self, data: bytes) -> int:
        """Do what a request says; return the error code."""
        match data[0], data[1]:
            case 0xA2, 0x00:
                return 0
            case 0xA3, 0x10:
                self._on_text("", None)
                return 0
            case 0xA3, 0x06:
                return self._show(data)
            case 0xA1 | 0xA2 | 0xA3, _:
                return NO_COMMAND
            case _:
                return NO_GROUP

    def _show(self, data: bytes) -> int:
        areas_at = 6 if data[5] in (0x00, 0xFF) else 6 + data[5]
        if data[areas_at] == 0:
            return 0
        size = data[areas_at + 1] | data[areas_at + 2] << 8
        area = data[areas_at + 3 :]
        if size > AREA_BYTES_MAX or len(area) < size:
            return NO_MEMORY
        if self.fault is not None:
            return self.fault
        length = int.from_bytes(area[23:27], "little")
        run_mode, timeout_s = area[11], area[12] | area[13] << 8
        text = _read(area[AREA_HEAD_BYTES : AREA_HEAD_BYTES + length])
        self._on_text(text, float(timeout_s) if run_mode == _DELETES_ITSELF else None)
        return 0


def _read(raw: bytes) -> str:
    """Return what a person reads: escapes are obeyed, a clock stands as its escape in brackets."""
    shown, at = "", 0
    while at < len(raw):
        if raw[at] >= 0x81:
            shown += raw[at : at + 2].decode("gbk", "replace")
            at += 2
        elif raw[at : at + 1] == b"\\":
            kind = raw[at + 1 : at + 2]
            long = {b"F": 6, b"C": 3, b"n": 2}.get(kind, 3)
            shown += "" if kind in (b"F", b"C", b"n") else f"[{raw[at + 1 : at + long]!r}]"
            at += long
        else:
            shown += chr(raw[at])
            at += 1
    return shown


def _sent(plain: bytes) -> bytes:
    crc = _crc(plain)
    body = bytearray()
    for byte in (*plain, crc & 0xFF, crc >> 8):
        if byte in (0xA5, 0xA6):
            body += bytes((0xA6, 0xA7 - byte))
        elif byte in (0x5A, 0x5B):
            body += bytes((0x5B, 0x5C - byte))
        else:
            body.append(byte)
    return b"\xa5" * 8 + bytes(body) + b"\x5a"


def _table() -> tuple[int, ...]:
    table = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = value >> 1 ^ (0xA001 if value & 1 else 0)
        table.append(value)
    return tuple(table)


_TABLE = _table()


def _crc(data: bytes) -> int:
    crc = 0
    for byte in data:
        crc = _TABLE[(crc ^ byte) & 0xFF] ^ crc >> 8
    return crc
