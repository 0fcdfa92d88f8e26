"""The medicine box at the guide's desk: full and empty, a batch, and what is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

import msgspec
from PySide6.QtWidgets import QWidget

from guide_desk.presenter import GuidePresenter
from guide_desk.screens.window import GuideWindow
from guide_desk.setup import GuideSetup
from hall.boards.guide import GuideBoard
from hall.help.box_messages import BatchView
from hall.help.box_model import BatchState
from hall.kernel.facts import BoxItemFact
from launch.ux_report.site import AT, Site
from ui_kit.theme import Theme

BoardOf = Callable[[Site, str], GuideBoard]
Make = Callable[[Site, Theme, str], QWidget]
Press = tuple[str, str]

LONGEST_NAME = 12
_STATES: tuple[BatchState, ...] = ("expired", "soon", "good", "good", "good", "good", "good")
_DAYS = ("2026-11-01", "2026-12-12", "2027-06-30", "2027-10-31", "2028-01-31", "2028-12-31",
         "2029-12-31")  # fmt: skip


def box_pages(board_of: BoardOf) -> Mapping[str, Make]:
    """Return the pages by name."""
    here, new = ("area", "box"), ("box_new", "")
    item = ("box_item", "longest")
    day = tuple(("box_digit", digit) for digit in "20271231")
    return {
        "box": _page(board_of, here),
        "box-empty": _page(board_of, here, empty=True),
        "box-expired": _page(board_of, here, ("box_open", "b0")),
        "box-batch": _page(board_of, here, ("box_open", "b1")),
        "box-items": _page(board_of, here, new),
        "box-day": _page(board_of, here, new, item),
        "box-day-typed": _page(board_of, here, new, item, *day),
        "box-day-past": _page(board_of, here, new, item, *(("box_digit", one) for one in "202001")),
        "box-count": _page(
            board_of, here, new, item, *day, ("box_written", ""), ("box_digit", "3")
        ),
    }


def _page(board_of: BoardOf, *presses: Press, empty: bool = False) -> Make:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        setup = GuideSetup(
            "guide-1", site.words("guide", language), site.words("devices", language),
            site.words("staff", language), lambda: "id", "printer",
        )  # fmt: skip
        presenter = GuidePresenter(setup)
        presenter.tick(0.0)
        presenter.board_changed(_board(board_of(site, language), empty=empty))
        presenter.link_changed(linked=True)
        for action, argument in presses:
            presenter.press(action, argument)
            presenter.view(AT)
        window = GuideWindow(theme, "", lambda _action, _argument: None)
        window.show_view(presenter.view(AT + timedelta(minutes=12)))
        return window

    return make


def _board(board: GuideBoard, *, empty: bool) -> GuideBoard:
    """Return a calm board; one thing in its box has the longest name a hall may give."""
    items = board.facts.box_items
    name = (items[0].name * LONGEST_NAME)[:LONGEST_NAME]
    longest = BoxItemFact(id="longest", name=name, unit=items[0].unit)
    facts = msgspec.structs.replace(board.facts, box_items=(longest, *items))
    batches = {
        f"b{place}": BatchView(
            id=f"b{place}", item_id=facts.box_items[(place + 6) % len(facts.box_items)].id,
            quantity=3 + place, expires_on=day, state=state, checked_by="2001",
            checked_at=AT.isoformat(),
        )
        for place, (day, state) in enumerate(zip(_DAYS, _STATES, strict=True))
    }  # fmt: skip
    return msgspec.structs.replace(
        board, facts=facts, box={} if empty else batches, helps={}, under_way={}
    )
