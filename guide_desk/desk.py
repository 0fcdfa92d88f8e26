"""What all areas of the desk share: the hall as it is known, the time, and the ways out. Pure."""

from __future__ import annotations

from guide_desk.giving import Giving
from guide_desk.setup import GuideSetup
from guide_desk.wishes import Send, Wish
from hall.boards.guide import GuideBoard
from hall.kernel.errors import BugError
from hall.kernel.messages import Command
from ui_kit.outbox import Outbox

NOTICE_S = 12.0
"""How long a line that must be read stands, unless something is pressed."""


class Desk:
    """The desk under its areas. `now_s` is a steady clock in seconds.

    `shown` is the area on the page; `giving` holds the number in the guide's hand, wherever it was
    asked for.
    """

    def __init__(self, setup: GuideSetup, home: str) -> None:
        self.setup = setup
        self.words = setup.words
        self.board: GuideBoard | None = None
        self.linked = self.lost = False
        self.now_s = 0.0
        self.shown = home
        self.notice = ""
        self.outbox = Outbox()
        self._notice_until_s = 0.0
        self._wishes: list[Wish] = []
        self.giving = Giving(setup, self.send, self.wish)

    @property
    def hall(self) -> GuideBoard:
        """The hall as it is known. Raises BugError before it is: nothing but a cover is shown."""
        if self.board is None:
            raise BugError("an area was asked for its page before the hall was known")
        return self.board

    @property
    def answers(self) -> bool:
        """Whether the hall answers: there is a link, and no question was left open for long."""
        held = self.giving.held
        return self.linked and not (held is not None and held.waits_long(self.now_s))

    def send(self, command: Command) -> None:
        """Send a command to the hall, again and again until it is answered."""
        self.outbox.add(command, self.now_s)
        self._wishes.append(Send(command))

    def wish(self, wish: Wish) -> None:
        """Ask something of the world."""
        self._wishes.append(wish)

    def say(self, key: str, **placeholders: object) -> None:
        """Say a line that must be read, in words of the room."""
        self.say_line(self.words.get(key, **placeholders))

    def say_line(self, line: str) -> None:
        """Say a line that must be read."""
        self.notice, self._notice_until_s = line, self.now_s + NOTICE_S

    def turn_to(self, area_id: str) -> None:
        """Show an area."""
        self.shown = area_id

    def tick(self, now_s: float) -> None:
        """Let time pass, and send again what was not answered; `now_s` never runs backward."""
        self.now_s = now_s
        if now_s >= self._notice_until_s:
            self.notice = ""
        self.giving.tick(now_s)
        self._wishes += [Send(command) for command in self.outbox.due(now_s)]

    def drain(self) -> list[Wish]:
        """Return what to do now, once."""
        wishes, self._wishes = self._wishes, []
        return wishes
