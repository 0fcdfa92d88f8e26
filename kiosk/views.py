"""What a page shows, as values. Screens draw them and know nothing else.

Texts may hold line feeds where a line is to break by sense.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from hall.kernel.handwriting import Handwriting
from kiosk.flow import Page

Arrangement = Literal["stack", "pair", "tiles", "rows", "yes_no", "faces"]


@dataclass(frozen=True)
class KeyView:
    """One key: what it asks for, what stands on it."""

    action: str
    label: str
    argument: str = ""
    icon: str = ""
    second: str = ""
    primary: bool = False

    @property
    def name(self) -> str:
        """The stable object name: `key.<action>` or `key.<action>.<argument>`."""
        return f"key.{self.action}.{self.argument}" if self.argument else f"key.{self.action}"


@dataclass(frozen=True)
class NumberView:
    """A ticket number: the character of its seal, its digits."""

    seal: str
    digits: str


@dataclass(frozen=True)
class FactView:
    """A fact card: caption, figure, unit. `figure` is empty for a plain sentence."""

    icon: str
    caption: str
    figure: str = ""
    unit: str = ""


@dataclass(frozen=True)
class PaperView:
    """One paper to bring."""

    icon: str
    name: str
    note: str


@dataclass(frozen=True)
class HomeView:
    """The home page; `touch_first` when the reader is away and only the finger leads on.

    `languages` are the keys of the languages that are not shown now.
    """

    headline: str
    invitation: str
    tiles: tuple[KeyView, ...]
    unprinted: KeyView | None
    touch_first: bool
    languages: tuple[KeyView, ...] = ()


@dataclass(frozen=True)
class MessageView:
    """One thing said: a title, a drawing, a sentence, some keys, perhaps a fact."""

    title: str
    drawing: str = ""
    sentence: str = ""
    note: str = ""
    keys: tuple[KeyView, ...] = ()
    arrangement: Arrangement = "stack"
    lead: str = ""
    tail: str = ""
    facts: tuple[FactView, ...] = ()
    title_em_mm: float = 37.2


@dataclass(frozen=True)
class ChoiceView:
    """Equal answers to one question: big tiles or numbered rows."""

    title: str
    keys: tuple[KeyView, ...]
    arrangement: Arrangement
    paging: tuple[KeyView, ...] = ()
    page_line: str = ""


@dataclass(frozen=True)
class BringView:
    """The papers of a matter."""

    matter: str
    lead: str
    count: str
    tail: str
    papers: tuple[PaperView, ...]
    notes: tuple[str, ...]
    keys: tuple[KeyView, ...]


@dataclass(frozen=True)
class SlipView:
    """A number that was given. `on_paper`: it comes out of the slot; else it is to be kept."""

    title: str
    number: NumberView
    caption: str
    matter: str
    facts: tuple[FactView, ...]
    sentence: str
    note: str
    drawing: str
    keys: tuple[KeyView, ...]
    on_paper: bool


@dataclass(frozen=True)
class QuestionView:
    """Is anybody there? `ticks_left` of 60, one every half second."""

    title: str
    key: KeyView
    under_key: str
    sentence: str
    ticks_left: int


@dataclass(frozen=True)
class WriteView:
    """A sheet to write on. `sheet_no` counts sheets; `sheet` is what stands on this one."""

    title: str
    sentence: str
    note: str
    hint: str
    sheet: Handwriting | None
    sheet_no: int
    wipe: KeyView
    done: KeyView


@dataclass(frozen=True)
class LayView:
    """A paper under the camera: which, what is said of it, and the page once it was taken.

    `live`: what the camera sees now is drawn.
    """

    title: str
    line: str
    said: str
    live: bool
    jpeg: bytes | None = field(repr=False)
    keys: tuple[KeyView, ...]


ReadBody = HomeView | MessageView | ChoiceView | BringView | SlipView | QuestionView
Body = ReadBody | WriteView | LayView


@dataclass(frozen=True)
class View:
    """Everything the window shows. `step` is 1 to 3 in the ticket flow, else 0.

    `page_no` counts shown pages: two views of one number are one page that changed. `language`
    is the id of the tongue it is in. `contrast` asks for yellow on black; `focus` is the name of
    the key the keypad stands on, empty for none.
    """

    page: Page
    page_no: int
    body: Body
    step: int
    back: bool
    help_called: bool
    volume: int
    slow: bool
    large: bool
    low: bool
    zone_name: str
    language: str
    contrast: bool = False
    focus: str = ""

    @property
    def looks(self) -> bool:
        """Whether the camera for papers is wanted."""
        return isinstance(self.body, LayView) and self.body.live

    @property
    def larger_step(self) -> int:
        """How far the key for larger words has gone: 1 large, 2 yellow on black as well."""
        return 2 if self.contrast else int(self.large)
