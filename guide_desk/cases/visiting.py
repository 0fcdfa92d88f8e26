"""Who is here: the list of visits, and what can be done with one of them. Pure."""

from __future__ import annotations

from collections.abc import Collection

from guide_desk.cases.views import VisitRow, VisitsView
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView
from hall.boards.guide import GuideBoard
from hall.boards.pictures import pictures_of_visit
from hall.boards.visits import days_to_come
from hall.kernel.messages import Person
from hall.tickets.messages import TicketView
from hall.visits.model import WITH_GUIDE
from hall.visits.views import VisitView
from ui_kit.people import form_of_address
from ui_kit.staff_views import KeyFaceMode, KeyView, NumberView
from ui_kit.strings import Strings

ROWS = 6
_GONE = ("finished", "cancelled")
_TWO_COLUMNS = 6
"""So many keys stand in two columns of three."""


def visits_on(board: GuideBoard, station_id: str) -> tuple[VisitView, ...]:
    """Return open visits: those nobody looks after, then those under way here, then the rest."""

    def rank(visit: VisitView) -> tuple[int, str, str]:
        if visit.owner_kind is None:
            return 0, visit.unowned_since or "", visit.id
        here = visit.owner_id == station_id and visit.state in WITH_GUIDE | {"arrived"}
        return 1 if here else 2 if visit.state in WITH_GUIDE else 3, visit.began_at, visit.id

    return tuple(sorted(board.visits.visits.values(), key=rank))


def visits_view(
    words: Strings, board: GuideBoard, station_id: str, today: str, leaf_number: int
) -> VisitsView:
    """Return one leaf of those who are here; `today` is an ISO date."""
    found = visits_on(board, station_id)
    leaf = leaf_of(found, leaf_number, ROWS)
    days = days_to_come(board.visits)
    late = sum(day <= today for day in days)
    second = words.get("due_late", count=late) if late else ""
    beside = (
        KeyView("case_new", "case_new", words.get("key_case_new"), icon="plus"),
        KeyView("case_code", "case_code", words.get("key_case_code"), icon="scan"),
        KeyView(
            "case_due", "case_due", words.get("key_case_due", count=len(days)),
            icon="calendar-check", second=second,
        ),
    )  # fmt: skip
    return VisitsView(
        head=Head(words.get("visits_title", count=len(found)), leaf_words(words, leaf)),
        rows=tuple(_row(words, board, one, station_id) for one in leaf.items),
        turn=turn_keys(words, "case", leaf),
        beside=beside,
        nobody="" if found else words.get("visits_none"),
    )


def visit_view(
    words: Strings, board: GuideBoard, visit: VisitView, station_id: str, busy: Collection[str]
) -> GridView:
    """Return what can be done with one visit; `busy` are deeds whose command is on its way."""
    mine = visit.owner_kind == "guide_desk" and visit.owner_id == station_id
    first = "case_check" if visit.matter_id else "case_choose"
    matter = board.facts.matter(visit.matter_id or "")
    granted = matter is not None and matter.auto_grant
    deeds = [(first, "clipboard-text")]
    if not mine:
        deeds.append(("case_mine", "hand-heart"))
    if visit.matter_id:
        deeds.append(("case_choose", "swap"))
    deeds += [("case_earlier", "archive")] if _earlier(visit) else [("case_code", "scan")]
    deeds += [("case_refer", "map-pin"), ("case_leave", "door-open")]
    deeds += [("case_agent", "handshake")] if visit.matter_id else []

    green = "case_mine" if visit.owner_kind is None else "case_leave" if granted else first

    def mode(deed: str) -> KeyFaceMode:
        return "under_way" if deed in busy else "next" if deed == green else "can"

    cells = tuple(
        KeyView(deed, deed, words.get(f"key_{deed}"), visit.id, icon=icon, mode=mode(deed))
        for deed, icon in deeds
    )
    back = KeyView("back", "back", words.get("key_back"), icon="arrow-left")
    phone = KeyView("case_phone", "case_phone", words.get("key_phone"), icon="phone")
    told: tuple[str, ...] = (
        words.get("auto_grant_hint") if granted else words.get(f"visit_{visit.state}"),
        owner_words(words, board, visit, station_id),
    )
    pages = pictures_of_visit(board.pictures, visit.id)
    if pages:
        told = (words.get("visit_pictured", count=pages), *told)
    name = matter.plain_name if matter else words.get("matter_none")
    hint = words.get("dot").join((name, *told))
    columns = 2 if len(cells) <= _TWO_COLUMNS else 3
    beside = (back, phone) if visit.case_id else (back,)
    return GridView(Head(_who(words, board, visit), hint), cells, beside, columns=columns)


def owner_words(words: Strings, board: GuideBoard, visit: VisitView, station_id: str) -> str:
    """Return who is responsible for a visit."""
    if visit.owner_kind is None:
        return words.get("owner_none")
    if visit.owner_kind == "clerk":
        counter = board.facts.counter(visit.counter_id or visit.owner_id)
        return words.get("owner_clerk", window=counter.window_number if counter else "")
    if visit.owner_kind == "helper":
        member = board.facts.member(visit.owner_id)
        return words.get("owner_helper", name=member.name if member else visit.owner_id)
    return words.get("owner_me" if visit.owner_id == station_id else "owner_desk")


def open_ticket(board: GuideBoard, visit: VisitView) -> TicketView | None:
    """Return the number of a visit while it is good."""
    ticket = board.floor.tickets.get(visit.ticket_id or "")
    return None if ticket is None or ticket.state in _GONE else ticket


def number_of_visit(board: GuideBoard, visit: VisitView) -> NumberView | None:
    """Return the number of a visit, None where it has none."""
    if not visit.number:
        return None
    prefix = next(
        (one.prefix for one in board.facts.series if visit.number.startswith(one.prefix)), ""
    )
    return NumberView(prefix, visit.number.removeprefix(prefix))


def _row(words: Strings, board: GuideBoard, visit: VisitView, station_id: str) -> VisitRow:
    return VisitRow(
        key=KeyView(f"visit_{visit.number or visit.id}", "case_visit", "", visit.id),
        number=number_of_visit(board, visit),
        who=_who(words, board, visit),
        matter=_matter_lines(board, visit) or words.get("matter_none"),
        standing=_standing(words, board, visit, station_id),
        alone=visit.alarmed,
    )


def _matter_lines(board: GuideBoard, visit: VisitView) -> str:
    matter = board.facts.matter(visit.matter_id or "")
    return "\n".join(matter.plain_lines) or matter.plain_name if matter else ""


def _standing(words: Strings, board: GuideBoard, visit: VisitView, station_id: str) -> str:
    """Return how far a visit is where the guides look after it, else who does."""
    if visit.owner_kind != "guide_desk":
        return owner_words(words, board, visit, station_id)
    state = words.get(f"visit_{visit.state}")
    here = visit.owner_id == station_id and visit.state in WITH_GUIDE
    return words.get("standing_me", state=state) if here else state


def _who(words: Strings, board: GuideBoard, visit: VisitView) -> str:
    """Return the number; before there is one, how to call the person."""
    if visit.number:
        return visit.number
    person = board.people.get(visit.visitor_id or "", Person())
    return form_of_address(words, person) or words.get("number_none")


def _earlier(visit: VisitView) -> bool:
    return any(one != visit.case_id for one in visit.earlier_cases)
