"""SDT frames: command bytes out, strictly checked replies in. No I/O.

Source: the de-facto host protocol of SAM_A/SAM_V modules (GA/T 467 is not openly readable).
Frame: AA AA AA 96 69, LEN (big-endian, counts what follows it), body, XOR of LEN and body.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from functools import reduce
from operator import xor

PREAMBLE = bytes.fromhex("AAAAAA9669")
MARK = PREAMBLE[1:]  # readers and bridges lose the first AA now and then
LEN_CARD = 0x508
LEN_CARD_AND_PRINTS = 0x90A
LEN_CAP = LEN_CARD_AND_PRINTS
LEN_ADDRESSES = frozenset(4 + 70 * count for count in range(1, 5))
LEGAL_LENGTHS = frozenset({4, 8, 0x0C, 0x14, 0x20, LEN_CARD, LEN_CARD_AND_PRINTS}) | LEN_ADDRESSES

TEXT_BYTES = 256
PHOTO_BYTES = 1024
_PART_SIZES: dict[int, tuple[int, ...]] = {
    LEN_CARD: (TEXT_BYTES, PHOTO_BYTES),
    LEN_CARD_AND_PRINTS: (TEXT_BYTES, PHOTO_BYTES, 1024),
}


@dataclass(frozen=True)
class Command:
    """One request of the host and the LEN values its reply may have."""

    name: str
    code: bytes
    reply_lengths: frozenset[int]


RESET = Command("reset", b"\x10\xff", frozenset({4}))
STATUS = Command("status", b"\x11\xff", frozenset({4}))
MODULE_NUMBER = Command("module_number", b"\x12\xff", frozenset({4, 0x14}))
FIND = Command("find", b"\x20\x01", frozenset({4, 8}))
SELECT = Command("select", b"\x20\x02", frozenset({4, 0x0C}))
READ = Command("read", b"\x30\x01", frozenset({4, LEN_CARD}))
ADDRESS = Command("address", b"\x30\x03", frozenset({4}) | LEN_ADDRESSES)


@dataclass(frozen=True, repr=False)
class Reply:
    """A reply that passed every check.

    `status` is SW1 SW2 SW3. `data` follows it; of a card reply it is the 256 bytes of text only:
    photo and fingerprints end inside the parser.
    """

    status: bytes
    data: bytes

    def __repr__(self) -> str:
        """Never print what a card says."""
        return f"Reply(status={self.status.hex()}, {len(self.data)} bytes)"


class FrameRefused(Exception):
    """The bytes are no sound reply; nothing of them may be used. `why` is one word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def command_frame(command: Command) -> bytes:
    """Return the bytes that ask for `command`."""
    body = (len(command.code) + 1).to_bytes(2, "big") + command.code
    return PREAMBLE + body + bytes((checksum(body),))


def checksum(data: bytes | bytearray) -> int:
    """Return the XOR of all bytes."""
    return reduce(xor, data, 0)


@dataclass
class FrameParser:
    """Takes bytes as they come and gives one reply; holds at most one frame of the largest size.

    `lengths` are the legal LEN values, usually those of the command that was sent.
    Bytes before the preamble are noise and are counted in `noise_bytes`.
    """

    lengths: Set[int] = LEGAL_LENGTHS
    noise_bytes: int = 0
    _kept: bytearray = field(default_factory=bytearray, repr=False)

    @property
    def in_frame(self) -> bool:
        """True when a preamble was seen and its frame is not complete."""
        return self._kept.startswith(MARK)

    def feed(self, data: bytes) -> Reply | None:
        """Return a reply once it is whole, else None. Raises FrameRefused.

        Bytes after a whole frame are refused too: of two answers to one request it is not known
        which one is meant.
        """
        self._kept += data
        try:
            return self._take()
        except FrameRefused:
            self._kept.clear()
            raise

    def _take(self) -> Reply | None:
        if not self.in_frame and not self._find_mark():
            return None
        if len(self._kept) < len(MARK) + 2:
            return None
        length = int.from_bytes(self._kept[4:6], "big")
        if length not in self.lengths or length > LEN_CAP:
            raise FrameRefused("length")
        end = len(MARK) + 2 + length
        if len(self._kept) < end:
            return None
        if len(self._kept) > end:
            raise FrameRefused("more_than_one")
        reply = _checked(bytes(self._kept[4:end]), length)
        self._kept.clear()
        return reply

    def _find_mark(self) -> bool:
        at = self._kept.find(MARK)
        if at < 0:
            keep = min(len(self._kept), len(MARK) - 1)
            self.noise_bytes += len(self._kept) - keep
            del self._kept[: len(self._kept) - keep]
            return False
        self.noise_bytes += at - (1 if self._kept[at - 1 : at] == b"\xaa" else 0)
        del self._kept[:at]
        return True


def _checked(framed: bytes, length: int) -> Reply:
    """Return the reply in LEN … checksum. Raises FrameRefused."""
    if checksum(framed):
        raise FrameRefused("checksum")
    status, data = framed[2:5], framed[5:-1]
    sizes = _PART_SIZES.get(length)
    if sizes is None:
        return Reply(status, data)
    stated = b"".join(size.to_bytes(2, "big") for size in sizes)
    if status != b"\x00\x00\x90" or not data.startswith(stated):
        raise FrameRefused("parts")
    return Reply(status, data[len(stated) : len(stated) + TEXT_BYTES])
