"""The guide's desk on the floor: a number found and changed, things lent, somebody accompanied."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

import msgspec
from PySide6.QtWidgets import QWidget

from guide_desk.presenter import GuidePresenter
from guide_desk.screens.window import GuideWindow
from hall.boards.guide import GuideBoard
from hall.help.messages import HelpFinished, HelpMoment, HelpView, LoanView
from hall.kernel.facts import HallFacts, LoanItemFact, StaffFact
from hall.kernel.messages import Happened
from launch.ux_report.equipped_desk import equipped_desk
from launch.ux_report.site import AT, Site
from ui_kit.theme import Theme

BoardOf = Callable[[Site, str], GuideBoard]
"""Makes the board of a busy hall in a language."""
Make = Callable[[Site, Theme, str], QWidget]
Press = tuple[str, str]

_HERE = "guide-1"
_NUMBER, _SERVED, _MISSED = "t-1000", "t-served", "t-missed"
_KINDS = ("wheelchair", "glasses", "magnifier", "umbrella", "other", "wheelchair", "glasses")
_LATE = timedelta(hours=7, minutes=30)
"""From the time of all pages to half an hour before the hall closes."""


def floor_pages(board_of: BoardOf) -> Mapping[str, Make]:
    """Return the pages by name."""
    opened = (("area", "find"), ("find_open", _NUMBER))
    along = (("area", "tasks"), ("along", "along-1"))
    return {
        "find": _page(board_of, ("area", "find")),
        "find-typed": _page(board_of, ("area", "find"), ("find_digit", "1"), ("find_digit", "0")),
        "find-one": _page(
            board_of, ("area", "find"), ("find_series", "lao"),
            *(("find_digit", digit) for digit in "1000"),
        ),
        "find-none": _page(board_of, ("area", "find"), *(("find_digit", "7") for _ in range(4))),
        "find-groups": _page(board_of, ("area", "find"), ("find_groups", "")),
        "found": _page(board_of, ("area", "find"), ("find_half_hour", "")),
        "found-nobody": _page(board_of, ("area", "find"), ("find_half_hour", ""), late=True),
        "found-number": _page(board_of, *opened),
        "found-served": _page(board_of, ("area", "find"), ("find_open", _SERVED)),
        "found-missed": _page(board_of, ("area", "find"), ("find_open", _MISSED)),
        "found-change": _page(
            board_of, *opened, ("find_change", _NUMBER), ("find_mark", "60_79")
        ),
        "found-why": _page(board_of, *opened, ("find_change", _NUMBER), ("find_changed", "")),
        "found-move": _page(board_of, *opened, ("find_move", _NUMBER)),
        "found-matters": _page(
            board_of, *opened, ("find_move", _NUMBER), ("find_move_groups", ""),
            ("find_move_group", "pension"),
        ),
        "found-cancel": _page(board_of, *opened, ("find_cancel", _NUMBER)),
        "books": _page(board_of, ("area", "books"), late=True),
        "lend": _page(board_of, ("area", "lend")),
        "lend-number": _page(board_of, ("reprint", _NUMBER), ("area", "lend"), ("lend_turn", "1")),
        "lend-late": _page(board_of, ("area", "lend"), late=True),
        "lend-none": _page(board_of, ("area", "lend"), bare=True),
        "tasks-along": _page(board_of, ("area", "tasks"), calm=True),
        "along": _page(board_of, *along),
        "along-choose": _page(board_of, *along, ("along_choose", "along-1")),
        "along-number": _page(board_of, ("along_ticket", _NUMBER)),
        "tasks-record": _page(board_of, ("area", "tasks"), calm=True, over=True),
        "record": _page(board_of, ("area", "tasks"), ("record", "over"), over=True),
        "drill-ask": _page(board_of, ("area", "tasks"), ("drill", ""), calm=True),
    }  # fmt: skip


def _page(
    board_of: BoardOf,
    *presses: Press,
    late: bool = False,
    bare: bool = False,
    calm: bool = False,
    over: bool = False,
) -> Make:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        presenter = GuidePresenter(equipped_desk(site, language, _HERE))
        presenter.tick(0.0)
        presenter.board_changed(_board(board_of(site, language), site, bare=bare, calm=calm))
        presenter.link_changed(linked=True)
        if over:
            ended = HelpFinished(help=_ended())
            presenter.happened(Happened(seq=1, prev=0, at=AT.isoformat(), event=ended))
        for action, argument in presses:
            presenter.press(action, argument)
        presenter.press("alarm_fold")  # an alarm has pages of its own
        window = GuideWindow(theme, "", lambda _action, _argument: None)
        window.show_view(presenter.view(AT + _LATE if late else AT + timedelta(minutes=12)))
        return window

    return make


def _board(board: GuideBoard, site: Site, *, bare: bool, calm: bool) -> GuideBoard:
    """Return the board with people who are accompanied, things that are lent, numbers called."""
    matters = site.matters_by_length()
    counter = site.facts.counters[-1].id
    served = site.ticket("117", matters[0], id=_SERVED, state="serving", counter_id=counter)
    missed = site.ticket("200", matters[1], id=_MISSED, state="missed", behalf_of="family")
    tickets = {**board.floor.tickets, _SERVED: served, _MISSED: missed}
    along = {one.id: one for one in (_along("along-1", _NUMBER, "2001"), _along("along-2", None))}
    return msgspec.structs.replace(
        board,
        facts=_facts(board.facts, bare=bare),
        floor=msgspec.structs.replace(board.floor, tickets=tickets),
        helps={} if calm else board.helps,
        under_way=along,
        loans={} if bare else {one.id: one for one in _loans()},
    )


def _facts(facts: HallFacts, *, bare: bool) -> HallFacts:
    if bare:
        return msgspec.structs.replace(facts, loan_items=(), staff=())
    items = tuple(
        LoanItemFact(id=f"item-{place}", kind=kind, name=f"{_name(facts, kind)}{place}")
        for place, kind in enumerate(_KINDS, start=1)
    )
    staff = tuple(
        StaffFact(number=f"{2000 + place}", name=name, badge=f"{place:03d}", roles=("helper",))
        for place, name in enumerate(_names(facts), start=1)
    )
    return msgspec.structs.replace(facts, loan_items=items, staff=staff)


def _name(facts: HallFacts, kind: str) -> str:
    """Return what the hall calls a thing of a kind."""
    names = {one.kind: one.name for one in facts.loan_items}
    return names.get(kind, max(names.values(), key=len))


def _names(facts: HallFacts) -> Sequence[str]:
    """Return more names of helpers than stand on one leaf."""
    known = [one.name for one in facts.staff] + [one.name for one in facts.clerks]
    return (known * 10)[:10]


def _along(help_id: str, ticket_id: str | None, helper: str | None = None) -> HelpView:
    notes = ("assigned", "set_out", "problem_materials") if helper else ("acknowledged",)
    timeline = [
        {"at": (AT + timedelta(minutes=place)).isoformat(), "note": note, "by": _HERE}
        for place, note in enumerate(notes)
    ]
    return HelpView(
        id=help_id, station_id="kiosk-1", kind="accompany", ticket_id=ticket_id,
        state="acknowledged", requested_at=AT.isoformat(), helper=helper,
        timeline=tuple(msgspec.convert(timeline, type=list[HelpMoment])),
    )  # fmt: skip


def _ended() -> HelpView:
    """Return an alarm that is over."""
    rang_up = HelpMoment(at=AT.isoformat(), note="called_120", by=_HERE)
    return HelpView(
        id="over", station_id="kiosk-1", kind="unwell", ticket_id=_NUMBER, state="finished",
        requested_at=AT.isoformat(), timeline=(rang_up,),
    )  # fmt: skip


def _loans() -> tuple[LoanView, ...]:
    yesterday = (AT - timedelta(days=1)).isoformat()
    return (
        LoanView(id="l1", item_id="item-2", ticket_id=_NUMBER, lent_at=AT.isoformat()),
        LoanView(id="l2", item_id="item-4", ticket_id=None, lent_at=yesterday),
    )
