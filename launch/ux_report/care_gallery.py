"""The guide's desk on care beyond the counter: visits at home, mailings and calls afterwards."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from guide_desk.presenter import GuidePresenter
from guide_desk.screens.window import GuideWindow
from guide_desk.wishes import MakePaper, ReadNote, Send
from hall.boards.guide import GuideBoard
from hall.boards.visits import Visits
from hall.care.follow_up.messages import FollowUpView
from hall.care.home_visits.messages import (
    FindHomeSlots,
    HomeSlotsFound,
    HomeSlotView,
    HomeVisitView,
)
from hall.care.mail.messages import MailingView
from hall.kernel.facts import HallFacts, StaffFact
from hall.kernel.messages import Answer
from hall.records.messages import Detail, DetailView, Purpose
from hall.visits.views import CaseView, VisitView
from launch.ux_report.equipped_desk import equipped_desk
from launch.ux_report.site import AT, PEOPLE, Site
from ui_kit.theme import Theme

BoardOf = Callable[[Site, str], GuideBoard]
"""Makes the board of a busy hall in a language."""
Make = Callable[[Site, Theme, str], QWidget]
Press = tuple[str, str]

_HERE = "guide-1"
_DAYS = ("2026-11-24", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-12-24")
_DETAILS: tuple[Detail, ...] = ("name", "phone", "address", "note")
_TEXTS: dict[str, str] = tomllib.loads(PEOPLE.read_text(encoding="utf-8"))["home"]
"""What is written of a home, at its longest; `typed` is what a guide has just written."""
CARE_PICTURES = (
    "home", "home-visit", "home-slots", "home-write", "home-phone", "mail-one", "after-call-read",
)  # fmt: skip


def care_pages(board_of: BoardOf) -> Mapping[str, Make]:
    """Return the pages by name."""
    home = ("area", "home_visits")
    new = (home, ("home_new", ""))
    until_matter = (*new, ("home_channel", "phone"), ("home_group", "pension"))
    until_slot = (
        *until_matter, ("home_matter", "EL014"), ("home_ground", "mobility"),
        ("home_grounds_done", ""),
    )  # fmt: skip
    writing = (*until_slot, ("home_slot", "2026-11-24/morning"))
    address = (*writing, ("home_edited", _TEXTS["typed"]))
    phone = (*address, ("home_written", ""), *(("home_digit", one) for one in "13800000000"))
    minds = (*phone, ("home_written", ""), ("home_unwritten", ""), ("home_mind", "hearing"))
    return {
        "home": _page(board_of, home),
        "home-next": _page(board_of, home, ("home_turn", "1")),
        "home-none": _page(board_of, home, bare=True),
        "home-channels": _page(board_of, *new),
        "home-groups": _page(board_of, *new, ("home_channel", "phone")),
        "home-matters": _page(board_of, *until_matter),
        "home-other-way": _page(board_of, *until_matter, ("home_matter", "EL005")),
        "home-grounds": _page(board_of, *until_slot[:-1]),
        "home-slots": _page(board_of, *until_slot),
        "home-asking": _page(board_of, *until_slot, silent=True),
        "home-write": _page(board_of, *address),
        "home-write-empty": _page(board_of, *writing),
        "home-phone": _page(board_of, *phone),
        "home-minds": _page(board_of, *minds),
        "home-visit": _page(board_of, home, ("home_open", "h1"), ("home_read", "h1")),
        "home-visit-short": _page(board_of, home, ("home_open", "h2")),
        "home-visit-under-way": _page(board_of, home, ("home_open", "h3")),
        "home-visit-not-met": _page(board_of, home, ("home_open", "h4")),
        "home-visit-ready": _page(board_of, home, ("home_open", "h5")),
        "home-staff": _page(board_of, home, ("home_open", "h2"), ("home_staff", "h2")),
        "home-results": _page(board_of, home, ("home_open", "h3"), ("home_finish", "h3")),
        "home-days": _page(board_of, home, ("home_days", "")),
        "home-paper": _page(board_of, home, ("home_open", "h2"), ("home_paper", "h2")),
        **_mail_pages(board_of),
        **_call_pages(board_of),
    }


def _mail_pages(board_of: BoardOf) -> Mapping[str, Make]:
    mail = ("area", "mail")
    new = (mail, ("mail_new", ""))
    asked = (*new, ("mail_group", "identity"), ("mail_matter", "EL027"))
    return {
        "mail": _page(board_of, mail),
        "mail-none": _page(board_of, mail, bare=True),
        "mail-groups": _page(board_of, *new),
        "mail-matters": _page(board_of, *new, ("mail_group", "identity")),
        "mail-whats": _page(board_of, *asked),
        "mail-write": _page(board_of, *asked, ("mail_what", "card")),
        "mail-item": _page(board_of, mail, ("mail_open", "m2"), ("mail_send", "m2")),
        "mail-one": _page(board_of, mail, ("mail_open", "m1"), ("mail_read", "m1")),
        "mail-to-send": _page(board_of, mail, ("mail_open", "m2")),
        "mail-returned": _page(board_of, mail, ("mail_open", "m3")),
    }


def _call_pages(board_of: BoardOf) -> Mapping[str, Make]:
    book = ("area", "follow_up")
    opened = (book, ("after_open", "c1"))
    asks = (book, ("after_ask", ""))
    return {
        "after": _page(board_of, book),
        "after-none": _page(board_of, book, bare=True),
        "after-cases": _page(board_of, *asks),
        "after-consent": _page(board_of, *asks, ("after_case", "case")),
        "after-phone": _page(board_of, *asks, ("after_case", "case"), ("after_yes", "")),
        "after-call": _page(board_of, *opened),
        "after-call-read": _page(board_of, *opened, ("after_read", "c1")),
        "after-wishes": _page(board_of, *opened, ("after_wish", "")),
    }


def _page(board_of: BoardOf, *presses: Press, bare: bool = False, silent: bool = False) -> Make:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        presenter = GuidePresenter(equipped_desk(site, language, _HERE))
        presenter.tick(0.0)
        presenter.board_changed(_board(board_of(site, language), site, bare=bare))
        presenter.link_changed(linked=True)
        for action, argument in presses:
            presenter.press(action, argument)
            presenter.view(AT)
            if not silent:
                _answer(presenter)
        presenter.tick(1.0)
        presenter.press("alarm_fold")  # an alarm has pages of its own
        window = GuideWindow(theme, "", lambda _action, _argument: None)
        window.show_view(presenter.view(AT + timedelta(minutes=12)))
        return window

    return make


def _answer(presenter: GuidePresenter) -> None:
    """Say what the hall would: which half days are free, what is written of a home."""
    for wish in presenter.drain():
        if isinstance(wish, Send) and isinstance(wish.command, FindHomeSlots):
            presenter.answered(wish.command, Answer(1, HomeSlotsFound(slots=_slots())))
        elif isinstance(wish, ReadNote):
            detail = next(one for one in _DETAILS if wish.blob_id.endswith(f"-{one}"))
            presenter.note_came(wish.blob_id, _TEXTS[detail].encode())
        elif isinstance(wish, MakePaper):
            presenter.paper_made(wish.job_id, None)


def _board(board: GuideBoard, site: Site, *, bare: bool) -> GuideBoard:
    facts = msgspec.structs.replace(board.facts, staff=_staff(board.facts))
    visits = () if bare else _visits(site)
    return msgspec.structs.replace(
        board,
        facts=facts,
        helps={},
        home_visits={one.id: one for one in visits},
        mailings={} if bare else {one.id: one for one in _mailings(site)},
        follow_ups={} if bare else {one.id: one for one in _calls(site)},
        visits=Visits() if bare else _here(site),
        details={
            one.blob_id: one
            for one in (
                *(_detail(name, "h1", "home_visit") for name in _DETAILS),
                *(_detail(name, "m1", "mail") for name in ("name", "phone", "address")),
                _detail("phone", "case-1", "follow_up"),
            )
        },
    )


def _detail(name: Detail, of_id: str, purpose: Purpose) -> DetailView:
    return DetailView(
        blob_id=f"{of_id}-{name}", case_id=of_id, detail=name, basis="consent", purpose=purpose
    )


def _staff(facts: HallFacts) -> tuple[StaffFact, ...]:
    names = [one.name for one in facts.staff] + [one.name for one in facts.clerks]
    return tuple(
        StaffFact(number=f"{2000 + place}", name=name, badge=f"{place:03d}", roles=("helper",))
        for place, name in enumerate((names * 8)[:8], start=1)
    )


def _slots() -> tuple[HomeSlotView, ...]:
    return tuple(
        slot
        for day in _DAYS[1:]
        for slot in (
            HomeSlotView(day=day, half="morning", left=2),
            HomeSlotView(day=day, half="afternoon", left=1),
        )
    )


def _visits(site: Site) -> tuple[HomeVisitView, ...]:
    """Return a visit of every state, those with the longest names first; more than one leaf."""
    matters = [one for one in site.matters_by_length() if one.sheet.home_visit]
    booked = HomeVisitView(
        id="h1", matter_id=matters[0].id, day=_DAYS[0], half="morning", state="confirmed",
        channel="phone", grounds=("age", "ill", "mobility"), booked_at=AT.isoformat(),
        staff=("2001", "2002"), reminded=True,
    )  # fmt: skip
    others: tuple[dict[str, Any], ...] = (
        {"state": "booked", "staff": ("2001",), "half": "afternoon", "channel": "family"},
        {"state": "under_way", "grounds": ("age",)},
        {"state": "not_met", "grounds": ("ill",)},
        {"state": "booked", "grounds": ("mobility",)},
        {"state": "booked", "staff": ()},
        {"state": "confirmed", "reminded": False},
    )
    return (
        booked,
        *(
            msgspec.structs.replace(
                booked, id=f"h{place}", matter_id=matters[place].id,
                day=_DAYS[min(place, len(_DAYS)) - 1], **more,
            )
            for place, more in enumerate(others, start=2)
        ),
    )  # fmt: skip


def _mailings(site: Site) -> tuple[MailingView, ...]:
    matters = [one for one in site.matters_by_length() if one.sheet.mail_ok]
    sent = MailingView(
        id="m1", matter_id=matters[0].id, what="certificate", state="sent",
        asked_at=AT.isoformat(), item_number="XA123456789012345678CN", sent_at=AT.isoformat(),
    )  # fmt: skip
    return (
        sent,
        MailingView(
            id="m2", matter_id=matters[1].id, what="card", state="to_send",
            asked_at=AT.isoformat(),
        ),
        msgspec.structs.replace(sent, id="m3", matter_id=matters[2].id, state="returned"),
    )  # fmt: skip


def _calls(site: Site) -> tuple[FollowUpView, ...]:
    """Return calls whose day has come and others, more than one leaf."""
    matters = site.matters_by_length()
    due = FollowUpView(
        id="c1", case_id="case-1", matter_id=matters[0].id, closed_on="2026-11-16",
        due_on="2026-11-23", state="due",
    )  # fmt: skip
    others = (
        msgspec.structs.replace(
            due, id=f"c{place}", case_id=f"case-{place}", matter_id=matters[place - 1].id,
            due_on="2026-11-24", state="planned", tries=place % 3,
        )
        for place in range(2, 9)
    )  # fmt: skip
    return (due, *others)


def _here(site: Site) -> Visits:
    """Return somebody who is here with a case."""
    matter = site.matters_by_length()[0]
    case = CaseView(
        id="case", matter_id=matter.id, stage="preparing", items=(), opened_at=AT.isoformat()
    )
    visit = VisitView(
        id="visit", state="prechecking", began_at=AT.isoformat(), station_id=_HERE,
        number=site.ticket("012", matter).number, case_id="case",
    )  # fmt: skip
    return Visits(visits={"visit": visit}, cases={"case": case})
