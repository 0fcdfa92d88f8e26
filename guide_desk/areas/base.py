"""What an area of the desk is: its deeds, its page, and what its key on the rail tells. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from devices.camera_port import PageOutcome, PageVerdict
from devices.ports import CardEvent, DeviceStatus, PrintOutcome
from guide_desk.cases.mirror_views import MirrorView
from guide_desk.desk import Desk
from guide_desk.shell_views import Page, RailTone
from hall.boards.guide import GuideBoard
from hall.kernel.errors import KnownError
from hall.kernel.handwriting import Handwriting
from hall.kernel.messages import Command, Event, Refusal

Deed = Callable[[str], None]
"""What a press means; told the argument of the key."""


@dataclass(frozen=True)
class Told:
    """What an area tells while another one is shown.

    `count` stands on its key, `words` (at most three characters) under its name; `strip` is a whole
    line at the top of the window.
    """

    count: int = 0
    tone: RailTone = "quiet"
    words: str = ""
    strip: str = ""
    strip_icon: str = ""


class Area:
    """One area. It names its deeds and builds its page; every other method may stay as it is.

    No two areas have a deed of the same name.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.deeds: dict[str, Deed] = {}

    def joined(self, areas: Mapping[AreaRow, Area]) -> None:
        """Take that all areas of the desk are made."""

    def page(self, utc: datetime) -> Page:
        """Return what the area shows; `utc` is the wall time."""
        raise NotImplementedError

    def told(self, utc: datetime) -> Told:
        """Return what its key tells."""
        del utc
        return Told()

    def covers(self) -> bool:
        """Tell whether it must be shown now, whatever was chosen, with no key but the red one."""
        return False

    def back(self) -> bool:
        """Take one step back inside the area; False when there is none to take."""
        return False

    def typed(self, text: str) -> None:
        """Take a key of a keyboard, or of a scanner that types, while this area is shown."""

    def tick(self, now_s: float) -> None:
        """Let time pass; `now_s` is the steady clock of the desk."""

    def board_changed(self, before: GuideBoard | None) -> None:
        """Take that the hall changed; `before` is what was known of it."""

    def happened(self, event: Event) -> None:
        """Take one event; its board follows."""

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Take the hall's answer to a command of this desk."""

    def refused(self, command: Command) -> None:
        """Take that the hall did not do it."""

    def note_came(self, blob_id: str, sheet: Handwriting) -> None:
        """Take what is in a sealed note that somebody asked for."""

    def note_failed(self, blob_id: str, error: KnownError) -> None:
        """Take that a sealed note cannot be read."""

    def card(self, event: CardEvent) -> bool:
        """Take what the desk's card reader says; False leaves it to another area.

        The area that is shown is asked first.
        """
        del event
        return False

    def paper_made(self, job_id: str, pdf: bytes | None) -> None:
        """Take the PDF of a paper, None when it cannot be made."""

    def paper_printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how a paper came out."""

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall keeps a printed paper, as the blob of this id."""

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall does not keep a printed paper, or did not say."""

    def looks(self) -> bool:
        """Tell whether the desk's camera is wanted while this area is shown."""
        return False

    def camera_status(self, status: DeviceStatus) -> None:
        """Take how the desk's camera is."""

    def looked(self, verdict: PageVerdict) -> bool:
        """Take what the camera says of the paper under it; tells whether the page is another."""
        del verdict
        return False

    def page_came(self, job_id: str, outcome: PageOutcome) -> None:
        """Take the page the camera took, or why there is none."""

    def page_guessed(self, job_id: str, item_id: str) -> None:
        """Take which paper a page looks like, empty where nobody knows."""

    def detail_came(self, blob_id: str, data: bytes) -> bool:
        """Take what is in a sealed detail; False where this area did not ask for it."""
        del blob_id, data
        return False

    def picture_came(self, blob_id: str, jpeg: bytes) -> bool:
        """Take what is in a sealed picture; False where this area did not ask for it."""
        del blob_id, jpeg
        return False

    def mirror(self, utc: datetime) -> MirrorView | None:
        """Return what the elder reads beside the desk; None where this area has nothing to tell."""
        del utc
        return None


@dataclass(frozen=True)
class AreaRow:
    """One area: its icon, the key of its word in the strings, and how it is made.

    A cover has no word: it is shown when it asks to be, never chosen. An area on the `shelf` has no
    key on the rail but one on the page of the books.
    """

    id: str
    icon: str
    word: str
    make: Callable[[Desk], Area]
    shelf: bool = False
