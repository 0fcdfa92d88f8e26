"""The paper of a book on the page: the keys of a paper, named after the area. Pure."""

from __future__ import annotations

from dataclasses import replace

from guide_desk.cases.choosing import back_key
from guide_desk.cases.paper_hand import PaperHand, paper_view
from guide_desk.cases.views import PaperView
from guide_desk.desk import Desk

_OF_USE = ("paper_print", "paper_seen", "paper_done")
"""What a paper of a book needs; it is filled from no card and written by no hand."""


def paper_page(desk: Desk, hand: PaperHand, prefix: str) -> PaperView | None:
    """Return the page of the paper in the hand, its deeds beginning with the area's `prefix`."""
    held = hand.held
    if held is None:
        return None
    kept = not hand.record.holds(held.job_id)
    view = paper_view(desk.words, held, kept=kept, printer=bool(desk.setup.papers_id), code="")
    keys = tuple(
        replace(key, action=f"{prefix}_{key.action}") if key.action in _OF_USE else key
        for key in view.keys
        if key.action in (*_OF_USE, "back")
    )
    return replace(view, keys=keys or (back_key(desk.words),))
