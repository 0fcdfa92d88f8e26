"""A CallStrip whose frames are described in a file: counter strips of small makers."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Mapping

from devices.ports import DeviceStatus, Ready, StripText, Unknown
from devices.transport import Transport
from led_strip.keeping import KeptStrip, NoAnswer
from led_strip.reading_options import refuse_unknown, whole_number
from led_strip.template.description import Description, description_named
from led_strip.template.encode import DoesNotFit, frame

WRITE_S = 1.0
MOST_HEARD_BYTES = 1024


class TemplateConversation:
    """One frame a text, and where the description knows an answer, waiting for it."""

    def __init__(
        self,
        description: Description,
        address: int,
        pause: Callable[[float], object],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._description = description
        self._address = address
        self._pause = pause
        self._clock = clock

    def show(self, link: Transport, text: StripText) -> DeviceStatus | None:
        """Send a text, as often as the description says."""
        link.drain()
        data = frame(self._description, text, self._address)
        for _ in range(self._description.repeat):
            link.write(data, WRITE_S)
            self._pause(self._description.gap_s)
        if not self._description.ack:
            return Unknown()
        self._await_answer(link)
        return Ready()

    def look(self, link: Transport) -> DeviceStatus | None:
        """Learn nothing: no common question is known; the next sending of the text asks."""
        link.drain()
        return None

    def _await_answer(self, link: Transport) -> None:
        pattern, heard = re.compile(self._description.ack), b""
        deadline = self._clock() + self._description.reply_s
        while (left_s := deadline - self._clock()) > 0:
            heard = (heard + link.read(256, left_s))[-MOST_HEARD_BYTES:]
            if pattern.search(heard.hex(" ").upper()):
                return
        raise NoAnswer


def build(open_link: Callable[[], Transport], options: Mapping[str, object]) -> KeptStrip:
    """Build the driver. Options: `strip` (a shipped description or a .toml file), `address`.

    Raises ValueError with a sentence for an option or a description that cannot be meant.
    """
    refuse_unknown("template", options, ("strip", "address"))
    description = description_named(str(options.get("strip", "")))
    address = whole_number(options, "address", 1, 0, 0xFFFF)
    try:
        frame(description, StripText("0" * description.most_bytes), address)
    except DoesNotFit as fault:
        raise ValueError(f"no frame of the strip '{description.what}': {fault}") from fault
    return KeptStrip(open_link, TemplateConversation(description, address, time_passes))


def time_passes(seconds: float) -> None:
    """Leave the bus quiet for a moment."""
    threading.Event().wait(seconds)
