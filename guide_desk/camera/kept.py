"""Pages of a paper the hall has: opened here one at a time, on record, and forgotten. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from guide_desk.desk import Desk
from guide_desk.notes import READING_S
from guide_desk.wishes import ReadNote
from hall.boards.pictures import pictures_of
from hall.care.pictures.messages import DropPicture, PictureView
from hall.kernel.errors import HallUnreachable, KnownError, NoLongerKept


@dataclass(frozen=True)
class OpenPage:
    """A page on its way or open; `jpeg` None is still on its way."""

    picture: PictureView
    opened_s: float
    jpeg: bytes | None = field(default=None, repr=False)


class KeptPages:
    """The one kept page that is looked at; each reading is on record."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.open: OpenPage | None = None

    def of(self, case_id: str, item_id: str) -> tuple[PictureView, ...]:
        """Return the pages of a paper that the hall has."""
        return pictures_of(self._desk.hall.pictures, case_id, item_id)

    def show(self, picture: PictureView) -> None:
        """Ask the hall for a page, unless it lies open."""
        if self.open is None or self.open.picture.blob_id != picture.blob_id:
            self.open = OpenPage(picture, self._desk.now_s)
            self._desk.wish(ReadNote(picture.blob_id))

    def turn(self) -> None:
        """Show the page after this one, after the last the first."""
        if self.open is None:
            return
        pages = self.of(self.open.picture.case_id, self.open.picture.item_id)
        later = [one for one in pages if one.page > self.open.picture.page]
        if pages:
            self.show((*later, *pages)[0])

    def drop(self) -> None:
        """Have the open page deleted."""
        if self.open is not None:
            setup = self._desk.setup
            self._desk.send(
                DropPicture(
                    command_id=setup.new_id(), blob_id=self.open.picture.blob_id,
                    station_id=setup.station_id,
                )
            )  # fmt: skip
            self.close()

    def came(self, blob_id: str, jpeg: bytes) -> bool:
        """Take what is in a picture; tells whether it was asked for here."""
        if self.open is None or self.open.picture.blob_id != blob_id:
            return False
        self.open = replace(self.open, jpeg=jpeg)
        return True

    def failed(self, blob_id: str, error: KnownError) -> bool:
        """Take that a picture cannot be read; tells whether it was asked for here."""
        if self.open is None or self.open.picture.blob_id != blob_id:
            return False
        gone = isinstance(error, NoLongerKept)
        unreachable = isinstance(error, HallUnreachable)
        self._desk.say(
            "picture_gone" if gone else "note_unreachable" if unreachable else "picture_unreadable"
        )
        self.close()
        return True

    def close(self) -> None:
        """Forget what was read."""
        self.open = None

    def left_alone(self, now_s: float) -> bool:
        """Tell whether a page lies open that nobody has touched for long."""
        return self.open is not None and now_s - self.open.opened_s >= READING_S
