"""What the elder reads beside the desk: who acts, and where each of their things is. Pure."""

from __future__ import annotations

from guide_desk.agency import saying
from guide_desk.agency.place import Draft, Place, PlaceName
from guide_desk.cases.checklist import LINES, facts_title
from guide_desk.cases.mirror_views import MirrorLine, MirrorView
from hall.care.agency.messages import OTHER
from hall.care.agency.model import Form, OriginalState
from hall.care.agency.views import MandateView
from hall.kernel.facts import HallFacts, MatterFact
from ui_kit.paper_signs import Tone
from ui_kit.strings import Strings

_SIGNS: dict[OriginalState, tuple[Tone, str]] = {
    "held": ("other", "file-text"),
    "given_back": ("ok", "check"),
    "lost": ("missing", "x"),
    "told": ("missing", "x"),
    "explained": ("ok", "check"),
}
_FORMS: dict[Form, str] = {"original": "file-text", "copy": "files"}
_BEGINS: frozenset[PlaceName] = frozenset({"who", "handed", "asked"})
_GOES_ON: frozenset[PlaceName] = frozenset({"mandate", "things", "lost", "papers", "paper"})


def mirror_of(
    words: Strings, facts: HallFacts, here: Place, mandate: MandateView | None
) -> MirrorView | None:
    """Return it for a page of the guide; None where the page is not for the elder's eyes."""
    if here.name in _BEGINS and not here.mandate_id:
        return _of_draft(words, facts, here)
    if here.name in _GOES_ON and mandate is not None:
        return _of_mandate(words, facts, mandate)
    return None


def _of_draft(words: Strings, facts: HallFacts, here: Place) -> MirrorView:
    matter = facts.matter(here.draft.matter_id)
    lines = _handed(words, matter, here.draft) if matter is not None else ()
    said = "mirror_agency_asked" if here.name == "asked" else "mirror_agency_free"
    return MirrorView(
        title=facts_title(facts, here.draft.matter_id),
        lines=lines[-LINES:],
        next=words.get("mirror_agency_handed" if here.name == "handed" and lines else said),
        icon="handshake",
    )


def _handed(words: Strings, matter: MatterFact, draft: Draft) -> tuple[MirrorLine, ...]:
    names = {str(place): one.plain for place, one in enumerate(matter.materials, start=1)}
    names[OTHER] = words.get("agency_other")
    return tuple(
        MirrorLine("other", _FORMS[form], names[material_id], words.get(f"agency_as_{form}"))
        for material_id, form in draft.handed
    )


def _of_mandate(words: Strings, facts: HallFacts, mandate: MandateView) -> MirrorView:
    things = sorted(mandate.originals, key=lambda one: one.state in ("given_back", "explained"))
    lines = tuple(
        MirrorLine(
            *_SIGNS[one.state],
            saying.thing_words(words, one),
            words.get(f"mirror_agency_{one.state}"),
        )
        for one in things[:LINES]
    )
    said = "mirror_agency_back" if mandate.still_here else "mirror_agency_free"
    return MirrorView(
        title=saying.matter_words(words, facts, mandate),
        lines=lines,
        next=words.get(said),
        icon="handshake",
    )
