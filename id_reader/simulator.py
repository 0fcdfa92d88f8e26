"""A simulated reader with a SAM module, at the wire: takes command bytes, gives reply bytes."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from devices.simulated_wire import Pace, SimulatedWire, real_pace
from devices.transport import Simulator, Transport
from id_reader.simulated_card import SimulatedCard, card_of, card_of_frame, load_specimens

HEAD = b"\xaa\xaa\xaa\x96\x69"
BITS_PER_BYTE = 10  # 8N1 with start and stop bit
FLOOD_BYTE_S = 1e-6  # nonsense comes as fast as a broken USB bridge can send, 1 MB/s
STEPS = ("find", "select", "read")

# Seconds the module itself takes, by command; a card read is told to take about 0.8 s.
WORK_S: Mapping[str, float] = {
    "10ff": 0.020,
    "11ff": 0.003,
    "12ff": 0.003,
    "2001": 0.006,
    "2002": 0.008,
    "3001": 0.690,
    "3003": 0.040,
}

GOOD = b"\x00\x00\x90"
FOUND = b"\x00\x00\x9f\x00\x00\x00\x00"
NO_CARD = b"\x00\x00\x80"
SELECT_FAILED = b"\x00\x00\x81"
NOT_ON_CARD = b"\x00\x00\x91"
BAD_CHECKSUM = b"\x00\x00\x10"
BAD_ORDER = b"\x00\x00\x21"
UNKNOWN_CARD = b"\x00\x00\x40"
READ_FAILED = b"\x00\x00\x41"
MODULE_NUMBER = bytes.fromhex("05000300E5D634010100000002000000")

OnPlate = SimulatedCard | Literal["two", "foreign"] | None


def build_simulator(options: Mapping[str, object]) -> Simulator:
    """Return a simulated reader. Options: baud (115200), pace (a function, real by default)."""
    baud, pace = options.get("baud", 115_200), options.get("pace", real_pace)
    if not (isinstance(baud, int) and callable(pace)):
        raise TypeError("the sdt simulator needs a whole number as baud and a function as pace")
    return SdtSimulator(pace, baud=baud)


@dataclass
class Mischief:
    """What the next answers suffer."""

    silent: bool = False
    module_fault: int | None = None
    cut_at: int | None = None
    pulled_at: int | None = None
    flip_bit: int | None = None
    late_s: float = 0.0
    lifted_at: str = ""


class SdtSimulator:
    """The module, the plate and the cable. `refinds` finds a card again that was read already."""

    def __init__(
        self,
        pace: Pace,
        *,
        baud: int = 115_200,
        refinds: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._byte_s = BITS_PER_BYTE / baud
        self._refinds = refinds
        self._lock = threading.RLock()
        self._wire = SimulatedWire(self._take, pace, clock)
        self._heard = bytearray()
        self._plate: OnPlate = None
        self._reads = 0
        self._state: Literal["idle", "found", "selected", "read"] = "idle"
        self._mischief = Mischief()
        self._fail_times = dict.fromkeys(STEPS, 0)
        self._specimens = load_specimens()
        self._answers: Mapping[str, Callable[[], bytes]] = {
            "10ff": self._reset,
            "11ff": lambda: GOOD,
            "12ff": lambda: GOOD + MODULE_NUMBER,
            "2001": self._find,
            "2002": self._select,
            "3001": self._read,
            "3003": self._newest_address,
        }
        self._words: Mapping[str, Callable[..., None]] = {
            "present_card": self._present_card,
            "take_card": self._take_card,
            "two_cards": self._two_cards,
            "foreign_card": self._foreign_card,
            "silent": self._be_silent,
            "speak": self._speak,
            "cut_at": self._cut_at,
            "flip_bit": self._flip_bit,
            "garbage": self._garbage,
            "late": self._late,
            "fail_at": self._fail_at,
            "lift_at": self._lift_at,
            "fault": self._fault,
            "unplug": self._unplug,
            "unplug_after": self._unplug_after,
            "plug": self._plug,
        }

    @property
    def holds_card(self) -> bool:
        """Whether something lies on the plate."""
        return self._plate is not None

    @property
    def reads(self) -> int:
        """How often a card was read, whatever became of the answer."""
        return self._reads

    def connect(self) -> Transport:
        """Open the link. Raises LinkLost while it is unplugged."""
        return self._wire.connect()

    def words(self) -> tuple[str, ...]:
        """Return the words it knows."""
        return tuple(self._words)

    def control(self, word: str, **arguments: object) -> None:
        """Do what the word says. Raises ValueError or TypeError when that cannot be."""
        if word not in self._words:
            raise ValueError(f"the simulated reader does not know '{word}'")
        with self._lock:
            self._words[word](**arguments)

    # What people do at the plate.

    def _present_card(self, specimen: str = "", frame: str = "", **fields: str) -> None:
        if frame:
            self._lay(card_of_frame(frame))
            return
        known = self._specimens
        if specimen and specimen not in known:
            raise ValueError(f"there is no specimen '{specimen}'; there are {', '.join(known)}")
        self._lay(card_of(known[specimen or next(iter(known))] | fields))

    def _lay(self, thing: OnPlate) -> None:
        self._plate = thing
        self._state = "idle"

    def _take_card(self) -> None:
        self._plate = None  # the module notices only when it is asked next

    def _two_cards(self) -> None:
        self._lay("two")

    def _foreign_card(self) -> None:
        self._lay("foreign")

    # What goes wrong with it.

    def _be_silent(self) -> None:
        self._mischief.silent = True

    def _speak(self) -> None:
        self._mischief = Mischief()
        self._fail_times = dict.fromkeys(STEPS, 0)

    def _cut_at(self, count: int) -> None:
        self._mischief.cut_at = count

    def _flip_bit(self, position: int) -> None:
        self._mischief.flip_bit = position

    def _garbage(self, count: int) -> None:
        nonsense = random.Random(count).randbytes(count)  # noqa: S311 - repeatable noise, no secret
        self._wire.send(nonsense, 0.0, FLOOD_BYTE_S)

    def _late(self, seconds: float) -> None:
        self._mischief.late_s = seconds

    def _fail_at(self, step: str, times: int = 1) -> None:
        self._fail_times[_known(step)] = times

    def _lift_at(self, step: str) -> None:
        self._mischief.lifted_at = _known(step)

    def _fault(self, code: int) -> None:
        self._mischief.module_fault = code

    def _unplug(self) -> None:
        self._wire.set_plugged(plugged=False)

    def _unplug_after(self, count: int) -> None:
        self._mischief.pulled_at = count

    def _plug(self) -> None:
        self._state = "idle"
        self._heard.clear()
        self._wire.set_plugged(plugged=True)

    # The module.

    def _take(self, data: bytes) -> None:
        with self._lock:
            self._heard += data
            while (frame := self._next_frame()) is not None:
                if not self._mischief.silent:
                    self._answer(frame)

    def _next_frame(self) -> bytes | None:
        """Return what follows the head of the next whole request, LEN to checksum."""
        at = self._heard.find(HEAD)
        if at < 0:
            del self._heard[: max(0, len(self._heard) - len(HEAD))]
            return None
        start = at + len(HEAD)
        end = start + 2 + int.from_bytes(self._heard[start : start + 2], "big")
        if len(self._heard) < start + 2 or len(self._heard) < end:
            return None
        frame = bytes(self._heard[start:end])
        del self._heard[:end]
        return frame

    def _answer(self, frame: bytes) -> None:
        request = frame[2:-1].hex()
        body = BAD_CHECKSUM if _xor(frame) else self._body_for(request)
        reply = body if body.startswith(HEAD) else _framed(body)
        after_s = WORK_S.get(request, 0.003) + self._byte_s * (len(HEAD) + len(frame))
        late_s, pulled = 0.0, False
        if request == "3001" and len(reply) > 100:
            pulled = self._mischief.pulled_at is not None
            reply, late_s = self._spoilt(reply)
        self._wire.send(reply, after_s, self._byte_s, late_s, then_pulled=pulled)

    def _spoilt(self, reply: bytes) -> tuple[bytes, float]:
        mischief = self._mischief
        if mischief.flip_bit is not None:
            at, bit = divmod(mischief.flip_bit, 8)
            reply = reply[:at] + bytes((reply[at] ^ (1 << bit),)) + reply[at + 1 :]
        reply = reply[: mischief.cut_at][: mischief.pulled_at]
        late_s = mischief.late_s
        mischief.flip_bit = mischief.cut_at = mischief.pulled_at = None
        mischief.late_s = 0.0
        return reply, late_s

    def _body_for(self, request: str) -> bytes:
        if self._mischief.module_fault is not None:
            return bytes((0, 0, self._mischief.module_fault))
        answer = self._answers.get(request)
        return BAD_ORDER if answer is None else answer()

    def _reset(self) -> bytes:
        self._state = "idle"
        return GOOD

    def _fails(self, step: str) -> bool:
        if self._fail_times[step] == 0:
            return False
        self._fail_times[step] -= 1
        self._state = "idle"
        return True

    def _lifted_now(self, step: str) -> None:
        """Let the hand take the card away when it was told to do so at this step."""
        if self._mischief.lifted_at == step and self._plate is not None:
            self._mischief.lifted_at = ""
            self._take_card()

    def _find(self) -> bytes:
        self._lifted_now("find")
        if self._plate is None:
            return NO_CARD
        if self._state == "read" and not self._refinds:
            return NO_CARD  # a card that was served rests until it leaves the field
        if self._fails("find"):
            return NO_CARD
        self._state = "found"
        return FOUND

    def _select(self) -> bytes:
        if self._state != "found":
            return BAD_ORDER
        self._state = "idle"
        self._lifted_now("select")
        if self._plate is None or self._plate == "two" or self._fails("select"):
            return SELECT_FAILED
        if self._plate == "foreign":
            return UNKNOWN_CARD
        self._state = "selected"
        return GOOD + bytes(8)

    def _read(self) -> bytes:
        if self._state != "selected":
            return BAD_ORDER
        self._state = "idle"
        self._lifted_now("read")
        if not isinstance(self._plate, SimulatedCard) or self._fails("read"):
            return READ_FAILED
        self._state = "read"
        self._reads += 1
        card = self._plate
        return card.frame or GOOD + b"\x01\x00\x04\x00" + card.text + card.photo

    def _newest_address(self) -> bytes:
        if self._state != "read" or not isinstance(self._plate, SimulatedCard):
            return READ_FAILED
        address = self._plate.newest_address
        return GOOD + address if address else NOT_ON_CARD


def _known(step: str) -> str:
    if step not in STEPS:
        raise ValueError(f"the steps are {', '.join(STEPS)}, not '{step}'")
    return step


def _framed(body: bytes) -> bytes:
    counted = (len(body) + 1).to_bytes(2, "big") + body
    return HEAD + counted + bytes((_xor(counted),))


def _xor(data: bytes) -> int:
    result = 0
    for byte in data:
        result ^= byte
    return result
