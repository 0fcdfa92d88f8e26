"""One request, one reply, with time-outs, over a link that may lose, add and delay bytes."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from devices.host import TemporaryFault
from devices.ports import Fault
from devices.transport import LinkLost, Transport
from id_reader.sdt.frames import (
    READ,
    STATUS,
    Command,
    FrameParser,
    FrameRefused,
    Reply,
    command_frame,
)
from id_reader.sdt.status import FAULT_WORDS, Reaction, meaning_of

NOISE_QUOTA_BYTES = 4096  # more than any three answers that belong to nobody
Pause = Callable[[float], bool]


@dataclass(frozen=True)
class Timings:
    """Every time of the driver in seconds; the sheet gives the ranges seen in the field."""

    short_reply_s: float = 1.0  # find, select, status: to the whole frame
    read_first_byte_s: float = 2.0  # the module needs about 0.8 s for a card
    read_reply_s: float = 3.0  # to the whole frame, however slowly bytes drip
    address_reply_s: float = 2.0
    between_bytes_s: float = 0.2  # a longer gap inside a frame: the rest is lost
    poll_s: float = 0.3
    write_s: float = 1.0
    late_answer_s: float = 30.0  # how long a lost card answer may still turn up

    def scaled(self, factor: float) -> Timings:
        """Return all times multiplied, for a simulator that runs faster."""
        return replace(
            self, **{item.name: getattr(self, item.name) * factor for item in fields(self)}
        )


class NoAnswer(Exception):
    """No whole reply in time.

    `silent` is True when not one byte came, `begun` when a frame began and then stopped.
    """

    def __init__(self, *, silent: bool, begun: bool) -> None:
        super().__init__("silent" if silent else "incomplete")
        self.silent = silent
        self.begun = begun


class SamLink:
    """Asks the reader's module. `pause` waits and returns True when the work should end."""

    def __init__(
        self,
        link: Transport,
        timings: Timings,
        pause: Pause,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._link = link
        self._timings = timings
        self._pause = pause
        self._clock = clock
        self._late_answer_until = clock()

    def ask(self, command: Command) -> Reply:
        """Return the reply; a request the module did not hear well is sent once more.

        Raises NoAnswer, FrameRefused, LinkLost, TemporaryFault (the module reports a
        fault of its own, or a flood of noise).
        """
        reply = self._exchange(command)
        if meaning_of(reply.status).reaction is Reaction.RESEND:
            reply = self._exchange(command)
        if meaning_of(reply.status).reaction is Reaction.FAULT:
            raise TemporaryFault(Fault(FAULT_WORDS[reply.status[2]]))
        return reply

    def expect_late_answers(self, until: float) -> None:
        """Treat card answers with suspicion until then, as after a card answer was lost."""
        self._late_answer_until = max(self._late_answer_until, until)

    @property
    def late_answer_until(self) -> float:
        """Clock time until which an answer to an earlier read may still turn up."""
        return self._late_answer_until

    def resync(self, *, silent: bool) -> None:
        """Get back in step: let late bytes arrive, drop them, demand a status reply.

        Raises LinkLost when the module does not come back, TemporaryFault.
        """
        wait_s = self._timings.read_reply_s if silent else self._timings.between_bytes_s
        dropped = 0
        for _ in range(3):
            dropped += self._let_pass(wait_s)
            if dropped > NOISE_QUOTA_BYTES:
                raise TemporaryFault(Fault("garbage"))
            try:
                self.check_status()
            except (NoAnswer, FrameRefused):
                wait_s = self._timings.between_bytes_s
                continue
            return
        raise LinkLost("the reader does not answer")

    def check_status(self) -> None:
        """Ask 11 FF and demand "done". Raises NoAnswer, FrameRefused, LinkLost, TemporaryFault."""
        reply = self.ask(STATUS)
        if meaning_of(reply.status).reaction is not Reaction.DONE:
            raise FrameRefused("status")

    def _exchange(self, command: Command) -> Reply:
        self._link.drain()
        self._link.write(command_frame(command), self._timings.write_s)
        try:
            reply = self._receive(command)
        except NoAnswer as error:
            # A damaged answer has arrived and is over; one that never began may still come.
            if command is READ and not error.begun:
                self.expect_late_answers(self._clock() + self._timings.late_answer_s)
            raise
        if command is READ and self._clock() < self._late_answer_until:
            self._demand_silence()
        return reply

    def _receive(self, command: Command) -> Reply:
        parser = FrameParser(command.reply_lengths)
        first_s, total_s = self._limits(command)
        started = self._clock()
        wait_until, deadline = started + first_s, started + total_s
        heard = False
        while (left_s := min(wait_until, deadline) - self._clock()) > 0:
            data = self._link.read(4096, left_s)
            if not data:
                continue
            heard = True
            reply = parser.feed(data)
            if reply is not None:
                return reply
            if parser.noise_bytes > NOISE_QUOTA_BYTES:
                raise TemporaryFault(Fault("garbage"))
            if parser.in_frame:
                wait_until = self._clock() + self._timings.between_bytes_s
        raise NoAnswer(silent=not heard, begun=parser.in_frame)

    def _limits(self, command: Command) -> tuple[float, float]:
        """Return seconds to the first byte and to the whole reply."""
        times = self._timings
        if command is READ:
            return times.read_first_byte_s, times.read_reply_s
        total_s = times.address_reply_s if command.name == "address" else times.short_reply_s
        return total_s, total_s

    def _demand_silence(self) -> None:
        """Refuse a card answer if another one follows: one of the two is an earlier visitor's."""
        if self._let_pass(self._timings.read_reply_s):
            raise FrameRefused("more_than_one")

    def _let_pass(self, seconds: float) -> int:
        """Listen for `seconds` and drop all; return how many bytes came. Raises LinkLost."""
        dropped = 0
        until = self._clock() + seconds
        while (left_s := until - self._clock()) > 0:
            if self._pause(0):
                raise LinkLost("the reader is being closed")
            dropped += len(self._link.read(4096, min(left_s, 0.25)))
        return dropped
