"""What people do with cards and what goes wrong, over the simulated wire."""

from __future__ import annotations

import threading
from itertools import pairwise

import pytest

from devices.ports import (
    CardSeen,
    CardTaken,
    CardUnreadable,
    Fault,
    Offline,
    Ready,
)
from id_reader.sdt.driver import build
from id_reader.simulated_card import load_specimens
from tests.id_reader.desk import (
    EXAMPLES,
    RESIDENT,
    Desk,
    desk,
    quick_simulator,
    two_visitors_with_a_late_answer,
)

FIRST = {"specimen": "elder_85"}
SECOND = {"specimen": "elder_66"}
FIRST_NAME, SECOND_NAME = "王桂兰", "张秀珍"


def last_code(here: Desk) -> str:
    return [event.code for event in here.report.cards if isinstance(event, CardUnreadable)][-1]


def test_a_card_is_read_once_and_its_leaving_is_noticed():
    with desk() as here:
        here.report.until_status(Ready)
        here.do("present_card", **FIRST)
        here.report.until_count(CardSeen)
        here.do("take_card")
        here.report.until_count(CardTaken)

    assert here.report.kinds() == ["CardSeen", "CardTaken"]


def test_the_published_frame_is_read_over_the_wire():
    with desk() as here:
        here.do("present_card", frame=RESIDENT.hex())
        here.report.until_count(CardSeen)

    assert here.report.names() == ["测试甲"]


def test_every_invented_person_is_read_over_the_wire_as_the_card_says():
    """Long validity and an end, rare characters beyond the first plane, minority names."""
    people = load_specimens()
    with desk() as here:
        for number, who in enumerate(people, start=1):
            here.do("present_card", specimen=who)
            here.report.until_count(CardSeen, number)
    cards = [event.card for event in here.report.cards if isinstance(event, CardSeen)]

    assert [card.name for card in cards] == [fields["name"] for fields in people.values()]
    assert "𬱖㛃" in here.report.names()
    assert "阿不都热合曼·买买提依明" in here.report.names()
    for card, fields in zip(cards, people.values(), strict=True):
        assert card.id_number == fields["id_number"]
        ends = card.valid_to.strftime("%Y%m%d") if card.valid_to else "长期"
        assert ends == fields["valid_to"]


def test_two_people_one_after_the_other():
    with desk() as here:
        here.do("present_card", **FIRST)
        here.report.until_count(CardSeen)
        here.do("take_card")
        here.report.until_count(CardTaken)
        here.reader.new_session()
        here.do("present_card", **SECOND)
        here.report.until_count(CardSeen, 2)

    assert [(e.card.name, e.epoch) for e in here.report.cards if isinstance(e, CardSeen)] == [
        (FIRST_NAME, 1),
        (SECOND_NAME, 2),
    ]


def test_the_newest_address_replaces_the_printed_one_when_asked_for():
    with desk(newest_address=True) as here:
        here.do("present_card", newest_address="河南省测试市新址8号", **FIRST)
        here.report.until_count(CardSeen)

    assert [e.card.address for e in here.report.cards if isinstance(e, CardSeen)] == [
        "河南省测试市新址8号"
    ]


@pytest.mark.parametrize("refinds", [False, True])
def test_a_card_left_lying_is_not_read_for_the_next_visitor(refinds):
    with desk(quick_simulator(refinds=refinds)) as here:
        here.do("present_card", **FIRST)
        here.report.until_count(CardSeen)
        here.reader.new_session()
        here.do("unplug")
        here.report.until_status(Offline)
        here.do("plug")
        here.report.until_status(Ready)
        here.do("silent")
        here.report.until_status(Offline)
        here.do("speak")
        here.report.until_status(Ready)
        assert here.report.kinds() == ["CardSeen"]
        here.do("take_card")
        here.report.until_count(CardTaken)
        here.do("present_card", **SECOND)
        here.report.until_count(CardSeen, 2)

    assert here.report.names() == [FIRST_NAME, SECOND_NAME]


def test_unplugged_in_the_middle_of_a_card_nothing_of_it_is_used():
    with desk() as here:
        here.report.until_status(Ready)
        here.do("cut_at", count=700)
        here.do("present_card", **FIRST)
        here.do("unplug")
        here.report.until_status(Offline)
        here.do("take_card")
        here.do("plug")
        here.report.until_status(Ready)
        here.do("speak")
        here.do("present_card", **SECOND)
        here.report.until_count(CardSeen)

    assert here.report.names() == [SECOND_NAME]


def test_half_a_frame_and_then_silence_asks_for_the_card_again():
    with desk() as here:
        here.report.until_status(Ready)
        here.do("cut_at", count=600)
        here.do("present_card", **FIRST)
        here.report.until_count(CardUnreadable)
        assert last_code(here) == "bad_data"
        here.do("take_card")
        here.report.until_count(CardTaken)
        here.do("present_card", **FIRST)
        here.report.until_count(CardSeen)

    assert here.report.names() == [FIRST_NAME]


def test_a_flipped_bit_asks_for_the_card_again():
    with desk() as here:
        here.report.until_status(Ready)
        here.do("flip_bit", position=8 * 100 + 3)
        here.do("present_card", **FIRST)
        here.report.until_count(CardUnreadable)

    assert last_code(here) == "bad_data"
    assert here.report.names() == []


@pytest.mark.parametrize(
    ("word", "code"), [("two_cards", "several_cards"), ("foreign_card", "not_an_id_card")]
)
def test_what_is_no_single_id_card_is_named(word, code):
    with desk() as here:
        here.do(word)
        here.report.until_count(CardUnreadable)
        here.do("take_card")
        here.report.until_count(CardTaken)
        here.do("present_card", **FIRST)
        here.report.until_count(CardSeen)

    assert here.report.kinds() == ["CardUnreadable", "CardTaken", "CardSeen"]
    assert here.report.cards[0] == CardUnreadable(code, 1)


@pytest.mark.parametrize("title", [title for title in EXAMPLES if not title.startswith("A")])
def test_a_kind_of_card_the_driver_does_not_know_is_said_so(title):
    with desk() as here:
        here.do("present_card", frame=EXAMPLES[title])
        here.report.until_count(CardUnreadable)

    assert last_code(here) == "not_an_id_card"


@pytest.mark.parametrize("step", ["find", "select", "read"])
def test_a_card_that_fails_once_at_any_step_is_read_after_all(step):
    with desk() as here:
        here.report.until_status(Ready)
        here.do("fail_at", step=step)
        here.do("present_card", **FIRST)
        here.report.until_count(CardSeen)

    assert here.report.kinds() == ["CardSeen"]


@pytest.mark.parametrize(("step", "code"), [("select", "several_cards"), ("read", "lifted")])
def test_a_card_that_fails_twice_is_unreadable(step, code):
    with desk() as here:
        here.report.until_status(Ready)
        here.do("fail_at", step=step, times=2)
        here.do("present_card", **FIRST)
        here.report.until_count(CardUnreadable)
        here.report.until_count(CardSeen)

    assert here.report.cards[0] == CardUnreadable(code, 1)


@pytest.mark.parametrize("step", ["select", "read"])
def test_a_card_lifted_after_a_failed_step_is_said_to_be_lifted(step):
    """The card leaves exactly when the step fails, whichever step it is."""
    simulator = AtRequest(step)
    simulator.then = lambda: simulator.control("take_card")
    with desk(simulator) as here:
        here.report.until_status(Ready)
        here.do("present_card", **FIRST)
        here.report.until_count(CardTaken)

    assert here.report.kinds() == ["CardUnreadable", "CardTaken"]
    assert last_code(here) == "lifted"


class AtRequest:
    """A simulator with something that happens just when a request reaches it."""

    def __init__(self, step: str) -> None:
        self._inner = quick_simulator()
        self._request = {"select": b"\x20\x02", "read": b"\x30\x01"}[step]
        self.words = self._inner.words
        self.control = self._inner.control
        self.then = lambda: None

    def connect(self):
        return _Watched(self._inner.connect(), self._request, self._now)

    def _now(self) -> None:
        self.then()


class _Watched:
    def __init__(self, link, request, then) -> None:
        self._link, self._request, self._then = link, request, then
        self.read, self.drain, self.close = link.read, link.drain, link.close

    def write(self, data: bytes, timeout_s: float) -> None:
        if self._request in data:
            self._then()
        self._link.write(data, timeout_s)


def test_a_module_that_reports_its_own_fault_is_a_fault():
    with desk() as here:
        here.report.until_status(Ready)
        here.do("fault", code=0x60)
        here.report.until_status(Fault)
        assert here.report.statuses[-1] == Fault("self_test_failed")
        here.do("speak")
        here.report.until_status(Ready)


def test_a_flood_of_nonsense_is_a_fault_and_passes():
    with desk() as here:
        here.report.until_status(Ready)
        here.do("garbage", count=2_000_000)
        here.report.until_status(Fault)
        assert here.report.statuses[-1] == Fault("garbage")
        here.do("unplug")
        here.do("plug")
        here.report.until_status(Ready)
        here.do("present_card", **FIRST)
        here.report.until_count(CardSeen)


def test_a_reader_that_falls_silent_is_offline_and_comes_back():
    with desk() as here:
        here.report.until_status(Ready)
        here.do("silent")
        here.report.until_status(Offline)
        here.do("speak")
        here.report.until_status(Ready)


def test_a_card_being_read_when_the_next_session_begins_is_nobodys():
    simulator = AtRequest("read")
    begun = threading.Event()
    with desk(simulator) as here:

        def begin_once() -> None:
            if not begun.is_set():
                here.reader.new_session()
                begun.set()

        simulator.then = begin_once
        here.do("present_card", **FIRST)
        assert begun.wait(5.0)
        here.do("take_card")
        here.report.until_count(CardTaken)
        here.do("present_card", **SECOND)
        here.report.until_count(CardSeen)

    assert here.report.cards[-1].epoch == 2
    assert here.report.names() == [SECOND_NAME]


@pytest.mark.parametrize("late_s", [0.05, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5])
def test_a_late_answer_is_never_the_next_visitors_card(late_s):
    """The answer for the first visitor comes late, perhaps when the second card lies there."""
    with desk() as here:
        two_visitors_with_a_late_answer(here, late_s)


def test_what_is_reported_of_one_card_comes_from_one_read():
    with desk() as here:
        for number, who in enumerate((FIRST, SECOND, FIRST), start=1):
            here.do("present_card", **who)
            here.report.until_count(CardSeen, number)
            here.do("take_card")
            here.report.until_count(CardTaken, number)

    seen = [event.card for event in here.report.cards if isinstance(event, CardSeen)]
    assert seen[0] == seen[2]
    assert all(a.id_number != b.id_number and a.name != b.name for a, b in pairwise(seen))


def test_no_event_follows_the_stop():
    with desk() as here:
        here.report.until_status(Ready)
    here.do("present_card", **FIRST)
    statuses = list(here.report.statuses)

    assert here.report.cards == []
    assert here.report.statuses == statuses


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"remove": "find"}, "no option 'remove'"),
        ({"removal": "magic"}, "must be 'address' or 'find'"),
    ],
)
def test_a_wrong_option_is_refused_with_a_sentence(options, sentence):
    with pytest.raises(ValueError, match=sentence):
        build(lambda: quick_simulator().connect(), options)


def test_a_reader_that_does_not_know_the_removal_question_uses_the_search():
    with desk(removal="find") as here:
        here.do("present_card", **FIRST)
        here.report.until_count(CardSeen)
        here.do("take_card")
        here.report.until_count(CardTaken)

    assert here.report.kinds() == ["CardSeen", "CardTaken"]
