"""Pages of keys in columns: which matter, what is wrong, where to send somebody. Pure."""

from __future__ import annotations

from typing import get_args

from guide_desk.cases.signs import FAULTS, is_noticed
from guide_desk.choice import BANDS, MATTERS_A_LEAF, matters_of
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView
from hall.kernel.facts import HallFacts
from hall.visits.model import Outcome, ReferralTarget
from hall.visits.views import CaseView, ItemView, VisitView
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

WHY_ANEW = ("why_anew_mind", "why_anew_found", "why_anew_wrong", "why_anew_signed")
"""Why a decision may be taken back, as keys of the words."""

_LEAVING: tuple[tuple[Outcome, str], ...] = (
    ("with_notice", "file-text"),
    ("done", "check"),
    ("gone", "door-open"),
)


def groups_view(words: Strings, facts: HallFacts) -> GridView:
    """Ask for the group of a matter."""
    cells = tuple(
        KeyView(f"group_{one.id}", "case_group", one.name, one.id, icon=one.icon)
        for one in facts.groups
        if matters_of(facts, one.id)
    )
    return GridView(Head(words.get("case_groups_title")), cells, (back_key(words),))


def matters_view(
    words: Strings, facts: HallFacts, group_id: str, leaf_number: int, *, under_way: bool
) -> GridView:
    """Ask for the exact matter of a group, leaf by leaf; `under_way`: one was chosen already."""
    group = next((one.name for one in facts.groups if one.id == group_id), "")
    leaf = leaf_of(matters_of(facts, group_id), leaf_number, MATTERS_A_LEAF)
    cells = tuple(
        KeyView(
            f"matter_{one.id}",
            "case_matter",
            "\n".join(one.plain_lines) or one.plain_name,
            one.id,
            mode="under_way" if under_way else "can",
        )
        for one in leaf.items
    )
    return GridView(
        head=Head(words.get("matters_title", group=group), leaf_words(words, leaf)),
        cells=cells,
        beside=(back_key(words), *turn_keys(words, "case", leaf)),
    )


def faults_view(words: Strings, item: ItemView) -> GridView:
    """Ask what is wrong with a paper that is there."""
    cells = tuple(
        KeyView(f"fault_{fault}", "item_fault", words.get(f"key_fault_{fault}"), fault)
        for fault in FAULTS
    )
    return GridView(Head(words.get("faults_title", plain=item.plain)), cells, (back_key(words),))


def why_anew_view(words: Strings) -> GridView:
    """Ask why a decision is taken back that somebody has signed for."""
    cells = tuple(KeyView(why, "anew_why", words.get(why), why) for why in WHY_ANEW)
    head = Head(words.get("why_anew_title"), words.get("why_anew_hint"))
    return GridView(head, cells, (back_key(words),))


def bands_view(words: Strings) -> GridView:
    """Ask how old somebody is who needs a number."""
    cells = tuple(
        KeyView(f"band_{band}", "case_band", words.get(f"band_{band}"), band) for band in BANDS
    )
    return GridView(Head(words.get("case_bands_title")), cells, (back_key(words),), columns=1)


def refer_view(words: Strings, *, number: bool) -> GridView:
    """Ask where a matter is done that is not done here; `number` tells of one to give up."""
    cells = tuple(
        KeyView(f"refer_{one}", "refer_to", words.get(f"refer_{one}"), one)
        for one in get_args(ReferralTarget)
    )
    hint = words.get("gives_up_number") if number else ""
    return GridView(Head(words.get("refer_title"), hint), cells, (back_key(words),), columns=3)


def leave_view(
    words: Strings, visit: VisitView, case: CaseView | None, *, number: bool, granted: bool
) -> GridView:
    """Ask how somebody leaves; `granted`: the matter comes by itself and was explained."""
    noticed = case is not None and any(is_noticed(case, one) for one in case.items)
    cells = [
        KeyView(
            f"leave_{outcome}", "leave_as", words.get(f"leave_{outcome}"), outcome, icon=icon,
            mode="next" if noticed and outcome == "with_notice" else "can",
        )
        for outcome, icon in _LEAVING
        if outcome != "with_notice" or noticed
    ]  # fmt: skip
    if granted:
        label = words.get("leave_told_auto_grant")
        told = KeyView(
            "leave_told", "leave_as", label, "told_auto_grant", icon="coins", mode="next"
        )
        cells.insert(0, told)
    if visit.owner_kind is not None:
        label = words.get("key_case_release")
        cells.append(KeyView("case_release", "case_release", label, visit.id, icon="hand-waving"))
    hint = words.get("gives_up_number") if number else ""
    return GridView(Head(words.get("leave_title"), hint), tuple(cells), (back_key(words),))


def back_key(words: Strings) -> KeyView:
    """Return the key that leads one step back."""
    return KeyView("back", "back", words.get("key_back"), icon="arrow-left")
