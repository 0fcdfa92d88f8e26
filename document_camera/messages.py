"""What a station and its camera process say to each other, and how it lies on the pipe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, Literal, TypeVar

import msgspec

from devices.camera_port import PageVerdict

Head = Literal["left", "top", "right", "bottom"]
"""Where in the camera's picture the head of a page points."""

LENGTH_BYTES = 4
LONGEST_BYTES = 64 * 1024 * 1024
"""A page of 300 dpi is 2 MB as JPEG; a longer message is damage."""


class BadMessage(ValueError):
    """Bytes on the pipe that are no message; the two sides no longer understand each other."""


class SetUp(msgspec.Struct, frozen=True, tag=True):
    """The first word: which camera is meant (usb-camera://…), and where a page's head points."""

    address: str
    head: Head


class Watch(msgspec.Struct, frozen=True, tag=True):
    """Look from now on."""


class Rest(msgspec.Struct, frozen=True, tag=True):
    """Look no more, and forget."""


class Take(msgspec.Struct, frozen=True, tag=True):
    """Take the page that lies there. `number` comes back with what came of it."""

    number: int
    anyway: bool


Ask = SetUp | Watch | Rest | Take


class Alive(msgspec.Struct, frozen=True, tag=True):
    """The process works; said once a second."""


class Condition(msgspec.Struct, frozen=True, tag=True):
    """How the camera is: a word of devices.ports.status_word and what belongs to it."""

    word: str
    detail: str = ""


class Look(msgspec.Struct, frozen=True, tag=True):
    """What lies there now. The picture is packed RGB; corners are shares of it."""

    verdict: PageVerdict
    rgb: bytes
    width_px: int
    height_px: int
    corners: tuple[tuple[float, float], ...] = ()


class Page(msgspec.Struct, frozen=True, tag=True):
    """The page that was asked for."""

    number: int
    jpeg: bytes
    width_px: int
    height_px: int
    dpi: int
    corners: tuple[tuple[float, float], ...] = ()


class NoPage(msgspec.Struct, frozen=True, tag=True):
    """No page came of it: a verdict, or `no_camera`."""

    number: int
    why: PageVerdict | Literal["no_camera"]


Say = Alive | Condition | Look | Page | NoPage

Message = TypeVar("Message")


def packed(message: msgspec.Struct) -> bytes:
    """Write a message: its length in 4 bytes, the higher first, then MessagePack."""
    body = msgspec.msgpack.encode(message)
    return len(body).to_bytes(LENGTH_BYTES, "big") + body


class Unpacker(Generic[Message]):
    """Cuts a stream of bytes into messages of one kind, however it was chopped on its way."""

    def __init__(self, decoder: msgspec.msgpack.Decoder[Message]) -> None:
        self._decoder = decoder
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[Message]:
        """Yield each message that has become whole. Raises BadMessage."""
        self._held += data
        while len(self._held) >= LENGTH_BYTES:
            length = int.from_bytes(self._held[:LENGTH_BYTES], "big")
            if length > LONGEST_BYTES:
                raise BadMessage(f"a message of {length} bytes")
            end = LENGTH_BYTES + length
            if len(self._held) < end:
                return
            body = bytes(self._held[LENGTH_BYTES:end])
            del self._held[:end]
            try:
                yield self._decoder.decode(body)
            except (msgspec.DecodeError, UnicodeDecodeError) as fault:
                raise BadMessage("a message that makes no sense") from fault


def asks() -> Unpacker[Ask]:
    """Return what cuts the station's words out of the stream."""
    return Unpacker(msgspec.msgpack.Decoder(Ask))


def says() -> Unpacker[Say]:
    """Return what cuts the camera's words out of the stream."""
    return Unpacker(msgspec.msgpack.Decoder(Say))
