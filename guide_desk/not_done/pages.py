"""The pages of the register. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import get_args

from guide_desk.care.views import EntryPage
from guide_desk.cases.choosing import back_key
from guide_desk.choice import matters_of
from guide_desk.leaves import leaf_of, leaf_words, onward_keys, turn_keys
from guide_desk.not_done.telling import due_words, lines_of, matter_words
from guide_desk.shell_views import Head
from guide_desk.views import GridView, StepsView
from hall.care.not_done.messages import NotDoneView
from hall.care.not_done.model import ReasonClass, Reply, Result, Satisfaction, State
from hall.kernel.facts import HallFacts
from hall.records.messages import Detail
from hall.visits.model import ReferralTarget
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

ENTRIES_A_LEAF = 5
"""With the key of the monthly list six, in three rows of two."""
CELLS = 6
STAFF_A_LEAF = 9
TIMES = (1, 2, 3)
"""How often somebody came; the last stands for more as well."""
REASONS: tuple[ReasonClass, ...] = get_args(ReasonClass)
UNKNOWN = "unknown"
"""Stands for a reason where nobody knows it yet."""
REASON_ICONS: Mapping[str, str] = {
    "policy": "scroll", "system": "monitor", "materials": "files", "other": "dots-three-circle",
    "cash_refused": "coins", UNKNOWN: "question",
}  # fmt: skip
_STATE_ICONS: Mapping[State, str] = {
    "accepted": "question", "classified": "user", "passed_on": "hourglass-bold",
    "settled": "megaphone-simple", "answered": "smiley", "checked": "archive",
}  # fmt: skip
_CHOICE_ICONS: Mapping[str, str] = {
    "done": "check", "other_way": "swap", "not_possible": "x",
    "in_person": "users", "by_phone": "phone", "by_letter": "envelope",
    "content": "smiley", "not_content": "smiley-sad", "not_reached": "phone",
}  # fmt: skip
_REFER_ICONS: Mapping[str, str] = {
    "bank": "bank", "hospital": "hospital", "township": "house-line", "village": "house-simple",
    "police": "siren", "utility": "lightning", "court": "seal-check", "hotline": "phone",
    "other": "map-pin",
}  # fmt: skip
_STEPS: Mapping[State, tuple[tuple[str, str], ...]] = {
    "accepted": (("not_done_classify", "question"), ("not_done_refer", "arrow-right")),
    "classified": (
        ("not_done_pass_on", "user"), ("not_done_classify", "question"),
        ("not_done_refer", "arrow-right"),
    ),
    "passed_on": (("not_done_settle", "check"), ("not_done_pass_on", "user")),
    "settled": (("not_done_answer", "megaphone-simple"),),
    "answered": (("not_done_check", "smiley"),),
    "checked": (("not_done_archive", "archive"),),
}  # fmt: skip
"""What can be done in each state; the first is the way on."""


def list_view(
    words: Strings, facts: HallFacts, entries: Sequence[NotDoneView], today: date,
    leaf_number: int, *, hint: str, cash_under_way: bool,
) -> StepsView:  # fmt: skip
    """Return what is open, the next last day first, and the key of the monthly list."""
    leaf = leaf_of(entries, leaf_number, ENTRIES_A_LEAF)
    cells = tuple(
        KeyView(
            f"not_done_{place}", "not_done_open", matter_words(words, facts, one), one.id,
            icon="warning" if one.overdue else _STATE_ICONS[one.state],
            second=words.get("dot").join((one.number, due_words(words, facts, one, today))),
        )
        for place, one in enumerate(leaf.items, start=1)
    )  # fmt: skip
    months = KeyView(
        "not_done_months", "not_done_months", words.get("key_not_done_months"), icon="printer"
    )
    new = KeyView("not_done_new", "not_done_new", words.get("key_not_done_new"), icon="plus")
    cash = KeyView(
        "not_done_cash", "not_done_cash", words.get("key_not_done_cash"), icon="coins",
        mode="under_way" if cash_under_way else "can",
    )  # fmt: skip
    title = words.get("not_done_title", count=len(entries)) if entries else words.get(
        "not_done_none"
    )  # fmt: skip
    head = Head(title, hint, leaf_words(words, leaf))
    return StepsView(head, (*cells, months), (new, cash, *onward_keys(words, "not_done", leaf)))


def entry_page(
    words: Strings, facts: HallFacts, entry: NotDoneView, today: date,
    known: Mapping[Detail, str], busy: Collection[str], *, phone: bool, papers: bool,
) -> EntryPage:  # fmt: skip
    """Return one entry: what is to be done next, what is known, and the ways on as keys.

    `phone`: a telephone is kept; `busy` are actions whose command is on its way.
    """

    def deed(name: str, icon: str, mode: KeyFaceMode = "can") -> KeyView:
        shown = "under_way" if name in busy else mode
        return KeyView(name, name, words.get(f"key_{name}"), entry.id, icon=icon, mode=shown)

    steps = tuple(
        deed(name, icon, "next" if place == 0 else "can")
        for place, (name, icon) in enumerate(_STEPS[entry.state])
    )
    note = (deed("not_done_note", "pencil-simple"),) if entry.note_blob_id else ()
    deeds = (
        *steps,
        deed("not_done_read" if phone else "not_done_write", "phone"),
        *note,
        deed("not_done_record", "printer", "can" if papers else "cannot"),
        back_key(words),
    )
    told = (
        matter_words(words, facts, entry),
        words.get("not_done_next", what=words.get(f"not_done_to_do_{entry.state}")),
        due_words(words, facts, entry, today),
    )
    head = Head(words.get("not_done_entry_title", number=entry.number))
    return EntryPage(head, told, lines_of(words, facts, entry, known), deeds)


def reasons_view(words: Strings, *, new: bool) -> GridView:
    """Ask why it could not be done; of a new entry it may be unknown still."""
    reasons = (*REASONS, *((UNKNOWN,) if new else ()))
    cells = tuple(
        KeyView(f"not_done_reason_{one}", "not_done_reason", words.get(f"not_done_reason_{one}"),
                one, icon=REASON_ICONS[one])
        for one in reasons
    )  # fmt: skip
    return GridView(Head(words.get("not_done_reasons_title")), cells, (back_key(words),))


def groups_view(words: Strings, facts: HallFacts) -> GridView:
    """Ask which kind of matter it was."""
    groups = tuple(
        KeyView(f"not_done_group_{one.id}", "not_done_group", one.name, one.id, icon=one.icon)
        for one in facts.groups
        if matters_of(facts, one.id)
    )
    skip = KeyView("not_done_no_group", "not_done_group", words.get("key_not_done_no_group"))
    columns = 2 if len(groups) <= CELLS else 3
    return GridView(
        Head(words.get("not_done_groups_title")), groups, (skip, back_key(words)), columns
    )


def matters_view(words: Strings, facts: HallFacts, group_id: str, leaf_number: int) -> GridView:
    """Ask which matter of a group it was; the group alone will do."""
    group = next((one.name for one in facts.groups if one.id == group_id), "")
    leaf = leaf_of(matters_of(facts, group_id), leaf_number, CELLS)
    cells = tuple(
        KeyView(f"not_done_matter_{one.id}", "not_done_matter",
                "\n".join(one.plain_lines) or one.plain_name, one.id)
        for one in leaf.items
    )  # fmt: skip
    skip = KeyView("not_done_no_matter", "not_done_matter", words.get("key_not_done_no_matter"))
    head = Head(words.get("matters_title", group=group), "", leaf_words(words, leaf))
    return GridView(head, cells, (skip, back_key(words), *onward_keys(words, "not_done", leaf)))


def times_view(words: Strings, *, under_way: bool) -> GridView:
    """Ask how often they came."""
    cells = tuple(
        KeyView(f"not_done_times_{one}", "not_done_times", words.get(f"not_done_times_{one}"),
                str(one), mode="under_way" if under_way else "can")
        for one in TIMES
    )  # fmt: skip
    return GridView(Head(words.get("not_done_times_title")), cells, (back_key(words),), 1)


def staff_view(words: Strings, facts: HallFacts, owner: str, leaf_number: int) -> StepsView:
    """Ask who answers for it from now on."""
    leaf = leaf_of(facts.staff, leaf_number, STAFF_A_LEAF)
    cells = tuple(
        KeyView(
            f"not_done_owner_{one.number}", "not_done_owner", one.name, one.number, icon="user",
            second=words.get("along_badge", badge=one.badge),
            mode="chosen" if one.number == owner else "can",
        )
        for one in leaf.items
    )  # fmt: skip
    head = Head(words.get("not_done_staff_title"), "", leaf_words(words, leaf))
    return StepsView(head, cells, (back_key(words), *turn_keys(words, "not_done", leaf)), columns=3)


def refer_view(words: Strings) -> GridView:
    """Ask where the person is sent: it is no matter of the government."""
    cells = tuple(
        KeyView(f"not_done_to_{one}", "not_done_to", words.get(f"refer_{one}"), one,
                icon=_REFER_ICONS[one])
        for one in get_args(ReferralTarget)
    )  # fmt: skip
    head = Head(words.get("not_done_refer_title"), words.get("not_done_refer_hint"))
    return GridView(head, cells, (back_key(words),), columns=3)


def results_view(words: Strings) -> GridView:
    """Ask what came of it."""
    return _choices(words, "result", get_args(Result))


def replies_view(words: Strings) -> GridView:
    """Ask how the person was told."""
    return _choices(words, "reply", get_args(Reply))


def satisfactions_view(words: Strings) -> GridView:
    """Ask what the person says of it."""
    return _choices(words, "satisfaction", get_args(Satisfaction))


def months_view(words: Strings, months: Iterable[str], busy: Collection[str]) -> GridView:
    """Ask which month is listed; months are YYYY-MM."""
    cells = tuple(
        KeyView(
            f"not_done_month_{place}", "not_done_month",
            words.get("not_done_month", year=month[:4], month=int(month[5:])), month,
            icon="printer", mode="under_way" if month in busy else "can",
        )
        for place, month in enumerate(months, start=1)
    )  # fmt: skip
    return GridView(Head(words.get("not_done_months_title")), cells, (back_key(words),), 1)


def _choices(words: Strings, kind: str, choices: Iterable[str]) -> GridView:
    cells = tuple(
        KeyView(f"not_done_{kind}_{one}", f"not_done_{kind}",
                words.get(f"not_done_{kind}_{one}"), one, icon=_CHOICE_ICONS[one])
        for one in choices
    )  # fmt: skip
    return GridView(Head(words.get(f"not_done_{kind}_title")), cells, (back_key(words),), 1)
