"""What somebody wrote on a kiosk's pad, opened at this desk and forgotten again. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from guide_desk.shell_views import Head
from guide_desk.views import NoteView
from hall.boards.guide import GuideBoard
from hall.help.messages import HelpView
from hall.kernel.errors import HallUnreachable, KnownError, NoLongerKept, NotAllowed
from hall.kernel.handwriting import Handwriting
from ui_kit.places import place_words
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

READING_S = 180.0
"""A note that lies open closes by itself: others pass the desk."""


@dataclass(frozen=True)
class OpenNote:
    """A note on its way or open; `sheet` None is still on its way."""

    asked: HelpView
    opened_s: float
    sheet: Handwriting | None = None

    @property
    def blob_id(self) -> str:
        """The sealed blob it lies in."""
        return self.asked.note_blob_id or ""


class NoteDesk:
    """The one note that is open. `read` asks the hall for a blob; each reading is on record."""

    def __init__(self, read: Callable[[str], None]) -> None:
        self._read = read
        self.open: OpenNote | None = None

    def ask(self, asked: HelpView, now_s: float) -> None:
        """Ask for the note of a request, unless it is on its way."""
        if not asked.note_blob_id:
            return
        if self.open is not None and self.open.blob_id == asked.note_blob_id:
            return
        self.open = OpenNote(asked, now_s)
        self._read(asked.note_blob_id)

    def came(self, blob_id: str, sheet: Handwriting, now_s: float) -> None:
        """Show what the hall handed out; one that is not wanted any more is dropped."""
        if self.open is not None and self.open.blob_id == blob_id:
            self.open = replace(self.open, sheet=sheet, opened_s=now_s)

    def failed(self, blob_id: str, error: KnownError) -> str:
        """Put the note away; returns the key of what is said, empty when nobody waits for it."""
        if self.open is None or self.open.blob_id != blob_id:
            return ""
        self.close()
        if isinstance(error, NoLongerKept):
            return "note_gone"
        if isinstance(error, HallUnreachable):
            return "note_unreachable"
        return "not_allowed" if isinstance(error, NotAllowed) else "note_unreadable"

    def close(self) -> None:
        """Forget what was read."""
        self.open = None

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        if self.open is not None and now_s - self.open.opened_s >= READING_S:
            self.close()


def note_view(words: Strings, board: GuideBoard, own_id: str, note: OpenNote) -> NoteView:
    """Return the page of an open note."""
    place = place_words(words, board.facts, note.asked.station_id, own_id)
    return NoteView(
        head=Head(
            words.get("note_title", place=place), "" if note.sheet else words.get("note_opening")
        ),
        sheet=note.sheet,
        done=KeyView(
            "note_done", "note_done", words.get("key_note_done"), icon="check", mode="next"
        ),
    )


def note_key(words: Strings, seen: HelpView) -> KeyView | None:
    """Return the key that opens the note of a request; None when there is none."""
    if not seen.note_blob_id:
        return None
    return KeyView("", "read_note", words.get("key_note"), seen.id)
