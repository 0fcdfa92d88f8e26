"""Keeps one strip showing the newest text: what every driver of a strip shares."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from devices.host import Backoff, Life, Worker
from devices.ports import DeviceStatus, Fault, StripText, Unknown
from devices.transport import LinkLost, Transport

TRIES = 3


class NoAnswer(Exception):
    """The strip did not answer in time, or not soundly."""


class Refused(Exception):
    """The strip says why it will not. `again` is True where trying again may help."""

    def __init__(self, why: str, *, again: bool) -> None:
        super().__init__(why)
        self.why = why
        self.again = again


class Conversation(Protocol):
    """How one family of strips is spoken to. Both raise NoAnswer, Refused, LinkLost.

    They return how the strip is as far as its answer says so; None where nothing was learnt.
    """

    def show(self, link: Transport, text: StripText) -> DeviceStatus | None:
        """Send one text."""
        ...

    def look(self, link: Transport) -> DeviceStatus | None:
        """Ask whether the strip is there, where it can be asked."""
        ...


@dataclass(frozen=True)
class Timings:
    """Seconds between two looks, between two sendings of the same text, after a refusal.

    The same text is sent again so that a strip that lost it while nobody looked shows it again.
    """

    look_s: float = 5.0
    refresh_s: float = 20.0
    refused_s: float = 0.5
    backoff: Backoff = field(default_factory=lambda: Backoff(first_s=1.0, longest_s=4.0))


class Newest:
    """The one text a strip should show; a newer one takes the place of one not yet sent."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._text: StripText | None = None
        self._closed = False

    @property
    def text(self) -> StripText | None:
        """What should be shown now; None before anything was."""
        return self._text

    @property
    def closed(self) -> bool:
        """Whether nothing will be shown any more."""
        return self._closed

    def put(self, text: StripText) -> None:
        """Take a newer text."""
        with self._changed:
            self._text = text
            self._changed.notify_all()

    def close(self) -> None:
        """Wake whoever waits, for good."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait_for_another(self, than: StripText | None, seconds: float) -> None:
        """Wait until another text is wanted, it is closed, or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._text != than, seconds)


class StripWork:
    """What the supervised worker does, life after life."""

    def __init__(
        self,
        open_link: Callable[[], Transport],
        conversation: Conversation,
        newest: Newest,
        timings: Timings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_link = open_link
        self._conversation = conversation
        self._newest = newest
        self._timings = timings
        self._clock = clock
        self._link: Transport | None = None

    def set_up(self, life: Life) -> None:
        """Open the link and look whether the strip is there."""
        self._link = self._open_link()
        status = self._insist(life, self._conversation.look)
        if status is None and self._newest.text is None:
            life.report(Unknown())  # else the first sending says how it is

    def run(self, life: Life) -> None:
        """Show what is newest, and look now and then whether the strip is still there."""
        offered: StripText | None = None
        again_at_s = self._clock()
        while not (life.ending or self._newest.closed):
            wanted = self._newest.text
            if wanted is not None and (wanted != offered or self._clock() >= again_at_s):
                offered, status = self._show_newest(life)
                # A refused text is tried again instead of a look, which would say that all is well.
                pause_s = 0.0 if isinstance(status, Fault) else self._timings.refresh_s
                again_at_s = self._clock() + pause_s
            else:
                self._insist(life, self._conversation.look)
            self._newest.wait_for_another(offered, self._timings.look_s)

    def tear_down(self) -> None:
        """Close the link."""
        self.break_off()

    def break_off(self) -> None:
        """Close the link under a call that waits on it."""
        link, self._link = self._link, None
        if link is not None:
            link.close()

    def _show_newest(self, life: Life) -> tuple[StripText | None, DeviceStatus | None]:
        """Send the newest text of each moment; return the one sent last, and what came of it."""
        offered: list[StripText] = []

        def show(link: Transport) -> DeviceStatus | None:
            text = self._newest.text
            if text is None:
                return None
            offered.append(text)
            return self._conversation.show(link, text)

        status = self._insist(life, show)
        return offered[-1] if offered else None, status

    def _insist(
        self, life: Life, deed: Callable[[Transport], DeviceStatus | None]
    ) -> DeviceStatus | None:
        """Do a deed, trying again where that may help. Raises LinkLost after the last silence."""
        refusal: Refused | None = None
        for _ in range(TRIES):
            life.beat()
            try:
                status = deed(self._open())
            except NoAnswer:
                refusal = None
                continue
            except Refused as refused:
                refusal = refused
                if not refused.again or life.wait(self._timings.refused_s):
                    break
                continue
            if status is not None:
                life.report(status)
            life.settled()
            return status
        if refusal is None:
            raise LinkLost("silent")
        fault = Fault(refusal.why)
        life.report(fault)
        return fault

    def _open(self) -> Transport:
        link = self._link
        if link is None:
            raise LinkLost("the link was closed")
        return link


class KeptStrip:
    """CallStrip over a conversation: a supervised worker that always shows the newest text."""

    def __init__(
        self,
        open_link: Callable[[], Transport],
        conversation: Conversation,
        timings: Timings | None = None,
    ) -> None:
        self._timings = timings or Timings()
        self._newest = Newest()
        self._work = StripWork(open_link, conversation, self._newest, self._timings)
        self._worker: Worker | None = None

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Open the link; a silent strip is looked for again every 4 s at the latest."""
        self._worker = Worker("call-strip", self._work, on_status, backoff=self._timings.backoff)
        self._worker.start()

    def show(self, text: StripText) -> None:
        """Show this from now on."""
        self._newest.put(text)

    def stop(self) -> None:
        """Stop the worker and close the link."""
        self._newest.close()
        if self._worker is not None:
            self._worker.stop()
