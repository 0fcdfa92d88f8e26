"""The questions inside the window: who sits here, where to, why out of order. Pure."""

from __future__ import annotations

from counter_console.views import PanelView
from hall.boards.console import ConsoleBoard
from hall.kernel.facts import ClerkFact, CounterFact
from ui_kit.asking import Asking, question_now
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

REASONS = ("reason_1", "reason_2", "reason_3", "reason_4")


def sign_in_panel(
    words: Strings, board: ConsoleBoard, under_way: str, signed_in: ClerkFact | None = None
) -> PanelView:
    """Offer the clerks of the hall, or who is signed in; with somebody there, the way to leave."""
    offered = board.facts.clerks if signed_in is None else (signed_in,)
    there = board.counter.state != "closed"
    clerks = tuple(
        KeyView(
            f"clerk_{one.id}", "clerk", one.name, one.id, icon="user",
            mode="under_way" if under_way == f"clerk_{one.id}" else "can",
        )
        for one in offered
    )  # fmt: skip
    sections: list[tuple[str, tuple[KeyView, ...]]] = [("", clerks)]
    if there:
        mode: KeyFaceMode = "cannot" if board.ticket is not None else "can"
        leave = KeyView("key_leave", "leave", words.get("key_leave"), icon="sign-out", mode=mode)
        sections.append(("", (leave,)))
    if signed_in is not None:
        out = KeyView("key_sign_out", "sign_out", words.get("key_sign_out"), icon="lock")
        sections.append(("", (out,)))
    back = KeyView("key_back", "back", words.get("back_sign_in"), icon="arrow-left")
    title = words.get("sign_in_change" if there else "sign_in_title")
    return PanelView(title, tuple(sections), back if there else None)


def transfer_panel(words: Strings, board: ConsoleBoard, number: str) -> PanelView:
    """Offer the other counters and the groups of matters."""
    counters = tuple(
        _counter_key(words, board, one)
        for one in board.facts.counters
        if one.id != board.counter_id
    )
    used = {matter.group for matter in board.facts.matters}
    groups = tuple(
        KeyView(f"to_group_{one.id}", "to_group", one.name, one.id)
        for one in board.facts.groups
        if one.id in used
    )
    return PanelView(
        words.get("transfer_title", number=number),
        (
            (words.get("transfer_counters"), counters),
            (words.get("transfer_matters"), groups),
        ),
        KeyView("key_back", "back", words.get("back"), icon="arrow-left"),
    )


def matters_panel(words: Strings, board: ConsoleBoard, group_id: str) -> PanelView:
    """Offer the matters of one group."""
    group = next((one.name for one in board.facts.groups if one.id == group_id), group_id)
    matters = tuple(
        KeyView(f"to_matter_{one.id}", "to_matter", one.plain_name, one.id)
        for one in board.facts.offered(group_id)
    )
    back = KeyView("key_back", "back_groups", words.get("back_groups"), icon="arrow-left")
    return PanelView(words.get("transfer_group", group=group), (("", matters),), back)


def reasons_panel(words: Strings, number: str) -> PanelView:
    """Ask why somebody is called out of order."""
    keys = tuple(KeyView(name, "reason", words.get(name), name) for name in REASONS)
    back = KeyView("key_back", "back", words.get("back_reasons"), icon="arrow-left")
    return PanelView(words.get("reasons_title", number=number), (("", keys),), back)


def ask_panel(words: Strings, case_words: Strings, asking: Asking, under_way: str) -> PanelView:
    """Ask the elder alone, one question after the other."""
    busy = under_way.startswith("ask_will")
    now = question_now(case_words, asking, under_way=busy)
    caption = words.get("dot").join(text for text in (now.leaf, now.note) if text)
    back = KeyView("key_back", "back", words.get("back_papers"), icon="arrow-left")
    return PanelView(now.words, ((caption, now.answers),), back)


def _counter_key(words: Strings, board: ConsoleBoard, fact: CounterFact) -> KeyView:
    counter = board.floor.counters.get(fact.id)
    state = counter.state if counter else "closed"
    second = words.get(f"counter_{state}") if state != "open" else fact.name
    return KeyView(
        f"to_counter_{fact.id}",
        "to_counter",
        words.get("counter_label", number=fact.window_number),
        fact.id,
        second=second,
        mode="cannot" if state == "closed" else "can",
    )
