"""The kiosk's mind: what happens goes in, what to show and what to do comes out. No Qt, no clock.

Inputs are `tick`, `touch`, `card`, `device_status`, `board_changed`, `link_changed`, `answered`,
`not_answered`, `printed` and `spoken`; outputs are `view()` and `drain()`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from devices.ports import (
    CardEvent,
    DeviceStatus,
    PrintOutcome,
    status_word,
)
from hall.boards.kiosk import KioskBoard
from hall.help.messages import ReportDevice
from hall.kernel.errors import KnownError
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Answer, Command
from kiosk.every_page import view_of
from kiosk.flow import (
    BEHIND,
    NEEDS_HALL,
    RESTING,
    SIDE_PAGES,
    Action,
    Page,
    next_page,
)
from kiosk.giving import Giving
from kiosk.keypad_mode import KeypadMode
from kiosk.listing import Listing
from kiosk.mistaken import Mistaken
from kiosk.patience import Patience
from kiosk.picturing import Picturing
from kiosk.reader import Reader
from kiosk.saying import Saying
from kiosk.scene import Scene
from kiosk.session import Comfort, Session
from kiosk.setup import KioskSetup, empty_board
from kiosk.side_pages import TICKS
from kiosk.tongues import Tongue, offered, tongue_of
from kiosk.touches import Touches
from kiosk.undoing import Undoing
from kiosk.views import View
from kiosk.wishes import ForgetVisitor, Hush, Say, Send, SetVolume, UseHeadphones, Wish
from kiosk.writing import Writing
from ui_kit.outbox import Outbox

_GONE = ("offline", "fault")
_PASSES = ("spoken", "continue", "for_family", "age")


class Presenter:
    """One kiosk. Every method is called in the station's own thread."""

    def __init__(self, setup: KioskSetup) -> None:
        self.setup = setup
        self.page: Page = "home"
        self.behind: Page = "home"
        self.asked_on: Page = "home"
        self.page_no = 0
        self.session = Session()
        self.comfort = Comfort()
        self.board: KioskBoard = empty_board(setup)
        self.outbox = Outbox()
        self.now_s = 0.0
        self.local: datetime | None = None
        self.heard_hall = False
        self.linked = True
        self._statuses: dict[str, str] = {}
        self._paper = "unknown"
        self.entered_s = 0.0
        self.touched_s = 0.0
        self.said = False
        self._wishes: list[Wish] = []
        self.saying = Saying(self)
        self._touches = Touches(self)
        self._reader = Reader(self)
        self.writing = Writing(self, self._touches.ask_for_help)
        self.giving = Giving(self, self._touches.ask_for_help)
        self.undoing = Undoing(self, self._touches.ask_for_help)
        self.mistaken = Mistaken(self)
        self.listing = Listing(self, self._touches.ask_for_help)
        self.picturing = Picturing(self)
        self.keypad = KeypadMode(self)
        self._patience = Patience(self)

    def view(self) -> View:
        """Return what the window shows now."""
        return replace(view_of(self.scene(), self.page_no), focus=self.keypad.focus)

    def drain(self) -> tuple[Wish, ...]:
        """Return the wishes since the last call."""
        wishes, self._wishes = tuple(self._wishes), []
        return wishes

    def scene(self) -> Scene:
        """Return what pages are made from."""
        reader = self._statuses.get(self.setup.reader_id, "unknown")
        asked_s = self.now_s - self.entered_s
        left = TICKS - int(asked_s / self.setup.times.question_s * TICKS)
        return Scene(
            page=self.page,
            session=self.session,
            comfort=self.comfort,
            board=self.board,
            linked=self.linked,
            reader_works=reader not in _GONE,
            paper=self._paper,
            ticks_left=max(0, left) if self.page == "still_there" else TICKS,
            shelf=self.setup.shelf,
            tongue=self.tongue,
            tongues=self.tongues,
            undoable=self.undoing.possible,
            mistakable=self.mistaken.possible,
            day_over=self.day_is_over(),
            guides=self.listing.offers_guides,
            camera=self.picturing.works,
        )

    @property
    def under(self) -> Page:
        """The page that lies under this one."""
        return self.asked_on if self.page == "still_there" else self.behind

    @property
    def tongue(self) -> Tongue:
        """The language of this visit."""
        return tongue_of(self.setup.tongues, self.comfort.language)

    @property
    def tongues(self) -> tuple[Tongue, ...]:
        """The languages a visitor may choose here."""
        return offered(self.setup.tongues, self.board.facts)

    @property
    def facts(self) -> HallFacts:
        """The facts of the hall, its names in the language of this visit."""
        return self.board.facts.in_language(self.tongue.base)

    def tick(self, now_s: float, local: datetime) -> None:
        """Let time pass; `now_s` never runs backward, `local` is the time of the hall's zone."""
        if self.local is None:  # the machine may have run for days before the first page
            self.entered_s = self.touched_s = now_s
        self.now_s, self.local = now_s, local
        for command in self.outbox.due(now_s):
            self._wishes.append(Send(command))
        self.picturing.tick(now_s)
        self._patience.pass_time()

    def touch(self, action: str, argument: str = "") -> None:
        """Take a press of a key of the page or the dock."""
        self.touched_s = self.now_s
        self._touches.touch(action, argument)

    def reader_session(self, epoch: int) -> None:
        """Learn which reader session is the present visitor's."""
        self._reader.session(epoch)

    def card(self, event: CardEvent) -> None:
        """Take what the reader says; anything of an earlier session is dropped."""
        self._reader.says(event)

    def device_status(self, device_id: str, status: DeviceStatus) -> None:
        """Take a device's status; the hall is told when it changed."""
        word = status_word(status)
        if self._statuses.get(device_id) == word:
            return
        self._statuses[device_id] = word
        if device_id == self.setup.printer_id:
            self._paper = word
        self.listing.device_status(device_id, word)
        self.picturing.device_status(device_id, word)
        self.send(
            ReportDevice(
                command_id=self.setup.new_id(),
                station_id=self.setup.station_id,
                device_id=device_id,
                status=word,  # type: ignore[arg-type]  # status_word gives the words of the wire
            )
        )
        if device_id == self.setup.reader_id and word in _GONE:
            self.move("reader_gone")

    def board_changed(self, board: KioskBoard) -> None:
        """Take the board as it is now; the first one tells what was not printed before."""
        first, self.board, self.heard_hall = not self.heard_hall, board, True
        if first and self.page == "home" and self.scene().unprinted():
            self.move("left_over")

    def link_changed(self, linked: bool) -> None:
        """Take whether the hall can be reached."""
        if linked == self.linked:
            return
        self.linked = linked
        if linked:
            self.move("hall_back")
        elif self.page in NEEDS_HALL and not (self.page == "printing" and self.session.ticket):
            self.move("hall_lost")

    def answered(self, command: Command, answer: Answer) -> None:
        """Take the hall's answer; one nobody waits for any more is dropped."""
        if self.outbox.answered(command.command_id) is not None:
            self.giving.answered(command, answer)
            self.undoing.answered(command, answer)
            self.mistaken.answered(command, answer)
            self._touches.answered(command, answer)
            self.saying.answered(command, answer)

    def not_answered(self, command: Command) -> None:
        """No answer came; the same command is sent again."""
        self.outbox.failed(command.command_id, self.now_s)

    def printed(self, paper_id: str, outcome: PrintOutcome) -> None:
        """Take how a paper came out; `paper_id` is that of a ticket or the name of a list."""
        self._paper = status_word(outcome.status)
        if not self.listing.printed(paper_id, outcome):
            self.giving.printed(paper_id, outcome)

    def paper_printed(self, name: str, outcome: PrintOutcome) -> None:
        """Take how a paper in A4 came out."""
        self.listing.paper_printed(name, outcome)

    def sealed(self, name: str, blob_id: str) -> None:
        """Take that the hall keeps a note or a page."""
        self.writing.sealed(name, blob_id)
        self.picturing.sealed(name, blob_id)

    def not_sealed(self, name: str, error: KnownError) -> None:
        """Take that the hall keeps it not, or did not say."""
        self.writing.not_sealed(name)
        self.picturing.not_sealed(name, error)

    def spoken(self, page_no: int) -> None:
        """Take that the sentence of a page was said to its end."""
        if page_no == self.page_no:
            self.said = True
            if not self.comfort.keypad:  # by keypad the greeting waits for an answer
                self.move("spoken")

    # What the touches use ---------------------------------------------------------------------

    def move(self, action: Action) -> bool:
        """Go where the table says; tells whether it says anything."""
        target = next_page(self.page, action, self.under)
        if target is None:
            return False
        if target in SIDE_PAGES and self.page not in SIDE_PAGES:
            self.behind = BEHIND.get((self.page, action), self.page)
        if target == "still_there":
            self.asked_on = self.page
        keeps = action == "back" or self.page in RESTING
        self.enter(target, keeps_comfort=keeps)
        if self.page == "groups" and action in _PASSES:
            self._touches.passed()
        return True

    def jump(self, page: Page) -> None:
        """Show the page after one that has nothing to ask."""
        self._wishes = [wish for wish in self._wishes if not isinstance(wish, Say)]
        self.enter(page, keeps_comfort=True)

    def send(self, command: Command, *, personal: bool = False) -> None:
        """Send a command until it is answered."""
        self.outbox.add(command, self.now_s, personal=personal)
        self._wishes.append(Send(command))

    def say(self, text: str) -> None:
        """Say a text instead of whatever is being said."""
        quiet, language = self.session.bereavement, self.tongue.id
        pieces = self.comfort.keypad
        self._wishes.append(Say(text, self.comfort.slow, quiet, self.page_no, language, pieces))

    def say_page(self) -> None:
        """Say the sentence of the page."""
        self.say(self.keypad.page_text())

    def wish(self, wish: Wish) -> None:
        """Ask for something."""
        self._wishes.append(wish)

    # Inside -----------------------------------------------------------------------------------

    def enter(self, target: Page, *, keeps_comfort: bool) -> None:
        """Show a page, or what stands in for it now."""
        page = self._resolved(target)
        if page in RESTING and page != "hall_gone":
            self.forget(keeps_comfort=keeps_comfort)
        if page == "card":
            self.session = replace(self.session, guest=None, stated=None, failed_reads=0)
        self.page = page
        self.page_no += 1
        self.entered_s = self.touched_s = self.now_s
        self.said = False
        if page == "home" and not keeps_comfort:
            self._wishes.append(Hush())
        else:
            self.say_page()

    def _resolved(self, page: Page) -> Page:
        if not self.linked and page in NEEDS_HALL:
            self.behind = page
            return "hall_gone"
        if page == "home" and self.day_is_over():
            return "closed"
        if page == "greeting" and self.session.guest is None:
            return "no_card" if self.session.stated else self._resolved("card")
        works = self._statuses.get(self.setup.reader_id, "unknown") not in _GONE
        return "card_problem" if page == "card" and not works else page

    def day_is_over(self) -> bool:
        """Tell whether it is outside the business day and no day is open."""
        facts = self.board.facts
        if self.local is None or not facts.opens or self.board.floor.day_id is not None:
            return False
        return not facts.opens <= self.local.strftime("%H:%M") < facts.closes

    def forget(self, *, keeps_comfort: bool) -> None:
        """Forget everything about whoever stood there."""
        self.session = Session()
        self.behind = "home"
        self.giving.forget()
        self.undoing.forget()
        self.mistaken.forget()
        self.listing.forget()
        self.picturing.forget()
        self.saying.forget()
        self.outbox.forget_personal()
        if not keeps_comfort:
            self.comfort = Comfort()
            self._wishes.append(SetVolume(self.comfort.volume))
            self._wishes.append(UseHeadphones(wanted=False))
        self._wishes.append(ForgetVisitor())
