"""What somebody wrote by hand about an entry: read on record, shown, forgotten again. Pure."""

from __future__ import annotations

from guide_desk.desk import Desk
from guide_desk.shell_views import Head
from guide_desk.views import NoteView
from guide_desk.wishes import ReadNote
from hall.kernel.handwriting import Handwriting
from ui_kit.staff_views import KeyView

READING_S = 180.0
"""A note that lies open closes by itself: others pass the desk."""


class NoteReader:
    """At most one note is open. Times are steady seconds."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._blob_id = ""
        self._sheet: Handwriting | None = None
        self._opened_s = 0.0

    def open(self, blob_id: str) -> None:
        """Ask the hall for a note."""
        self._blob_id, self._sheet, self._opened_s = blob_id, None, self._desk.now_s
        self._desk.wish(ReadNote(blob_id))

    def came(self, blob_id: str, sheet: Handwriting) -> None:
        """Show what the hall handed out; one nobody waits for is dropped."""
        if blob_id and blob_id == self._blob_id:
            self._sheet, self._opened_s = sheet, self._desk.now_s

    def failed(self, blob_id: str) -> bool:
        """Take that it cannot be read; tells whether it was asked for here."""
        if not blob_id or blob_id != self._blob_id:
            return False
        self.close()
        return True

    def close(self) -> None:
        """Forget what was read."""
        self._blob_id, self._sheet = "", None

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        if self._blob_id and now_s - self._opened_s >= READING_S:
            self.close()

    def page(self) -> NoteView | None:
        """Return the page of the note, None when none is open."""
        if not self._blob_id:
            return None
        words = self._desk.words
        hint = "" if self._sheet else words.get("note_opening")
        done = KeyView("note_done", "back", words.get("key_note_done"), icon="check", mode="next")
        return NoteView(Head(words.get("not_done_note_title"), hint), self._sheet, done)
