"""The guide's desk on what could not be done: its register with the hardest names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

import msgspec
from PySide6.QtWidgets import QWidget

from guide_desk.presenter import GuidePresenter
from guide_desk.screens.window import GuideWindow
from guide_desk.wishes import MakePaper, ReadNote, Send
from hall.boards.guide import GuideBoard
from hall.care.not_done.messages import ListNotDone, NotDoneListed, NotDoneView
from hall.care.not_done.model import State
from hall.kernel.facts import HallFacts, StaffFact
from hall.kernel.handwriting import Handwriting, handwriting_bytes
from hall.kernel.messages import Answer
from hall.records.messages import DetailView
from launch.ux_report.equipped_desk import equipped_desk
from launch.ux_report.site import AT, Site
from ui_kit.theme import Theme

BoardOf = Callable[[Site, str], GuideBoard]
"""Makes the board of a busy hall in a language."""
Make = Callable[[Site, Theme, str], QWidget]
Press = tuple[str, str]

NOT_DONE_PICTURES = ("not-done", "not-done-entry", "not-done-reasons")
_HERE = "guide-1"
_STATES: tuple[State, ...] = (
    "accepted", "classified", "passed_on", "settled", "answered", "checked",
)  # fmt: skip
_SHEET = Handwriting(
    width_mm=250,
    height_mm=200,
    pen_mm=1.2,
    strokes=((200, 300, 2300, 300), (1200, 100, 1200, 1900), (400, 1400, 2000, 900)),
)  # fmt: skip


def not_done_pages(board_of: BoardOf) -> Mapping[str, Make]:
    """Return the pages by name."""
    book = ("area", "not_done")
    new = (book, ("not_done_new", ""))
    group = (*new, ("not_done_reason", "policy"), ("not_done_group", "pension"))
    at = {state: (book, ("not_done_open", f"n-{state}")) for state in _STATES}
    return {
        "not-done": _page(board_of, book),
        "not-done-next": _page(board_of, book, ("not_done_turn", "1")),
        "not-done-none": _page(board_of, book, bare=True),
        "not-done-cash": _page(board_of, book, ("not_done_cash", ""), silent=True),
        "not-done-no-holidays": _page(board_of, book, new_year=True),
        "books-no-holidays": _page(board_of, ("area", "books"), new_year=True),
        "not-done-entry": _page(board_of, *at["passed_on"], ("not_done_read", "n-passed_on")),
        **{
            f"not-done-{state.replace('_', '-')}": _page(board_of, *at[state]) for state in _STATES
        },
        "not-done-reasons": _page(board_of, *new),
        "not-done-why": _page(board_of, *at["accepted"], ("not_done_classify", "n-accepted")),
        "not-done-groups": _page(board_of, *new, ("not_done_reason", "unknown")),
        "not-done-matters": _page(board_of, *group),
        "not-done-times": _page(board_of, *group, ("not_done_matter", "EL014")),
        "not-done-staff": _page(board_of, *at["classified"], ("not_done_pass_on", "")),
        "not-done-refer": _page(board_of, *at["accepted"], ("not_done_refer", "")),
        "not-done-results": _page(board_of, *at["passed_on"], ("not_done_settle", "")),
        "not-done-replies": _page(board_of, *at["settled"], ("not_done_answer", "")),
        "not-done-satisfied": _page(board_of, *at["answered"], ("not_done_check", "")),
        "not-done-months": _page(board_of, book, ("not_done_months", "")),
        "not-done-phone": _page(
            board_of, *at["accepted"], ("not_done_write", ""),
            *(("not_done_digit", one) for one in "13800000000"),
        ),
        "not-done-note": _page(board_of, *at["accepted"], ("not_done_note", "n-accepted")),
        "not-done-record": _page(board_of, *at["passed_on"], ("not_done_record", "")),
        "not-done-list": _page(
            board_of, book, ("not_done_months", ""), ("not_done_month", "2026-11")
        ),
    }  # fmt: skip


def _page(
    board_of: BoardOf,
    *presses: Press,
    bare: bool = False,
    silent: bool = False,
    new_year: bool = False,
) -> Make:
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        presenter = GuidePresenter(equipped_desk(site, language, _HERE))
        presenter.tick(0.0)
        board = _board(board_of(site, language), bare=bare, new_year=new_year)
        presenter.board_changed(board)
        presenter.link_changed(linked=True)
        for action, argument in presses:
            presenter.press(action, argument)
            presenter.view(AT)
            if not silent:
                _answer(presenter, board)
        presenter.tick(1.0)
        presenter.press("alarm_fold")  # an alarm has pages of its own
        window = GuideWindow(theme, "", lambda _action, _argument: None)
        window.show_view(presenter.view(AT + timedelta(minutes=12)))
        return window

    return make


def _answer(presenter: GuidePresenter, board: GuideBoard) -> None:
    """Answer what the desk asked, as the hall, the printer and the keeper of papers would."""
    for wish in presenter.drain():
        if isinstance(wish, Send) and isinstance(wish.command, ListNotDone):
            entries = tuple(board.not_done.values())
            listed = NotDoneListed(month=wish.command.month, entries=entries)
            presenter.answered(wish.command, Answer(0, listed))
        elif isinstance(wish, ReadNote) and wish.blob_id == "b-phone":
            presenter.note_came(wish.blob_id, b"13800000000")
        elif isinstance(wish, ReadNote):
            presenter.note_came(wish.blob_id, handwriting_bytes(_SHEET))
        elif isinstance(wish, MakePaper):
            presenter.paper_made(wish.job_id, None)


def _board(board: GuideBoard, *, bare: bool, new_year: bool) -> GuideBoard:
    """Return the board with an entry in every state, about the longest matters."""
    known = "2026-11-30" if new_year else ""
    facts = msgspec.structs.replace(_facts(board.facts), holidays_known_until=known)
    matters = sorted(facts.matters, key=lambda one: -len(one.plain_name))
    entries = tuple(
        _entry(state, place, matters[place].id, facts) for place, state in enumerate(_STATES)
    )
    phone = DetailView(
        blob_id="b-phone", case_id="n-passed_on", detail="phone", basis="consent",
        purpose="follow_up",
    )  # fmt: skip
    return msgspec.structs.replace(
        board,
        facts=facts,
        helps={},
        details={"b-phone": phone},
        not_done={} if bare else {one.id: one for one in entries},
    )


def _entry(state: State, place: int, matter_id: str, facts: HallFacts) -> NotDoneView:
    matter = facts.matter(matter_id)
    due_on = ("2026-11-20", "2026-11-23", "2026-12-08", "2026-11-24", "2026-11-30", "2026-11-24")
    done = _STATES.index(state)
    return NotDoneView(
        id=f"n-{state}",
        number=f"B2026-{place + 118}",
        channel="notice" if state == "passed_on" else "kiosk",
        source_id=f"s-{state}",
        opened_at=AT.isoformat(),
        opened_on="2026-11-18",
        state=state,
        matter_id="" if state == "accepted" else matter_id,
        group_id=matter.group if matter else "",
        counter_id=facts.counters[-1].id,
        came_times=12,
        reason="" if state == "accepted" else "cash_refused" if place == 1 else "materials",
        repeat_no=4,
        owner=facts.staff[0].number if done > 1 else "",
        due_on=due_on[place],
        overdue=place == 0,
        result="not_possible" if done > 2 else "",
        reply="by_phone" if done > 3 else "",
        replied_on="2026-11-19" if done > 3 else "",
        satisfaction="not_content" if state == "passed_on" else "",
        note_blob_id="b-note" if state == "accepted" else "",
    )


def _facts(facts: HallFacts) -> HallFacts:
    names = [one.name for one in facts.staff] + [one.name for one in facts.clerks]
    staff = tuple(
        StaffFact(number=f"{2000 + place}", name=name, badge=f"{place:03d}", roles=("helper",))
        for place, name in enumerate((names * 10)[:10], start=1)
    )
    return msgspec.structs.replace(facts, staff=staff)
