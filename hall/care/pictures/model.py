"""Pure rules of pictures of papers: which paper is meant, and of which none is kept."""

from __future__ import annotations

from hall.kernel.facts import MaterialFact, MatterFact

MOST_PAGES = 20
"""Pages of one paper."""


def may_keep(matter: MatterFact | None, plain: str) -> bool:
    """Tell whether a picture of a paper of a matter may be kept.

    The picture of an identity card is sensitive (GB/T 45574-2025), its chip is read instead; where
    a matter asks for a copy it is printed and handed over. A paper the list has no more is not
    known to be harmless.
    """
    material = material_of(matter, plain)
    return material is not None and not material.identity_card


def material_of(matter: MatterFact | None, plain: str) -> MaterialFact | None:
    """Find what the list says of a paper by the name it has for people."""
    materials = matter.materials if matter is not None else ()
    return next((one for one in materials if one.plain == plain), None)


def plain_of(matter: MatterFact | None, item_id: str) -> str:
    """Return the name of a paper before a checklist is laid out: ids there count from 1."""
    materials = matter.materials if matter is not None else ()
    place = int(item_id) if item_id.isascii() and item_id.isdecimal() else 0
    return materials[place - 1].plain if 1 <= place <= len(materials) else ""
