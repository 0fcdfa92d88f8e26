"""Every page of the kiosk as a scene: the usual one, and the longest words it can have to show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import get_args

import msgspec

from hall.boards.kiosk import KioskBoard
from hall.help.messages import HelpView
from hall.kernel.facts import MatterFact
from hall.tickets.messages import TicketView
from kiosk.catalogue import groups_of, leaf_of, matters_of, rows_a_page
from kiosk.flow import PAGES, Page
from kiosk.reading import CardDesk
from kiosk.scene import Scene
from kiosk.session import Comfort, Company, Guest, HelpReason, Session, Sheet, Undo
from launch.ux_report.kiosk_camera import camera_scenes
from launch.ux_report.site import AT, STATION, Site
from ui_kit.strings import Strings

MOST_LEAVES = 9


@dataclass(frozen=True)
class KioskScene:
    """One page: its name, what the visitor has done, what the world says."""

    name: str
    page: Page
    session: Session = field(default=Session())
    changes: dict[str, object] = field(default_factory=dict)
    unprinted: int = 0
    helped: bool = False
    picture: bool = False

    def laid_over(self, base: Scene, site: Site, comfort: Comfort) -> Scene:
        """Return the scene itself."""
        board = self._board(base.board, site)
        return replace(
            base, page=self.page, session=self.session, comfort=comfort, board=board,
            **self.changes,  # type: ignore[arg-type]  # fields by name
        )  # fmt: skip

    def _board(self, board: KioskBoard, site: Site) -> KioskBoard:
        matter = site.facts.matters[0]
        digits = site.numbers["waiting"][: self.unprinted]
        left = tuple(site.ticket(one, matter, print_state="unknown") for one in digits)
        called = HelpView(
            id="help", station_id=STATION, kind="help", ticket_id=None, state="open",
            requested_at=AT.isoformat(),
        )  # fmt: skip
        helps = {"help": called} if self.helped else {}
        return msgspec.structs.replace(board, floor=site.floor(left), helps=helps)

    def turns(self, site: Site, comfort: Comfort) -> bool:
        """Tell whether the list of this page has that many leaves in this size and position."""
        if self.page not in ("matters", "ask_matters"):
            return True
        group_id, asks = self.session.group_id, self.page == "ask_matters"
        found = matters_of(site.facts, group_id) if asks else site.facts.offered(group_id)
        leaf = leaf_of(found, 0, rows_a_page(large=comfort.large, low=comfort.low))
        return self.session.page_no < leaf.count


def kiosk_scenes(
    site: Site, desk: CardDesk, words: Strings, matters: Sequence[MatterFact]
) -> tuple[KioskScene, ...]:
    """Return every page; a page of the flow nobody thought of here is shown as it begins.

    `matters` are those that are confirmed and asked about; all of them stand in the lists.
    """
    found = [
        *_first(), *_greeted(site, desk, words), *_choosing(site),
        *_confirming(site, matters), *_bringing(site, matters),
        *_numbers(site), *_after(site), *_aside(site),
    ]  # fmt: skip
    found += [
        KioskScene(name, page, session, dict(changes), picture=name in ("lay-good", "page-seen"))
        for name, page, session, changes in camera_scenes(site, words)
    ]
    there = {scene.page for scene in found}
    usual = _usual(site)
    found += [KioskScene(page, page, usual, picture=True) for page in PAGES if page not in there]
    return tuple(found)


def _usual(site: Site) -> Session:
    matter = site.facts.matters[0]
    return Session(stated="60_79", group_id=matter.group, matter=matter)


def _guest(site: Site, desk: CardDesk, words: Strings, who: str) -> Guest:
    return desk.guest(site.card(who), site.local.date(), words)


def _first() -> Iterator[KioskScene]:
    yield KioskScene("home", "home", picture=True)
    yield KioskScene("home-unprinted", "home", unprinted=1)
    yield KioskScene("home-no-reader", "home", changes={"reader_works": False})
    yield KioskScene("home-help-called", "home", helped=True)
    yield KioskScene("card", "card", picture=True)
    yield KioskScene("card-retry", "card_retry", picture=True)
    for code in ("several_cards", "not_an_id_card", "lifted"):
        yield KioskScene(f"card-retry-{code}", "card_retry", Session(unreadable=code))
    yield KioskScene("card-problem", "card_problem", picture=True)
    gone: dict[str, object] = {"reader_works": False}
    yield KioskScene("card-problem-reader", "card_problem", changes=gone)
    yield KioskScene("no-card", "no_card", picture=True)


def _greeted(site: Site, desk: CardDesk, words: Strings) -> Iterator[KioskScene]:
    for who in site.people:
        guest = _guest(site, desk, words, who)
        yield KioskScene(
            f"greeting-{who}",
            "greeting",
            Session(guest=guest),
            picture=who == "usual",
        )
    bereaved = next((one for one in site.facts.matters if one.bereavement), None)
    if bereaved is not None:
        session = Session(guest=_guest(site, desk, words, "usual"), matter=bereaved)
        yield KioskScene("greeting-bereaved", "greeting", session)


def _choosing(site: Site) -> Iterator[KioskScene]:
    yield KioskScene("groups", "groups", picture=True)
    yield KioskScene("ask-groups", "ask_groups")
    groups = groups_of(site.facts)
    shown = (groups[0], groups[-1])
    for group in groups:
        for leaf in range(MOST_LEAVES):
            session = Session(group_id=group.id, page_no=leaf)
            name = f"matters-{group.id}-{leaf + 1}"
            yield KioskScene(name, "matters", session, picture=leaf == 0 and group in shown)
    first = groups_of(site.facts)[0]
    yield KioskScene("ask-matters", "ask_matters", Session(group_id=first.id))


def _confirming(site: Site, matters: Sequence[MatterFact]) -> Iterator[KioskScene]:
    usual, longest = site.facts.matters[0], site.matters_by_length()[0]
    for matter in matters:
        session = Session(stated="60_79", group_id=matter.group, matter=matter)
        picture = matter is usual
        yield KioskScene(f"confirm-{matter.id}", "confirm", session, picture=picture)
    session = Session(stated="60_79", group_id=longest.group, matter=longest, for_family=True)
    yield KioskScene("confirm-family", "confirm", session)
    collecting = site.facts.collecting
    if collecting is not None:
        session = Session(stated="60_79", group_id=collecting.group, matter=collecting)
        yield KioskScene("confirm-collecting", "confirm", session, picture=True)


def _bringing(site: Site, matters: Sequence[MatterFact]) -> Iterator[KioskScene]:
    most = max(site.facts.matters, key=lambda one: len(one.materials))
    for matter in matters:
        session = Session(group_id=matter.group, matter=matter)
        picture = matter is most
        yield KioskScene(f"bring-{matter.id}", "bring", session, picture=picture)


def _numbers(site: Site) -> Iterator[KioskScene]:
    usual, longest = site.facts.matters[0], site.matters_by_length()[0]
    yield KioskScene("printing", "printing", _usual(site), picture=True)
    ordinary = _with(usual, site.ticket(site.numbers["usual"], usual, ahead=3))
    full = _with(longest, site.ticket(site.numbers["longest"], longest, ahead=None))
    next_one = _with(usual, site.ticket(site.numbers["usual"], usual, ahead=0))
    desk = _with(longest, site.ticket(site.numbers["longest"], longest, where="guide_desk"))
    yield KioskScene("printing-slip", "printing", ordinary)
    new: dict[str, object] = {"undoable": True}
    yield KioskScene("slip", "slip", ordinary, new, picture=True)
    yield KioskScene("slip-older", "slip", ordinary)
    yield KioskScene("slip-longest", "slip", full, new)
    yield KioskScene("slip-next", "slip", next_one)
    yield KioskScene("slip-desk", "slip", desk)
    for status in ("paper_out", "cover_open", "unknown"):
        picture = status == "paper_out"
        out: dict[str, object] = {"paper": status}
        yield KioskScene(f"no-paper-{status}", "no_paper", ordinary, out, picture=picture)
        yield KioskScene(f"no-paper-{status}-longest", "no_paper", full, out)
    yield KioskScene("already", "already", ordinary, picture=True)
    yield KioskScene("already-longest", "already", full)
    bereaved = next((one for one in site.facts.matters if one.bereavement), None)
    if bereaved is not None:
        quiet = _with(bereaved, site.ticket(site.numbers["usual"], bereaved, ahead=0))
        yield KioskScene("slip-bereaved", "slip", quiet, new)
        yield KioskScene("accompany-bereaved", "accompany", quiet)
        yield KioskScene("no-paper-bereaved", "no_paper", quiet)


def _after(site: Site) -> Iterator[KioskScene]:
    usual, longest = site.facts.matters[0], site.matters_by_length()[0]
    ordinary = _with(usual, site.ticket(site.numbers["usual"], usual, ahead=3))
    full = _with(longest, site.ticket(site.numbers["longest"], longest, ahead=None))
    alone: dict[str, object] = {"linked": False}
    for name, session in (("", ordinary), ("-longest", full)):
        number = session.ticket.number if session.ticket else ""
        void = replace(session, ticket=None, void=number)
        yield KioskScene(f"undone{name}", "undone", void, picture=not name)
        for why in get_args(Undo)[1:]:  # the first means that nobody asked
            kept = replace(session, undo=why)
            yield KioskScene(f"not-undone-{why}{name}", "not_undone", kept, picture=not name)
        yield KioskScene(f"accompany{name}", "accompany", session, picture=not name)
        yield KioskScene(f"accompanied{name}", "accompanied", session, picture=not name)
    for company in get_args(Company)[1:]:  # the first goes on foot and hears
        session = replace(ordinary, company=company)
        yield KioskScene(f"accompanied-{company}", "accompanied", session)
    yield KioskScene("accompanied-alone", "accompanied", ordinary, alone)
    yield KioskScene("list-printing", "list_printing", full)
    for paper in get_args(Sheet)[1:]:  # the first means that nothing was printed
        session = replace(_usual(site), paper=paper)
        yield KioskScene(f"list-given-{paper}", "list_given", session, picture=paper == "list")
    for status in ("paper_out", "cover_open"):
        yield KioskScene(f"list-failed-{status}", "list_failed", ordinary, {"paper": status})


def _aside(site: Site) -> Iterator[KioskScene]:
    reasons: tuple[HelpReason, ...] = (
        "help", "unwell", "collect", "not_done", "unclear", "refused", "glasses", "paper", "cash",
    )  # fmt: skip
    for reason in reasons:
        picture = reason == "help"
        session = Session(help_reason=reason)
        yield KioskScene(f"help-{reason}", "help", session, helped=True, picture=picture)
    alone: dict[str, object] = {"linked": False}
    yield KioskScene("help-alone", "help", changes=alone)
    ill = Session(help_reason="unwell")
    yield KioskScene("help-slip", "help", ill, {"mistakable": True}, helped=True)
    yield KioskScene("help-alone-unwell", "help", ill, alone)
    yield KioskScene("still-there", "still_there", _usual(site), {"ticks_left": 46}, picture=True)
    yield KioskScene("hall-gone", "hall_gone", changes=alone, picture=True)
    yield KioskScene("closed", "closed", changes={"day_over": True}, picture=True)
    yield KioskScene("closed-matter", "closed")
    yield KioskScene("unprinted", "unprinted", unprinted=1, picture=True)
    yield KioskScene("unprinted-many", "unprinted", unprinted=12)
    yield KioskScene("unprinted-middle", "unprinted", Session(page_no=1), unprinted=12)


def _with(matter: MatterFact, ticket: TicketView) -> Session:
    return Session(stated="60_79", group_id=matter.group, matter=matter, ticket=ticket)
