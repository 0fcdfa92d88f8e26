"""The checklist of a case as the page shows it: the paper at hand, or what all add up to. Pure."""

from __future__ import annotations

from collections.abc import Collection

from guide_desk.cases.signs import is_noticed, not_looked_at, still_missing
from guide_desk.cases.steps import Standing, step_keys
from guide_desk.cases.views import ChecklistView, ItemLine
from guide_desk.leaves import leaf_of
from guide_desk.shell_views import Head
from hall.kernel.facts import HallFacts
from hall.visits.ladder import LAST_RUNGS
from hall.visits.views import CaseView, ItemView
from ui_kit.paper_signs import SIGNS, Tone, item_word
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

LINES = 6
SUM = ""
"""In place of a paper's id: what all of them add up to."""

_OFFER_ICONS = {
    "shared": "database",
    "promise": "signature",
    "deferral": "calendar-check",
    "notice": "file-text",
    "office": "bank",
}


def checklist_view(
    words: Strings, facts: HallFacts, standing: Standing, item_id: str,
    *, asked: Collection[str], deeds: frozenset[str], camera: KeyView | None = None,
) -> ChecklistView:  # fmt: skip
    """Return the page; `asked` are papers whose mark is on its way, `deeds` what else is.

    `camera` is the key of the camera, where the paper at hand can be pictured.
    """
    case, visit = standing.case, standing.visit
    item = next((one for one in case.items if one.id == item_id), None)
    title = facts_title(facts, case.matter_id)
    head = Head(title, words.get(f"stage_{case.stage}"), visit.number)
    lines = _lines(words, case, item_id)
    if item is None:
        tone, icon, word, note = _summed(words, standing)
        return ChecklistView(
            head=head, lines=lines, tone=tone, icon=icon, title=word, word="", say=note,
            answers=step_keys(words, standing, deeds), foot=_foot(words, case, item_id),
        )  # fmt: skip
    tone, icon = SIGNS[item.colour]
    return ChecklistView(
        head=head, lines=lines, tone=tone, icon=icon, title=item.plain,
        word=item_word(words, item), say=what_to_say(words, item),
        answers=_answers(words, item, camera, under_way=item.id in asked),
        foot=_foot(words, case, item_id),
    )  # fmt: skip


def facts_title(facts: HallFacts, matter_id: str | None) -> str:
    """Return the plain name of a matter; its id where the list has it no more."""
    matter = facts.matter(matter_id or "")
    return matter.plain_name if matter else matter_id or ""


def what_to_say(words: Strings, item: ItemView) -> str:
    """Return what to tell the elder of a paper: the way that is offered, else how it stands."""
    if item.offer:
        return words.get(f"say_{item.offer}")
    return words.get(f"told_{item.colour}")


def _lines(words: Strings, case: CaseView, item_id: str) -> tuple[ItemLine, ...]:
    ids = [one.id for one in case.items]
    at = ids.index(item_id) // LINES if item_id in ids else 0
    leaf = leaf_of(case.items, at, LINES)
    return tuple(
        ItemLine(
            f"item_{one.id}", *SIGNS[one.colour], one.plain, item_word(words, one),
            here=one.id == item_id,
        )
        for one in leaf.items
    )  # fmt: skip


def _answers(
    words: Strings, item: ItemView, camera: KeyView | None, *, under_way: bool
) -> tuple[KeyView, ...]:
    there = _key(words, "item_ok", "check", under_way, chosen=item.mark == "ok")
    if item.offer:
        taken = KeyView(
            "item_take", "item_take", words.get(f"offer_{item.offer}"), item.offer,
            icon=_OFFER_ICONS[item.offer], mode="under_way" if under_way else "next",
        )  # fmt: skip
        anew = _key(words, "item_anew", "arrow-counter-clockwise", under_way, chosen=False)
        again = (anew,) if item.declined else ()
        if item.offer in LAST_RUNGS:
            return (taken, there, *again)
        declined = KeyView(
            "item_decline", "item_decline", words.get(f"decline_{item.offer}"), item.offer,
            mode="under_way" if under_way else "can",
        )  # fmt: skip
        return (taken, declined, there, *again)
    pictured = (camera,) if camera else ()
    if item.decision and item.decision not in LAST_RUNGS:
        anew = _key(words, "item_anew", "arrow-counter-clockwise", under_way, chosen=False)
        return (*pictured, there, anew)
    missing = _key(words, "item_missing", "x", under_way, chosen=item.mark == "missing")
    wrong = _key(words, "item_wrong", "warning", under_way, chosen=item.mark == "incorrect")
    return (*pictured, there, missing, wrong)


def _key(words: Strings, name: str, icon: str, under_way: bool, *, chosen: bool) -> KeyView:
    mode: KeyFaceMode = "under_way" if under_way else "chosen" if chosen else "can"
    return KeyView(name, name, words.get(f"key_{name}"), icon=icon, mode=mode)


def _foot(words: Strings, case: CaseView, item_id: str) -> tuple[KeyView, ...]:
    """Return the keys that go on: to the paper before and after, then to what is done with all."""
    ids = [one.id for one in case.items]
    at = ids.index(item_id) if item_id in ids else len(ids)
    before = ids[at - 1] if at else ""
    after = ids[at + 1] if at + 1 < len(ids) else SUM
    previous = KeyView(
        "item_previous", "item_go", words.get("key_item_previous"), before, icon="arrow-up",
        mode="can" if before else "cannot",
    )  # fmt: skip
    if item_id not in ids:
        ways = (("case_papers", "printer"), ("case_more", "dots-three-circle"))
        more = (KeyView(way, way, words.get(f"key_{way}"), icon=icon) for way, icon in ways)
        return (previous, *more)
    label = words.get("key_item_next")
    following = KeyView("item_next", "item_go", label, after, icon="arrow-down")
    whole = KeyView("item_sum", "item_go", words.get("key_item_sum"), SUM, icon="list-numbers")
    return (previous, following, whole)


def _summed(words: Strings, standing: Standing) -> tuple[Tone, str, str, str]:
    """Return tone, sign, word and a sentence for all papers together."""
    case = standing.case
    unseen, missing = not_looked_at(case), still_missing(case)
    if unseen:
        return "open", "question", words.get("sum_unseen", count=len(unseen)), ""
    if not missing:
        note = "sum_ask" if standing.must_ask else "sum_complete_note"
        if standing.asked is False:
            note = "sum_unwilling"
        return "ok", "check-circle", words.get("sum_complete"), words.get(note)
    noticed = all(is_noticed(case, one) for one in missing)
    note = "sum_noticed_note" if noticed else "sum_missing_note"
    icon = "file-text" if noticed else "x-circle"
    return "missing", icon, words.get("sum_missing", count=len(missing)), words.get(note)
