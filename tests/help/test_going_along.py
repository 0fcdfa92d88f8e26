"""Somebody goes along with an elder, and things are lent for nothing."""

from hall.help.messages import (
    AssignHelper,
    FinishHelp,
    HelpAcknowledged,
    HelperAssigned,
    ItemIsOut,
    ItemLent,
    ItemReturned,
    LendItem,
    NoSuchHelp,
    NoSuchItem,
    NoSuchLoan,
    NoSuchStaff,
    NoteHelp,
    RequestHelp,
    ReturnItem,
)
from hall.tickets.messages import CloseDay


def wants_company(hall):
    return hall.says(RequestHelp, station_id="kiosk-1", help_kind="accompany").help


def test_a_helper_goes_along_until_it_is_done(hall):
    seen = wants_company(hall)
    said = hall.says(AssignHelper, help_id=seen.id, staff_number="1002")
    assert isinstance(said, HelperAssigned)
    (with_her,) = hall.look("guide", "").under_way.values()
    assert (with_her.helper, with_her.state) == ("1002", "acknowledged")
    for note in ("form_filled", "copied", "copied", "problem_system"):
        hall.says(NoteHelp, help_id=seen.id, note=note)
    done = hall.says(FinishHelp, help_id=seen.id).help
    assert [one.note for one in done.timeline] == [
        "assigned", "form_filled", "copied", "copied", "problem_system", "finished",
    ]  # fmt: skip
    assert not hall.look("guide", "").under_way


def test_another_helper_takes_over(hall):
    seen = wants_company(hall)
    hall.says(AssignHelper, help_id=seen.id, staff_number="1002")
    hall.says(AssignHelper, help_id=seen.id, staff_number="1003")
    assert hall.look("guide", "").under_way[seen.id].helper == "1003"


def test_nobody_unknown_is_sent(hall):
    seen = wants_company(hall)
    assert hall.says(AssignHelper, help_id=seen.id, staff_number="9999") == NoSuchStaff()
    assert hall.says(AssignHelper, help_id="none", staff_number="1002") == NoSuchHelp()


def test_what_nobody_answered_does_not_stay_over_night(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help").help
    along = wants_company(hall)
    hall.says(AssignHelper, help_id=along.id, staff_number="1002")
    hall.says(CloseDay, station_id="manager")
    guide = hall.look("guide", "")
    assert asked.id not in guide.helps
    assert not guide.under_way


def test_a_plain_request_is_over_when_somebody_comes(hall):
    from hall.help.messages import AcknowledgeHelp

    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="help").help
    assert isinstance(hall.says(AcknowledgeHelp, help_id=asked.id), HelpAcknowledged)
    assert hall.says(FinishHelp, help_id=asked.id) == NoSuchHelp()


def test_a_thing_is_in_one_pair_of_hands(hall):
    ticket = hall.ticket()
    lent = hall.says(LendItem, station_id="guide-1", item_id="glasses-1", ticket_id=ticket.id)
    assert isinstance(lent, ItemLent)
    again = hall.says(LendItem, station_id="guide-1", item_id="glasses-1")
    assert again == ItemIsOut(loan=lent.loan)
    (out,) = hall.look("guide", "").loans.values()
    assert (out.item_id, out.ticket_id) == ("glasses-1", ticket.id)
    back = hall.says(ReturnItem, station_id="guide-1", loan_id=lent.loan.id)
    assert isinstance(back, ItemReturned)
    assert not hall.look("guide", "").loans
    assert hall.says(ReturnItem, station_id="guide-1", loan_id=lent.loan.id) == NoSuchLoan()
    assert isinstance(hall.says(LendItem, station_id="guide-1", item_id="glasses-1"), ItemLent)


def test_what_the_hall_does_not_have_is_not_lent(hall):
    assert hall.says(LendItem, station_id="guide-1", item_id="car") == NoSuchItem()


def test_what_is_lent_stays_on_the_list_over_night(hall):
    hall.says(LendItem, station_id="guide-1", item_id="chair-1")
    hall.says(CloseDay, station_id="manager")
    assert len(hall.look("guide", "").loans) == 1
