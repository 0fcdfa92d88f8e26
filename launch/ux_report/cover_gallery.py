"""What covers a staff station, over whichever window: the alarm, its line, who is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

import msgspec
from PySide6.QtWidgets import QWidget

from hall.help.messages import HelpMoment, HelpView
from hall.kernel.messages import Answer
from hall.staff.messages import SessionView, SignIn, SignInLocked
from launch.ux_report.site import AT, STATION, Site
from ui_kit.covers.desk import CoverDesk
from ui_kit.covers.over import Covers
from ui_kit.staff_window import StaffWindow
from ui_kit.theme import Theme

Opened = Callable[[Theme], tuple[StaffWindow, Covers]]
"""Opens an empty window of a station; returns it with its covers."""

_HERE = "guide-1"
_SIGNED_IN = {_HERE: SessionView(station_id=_HERE, staff_number="1002", since="", until="")}


def cover_pages(opened: Opened) -> Mapping[str, Callable[[Site, Theme, str], QWidget]]:
    """Return the pages of the covers by name."""
    return {
        name: _page(opened, prepare)
        for name, prepare in (
            ("alarm", _alarm),
            ("alarm-under-way", _under_way),
            ("alarm-unheard", _unheard),
            ("who-is-there", _who),
            ("who-locked", _locked),
        )
    }


def _page(
    opened: Opened, prepare: Callable[[Site, CoverDesk], None]
) -> Callable[[Site, Theme, str], QWidget]:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        desk = CoverDesk(site.words("staff", language), _HERE, lambda: "id")
        prepare(site, desk)
        window, covers = opened(theme)
        covers.show_view(desk.view(AT + timedelta(minutes=3)))
        # What lies under a cover is not to be read, nor pressed.
        cover = covers.shown()
        for part in window.children():
            if isinstance(part, QWidget):
                part.setVisible(part is cover)
        return window

    return make


def _tell(
    site: Site, desk: CoverDesk, *alarms: HelpView, sessions: Mapping[str, SessionView]
) -> None:
    facts = msgspec.structs.replace(site.facts, sign_in_required=True)
    number = site.facts.series_of("age_60").prefix + site.numbers["longest"]
    desk.board_changed(facts, {one.id: one for one in alarms}, sessions, lambda _: number)
    desk.link_changed(linked=True)


def _ill(**more: object) -> HelpView:
    known = {
        "id": "h", "station_id": STATION, "kind": "unwell", "ticket_id": "t", "state": "open",
        "requested_at": AT.isoformat(),
    }  # fmt: skip
    return msgspec.convert({**known, **more}, type=HelpView)


def _alarm(site: Site, desk: CoverDesk) -> None:
    counter = site.facts.counters[-1].id
    _tell(site, desk, _ill(), _ill(id="h2", station_id=counter), sessions=_SIGNED_IN)


def _under_way(site: Site, desk: CoverDesk) -> None:
    done = tuple(
        HelpMoment(at=AT.isoformat(), note=note, by=_HERE) for note in ("kept_still", "called_120")
    )
    ill = _ill(state="acknowledged", drill=True, timeline=done)
    _tell(site, desk, ill, sessions=_SIGNED_IN)


def _unheard(site: Site, desk: CoverDesk) -> None:
    _tell(site, desk, sessions=_SIGNED_IN)
    desk.link_changed(linked=False)
    desk.press("unwell", "")


def _who(site: Site, desk: CoverDesk) -> None:
    _tell(site, desk, sessions={})
    _type(desk, "1002")


def _locked(site: Site, desk: CoverDesk) -> None:
    _who(site, desk)
    desk.press("sign_in_enter", "")
    _type(desk, "000000")
    desk.press("sign_in_enter", "")
    (command,) = (one for one in desk.drain() if isinstance(one, SignIn))
    locked = SignInLocked(station_id=_HERE, staff_number="1002", until=AT.isoformat())
    desk.answered(command, Answer(1, locked))


def _type(desk: CoverDesk, digits: str) -> None:
    for digit in digits:
        desk.press("sign_in_digit", digit)
