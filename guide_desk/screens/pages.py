"""The widget of every kind of page. A new page of an area is a row here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from guide_desk.areas.books import BooksView
from guide_desk.camera.views import CameraView
from guide_desk.care.views import EntryPage, WriteView
from guide_desk.cases.views import (
    AskView,
    ByHandView,
    CallView,
    ChecklistView,
    CodeView,
    PaperView,
    PhonePadView,
    VisitsView,
)
from guide_desk.feelings.views import FacesView
from guide_desk.finding.views import FoundView, PadView, TicketPage
from guide_desk.lending import LendPage
from guide_desk.screens.arrivals import ArrivalsScreen
from guide_desk.screens.ask import AskScreen, CallScreen
from guide_desk.screens.books import BooksScreen
from guide_desk.screens.camera import CameraScreen
from guide_desk.screens.checklist import ChecklistScreen
from guide_desk.screens.code import CodeScreen
from guide_desk.screens.entry import EntryScreen
from guide_desk.screens.faces import FacesScreen
from guide_desk.screens.find_pad import PadScreen
from guide_desk.screens.found import FoundScreen
from guide_desk.screens.found_ticket import FoundTicketScreen
from guide_desk.screens.given import GivenScreen
from guide_desk.screens.grid import GridScreen, StepsScreen
from guide_desk.screens.lend import LendScreen
from guide_desk.screens.note import NoteScreen
from guide_desk.screens.page_screen import PageScreen
from guide_desk.screens.paper import ByHandScreen, PaperScreen
from guide_desk.screens.phone_pad import PhonePadScreen
from guide_desk.screens.take import TakeScreen
from guide_desk.screens.tasks import TasksScreen
from guide_desk.screens.visits import VisitsScreen
from guide_desk.screens.words import WordsScreen
from guide_desk.screens.write import WriteScreen
from guide_desk.views import (
    ArrivalsView,
    GivenView,
    GridView,
    NoteView,
    StepsView,
    TakeView,
    TasksView,
    WordsView,
)

SCREENS: Mapping[type, type[PageScreen[Any]]] = {
    ArrivalsView: ArrivalsScreen,
    AskView: AskScreen,
    BooksView: BooksScreen,
    ByHandView: ByHandScreen,
    CallView: CallScreen,
    CameraView: CameraScreen,
    ChecklistView: ChecklistScreen,
    CodeView: CodeScreen,
    EntryPage: EntryScreen,
    FacesView: FacesScreen,
    GivenView: GivenScreen,
    FoundView: FoundScreen,
    GridView: GridScreen,
    LendPage: LendScreen,
    NoteView: NoteScreen,
    PadView: PadScreen,
    PaperView: PaperScreen,
    PhonePadView: PhonePadScreen,
    StepsView: StepsScreen,
    TakeView: TakeScreen,
    TasksView: TasksScreen,
    TicketPage: FoundTicketScreen,
    VisitsView: VisitsScreen,
    WordsView: WordsScreen,
    WriteView: WriteScreen,
}
