"""The pages of the book of visits at home. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from guide_desk.care.lists import CELLS, onward_key
from guide_desk.care.views import EntryPage
from guide_desk.cases.choosing import back_key
from guide_desk.choice import matters_of
from guide_desk.home_visits.draft import CHANNELS, MINDS, Draft
from guide_desk.home_visits.telling import (
    icon_of,
    lines_of,
    matter_words,
    slot_words,
    state_words,
    weekday_words,
)
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView, StepsView
from hall.boards.home_visits import next_first
from hall.care.home_visits.messages import HomeSlotView, HomeVisitView
from hall.care.home_visits.model import (
    GROUNDS,
    STAFF_WANTED,
    TAKES_PLACE,
    Action,
    OtherWay,
    next_state,
)
from hall.kernel.facts import HallFacts, MatterFact, StaffFact
from hall.records.messages import Detail
from hall.staff.model import AT_THE_GUIDE_DESK
from ui_kit.paper_signs import day_words
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

STAFF_A_LEAF = 9
MOST_STAFF = 3
RESULTS = (
    ("handled", "check"), ("taken_along", "files"), ("papers_missing", "file-text"),
    ("not_wanted", "x"),
)  # fmt: skip
_GROUND_ICONS = {"age": "users", "ill": "first-aid", "mobility": "wheelchair-bold"}
_CHANNEL_ICONS = {"phone": "phone", "hall": "users-three", "family": "house-line"}
_WAY_ICONS: dict[OtherWay, str] = {
    "agency": "handshake", "mail": "envelope", "hall": "map-pin",
}  # fmt: skip


def list_view(
    words: Strings, facts: HallFacts, visits: Iterable[HomeVisitView], leaf_number: int
) -> StepsView:
    """Return the visits with something left to do, the next one first."""
    found = next_first(visits)
    leaf = leaf_of(found, leaf_number, CELLS)
    cells = tuple(
        KeyView(
            f"home_{place}", "home_open", matter_words(facts, one), one.id, icon=icon_of(one),
            second=words.get("dot").join(
                (slot_words(words, one.day, one.half), state_words(words, one))
            ),
        )
        for place, one in enumerate(leaf.items, start=1)
    )  # fmt: skip
    new = KeyView("home_new", "home_new", words.get("key_home_new"), icon="plus")
    pack = KeyView(
        "home_days", "home_days", words.get("key_home_days"), icon="printer",
        mode="can" if _days(found) else "cannot",
    )  # fmt: skip
    hint = leaf_words(words, leaf) if found else words.get("home_none")
    head = Head(words.get("home_title", count=len(found)), hint)
    return StepsView(head, cells, (new, pack, *onward_key(words, "home", leaf)))


def days_view(words: Strings, visits: Iterable[HomeVisitView], leaf_number: int) -> StepsView:
    """Ask for the day whose papers are printed."""
    days = _days(next_first(visits))
    leaf = leaf_of(tuple(days.items()), leaf_number, CELLS)
    cells = tuple(
        KeyView(
            f"home_day_{place}", "home_day", words.get("home_day", day=weekday_words(words, day)),
            day, icon="printer", second=_day_second(words, day, count),
        )
        for place, (day, count) in enumerate(leaf.items, start=1)
    )  # fmt: skip
    return StepsView(
        Head(words.get("home_days_title"), leaf_words(words, leaf)), cells,
        (back_key(words), *turn_keys(words, "home", leaf)),
    )  # fmt: skip


def channels_view(words: Strings) -> GridView:
    """Ask how the wish came."""
    cells = tuple(
        KeyView(f"home_{one}", "home_channel", words.get(f"home_channel_{one}"), one,
                icon=_CHANNEL_ICONS[one])
        for one in CHANNELS
    )  # fmt: skip
    return GridView(Head(words.get("home_channel_title")), cells, (back_key(words),), columns=1)


def groups_view(words: Strings, facts: HallFacts, prefix: str) -> GridView:
    """Ask for the group of a matter; the deed is that of the area `prefix` names."""
    cells = tuple(
        KeyView(f"{prefix}_group_{one.id}", f"{prefix}_group", one.name, one.id, icon=one.icon)
        for one in facts.groups
        if matters_of(facts, one.id)
    )
    columns = 2 if len(cells) <= CELLS else 3
    return GridView(Head(words.get(f"{prefix}_groups_title")), cells, (back_key(words),), columns)


def matters_view(
    words: Strings, facts: HallFacts, prefix: str, group_id: str, leaf_number: int
) -> GridView:
    """Ask for the matter of a group."""
    group = next((one.name for one in facts.groups if one.id == group_id), "")
    leaf = leaf_of(matters_of(facts, group_id), leaf_number, CELLS)
    cells = tuple(
        KeyView(f"{prefix}_matter_{one.id}", f"{prefix}_matter",
                "\n".join(one.plain_lines) or one.plain_name, one.id)
        for one in leaf.items
    )  # fmt: skip
    return GridView(
        Head(words.get("matters_title", group=group), leaf_words(words, leaf)), cells,
        (back_key(words), *turn_keys(words, prefix, leaf)),
    )  # fmt: skip


def other_way_view(words: Strings, matter: MatterFact, ways: Sequence[OtherWay]) -> GridView:
    """Say that a matter is not done at home, and ask which other way is taken."""
    cells = tuple(
        KeyView(f"home_way_{one}", "home_way", words.get(f"home_way_{one}"), one,
                icon=_WAY_ICONS[one])
        for one in ways
    )  # fmt: skip
    head = Head(words.get("home_not_at_home"), matter.plain_name)
    return GridView(head, cells, (back_key(words),), columns=1)


def grounds_view(words: Strings, facts: HallFacts, draft: Draft) -> GridView:
    """Ask why; whatever is said is believed."""
    cells = tuple(
        KeyView(
            f"home_ground_{one}", "home_ground",
            words.get(f"ground_{one}", age=facts.home_visits.from_age), one,
            icon=_GROUND_ICONS[one], mode="chosen" if one in draft.grounds else "can",
        )
        for one in GROUNDS
    )  # fmt: skip
    mode: KeyFaceMode = "next" if draft.grounds else "cannot"
    done = KeyView("home_grounds_done", "home_grounds_done", words.get("key_written"),
                   icon="arrow-right", mode=mode)  # fmt: skip
    head = Head(words.get("home_grounds_title"), words.get("home_grounds_hint"))
    return GridView(head, cells, (done, back_key(words)), columns=1)


def slots_view(
    words: Strings, slots: Sequence[HomeSlotView] | None, leaf_number: int, *, under_way: bool
) -> StepsView:
    """Ask for a half day; None while the hall is being asked."""
    leaf = leaf_of(slots or (), leaf_number, CELLS)
    cells = tuple(
        KeyView(
            f"home_slot_{place}", "home_slot", slot_words(words, one.day, one.half),
            f"{one.day}/{one.half}", icon="calendar-check",
            second=words.get("dot").join(
                (weekday_words(words, one.day), words.get("home_left", count=one.left))
            ),
            mode="under_way" if under_way else "can",
        )
        for place, one in enumerate(leaf.items, start=1)
    )  # fmt: skip
    hint = leaf_words(words, leaf)
    if not slots:
        hint = words.get("home_asking" if slots is None else "home_no_slots")
    head = Head(words.get("home_slots_title"), hint)
    return StepsView(head, cells, (back_key(words), *turn_keys(words, "home", leaf)))


def minds_view(words: Strings, draft: Draft, *, under_way: bool) -> GridView:
    """Ask what to mind; the last key agrees on the visit."""
    cells = tuple(
        KeyView(f"home_mind_{one}", "home_mind", words.get(f"mind_{one}"), one,
                mode="chosen" if one in draft.minds else "can")
        for one in MINDS
    )  # fmt: skip
    book = KeyView(
        "home_book", "home_book", words.get("key_home_book"), icon="check",
        mode="under_way" if under_way else "next",
    )  # fmt: skip
    slot = slot_words(words, draft.slot.day, draft.slot.half) if draft.slot else ""
    return GridView(Head(words.get("home_minds_title"), slot), cells, (book, back_key(words)))


def staff_view(
    words: Strings, facts: HallFacts, chosen: Collection[str], leaf_number: int
) -> StepsView:
    """Ask who goes: two or more, each with a badge."""
    members = tuple(one for one in facts.staff if not AT_THE_GUIDE_DESK.isdisjoint(one.roles))
    leaf = leaf_of(members, leaf_number, STAFF_A_LEAF if len(members) > CELLS else CELLS)
    cells = tuple(_member_key(words, one, chosen) for one in leaf.items)
    short = STAFF_WANTED - len(chosen)
    label = words.get("key_home_staff_done")
    done = KeyView("home_staff_done", "home_staff_done", label, icon="check",
                   mode="can" if short > 0 else "next")  # fmt: skip
    hint = words.get("home_short", count=short) if short > 0 else words.get("home_enough")
    turn = onward_key(words, "home", leaf)
    head = Head(words.get("home_staff_title"), hint)
    columns = 3 if len(members) > CELLS else 2
    return StepsView(head, cells, (done, back_key(words), *turn), columns)


def visit_page(
    words: Strings, facts: HallFacts, visit: HomeVisitView, known: Mapping[Detail, str],
    busy: Collection[str], *, address: bool, papers: bool,
) -> EntryPage:  # fmt: skip
    """Return one visit; `busy` are actions whose command is on its way."""

    def deed(name: str, icon: str, *, can: bool, green: bool = False) -> KeyView:
        mode: KeyFaceMode = "cannot" if not can else "next" if green else "can"
        if name in busy:
            mode = "under_way"
        return KeyView(name, name, words.get(f"key_{name}"), visit.id, icon=icon, mode=mode)

    def goes(action: Action) -> bool:
        return next_state(visit.state, action) is not None

    enough = len(visit.staff) >= STAFF_WANTED
    stands = visit.state in TAKES_PLACE
    under_way = visit.state == "under_way"
    first = (
        (deed("home_finish", "check", can=True, green=True),
         deed("home_miss", "door-open", can=True))
        if under_way
        else (
            deed("home_confirm", "phone", can=goes("confirm"), green=enough),
            deed("home_start", "person-simple-walk", can=goes("start") and enough,
                 green=visit.state == "confirmed"),
        )
    )  # fmt: skip
    deeds = (
        first[0],
        deed("home_staff", "users", can=stands and not under_way, green=stands and not enough),
        first[1],
        deed("home_read" if address else "home_write", "map-pin", can=True),
        deed("home_paper", "printer", can=papers),
        deed("home_move", "calendar-check", can=goes("move"), green=visit.state == "not_met"),
        deed("home_cancel", "x", can=goes("cancel")),
        back_key(words),
    )
    told = (matter_words(facts, visit), slot_words(words, visit.day, visit.half))
    lines = lines_of(words, facts, visit, known)
    return EntryPage(
        Head(words.get("home_visit_title"), state_words(words, visit)), told,
        lines if address else (*lines, words.get("home_no_address")), deeds,
    )  # fmt: skip


def results_view(words: Strings, *, under_way: bool) -> GridView:
    """Ask what came of a visit."""
    cells = tuple(
        KeyView(f"home_result_{one}", "home_result", words.get(f"home_result_{one}"), one,
                icon=icon, mode="under_way" if under_way else "can")
        for one, icon in RESULTS
    )  # fmt: skip
    return GridView(Head(words.get("home_results_title")), cells, (back_key(words),))


def _member_key(words: Strings, member: StaffFact, chosen: Collection[str]) -> KeyView:
    badge = words.get("home_badge", badge=member.badge)
    mode: KeyFaceMode = "chosen" if member.number in chosen else "can"
    return KeyView(f"home_member_{member.number}", "home_member", member.name, member.number,
                   icon="identification-badge", second=badge, mode=mode)  # fmt: skip


def _days(visits: Iterable[HomeVisitView]) -> dict[str, int]:
    """Return each day with visits that are still to be, and how many."""
    days: dict[str, int] = {}
    for one in visits:
        if one.state in TAKES_PLACE:
            days[one.day] = days.get(one.day, 0) + 1
    return days


def _day_second(words: Strings, day: str, count: int) -> str:
    return words.get("dot").join((day_words(words, day), words.get("home_count", count=count)))
