"""One request and one reply over a link that loses, adds and delays bytes; the clock is ours."""

from __future__ import annotations

import pytest

from devices.host import TemporaryFault
from devices.ports import Fault
from id_reader.sdt.frames import FIND, READ, STATUS, FrameRefused, command_frame
from id_reader.sdt.sam_link import NOISE_QUOTA_BYTES, NoAnswer, SamLink, Timings
from tests.id_reader.desk import RESIDENT

TIMES = Timings()
NO_CARD = bytes.fromhex("AAAAAA9669000400008084")
BAD_CHECKSUM = bytes.fromhex("AAAAAA9669000400001014")
BAD_LENGTH = bytes.fromhex("AAAAAA9669000400001115")
SELF_TEST = bytes.fromhex("AAAAAA9669000400006064")
NOT_AUTHORISED = bytes.fromhex("AAAAAA9669000400006662")
DONE = bytes.fromhex("AAAAAA9669000400009094")


class Script:
    """A link whose bytes come at written times after each request, on a clock of its own."""

    def __init__(self, *answers: list[tuple[float, bytes]]) -> None:
        self.now_s = 0.0
        self.sent: list[bytes] = []
        self._answers = list(answers)
        self._coming: list[tuple[float, bytes]] = []

    def clock(self) -> float:
        return self.now_s

    def write(self, data: bytes, timeout_s: float) -> None:
        self.sent.append(data)
        after = self._answers.pop(0) if self._answers else []
        self._coming += [(self.now_s + seconds, piece) for seconds, piece in after]

    def read(self, max_bytes: int, timeout_s: float) -> bytes:
        due = [one for one in self._coming if one[0] <= self.now_s + timeout_s]
        if not due:
            self.now_s += timeout_s
            return b""
        self._coming.remove(due[0])
        self.now_s = max(self.now_s, due[0][0])
        return due[0][1]

    def drain(self) -> None:
        self._coming = [one for one in self._coming if one[0] > self.now_s]

    def close(self) -> None:
        self._coming.clear()

    def sam(self) -> SamLink:
        return SamLink(self, TIMES, lambda _seconds: False, self.clock)


def test_bytes_that_drip_do_not_hold_the_reader_for_ever():
    dripping = [(0.19 * number, RESIDENT[number : number + 1]) for number in range(len(RESIDENT))]
    link = Script(dripping)
    with pytest.raises(NoAnswer):
        link.sam().ask(READ)

    assert link.now_s == pytest.approx(TIMES.read_reply_s, abs=TIMES.between_bytes_s)


def test_a_frame_that_stops_in_the_middle_is_given_up_after_the_pause_between_bytes():
    link = Script([(0.8, RESIDENT[:700])])
    with pytest.raises(NoAnswer) as stopped:
        link.sam().ask(READ)

    assert (stopped.value.silent, stopped.value.begun) == (False, True)
    assert link.now_s == pytest.approx(0.8 + TIMES.between_bytes_s)


@pytest.mark.parametrize("complaint", [BAD_CHECKSUM, BAD_LENGTH])
def test_a_request_the_module_did_not_hear_well_is_sent_once_more(complaint):
    link = Script([(0.01, complaint)], [(0.01, NO_CARD)])

    assert link.sam().ask(FIND).status == b"\x00\x00\x80"
    assert link.sent == [command_frame(FIND)] * 2


@pytest.mark.parametrize(
    ("answer", "word"), [(SELF_TEST, "self_test_failed"), (NOT_AUTHORISED, "module_not_authorised")]
)
def test_a_fault_of_the_module_itself_is_named(answer, word):
    with pytest.raises(TemporaryFault) as told:
        Script([(0.01, answer)]).sam().ask(STATUS)

    assert told.value.status == Fault(word)


def test_the_echo_of_our_own_request_is_no_answer():
    with pytest.raises(FrameRefused):
        Script([(0.001, command_frame(FIND))]).sam().ask(FIND)


def test_a_flood_of_noise_is_a_fault_before_it_fills_the_memory():
    with pytest.raises(TemporaryFault) as told:
        Script([(0.01, b"\x55" * (NOISE_QUOTA_BYTES + 100))]).sam().ask(FIND)

    assert told.value.status == Fault("garbage")


def test_after_a_card_answer_that_never_came_a_second_answer_makes_both_worthless():
    """The late one may be the earlier visitor's; which of the two is whose nobody can tell."""
    link = Script([], [(0.8, RESIDENT), (2.0, RESIDENT)])
    sam = link.sam()
    with pytest.raises(NoAnswer):
        sam.ask(READ)
    with pytest.raises(FrameRefused, match="more_than_one"):
        sam.ask(READ)


def test_after_a_card_answer_that_never_came_a_single_answer_counts_once_silence_followed():
    link = Script([], [(0.8, RESIDENT)])
    sam = link.sam()
    with pytest.raises(NoAnswer):
        sam.ask(READ)
    asked_s = link.now_s

    assert sam.ask(READ).data == RESIDENT[14:270]
    assert link.now_s - asked_s >= TIMES.read_reply_s


def test_the_reader_is_in_step_again_after_late_bytes_have_passed():
    link = Script([(0.01, DONE)])
    link._coming = [(0.05, RESIDENT)]
    link.sam().resync(silent=False)

    assert link.sent == [command_frame(STATUS)]
