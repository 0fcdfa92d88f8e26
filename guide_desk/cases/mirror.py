"""What the elder reads on the second screen while the papers are gone through. Pure."""

from __future__ import annotations

from guide_desk.cases.checklist import LINES, facts_title, what_to_say
from guide_desk.cases.mirror_views import MirrorLine, MirrorView
from guide_desk.cases.signs import is_noticed, mirror_word, not_looked_at, still_missing
from guide_desk.leaves import leaf_of
from hall.kernel.facts import HallFacts
from hall.visits.views import CaseView, ItemView
from ui_kit.paper_signs import SIGNS
from ui_kit.strings import Strings


def quiet_mirror(words: Strings, facts: HallFacts | None) -> MirrorView:
    """Return what it shows while nobody's papers lie on the desk."""
    name = facts.guide_desk if facts else words.get("title")
    return MirrorView(title=words.get("mirror_quiet"), lines=(), next=name, icon="hand-waving")


def mirror_view(
    words: Strings, facts: HallFacts, case: CaseView, item_id: str, where: str
) -> MirrorView:
    """Return the papers as the elder reads them; `where` names the place to sit."""
    ids = [one.id for one in case.items]
    at = ids.index(item_id) // LINES if item_id in ids else 0
    leaf = leaf_of(case.items, at, LINES)
    return MirrorView(
        title=facts_title(facts, case.matter_id),
        lines=tuple(
            MirrorLine(
                *SIGNS[one.colour], one.plain, mirror_word(words, one), here=one.id == item_id
            )
            for one in leaf.items
        ),
        next=_next(words, case, item_id, where),
    )


def _next(words: Strings, case: CaseView, item_id: str, where: str) -> str:
    item = next((one for one in case.items if one.id == item_id), None)
    if item is not None:
        return _of_item(words, item)
    if not_looked_at(case):
        return words.get("mirror_next_look")
    missing = still_missing(case)
    if missing:
        noticed = all(is_noticed(case, one) for one in missing)
        return words.get("mirror_next_noticed" if noticed else "mirror_next_missing")
    return words.get("mirror_next_wait", where=where) if where else words.get("mirror_next_done")


def _of_item(words: Strings, item: ItemView) -> str:
    if item.colour == "open":
        return words.get("mirror_next_show", plain=item.plain)
    return what_to_say(words, item)
