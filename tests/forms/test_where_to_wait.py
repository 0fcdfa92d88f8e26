"""去哪儿: the slip names the place to wait in the words of the hall's own settings."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec

from devices.ports import SlipLine
from forms.breaks import width_em
from forms.slip import SlipTicket, compose
from forms.slip_ticket import slip_ticket, where_to_wait
from hall.kernel.facts import HallFacts
from hall.tickets.messages import TicketView
from launch.facts import facts_of
from launch.settings import load_hall
from tests.counter_display.boards import ticket
from tests.printer_drivers.desk import WORDS as SLIP_WORDS
from tests.printer_drivers.desk import slip
from ui_kit.strings import load_room

ROOT = Path(__file__).resolve().parents[2]
WORDS = load_room(ROOT / "assets" / "strings", "kiosk")
TAKEN = datetime(2026, 11, 24, 9, 40)  # noqa: DTZ001 - local, as people write it
SENTENCE = "请先坐在辅导台旁边"


def demo() -> HallFacts:
    return facts_of(*load_hall(ROOT / "config" / "demo"))


def of_two_places() -> HallFacts:
    """The demo hall with windows 1 and 2 upstairs."""
    facts = demo()
    counters = tuple(
        msgspec.structs.replace(one, zone="二楼" if one.window_number < 3 else "一楼")
        for one in facts.counters
    )
    return msgspec.structs.replace(facts, counters=counters)


def taken(facts: HallFacts, queue: str = "general", where: str = "seats") -> TicketView:
    return ticket("老012", "waiting", queue=queue, matter_id=facts.matters[0].id, where=where)


def on_slip(one: TicketView, facts: HallFacts) -> SlipTicket:
    return slip_ticket(one, facts, WORDS, TAKEN, reprint=False)


def lines(one: SlipTicket, width_mm: float = 80.0) -> str:
    return "\n".join(compose(one, SLIP_WORDS, width_mm).texts())


def test_while_windows_are_open_the_slip_names_them():
    facts = demo()
    made = on_slip(taken(facts), facts)
    assert made.where_sentence == ""
    assert "号窗口前坐" in lines(made)


def test_with_no_window_open_the_slip_says_the_halls_own_sentence():
    facts = demo()
    made = on_slip(taken(facts, where="guide_desk"), facts)
    assert facts.guide_desk_where == SENTENCE
    assert SENTENCE in lines(made)
    assert "前坐" not in lines(made)


def test_a_hall_of_one_place_does_not_name_it():
    facts = demo()
    assert {one.zone for one in facts.counters} == {""}


def test_a_hall_of_several_places_names_the_one_of_the_windows():
    facts = of_two_places()
    one = taken(facts, "collect")
    assert where_to_wait(one, facts, WORDS) == "一楼3号窗口"
    assert "请在一楼3号窗口前坐" in lines(on_slip(one, facts))


def test_windows_at_two_places_are_named_without_either():
    facts = of_two_places()
    assert not where_to_wait(taken(facts), facts, WORDS).startswith(("一楼", "二楼"))


def test_the_longest_sentence_still_fits_its_lines():
    longest = "请先坐在一楼东边咨询辅导台旁的椅上"
    assert len(longest) == 17
    for width_mm in (80.0, 58.0):
        made = slip(width_mm=width_mm, where_sentence=longest)
        em_mm = min(part.em_mm for part in made.parts if isinstance(part, SlipLine))
        told = [part for part in made.parts if isinstance(part, SlipLine) and "先坐在" in part.text]
        assert all(width_em(one.text) * em_mm <= width_mm for one in told)
        assert longest in "".join(made.texts())


def test_a_ticket_file_may_leave_the_sentence_out():
    assert replace(on_slip(taken(demo()), demo()), where_sentence="").where
