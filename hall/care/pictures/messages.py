"""Words of pictures of papers. The pictures themselves are sealed blobs of the kind `picture`."""

from __future__ import annotations

from typing import Annotated

import msgspec

from hall.care.pictures.model import MOST_PAGES
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import Short

PageNumber = Annotated[int, msgspec.Meta(ge=1, le=MOST_PAGES)]


class PictureView(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a paper was pictured; the picture is the blob of this id.

    `case_id` is empty until the checklist of the visit is laid out; `plain` is the paper's name on
    the list. `taken_at` is UTC, ISO 8601.
    """

    blob_id: str
    visit_id: str
    case_id: str
    item_id: str
    plain: str
    page: int
    station_id: str
    taken_at: str


class KeepPicture(Command):
    """A page lay under a camera; it was sealed as `blob_id`. Whose paper it is says the visit.

    A kiosk knows the number only: `ticket_id`. `item_id` is the paper on the checklist, or its
    place on the list of the matter, from 1, while no checklist is laid out.
    """

    blob_id: Short
    item_id: Short
    page: PageNumber
    visit_id: Short | None = None
    ticket_id: Short | None = None
    station_id: Short | None = None
    counter_id: Short | None = None


class DropPicture(Command):
    """A picture is not wanted after all."""

    blob_id: Short
    station_id: Short | None = None
    counter_id: Short | None = None


class LayPictures(Command):
    """A checklist was laid before a visit: what a kiosk pictured of its papers belongs to it."""

    visit_id: Short
    case_id: Short


class SubmitPictures(Command):
    """The papers of a case are in: their pictures go on record with it."""

    case_id: Short


class ForgetPictures(Command):
    """The day is over: what was not handed in goes."""


class PictureKept(Event):
    """A page of a paper was pictured; the picture lives until the day is over."""

    picture: PictureView


class PictureDropped(Event):
    """A picture is not wanted after all."""

    picture: PictureView


class PicturesLaid(Event):
    """These pictures belong to a checklist now."""

    pictures: tuple[PictureView, ...]


class PicturesSubmitted(Event):
    """The papers of this case are in: these pictures are kept as long as printed papers are."""

    case_id: str
    blob_ids: tuple[str, ...]


class PicturesForgotten(Event):
    """The day is over: these pictures were not handed in and are gone."""

    blob_ids: tuple[str, ...]


class NotToBeKept(Refusal):
    """No picture of this paper is kept: a copy is printed where the matter asks for one."""


class NoSuchPicture(Refusal):
    """There is no such picture, or it is on record already."""


COMMANDS: tuple[type[Command], ...] = (KeepPicture, DropPicture)
INTERNAL: tuple[type[Command], ...] = (LayPictures, SubmitPictures, ForgetPictures)
EVENTS: tuple[type[Event], ...] = (
    PictureKept,
    PictureDropped,
    PicturesLaid,
    PicturesSubmitted,
    PicturesForgotten,
)
REFUSALS: tuple[type[Refusal], ...] = (NotToBeKept, NoSuchPicture)
