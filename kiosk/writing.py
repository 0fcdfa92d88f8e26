"""Who cannot say it writes it: the sheet under the hand, and its way to the guide.

What is written is in the session only: it goes with the visit, and at once when it is handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from hall.help.messages import RequestHelp
from hall.kernel.handwriting import Handwriting, handwriting_bytes
from kiosk.flow import RESTING
from kiosk.session import HelpReason, Note
from kiosk.touches import HELP_KINDS
from kiosk.wishes import SealNote

if TYPE_CHECKING:
    from kiosk.presenter import Presenter


class Writing:
    """The written note of one presenter. `call` calls a person, once while nobody has come."""

    def __init__(self, presenter: Presenter, call: Callable[[HelpReason], None]) -> None:
        self._on = presenter
        self._call = call
        self._asked: RequestHelp | None = None
        """What is asked as soon as the note is sealed; its id is the name of the note."""

    def goes_on(self) -> None:
        """A finger came down on the sheet: somebody is there."""
        self._on.touched_s = self._on.now_s

    def wrote(self, sheet: Handwriting) -> None:
        """Take what stands on the sheet now; a stroke on a page that has gone is dropped."""
        on = self._on
        if on.page == "write":
            on.touched_s = on.now_s
            on.session = replace(on.session, sheet=sheet)

    def wipe(self) -> None:
        """Lay a clean sheet."""
        session = self._on.session
        self._on.session = replace(session, sheet=None, sheet_no=session.sheet_no + 1)

    def hand_in(self) -> bool:
        """Send what is written and keep nothing of it; tells whether there was anything."""
        on, sheet = self._on, self._on.session.sheet
        if sheet is None or not sheet.strokes:
            return False
        ticket = on.session.ticket
        kind = HELP_KINDS[on.session.help_reason]
        self._asked = RequestHelp(
            command_id=on.setup.new_id(),
            station_id=on.setup.station_id,
            help_kind=kind,
            ticket_id=ticket.id if ticket else None,
            follows=on.session.asked.get(kind),
        )
        self.wipe()
        on.wish(SealNote(self._asked.command_id, handwriting_bytes(sheet)))
        return True

    def sealed(self, name: str, blob_id: str) -> None:
        """The hall keeps the note: the guide is told where it is."""
        asked = self._answered(name)
        if asked is not None:
            self._on.send(msgspec.structs.replace(asked, note_blob_id=blob_id))
            self._ended("sent")

    def not_sealed(self, name: str) -> None:
        """The hall did not take the note, which is gone; a person is called all the same."""
        if self._answered(name) is not None:
            self._call(self._on.session.help_reason)
            self._ended("lost")

    def give_up(self) -> None:
        """No answer came in time; a later one counts no more."""
        if self._asked is not None:
            self.not_sealed(self._asked.command_id)

    def _answered(self, name: str) -> RequestHelp | None:
        asked = self._asked
        if asked is None or asked.command_id != name:
            return None
        self._asked = None
        return asked

    def _ended(self, note: Note) -> None:
        """Say what became of it, if its writer is still there."""
        on = self._on
        if on.page in RESTING:
            return
        on.session = replace(on.session, note=note)
        moved = on.move("handed_in" if note == "sent" else "not_handed_in")
        if not moved and on.page == "help":
            on.say_page()
