"""Pictures of papers on a board: those of today that are not on record yet."""

from __future__ import annotations

from collections.abc import Mapping

from hall.care.pictures.messages import (
    PictureDropped,
    PictureKept,
    PicturesForgotten,
    PicturesLaid,
    PicturesSubmitted,
    PictureView,
)
from hall.kernel.messages import Event

PICTURE_EVENTS = (
    PictureKept,
    PictureDropped,
    PicturesLaid,
    PicturesSubmitted,
    PicturesForgotten,
)


def pictures_after(pictures: dict[str, PictureView], event: Event) -> dict[str, PictureView]:
    """Return the pictures, keyed by blob, after one event."""
    if isinstance(event, PictureKept):
        return {**pictures, event.picture.blob_id: event.picture}
    if isinstance(event, PicturesLaid):
        return {**pictures, **{one.blob_id: one for one in event.pictures}}
    if isinstance(event, PictureDropped):
        return _without(pictures, (event.picture.blob_id,))
    if isinstance(event, PicturesSubmitted | PicturesForgotten):
        return _without(pictures, event.blob_ids)
    return pictures


def pictures_of(
    pictures: Mapping[str, PictureView], case_id: str, item_id: str
) -> tuple[PictureView, ...]:
    """Return the pages of one paper in their order."""
    found = [one for one in pictures.values() if (one.case_id, one.item_id) == (case_id, item_id)]
    return tuple(sorted(found, key=lambda one: (one.page, one.taken_at)))


def pictures_of_visit(pictures: Mapping[str, PictureView], visit_id: str) -> int:
    """Return how many pages of a visit were pictured."""
    return sum(one.visit_id == visit_id for one in pictures.values())


def _without(pictures: dict[str, PictureView], blob_ids: tuple[str, ...]) -> dict[str, PictureView]:
    return {key: one for key, one in pictures.items() if key not in blob_ids}
