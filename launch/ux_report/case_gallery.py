"""The area cases of the guide's desk, and the elder's screen, from boards made by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import msgspec
from PySide6.QtWidgets import QWidget

from devices.papers import Paper
from devices.ports import PaperOut, PrintOutcome, Ready, Unknown
from guide_desk.presenter import GuidePresenter
from guide_desk.screens.mirror import GuideMirror
from guide_desk.screens.window import GuideWindow
from guide_desk.setup import GuideSetup
from guide_desk.wishes import MakePaper, Send, Wish
from hall.boards.guide import GuideBoard
from hall.boards.visits import Visits
from hall.kernel.facts import MatterFact
from hall.kernel.messages import Answer
from hall.staff.messages import SessionView
from hall.visits.codes import ALPHABET
from hall.visits.messages import EntrySettled, IssueNotice, NoticeIssued, ResolveDeferral
from hall.visits.views import CaseView, EntryView, ItemView, NoticeView, VisitView
from launch.papers import form_book, paper_renderer
from launch.ux_report.site import AT, Site
from ui_kit.theme import Theme

Shown = Callable[[Site, Theme, str], QWidget]
Press = tuple[str, str]

_HERE = "guide-1"
_VISIT, _CASE = "v1", "c1"
_CODE = "WWMMWW"


@dataclass(frozen=True)
class Story:
    """What lies before the guide: the papers of the case as they stand, and what is pressed.

    `paper` is how a paper comes out once it is pressed for, None while it is being made.
    """

    presses: tuple[Press, ...] = ()
    items: tuple[Mapping[str, object], ...] = ()
    case: Mapping[str, object] | None = None
    visits: int = 0
    ask_alone: bool = False
    paper: PrintOutcome | str | None = None
    answered: bool = False
    suggests: bool = False


def case_pages() -> Mapping[str, Shown]:
    """Return the pages of the area by name."""
    return {f"cases-{name}": _window(story) for name, story in STORIES.items()}


def mirror_pages() -> Mapping[str, Shown]:
    """Return the pages of the elder's screen by name."""
    return {name: _mirror(story) for name, story in MIRROR_STORIES.items()}


def _window(story: Story) -> Shown:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        window = GuideWindow(theme, "", _press_nothing)
        window.show_view(told(site, language, story).view(AT))
        return window

    return make


def _mirror(story: Story) -> Shown:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        window = GuideMirror(theme, "")
        window.show_view(told(site, language, story).view(AT).mirror)
        return window

    return make


def told(site: Site, language: str, story: Story) -> GuidePresenter:
    """Return the desk after a story was told to it."""
    setup = GuideSetup(
        _HERE, site.words("guide", language), site.words("devices", language),
        site.words("staff", language), lambda: "id", printer_id="printer", reader_id="reader",
        papers_id="papers", forms=form_book(), camera_id="camera",
        suggests_items=story.suggests,
    )  # fmt: skip
    presenter = GuidePresenter(setup)
    presenter.tick(0.0)
    board = board_of(site, story)
    presenter.board_changed(board)
    presenter.link_changed(linked=True)
    presenter.press("area", "cases")
    for action, argument in story.presses:
        presenter.view(AT)
        presenter.press(action, argument)
        for wish in presenter.drain():
            _answer(presenter, board, story, wish)
    return presenter


def _answer(presenter: GuidePresenter, board: GuideBoard, story: Story, wish: Wish) -> None:
    """Let the hall, the renderer and the printer answer where the story says so."""
    if isinstance(wish, MakePaper) and story.paper is not None:
        presenter.paper_made(wish.job_id, None if story.paper == "unmade" else _pdf(wish.paper))
    elif isinstance(wish, Send) and isinstance(wish.command, IssueNotice):
        case = next(iter(board.visits.cases.values()))
        notice = NoticeView(id="n", number="2026-0382", code=_CODE, issued_at=AT.isoformat(),
                            item_ids=tuple(one.id for one in case.items))  # fmt: skip
        event = NoticeIssued(
            case=msgspec.structs.replace(
                case,
                code=_CODE,
                items=tuple(
                    msgspec.structs.replace(one, decision="notice", colour="noticed", offer="")
                    for one in case.items
                ),
            ),
            notice=notice, visit_id=_VISIT,
        )  # fmt: skip
        presenter.answered(wish.command, Answer(1, event))
        for further in presenter.drain():
            _answer(presenter, board, story, further)
    elif isinstance(wish, Send) and isinstance(wish.command, ResolveDeferral):
        entry = next(iter(board.visits.entries.values()))
        presenter.answered(wish.command, Answer(1, EntrySettled(entry=entry)))
    elif isinstance(story.paper, PrintOutcome) and not isinstance(wish, Send | MakePaper):
        presenter.paper_printed(getattr(wish, "job_id", ""), story.paper)


@cache
def _pdf(paper: Paper) -> bytes:
    return paper_renderer()(paper)


def board_of(site: Site, story: Story) -> GuideBoard:
    """Return the hall as the desk knows it in a story."""
    facts = site.facts
    matter = _longest_matter(site)
    if story.ask_alone:
        matter = next(one for one in facts.matters if one.true_intent_check)
    ticket = site.ticket(site.numbers["longest"], matter, state="waiting")
    visit = VisitView(
        id=_VISIT, state="prechecking", began_at=AT.isoformat(), station_id=_HERE,
        ticket_id=ticket.id, number=ticket.number, matter_id=matter.id,
        visitor_id=ticket.visitor_id,
        case_id=_CASE if story.items else None, owner_kind="guide_desk", owner_id=_HERE,
    )  # fmt: skip
    visits = {visit.id: visit} if story.items or story.visits == 1 else {}
    visits |= {one.id: one for one in _others(site, story.visits)}
    case = _case(matter, story)
    return GuideBoard(
        facts=facts,
        floor=site.floor((ticket,)),
        sessions={
            _HERE: SessionView(station_id=_HERE, staff_number=_member(site), since="", until="")
        },
        visits=Visits(
            visits=visits,
            cases={_CASE: case} if case else {},
            entries={one.id: one for one in _entries(matter)} if story.visits else {},
        ),
    )


def _member(site: Site) -> str:
    """Return who is signed in, the longest name of the hall's staff; empty where it has none."""
    return max(site.facts.staff, key=lambda one: len(one.name)).number if site.facts.staff else ""


def _longest_matter(site: Site) -> MatterFact:
    """Return the matter with the most papers, of those with the longest name."""
    return max(site.facts.matters, key=lambda one: (len(one.materials), len(one.plain_name)))


def _case(matter: MatterFact, story: Story) -> CaseView | None:
    if not story.items:
        return None
    names = [one.plain for one in matter.materials]
    if len(story.items) > len(names):
        names += [f"{names[-1]}" for _ in range(len(story.items) - len(names))]
    items = tuple(
        msgspec.convert({"id": str(index), "plain": name, **look}, type=ItemView)
        for index, (name, look) in enumerate(zip(names, story.items, strict=False), start=1)
    )
    known = {
        "id": _CASE, "matter_id": matter.id, "stage": "preparing", "items": items,
        "opened_at": AT.isoformat(),
    }  # fmt: skip
    return msgspec.convert({**known, **(story.case or {})}, type=CaseView)


def _others(site: Site, count: int) -> list[VisitView]:
    """Return so many visits in every state, the first of which nobody looks after."""
    matters = site.matters_by_length()
    counter = site.facts.counters[-1].id
    looks: tuple[Mapping[str, object], ...] = (
        {"owner_kind": None, "unowned_since": AT.isoformat(), "alarmed": True, "state": "waiting"},
        {"owner_kind": "guide_desk", "owner_id": _HERE, "state": "prechecking"},
        {"owner_kind": "guide_desk", "owner_id": _HERE, "state": "arrived", "number": ""},
        {"owner_kind": "clerk", "counter_id": counter, "state": "handling"},
        {"owner_kind": "guide_desk", "owner_id": "guide_desk", "state": "waiting"},
        {"owner_kind": "helper", "owner_id": "1002", "state": "filling"},
    )
    prefix = site.facts.series_of("age_60").prefix
    return [
        msgspec.convert(
            {
                "id": f"w{index}", "station_id": _HERE, "matter_id": matters[index].id,
                "began_at": (AT + timedelta(minutes=index)).isoformat(),
                "number": f"{prefix}{100 + index}", **looks[index % len(looks)],
            },
            type=VisitView,
        )
        for index in range(count if count > 1 else 0)
    ]  # fmt: skip


def _entries(matter: MatterFact) -> tuple[EntryView, ...]:
    first = AT.date() - timedelta(days=3)
    days: Sequence[date] = [first + timedelta(days=3 * index) for index in range(8)]
    return tuple(
        EntryView(
            id=f"e{index}", kind="deferral" if index % 3 else "promise", case_id="c9",
            matter_id=matter.id, item_id=str(index % len(matter.materials) + 1),
            due_on=day.isoformat(), state="open",
            calls=index % 2, call_outcome="asked_to_come" if index % 2 else "",
        )
        for index, day in enumerate(days)
    )  # fmt: skip


def _press_nothing(_action: str, _argument: str) -> None:
    """Nobody presses in a picture."""


_OPEN: Mapping[str, object] = {}
_OK = {"mark": "ok", "colour": "ok"}
_SHARED = {"mark": "missing", "colour": "missing", "offer": "shared"}
_PROMISE = {"mark": "missing", "colour": "missing", "offer": "promise"}
_LATER = {"mark": "missing", "colour": "missing", "offer": "deferral"}
_NOTICE = {"mark": "missing", "colour": "missing", "offer": "notice"}
_WRONG = {"mark": "incorrect", "fault": "not_matching", "colour": "incorrect", "offer": "notice"}
_OFFICE = {"mark": "missing", "colour": "missing", "offer": "office"}
_NOTICED = {"mark": "missing", "colour": "noticed", "decision": "notice"}
_DEFERRED = {
    "mark": "missing", "colour": "deferred", "decision": "deferral", "due_on": "2026-12-18",
}  # fmt: skip
_PROMISED = {
    "mark": "missing", "colour": "promised", "decision": "promise", "due_on": "2026-12-18",
}  # fmt: skip
_TAKEN = {"mark": "missing", "colour": "shared", "decision": "shared"}

HALF = (_OK, _TAKEN, _DEFERRED, _WRONG, _LATER, _OPEN)
_ALL = (_OK, _TAKEN, _DEFERRED, _PROMISED, _OK, _OK)
_LACKING = (_OK, _OK, _WRONG, _NOTICE, _OK, _OK)
_ON_NOTICE = (_OK, _OK, _NOTICED, _NOTICED, _OK, _OK)
_ENTER: Press = ("case_visit", _VISIT)


def open_item(item_id: str) -> tuple[Press, ...]:
    """Return what opens one paper of the checklist."""
    return (_ENTER, ("item_go", item_id))


_SUM = open_item("")
_ISSUED = (*_SUM, ("case_notice", ""))
_PRINTED = (*_ISSUED, ("paper_print", ""))
_DUE = (("case_due", ""),)
_ENTRY = (*_DUE, ("case_entry", "e1"))
_ASK = (*_SUM, ("case_ask", ""), ("ask_answer", "alone"))
_CODE_PRESSES = (("case_code", ""), *(("code_letter", one) for one in ALPHABET[-6:]))

STORIES: Mapping[str, Story] = {
    "quiet": Story(),
    "list": Story(visits=14),
    "list-next": Story((("case_turn", "1"),), visits=14),
    "alone-elsewhere": Story((("area", "take"),), visits=14),
    "visit": Story((("case_visit", "w1"),), visits=6),
    "visit-alone": Story((("case_visit", "w0"),), visits=6),
    "groups": Story((("case_new", ""),)),
    "matters": Story((("case_new", ""), ("case_group", "subsidy"))),
    "opening": Story((("case_visit", "w4"), ("case_check", "")), visits=6),
    "item": Story(open_item("6"), HALF),
    "item-there": Story(open_item("1"), HALF),
    "item-shared": Story(open_item("2"), (_OK, _SHARED, _OPEN, _OPEN, _OPEN, _OPEN)),
    "item-promise": Story(open_item("4"), (_OK, _TAKEN, _DEFERRED, _PROMISE, _OPEN, _OPEN)),
    "item-later": Story(open_item("5"), HALF),
    "item-wrong": Story(open_item("4"), HALF),
    "item-office": Story(open_item("2"), (_OK, _OFFICE, _OPEN, _OPEN, _OPEN, _OPEN)),
    "item-settled": Story(open_item("3"), HALF),
    "item-under-way": Story((*open_item("6"), ("item_ok", "")), HALF),
    "item-all-missing": Story(open_item("1"), (_NOTICE,) * 6),
    "faults": Story((*open_item("6"), ("item_wrong", "")), HALF),
    "sum-unseen": Story(_SUM, HALF),
    "sum-missing": Story(_SUM, _LACKING),
    "sum-noticed": Story(_SUM, _ON_NOTICE, {"code": _CODE}),
    "sum-complete": Story(_SUM, _ALL),
    "sum-received": Story(_SUM, _ALL, {"stage": "received", "received_at": AT.isoformat()}),
    "sum-ask": Story(_SUM, (_OK, _OK, _OK), ask_alone=True),
    "ask-alone": Story(_ASK[:-1], (_OK, _OK, _OK), ask_alone=True),
    "ask": Story((*_ASK, *(("ask_answer", "yes"),) * 3), (_OK, _OK, _OK), ask_alone=True),
    "ask-will": Story((*_ASK, *(("ask_answer", "yes"),) * 5), (_OK, _OK, _OK), ask_alone=True),
    "papers": Story((*_SUM, ("case_papers", "")), _ALL, {"received_at": AT.isoformat()}),
    "papers-next": Story(
        (*_SUM, ("case_papers", ""), ("case_turn", "1")), _ALL, {"received_at": AT.isoformat()}
    ),
    "paper-making": Story(_ISSUED, _LACKING),
    "paper": Story(_ISSUED, _LACKING, paper="ready"),
    "paper-fill": Story((*_ISSUED, ("paper_fill", "")), _LACKING, paper="ready"),
    "paper-printing": Story(_PRINTED, _LACKING, paper="printing"),
    "paper-printed": Story(_PRINTED, _LACKING, paper=PrintOutcome("printed", Ready())),
    "paper-unsure": Story(_PRINTED, _LACKING, paper=PrintOutcome("unknown", Unknown())),
    "paper-failed": Story(
        _PRINTED, _LACKING, {"code": _CODE}, paper=PrintOutcome("not_printed", PaperOut())
    ),
    "paper-unmade": Story(_ISSUED, _LACKING, {"code": _CODE}, paper="unmade"),
    "by-hand": Story(
        (*_ISSUED, ("paper_by_hand", "")), (_NOTICE,) * 6, {"code": _CODE}, paper="unmade"
    ),
    "more": Story((*_SUM, ("case_more", "")), _LACKING),
    "refer": Story((*_SUM, ("case_refer", "")), _LACKING),
    "leave": Story((*_SUM, ("case_leave", "")), _ON_NOTICE, {"code": _CODE}),
    "bands": Story((*_SUM, ("case_number", "")), _ALL),
    "code": Story(_CODE_PRESSES[:3]),
    "code-full": Story((*_CODE_PRESSES, ("case_turn", "1"))),
    "due": Story(_DUE, visits=6),
    "due-next": Story((*_DUE, ("case_turn", "1")), visits=6),
    "entry": Story(_ENTRY, visits=6),
    "entry-promise": Story((*_DUE, ("case_entry", "e0")), visits=6),
}

MIRROR_STORIES: Mapping[str, Story] = {
    "quiet": Story(),
    "item": Story(open_item("6"), HALF),
    "item-later": Story(open_item("5"), HALF),
    "item-wrong": Story(open_item("4"), HALF),
    "all-missing": Story(open_item("1"), (_NOTICE,) * 6),
    "noticed": Story(_SUM, _ON_NOTICE, {"code": _CODE}),
    "complete": Story(_SUM, _ALL),
}

CASE_PICTURES = ("cases-list", "cases-item-later", "cases-sum-missing", "cases-paper")
