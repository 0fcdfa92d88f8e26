"""A C-Power card on a serial line: takes static text, answers.

Written from the protocol sheet alone; it imports nothing of the driver.
"""

from __future__ import annotations

from collections.abc import Callable

OnText = Callable[[str, float | None], None]

START, END, ESCAPE = 0xA5, 0xAE, 0xAA
BAD_SUM, BAD_ORDER = 1, 2
EVERY_CARD = 0xFF
STATIC_TEXT, EXIT = 0x04, 0x06
TEXT_AT = 16


class CPowerCard:
    """One card. `refusals` are error codes for the next packets, `fault` for every text."""

    def __init__(self, on_text: OnText, card_id: int = 1) -> None:
        self.refusals: list[int] = []
        self.fault: int | None = None
        self._on_text = on_text
        self._card_id = card_id
        self._packet: bytearray | None = None
        self._escaped = False

    def take(self, data: bytes) -> list[bytes]:
        """Take bytes from the line; return what is answered to them."""
        answers = []
        for byte in data:
            if byte == START:
                self._packet, self._escaped = bytearray(), False
            elif self._packet is None:
                continue
            elif byte == END:
                answers += self._answers(bytes(self._packet))
                self._packet = None
            elif byte == ESCAPE:
                self._escaped = True
            else:
                self._packet.append(byte | 0xA0 if self._escaped else byte)
                self._escaped = False
        return answers

    def _answers(self, packet: bytes) -> list[bytes]:
        if len(packet) < 12 or packet[0:2] != b"\x68\x32" or packet[3] != 0x7B:
            return []
        if packet[2] not in (self._card_id, EVERY_CARD):
            return []
        result = self._result(packet)
        if not packet[4] & 1:
            return []
        return [_sent(bytes((0xE8, 0x32, self._card_id, 0x7B, result, 0, 0, 0, 0)))]

    def _result(self, packet: bytes) -> int:
        if sum(packet[:-2]) & 0xFFFF != packet[-2] | packet[-1] << 8:
            return BAD_SUM
        data = packet[9:-2]
        if len(data) != packet[5] | packet[6] << 8 or packet[7] != packet[8]:
            return BAD_ORDER
        if self.refusals:
            return self.refusals.pop(0)
        if data[0] == STATIC_TEXT:
            if self.fault is not None:
                return self.fault
            words = data[TEXT_AT:].split(b"\x00")[0]
            self._on_text(words.decode("gbk", "replace"), None)
        elif data[0] == EXIT:
            self._on_text("", None)
        return 0


def _sent(plain: bytes) -> bytes:
    total = sum(plain) & 0xFFFF
    body = bytearray()
    for byte in (*plain, total & 0xFF, total >> 8):
        body += bytes((ESCAPE, byte & 0x0F)) if byte in (START, END, ESCAPE) else bytes((byte,))
    return bytes((START, *body, END))
