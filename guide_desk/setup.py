"""What a guide desk is told at its start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from forms.papers.loading import FormBook
from ui_kit.strings import Strings


@dataclass(frozen=True)
class GuideSetup:
    """Everything the presenter needs; `new_id` makes command ids (uuid4).

    `status_words` say what to do for each device status, `staff_words` are those of the covers.
    `printer_id` is the desk's own slip printer, `papers_id` the one for A4 papers, `reader_id` its
    card reader, `camera_id` its camera for papers; each is empty where there is none. Without
    `forms` the desk makes no papers. `suggests_items`: pages that are taken are given to whoever
    guesses which paper of the checklist one is.
    """

    station_id: str
    words: Strings
    status_words: Strings
    staff_words: Strings
    new_id: Callable[[], str]
    printer_id: str = ""
    papers_id: str = ""
    reader_id: str = ""
    forms: FormBook | None = None
    camera_id: str = ""
    suggests_items: bool = False
