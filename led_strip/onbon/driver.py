"""A CallStrip over the realtime area of an Onbon BX-5K or BX-6K controller."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from devices.ports import DeviceStatus, Ready, StripText
from devices.transport import Transport
from led_strip.keeping import KeptStrip, NoAnswer, Refused
from led_strip.onbon.area import FONT_DOTS, TEXT_BYTES_MAX, area_for, show_request
from led_strip.onbon.frames import (
    ACKNOWLEDGED,
    ANY_STRIP,
    PASSING,
    PING,
    REFUSALS,
    ReplyParser,
    request_frame,
)
from led_strip.reading_options import one_of, refuse_unknown, whole_number
from led_strip.wording import Encoding, strip_bytes

WRITE_S = 1.0
FORGET_AFTER_S = 60


@dataclass(frozen=True)
class OnbonStrip:
    """What a station file says of one strip. `font_dots` is the height of a character.

    `reply_s`: a controller at 9600 baud or behind a network needs up to two seconds.
    """

    address: int = 1
    width_px: int = 192
    height_px: int = 16
    font_dots: int = 16
    charset: Encoding = "gb2312"
    reply_s: float = 2.0


class OnbonConversation:
    """One request, one reply."""

    def __init__(self, strip: OnbonStrip, clock: Callable[[], float] = time.monotonic) -> None:
        self._strip = strip
        self._clock = clock

    def show(self, link: Transport, text: StripText) -> DeviceStatus | None:
        """Put a text on the strip."""
        strip = self._strip
        line = strip_bytes(text, strip.charset, TEXT_BYTES_MAX)
        area = area_for(line, strip.width_px, strip.height_px, strip.font_dots, FORGET_AFTER_S)
        return self._ask(link, show_request(area))

    def look(self, link: Transport) -> DeviceStatus | None:
        """Ask whether the controller is there."""
        return self._ask(link, PING)

    def _ask(self, link: Transport, data: bytes) -> DeviceStatus:
        link.drain()
        link.write(request_frame(data, self._strip.address), WRITE_S)
        parser = ReplyParser(self._strip.address)
        deadline = self._clock() + self._strip.reply_s
        while (left_s := deadline - self._clock()) > 0:
            reply = parser.feed(link.read(256, left_s))
            if reply is None:
                continue
            if (reply.group, reply.command) == ACKNOWLEDGED and reply.error == 0:
                return Ready()
            word = REFUSALS.get(reply.error, f"error_{reply.error}")
            raise Refused(word, again=word in PASSING)
        raise NoAnswer


def build(open_link: Callable[[], Transport], options: Mapping[str, object]) -> KeptStrip:
    """Build the driver. Options: those of docs/devices.md.

    Raises ValueError with a sentence for an option that does not exist or cannot be meant.
    """
    known = ("address", "width_px", "height_px", "font_dots", "charset")
    refuse_unknown("onbon", options, known)
    strip = OnbonStrip(
        address=whole_number(options, "address", 1, 1, ANY_STRIP),
        width_px=whole_number(options, "width_px", 192, 32, 2048),
        height_px=whole_number(options, "height_px", 16, 16, 512),
        font_dots=whole_number(options, "font_dots", 16, 16, 32),
        charset=cast(Encoding, one_of(options, "charset", ("gb2312", "gbk"))),
    )
    if strip.font_dots not in FONT_DOTS or strip.font_dots > strip.height_px:
        raise ValueError(
            f"font_dots = {strip.font_dots} must be 16, 24 or 32 and no more than height_px"
        )
    return KeptStrip(open_link, OnbonConversation(strip))
