"""Who somebody is to the hall: their age today, what they claim, and what they hold already."""

import pytest

from hall.calls.messages import FinishService, MissTicket, NobodyWaiting, StartService
from hall.tickets.messages import (
    AlreadyWaiting,
    ChangeVisitor,
    CloseDay,
    OpenDay,
    ReturnTicket,
    TicketTaken,
    Visitor,
)
from tests.helpers.halls import person

WANG = {"born": "1940-05-01", "number": "410199194005010016", "surname": "王", "sex": 1}
CHILD = {"born": "1975-02-03", "number": "410199197502030028", "surname": "李", "sex": 2}


@pytest.mark.parametrize(
    ("born", "priority"),
    [
        ("1946-11-22", "age_80"),
        ("1946-11-23", "age_80"),
        ("1946-11-24", "age_60"),
        ("1966-11-23", "age_60"),
        ("1966-11-24", "ordinary"),
        ("1996-02-29", "ordinary"),
    ],
)
def test_a_birthday_counts_from_the_day_itself(hall, born, priority):
    assert hall.ticket(born=born).priority == priority


def test_whoever_was_born_on_a_leap_day_is_a_year_older_on_the_first_of_march(hall):
    hall.advance(96 * 86400)  # Saturday 27 February 2027, opened by hand
    hall.says(OpenDay, station_id="manager")
    assert hall.look("queue", "").floor.date == "2027-02-27"
    assert hall.ticket(born="1947-02-28").priority == "age_60"
    hall.advance(86400)
    hall.says(OpenDay, station_id="manager")
    assert hall.ticket(born="1947-02-28").priority == "age_80"
    assert hall.ticket(born="1948-02-29").priority == "age_60"


def test_a_leap_day_child_of_sixty_is_sixty_when_february_is_over(hall):
    hall.advance((365 + 96) * 86400)  # 27 February 2028, a leap year
    hall.says(OpenDay, station_id="manager")
    assert hall.ticket(born="1968-02-29").priority == "ordinary"
    hall.advance(2 * 86400)
    hall.says(OpenDay, station_id="manager")
    assert hall.look("queue", "").floor.date == "2028-02-29"
    assert hall.ticket(born="1968-02-29").priority == "age_60"


def test_the_day_is_the_halls_own_and_not_that_of_another_time_zone(hall):
    hall.advance(14 * 3600 + 30 * 60)  # 00:10 on the 24th in the hall, still the 23rd in UTC
    hall.says(OpenDay, station_id="manager")
    assert hall.look("queue", "").floor.date == "2026-11-24"
    assert hall.ticket(born="1946-11-24").priority == "age_80"
    assert hall.ticket(born="1946-11-25").priority == "age_60"


@pytest.mark.parametrize("born", ["2026-11-24", "1890-01-01"])
def test_a_card_that_cannot_be_right_gives_a_number_all_the_same(hall, born):
    ticket = hall.ticket(born=born)
    assert (ticket.priority, ticket.reason) == ("ordinary", "unknown")
    ticket = hall.ticket(born=born, band="80_plus")
    assert (ticket.priority, ticket.reason) == ("age_80", "stated")


@pytest.mark.parametrize(
    ("band", "number", "priority"),
    [
        ("under_60", "普001", "ordinary"),
        ("60_79", "老001", "age_60"),
        ("80_plus", "尊001", "age_80"),
    ],
)
def test_without_a_card_the_age_that_is_said_is_believed(hall, band, number, priority):
    ticket = hall.ticket(band=band)
    assert (ticket.number, ticket.priority, ticket.reason) == (number, priority, "stated")


@pytest.mark.parametrize(
    "claim", ["disabled", "pregnant", "veteran", "martyr_family", "firefighter", "medal"]
)
def test_a_claim_gives_its_row_of_numbers_and_is_the_reason(hall, claim):
    ticket = hall.ticket(born="1990-05-01", claims=(claim,))
    assert (ticket.number, ticket.priority, ticket.reason) == ("优001", "claim", claim)
    old = hall.ticket(born="1940-05-01", claims=(claim,))
    assert (old.number, old.priority, old.reason) == ("尊001", "age_80", "card")


def test_what_is_said_of_whoever_one_comes_for_counts_and_not_ones_own_card(hall):
    ticket = hall.ticket(behalf_of="family", band="80_plus", **CHILD)
    assert (ticket.number, ticket.reason, ticket.behalf_of) == ("尊001", "stated", "family")
    known = hall.look("guide", "").people[ticket.visitor_id]
    assert (known.surname, known.age_band) == ("李", "under_60")  # who stands here is the child


def test_a_child_has_numbers_for_two_parents_and_one_of_their_own(hall):
    mother = hall.ticket(behalf_of="family", band="80_plus", **CHILD)
    father = hall.ticket(behalf_of="family", band="80_plus", **CHILD)
    own = hall.takes(**CHILD)
    assert isinstance(own, TicketTaken)
    assert [mother.number, father.number, own.ticket.number] == ["尊001", "尊002", "普001"]
    assert isinstance(hall.takes(**CHILD), AlreadyWaiting)
    agent = hall.ticket(behalf_of="agency", band="80_plus", **CHILD)
    assert agent.number == "尊003"


def test_nobody_is_called_to_two_counters_also_when_coming_for_others(hall):
    mother = hall.ticket(behalf_of="family", band="80_plus", **CHILD)
    father = hall.ticket(behalf_of="family", band="80_plus", **CHILD)
    later = hall.ticket(band="80_plus")
    hall.opens("c1", "c2")
    assert hall.calls("c1").ticket.id == mother.id
    assert hall.calls("c2").ticket.id == later.id
    hall.says(FinishService, counter_id="c2", ticket_id=later.id)
    hall.says(StartService, counter_id="c1", ticket_id=mother.id)
    assert hall.calls("c2") == NobodyWaiting()
    hall.says(FinishService, counter_id="c1", ticket_id=mother.id)
    assert hall.calls("c2").ticket.id == father.id


def test_a_number_taken_while_ones_other_is_served_waits_for_that_too(hall):
    first = hall.ticket(**WANG)
    hall.opens("c1", "c2")
    hall.calls("c1")
    second = hall.ticket("m-medical", **WANG)
    assert hall.calls("c2") == NobodyWaiting()
    hall.says(MissTicket, counter_id="c1", ticket_id=first.id)
    assert hall.calls("c2").ticket.id == second.id


def test_who_holds_a_number_that_was_called_is_told_so(hall):
    hall.ticket(**WANG)
    hall.opens("c1")
    hall.calls()
    again = hall.takes(**WANG)
    assert isinstance(again, AlreadyWaiting)
    assert (again.ticket.state, again.ticket.ahead) == ("called", 0)


def test_who_missed_a_call_and_stands_at_the_kiosk_is_back_with_one_word_of_it(hall):
    first = hall.ticket(**WANG)
    for _ in range(3):
        hall.ticket()
    hall.opens("c1")
    for _ in range(2):
        hall.calls()
        hall.says(MissTicket, counter_id="c1", ticket_id=first.id)
        back = hall.says(ReturnTicket, ticket_id=first.id, station_id="kiosk-1")
    again = hall.takes(**WANG)
    assert isinstance(again, AlreadyWaiting)
    assert (again.ticket.id, again.ticket.state, again.ticket.ahead) == (first.id, "waiting", 0)
    assert back.ticket.ahead == 0


def test_after_it_was_served_one_may_come_again_for_the_same_matter(hall):
    first = hall.ticket(**WANG)
    hall.opens("c1")
    hall.serves()
    second = hall.takes(**WANG)
    assert isinstance(second, TicketTaken)
    assert second.ticket.number != first.number
    assert second.ticket.visitor_id == first.visitor_id


def test_what_was_said_the_first_time_is_not_forgotten_the_second(hall):
    first = hall.ticket(needs=("hearing",), **WANG)
    hall.ticket("m-medical", number=WANG["number"], born=WANG["born"], needs=("wheelchair",))
    known = hall.look("guide", "").people[first.visitor_id]
    assert (known.surname, known.sex) == ("王", 1)
    assert known.needs == ("hearing", "wheelchair")


def test_a_correction_of_one_thing_leaves_the_others_as_they_were(hall):
    ticket = hall.ticket(**WANG)
    wish = {"ticket_id": ticket.id, "reason": "看过证", "station_id": "guide-1"}
    changed = hall.says(ChangeVisitor, visitor=person(band="60_79", needs=("sight",)), **wish)
    assert (changed.ticket.priority, changed.ticket.reason) == ("age_60", "stated")
    assert changed.ticket.number == ticket.number
    known = hall.look("guide", "").people[ticket.visitor_id]
    assert (known.surname, known.sex, known.needs) == ("王", 1, ("sight",))
    assert isinstance(hall.takes(**WANG), AlreadyWaiting)  # still known by their card


def test_a_claim_shown_later_moves_one_up_and_its_age_stays(hall):
    ticket = hall.ticket(born="1950-05-01")
    wish = {"ticket_id": ticket.id, "reason": "看过证", "station_id": "guide-1"}
    claimed = hall.says(ChangeVisitor, visitor=Visitor(claims=("disabled",)), **wish).ticket
    assert (claimed.priority, claimed.reason) == ("claim", "disabled")
    withdrawn = hall.says(ChangeVisitor, visitor=Visitor(), **wish).ticket
    assert withdrawn.priority == "age_60"


def test_the_day_forgets_who_came_but_not_what_was_done(hall):
    ticket = hall.ticket(**WANG)
    hall.says(CloseDay, station_id="manager")
    hall.advance(2 * 3600 + 1)
    assert hall.look("guide", "").people == {}
    hall.says(OpenDay, station_id="manager")
    again = hall.takes(**WANG)
    assert isinstance(again, TicketTaken)
    assert again.ticket.visitor_id != ticket.visitor_id
