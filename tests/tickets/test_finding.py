"""A guide looks for the number of whoever laid their card on her desk."""

import pytest

from hall.kernel.secret import Secret
from hall.server.roles import may_send
from hall.tickets.messages import CancelTicket, CloseDay, FindTicket, TicketsFound
from tests.helpers.halls import Telling

NUMBER = "410199194005010016"
WANG = {"born": "1940-05-01", "number": NUMBER, "surname": "王"}


def finds(hall: Telling, number: str = NUMBER) -> list[str]:
    found = hall.says(FindTicket, station_id="guide-1", id_number=Secret(number))
    assert isinstance(found, TicketsFound)
    return [ticket.number for ticket in found.tickets]


def test_a_card_finds_every_number_its_holder_has_today(hall):
    hall.takes(born="1950-02-03")
    first, second = hall.ticket(**WANG), hall.ticket("m-medical", **WANG)
    assert finds(hall) == [first.number, second.number]


def test_a_card_that_took_no_number_finds_none(hall):
    hall.takes(born="1950-02-03")
    assert finds(hall) == []


def test_before_the_first_day_nothing_is_found(hall):
    assert finds(hall) == []


def test_a_number_that_was_given_up_is_not_found(hall):
    ticket = hall.ticket(**WANG)
    hall.says(CancelTicket, ticket_id=ticket.id, reason="改天来", station_id="guide-1")
    assert finds(hall) == []


def test_a_small_x_and_a_large_one_are_the_same_card(hall):
    ticket = hall.ticket(born="1940-05-01", number="41019919400501001X")
    assert finds(hall, "41019919400501001x") == [ticket.number]


def test_after_closing_the_card_of_yesterday_finds_nothing(hall):
    hall.takes(**WANG)
    hall.says(CloseDay, station_id="manager")
    assert finds(hall) == []


def test_looking_changes_nothing_and_says_nothing_to_anybody(hall):
    hall.takes(**WANG)
    before = hall.look("guide", "")
    finds(hall)
    assert hall.look("guide", "") == before


@pytest.mark.parametrize(("role", "may"), [("guide", True), ("kiosk", False), ("console", False)])
def test_only_a_guide_may_look(role, may):
    asked = FindTicket(command_id="c", station_id="s", id_number=Secret(NUMBER))
    assert may_send(role, "s", asked) is may


def test_another_desk_may_not_be_named():
    asked = FindTicket(command_id="c", station_id="guide-2", id_number=Secret(NUMBER))
    assert not may_send("guide", "guide-1", asked)
