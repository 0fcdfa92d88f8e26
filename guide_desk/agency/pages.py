"""The pages of mandates that were given: the list, one of them, its things, its report. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from guide_desk.agency import saying
from guide_desk.care.views import EntryPage
from guide_desk.cases.choosing import back_key
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView, StepsView
from hall.boards.agency import is_late, mandates_in_order
from hall.boards.guide import GuideBoard
from hall.care.agency.model import AT_AN_END, IN_FORCE, Step, next_state
from hall.care.agency.views import MandateView
from hall.kernel.facts import HallFacts
from ui_kit.paper_signs import day_words
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

MANDATES_A_LEAF, THINGS_A_LEAF = 6, 12
_STEP_ICONS: Mapping[Step, str] = {
    "submit": "paper-plane-tilt",
    "receive": "stamp",
    "accept": "check-circle",
    "finish": "seal-check",
}
_THING_ICONS = {
    "held": "file-text", "given_back": "check", "lost": "warning", "told": "warning",
    "explained": "check",
}  # fmt: skip
_DEED_ICONS = {
    "agency_papers": "printer",
    "agency_signature": "signature",
    "agency_fingerprint": "hand-pointing",
    "agency_step": "arrow-right",
    "agency_report": "phone",
    "agency_things": "files",
    "agency_more": "plus",
    "agency_change": "swap",
    "agency_drop": "x",
    "agency_close": "archive",
}


def list_view(
    words: Strings, board: GuideBoard, today: str, leaf_number: int, only: Collection[str] | None
) -> StepsView:
    """Return the open mandates, what is late first; `only` those a card has found."""
    found = mandates_in_order(board.mandates)
    if only is not None:
        found = tuple(one for one in found if one.id in only)
    leaf = leaf_of(found, leaf_number, MANDATES_A_LEAF)
    cells = tuple(
        KeyView(
            f"agency_{one.number}", "agency_open", saying.matter_words(words, board.facts, one),
            one.id, icon="warning" if is_late(one) else "handshake",
            second=words.get("dot").join((_short(one), saying.now_words(words, one, today))),
        )
        for one in leaf.items
    )  # fmt: skip
    title = words.get("agency_title", count=len(found))
    hint = leaf_words(words, leaf) if found else words.get("agency_none")
    new = KeyView("agency_new", "agency_new", words.get("key_agency_new"), icon="plus", mode="next")
    return StepsView(Head(title, hint), cells, (new, *turn_keys(words, "agency", leaf)))


def mandate_view(
    words: Strings, facts: HallFacts, mandate: MandateView, today: str, *,
    printed: bool, busy: bool,
) -> EntryPage:  # fmt: skip
    """Return one mandate: what is to be done now, and the keys; `printed`: its paper came out."""
    deeds = deeds_of(mandate)
    green = _next_of(mandate, printed=printed)
    keys = tuple(
        KeyView(
            one, one, words.get(_label(one, mandate)), mandate.id, icon=_DEED_ICONS[one],
            mode="under_way" if busy else "next" if one == green else "can",
        )
        for one in deeds
    )  # fmt: skip
    term = day_words(words, mandate.term_on)
    lines = [
        words.get("agency_agent", agent=saying.agent_words(words, facts, mandate)),
        words.get("agency_term" if mandate.state not in AT_AN_END else "agency_term_was", day=term),
        saying.things_line(words, mandate),
        *saying.call_lines(words, mandate, facts.timezone, 2),
    ]
    head = Head(words.get("agency_one_title", number=mandate.number),
                saying.matter_words(words, facts, mandate))  # fmt: skip
    told = (words.get(f"agency_state_{mandate.state}"), saying.now_words(words, mandate, today))
    return EntryPage(head, tuple(dict.fromkeys(told)), tuple(lines), (*keys, back_key(words)))


def deeds_of(mandate: MandateView) -> tuple[str, ...]:
    """Return what can be done with a mandate as it stands."""
    owed = mandate.report_state in ("due", "overdue")
    may = {
        "agency_papers": True,
        "agency_signature": mandate.state == "drafted",
        "agency_fingerprint": mandate.state == "drafted",
        "agency_step": mandate.state in IN_FORCE,
        "agency_report": mandate.state != "drafted" and (mandate.kind == "staff" or owed),
        "agency_things": bool(mandate.originals),
        "agency_more": mandate.state in ("drafted", *IN_FORCE),
        "agency_change": mandate.kind == "staff" and mandate.state in IN_FORCE,
        "agency_drop": mandate.state in ("drafted", *IN_FORCE),
        "agency_close": mandate.state in AT_AN_END,
    }
    return tuple(deed for deed, can in may.items() if can)


def step_view(words: Strings, mandate: MandateView, *, busy: bool) -> GridView:
    """Ask how far the matter is."""
    cells = tuple(
        KeyView(
            f"agency_{one}", "agency_stepped", words.get(f"key_agency_{one}"), one,
            icon=_STEP_ICONS[one], mode="under_way" if busy else "can",
        )
        for one in _STEP_ICONS
        if next_state(mandate.state, one) is not None
    )  # fmt: skip
    head = Head(words.get("agency_step_title"), words.get("agency_step_hint"))
    return GridView(head, cells, (back_key(words),), columns=1)


def things_view(
    words: Strings, facts: HallFacts, mandate: MandateView, chosen: Collection[str],
    leaf_number: int, *, busy: bool,
) -> StepsView:  # fmt: skip
    """Return what was handed over; what is touched is given back, or cannot be found."""
    leaf = leaf_of(mandate.originals, leaf_number, THINGS_A_LEAF)

    def mode(one_id: str, state: str) -> KeyFaceMode:
        if state in ("given_back", "explained"):
            return "cannot"
        return "chosen" if one_id in chosen else "can"

    cells = tuple(
        KeyView(
            f"agency_thing_{one.id}", "agency_thing", saying.thing_words(words, one), one.id,
            icon=_THING_ICONS[one.state], mode=mode(one.id, one.state),
            second=saying.where_words(words, one, facts.timezone),
        )
        for one in leaf.items
    )  # fmt: skip
    go: KeyFaceMode = "under_way" if busy else "next" if chosen else "cannot"
    label = words.get("key_agency_give_back", count=len(chosen))
    back = KeyView("agency_give_back", "agency_give_back", label, icon="check", mode=go)
    lost = KeyView("agency_lose", "agency_lose", words.get("key_agency_lose"), icon="warning",
                   mode="can" if len(chosen) == 1 and not busy else "cannot")  # fmt: skip
    turn = turn_keys(words, "agency", leaf)
    beside = (back, *turn) if turn else (back, lost, back_key(words))
    head = Head(words.get("agency_things_title"), words.get("agency_things_hint"))
    return StepsView(head, cells, beside, columns=3 if len(cells) <= 9 else 4)


def lost_view(words: Strings, mandate: MandateView, original_id: str) -> GridView | None:
    """Return what becomes of a thing that cannot be found; None when it is settled."""
    one = mandate.original(original_id)
    if one is None or one.state not in ("lost", "told"):
        return None
    told = one.state == "told"
    ways = (("found", "check", True), ("replaced", "files", told), ("accepted", "handshake", told))
    cells = tuple(
        KeyView(
            f"agency_lost_{way}", "agency_lost", words.get(f"key_agency_lost_{way}"), way,
            icon=icon, mode="can" if can else "cannot",
        )
        for way, icon, can in ways
    )  # fmt: skip
    name = saying.thing_words(words, one)
    hint = words.get("agency_lost_told" if told else "agency_lost_hint",
                     day=day_words(words, one.explain_by))  # fmt: skip
    head = Head(words.get("agency_lost_title", name=name), hint)
    return GridView(head, cells, (back_key(words),), columns=1)


def drop_view(words: Strings, *, drafted: bool) -> GridView:
    """Ask whether the elder really does not want it any more."""
    yes = KeyView("agency_withdraw", "agency_withdraw", words.get("key_agency_withdraw"), icon="x")
    keep = KeyView("agency_keep", "back", words.get("key_agency_keep"), icon="arrow-right")
    hint = words.get("agency_drop_drafted" if drafted else "agency_drop_hint")
    return GridView(Head(words.get("agency_drop_title"), hint), (yes, keep), (), columns=1)


def _short(mandate: MandateView) -> str:
    """Return its number without the year."""
    return mandate.number.rpartition("-")[2]


def _next_of(mandate: MandateView, *, printed: bool) -> str:
    """Return the deed that is next."""
    if mandate.state == "drafted":
        return "agency_signature" if printed else "agency_papers"
    if mandate.report_state in ("due", "overdue"):
        return "agency_report"
    if mandate.state in AT_AN_END:
        return "agency_things" if mandate.still_here else "agency_close"
    return "agency_step"


def _label(deed: str, mandate: MandateView) -> str:
    if deed in ("agency_signature", "agency_fingerprint"):
        return f"key_{deed}_{mandate.signer}"
    return f"key_{deed}"
