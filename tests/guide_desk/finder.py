"""How a guide finds a number in a story: by its digits, by its card, by opening it."""

from __future__ import annotations

from datetime import date

from devices.ports import CardSeen, IdCard
from guide_desk.finding.views import FoundView, PadView, TicketPage
from ui_kit.staff_views import KeyView

NUMBER = "410199194005010016"
WANG = {"born": "1940-05-01", "number": NUMBER, "surname": "王", "sex": 1}


def card(number: str = NUMBER) -> CardSeen:
    """A fictional card; its number belongs to no region."""
    return CardSeen(
        IdCard(
            kind="resident", name="王某", sex=1, ethnicity="", birth_date=date(1940, 5, 1),
            address="", id_number=number, issued_by="", valid_from=None, valid_to=None,
        ),
        epoch=0,
    )  # fmt: skip


def lays(desk, event) -> object:
    desk.on.card(event)
    desk._settle()
    return desk.view.page


def types(desk, digits: str) -> PadView:
    desk.turns_to("find")
    for digit in digits:
        desk.press("find_digit", digit)
    page = desk.view.page
    assert isinstance(page, PadView)
    return page


def go_key(page: PadView) -> KeyView:
    return next(key for key in page.keys if key.name == "find_go")


def opens(desk, ticket) -> TicketPage:
    desk.turns_to("find")
    desk.press("find_open", ticket.id)
    page = desk.view.page
    assert isinstance(page, TicketPage)
    return page


def deed(page: TicketPage, name: str) -> KeyView:
    return next(key for key in page.deeds if key.action == name)


def cards(desk) -> list[str]:
    page = desk.view.page
    assert isinstance(page, FoundView)
    return [one.number.label for one in page.cards]
