"""What follows a decision at the guide's desk: last days, telephones, calls, days that are near."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import msgspec
from PySide6.QtWidgets import QWidget

from guide_desk.presenter import GuidePresenter
from guide_desk.screens.mirror import GuideMirror
from guide_desk.screens.window import GuideWindow
from guide_desk.wishes import MakePaper, ReadNote
from hall.boards.guide import GuideBoard
from hall.help.messages import HelpView
from hall.records.messages import DetailView
from hall.visits.views import NearView
from launch.papers import paper_renderer
from launch.ux_report.case_gallery import HALF, Press, Story, board_of, open_item, told
from launch.ux_report.site import AT, Site
from ui_kit.theme import Theme

Shown = Callable[[Site, Theme, str], QWidget]

_NUMBER = "13900004321"
"""Nobody's; as long as a number of the house or of the pocket can be."""
_ALARM = "ill"
_OF_REGISTER = "c9"
"""The case of every entry of the registers."""


@dataclass(frozen=True)
class Promised:
    """What lies before the guide, and what she presses.

    With `phone` a telephone is kept of everybody; so many cases are `near` their day. `answered` is
    whether the hall shows a number. With `alarm` somebody is ill and looked after.
    """

    presses: tuple[Press, ...]
    story: Story
    phone: bool = False
    near: int = 0
    answered: bool = True
    alarm: bool = False


def promised_pages() -> Mapping[str, Shown]:
    """Return the pages by name."""
    return {name: _window(page) for name, page in PAGES.items()}


def promised_mirror_pages() -> Mapping[str, Shown]:
    """Return what the elder sees of them by name."""
    return {name.removeprefix("cases-"): _mirror(PAGES[name]) for name in _MIRRORED}


def _window(page: Promised) -> Shown:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        window = GuideWindow(theme, "", _press_nothing)
        window.show_view(_at(site, language, page).view(AT))
        return window

    return make


def _mirror(page: Promised) -> Shown:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        window = GuideMirror(theme, "")
        window.show_view(_at(site, language, page).view(AT).mirror)
        return window

    return make


def _at(site: Site, language: str, page: Promised) -> GuidePresenter:
    """Return the desk after the page was reached."""
    presenter = told(site, language, page.story)
    presenter.board_changed(_board(site, page))
    for action, argument in page.presses:
        presenter.view(AT)
        presenter.press(action, argument)
        for wish in presenter.drain():
            if isinstance(wish, ReadNote) and page.answered:
                presenter.note_came(wish.blob_id, _NUMBER.encode())
            elif isinstance(wish, MakePaper):
                presenter.paper_made(wish.job_id, paper_renderer()(wish.paper))
    return presenter


def _board(site: Site, page: Promised) -> GuideBoard:
    board = board_of(site, page.story)
    visits = board.visits
    cases = (*visits.cases, _OF_REGISTER) if page.phone else ()
    phones = [
        DetailView(
            blob_id=f"phone-{case_id}", case_id=case_id, detail="phone", basis="consent",
            purpose="remind",
        )
        for case_id in cases
    ]  # fmt: skip
    near = {one.case_id: one for one in _near(site)[: page.near]}
    return msgspec.structs.replace(
        board,
        visits=msgspec.structs.replace(visits, near=near),
        under_way={_ALARM: _alarm()} if page.alarm else {},
        details={one.blob_id: one for one in phones},
    )


def _alarm() -> HelpView:
    """Return somebody who is ill beside the kiosk, and what was done for them."""
    begun = AT - timedelta(minutes=3)
    steps = (("acknowledged", 20), ("kept_still", 40))
    line = [
        {"at": (begun + timedelta(seconds=seconds)).isoformat(), "note": note, "by": "guide-1"}
        for note, seconds in steps
    ]
    return msgspec.convert(
        {
            "id": _ALARM, "station_id": "kiosk-1", "kind": "unwell", "ticket_id": None,
            "state": "acknowledged", "requested_at": begun.isoformat(), "timeline": line,
        },
        type=HelpView,
    )  # fmt: skip


def _near(site: Site) -> tuple[NearView, ...]:
    """Return cases of the longest matters: one to be answered, one to be done, one that is late."""
    matters = site.matters_by_length()
    days = (("received", 1), ("accepted", 5), ("handling", -1))
    return tuple(
        msgspec.convert(
            {
                "case_id": f"n{index}", "matter_id": matters[index].id, "stage": stage,
                "due_on": (AT.date() + timedelta(days=ahead)).isoformat(),
            },
            type=NearView,
        )
        for index, (stage, ahead) in enumerate(days)
    )  # fmt: skip


def _press_nothing(_action: str, _argument: str) -> None:
    """Nobody presses in a picture."""


_SUM = open_item("")
_PHONE = (*_SUM, ("case_phone", ""))
_TYPED = (*_PHONE, ("phone_yes", ""), *(("phone_digit", one) for one in _NUMBER))
_DUE: tuple[Press, ...] = (("case_due", ""),)
_FOLDED: tuple[Press, ...] = (("alarm_fold", ""), ("area", "tasks"))
_ENTRY = (*_DUE, ("case_entry", "e1"))

_SHARED, _DEFERRED = HALF[1], HALF[2]
_NOTICED = {"mark": "missing", "colour": "noticed", "decision": "notice"}
_DECLINED = {**HALF[4], "declined": ("promise",)}
_SETTLED = Story((), (HALF[0], _SHARED, _DEFERRED, HALF[0], HALF[0], HALF[0]), {
    "papers": ("deferral", "complete"),
})  # fmt: skip
_ON_NOTICE = Story((), (HALF[0], HALF[0], _NOTICED, _NOTICED, HALF[0], HALF[0]), {"code": "WWMMWW"})
_HERE = Story((), HALF)
_REGISTERS = Story(visits=6)

PAGES: Mapping[str, Promised] = {
    "cases-item-again": Promised(open_item("3"), _HERE),
    "cases-item-declined": Promised(open_item("5"), Story((), (*HALF[:4], _DECLINED, HALF[5]))),
    "cases-due-day": Promised(
        (*open_item("5"), ("item_take", "deferral"), ("day_move", "later")), _HERE
    ),
    "cases-due-day-first": Promised(
        (*open_item("5"), ("item_take", "deferral"), *(("day_move", "earlier"),) * 40), _HERE
    ),
    "cases-why-anew": Promised((*open_item("3"), ("item_anew", "")), _SETTLED),
    "cases-sum-phone": Promised(_SUM, _SETTLED),
    "cases-phone": Promised(_PHONE, _ON_NOTICE),
    "cases-phone-kept": Promised(_PHONE, _ON_NOTICE, phone=True),
    "cases-phone-keeping": Promised((*_TYPED, ("phone_keep", ""), ("case_phone", "")), _ON_NOTICE),
    "cases-phone-pad": Promised(_TYPED[:-7], _ON_NOTICE),
    "cases-phone-whole": Promised(_TYPED, _ON_NOTICE),
    "cases-visit-phone": Promised((*_SUM, ("case_more", "")), _ON_NOTICE),
    "cases-call": Promised((*_ENTRY, ("entry_called", "")), _REGISTERS),
    "cases-call-reading": Promised((*_ENTRY, ("entry_phone", "")), _REGISTERS, phone=True,
                             answered=False),
    "cases-call-number": Promised((*_ENTRY, ("entry_phone", "")), _REGISTERS, phone=True),
    "cases-entry-phone": Promised(_ENTRY, _REGISTERS, phone=True),
    "cases-due-near": Promised(_DUE, _REGISTERS, near=3),
    "cases-near": Promised((*_DUE, ("case_near", "n0")), _REGISTERS, near=3),
    "cases-near-late": Promised((*_DUE, ("case_near", "n2")), _REGISTERS, near=3),
    "tasks-alarm": Promised(_FOLDED, Story(), alarm=True),
    "tasks-alarm-record": Promised((*_FOLDED, ("record", _ALARM)), Story(), alarm=True),
}  # fmt: skip
_MIRRORED = ("cases-phone", "cases-phone-pad", "cases-phone-whole")
PROMISED_PICTURES = ("cases-due-day", "cases-phone-whole", "cases-call-number")
"""Pages that are compared with a picture."""
