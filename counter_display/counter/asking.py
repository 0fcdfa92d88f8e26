"""How it was, asked on the screen of one counter after a service: once, for a while. Pure.

The faces stand until somebody touches one, says that they would rather not, or the time is over.
A next call takes their place at once: `ended` is all that is needed. What was touched is a command
at once, so that nothing said is lost by walking away from the question why.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from hall.care.feelings.messages import LOW_UP_TO, MOST_REASONS, Channel, GiveFeeling
from hall.kernel.facts import HallFacts
from hall.tickets.messages import TicketView
from ui_kit.strings import Strings

AskPage = Literal["faces", "why", "thanks"]
FACES = (5, 4, 3, 2, 1)
THANKS_S = 6.0
LATE_S = 120.0
"""Who was served so long ago has left the window: the screen hears of it late after a lost link.

Longer than clocks of two machines differ.
"""


@dataclass(frozen=True)
class AskKey:
    """A key: what it does with which argument, its word, and whether it stays down as chosen."""

    action: str
    argument: str
    label: str
    chosen: bool = False


@dataclass(frozen=True)
class AskView:
    """A page of the question. `touched` False: the faces are on a keypad and here only shown.

    `keys` are the faces or the reasons, `last` is the way on without saying more.
    """

    page: AskPage
    title: str
    note: str
    keys: tuple[AskKey, ...] = ()
    last: AskKey | None = None
    touched: bool = True
    drawing: str = ""


@dataclass(frozen=True)
class Answers:
    """How a counter's screen can be answered, and which station tells the hall."""

    station_id: str
    new_id: Callable[[], str]
    touched: bool = False
    keypad: bool = False


class Asking:
    """The question of one counter's screen. Times are seconds of a steady clock.

    Where a screen is neither touched nor has a keypad, nobody is asked.
    """

    def __init__(self, strings: Strings, answers: Answers) -> None:
        self._strings = strings
        self._answers = answers
        self._facts: HallFacts | None = None
        self._ticket_id = ""
        self._page: AskPage = "faces"
        self._score = 0
        self._reasons: tuple[str, ...] = ()
        self._until_s = 0.0

    @property
    def open(self) -> bool:
        """Whether a page of the question is shown."""
        return bool(self._ticket_id)

    def finished(
        self, ticket: TicketView, facts: HallFacts, now_s: float, ago_s: float = 0.0
    ) -> None:
        """A service is over since `ago_s`: ask, unless nobody could answer or should be asked."""
        self.ended()
        if ago_s > LATE_S:
            return
        matter = facts.matter(ticket.matter_id)
        solemn = matter is not None and matter.bereavement
        if solemn or not (self._answers.touched or self._answers.keypad):
            return
        self._facts, self._ticket_id = facts, ticket.id
        self._page, self._score, self._reasons = "faces", 0, ()
        self._until_s = now_s + facts.feelings.ask_s

    def ended(self) -> None:
        """Somebody is called: the question is over."""
        self._ticket_id = ""

    def tick(self, now_s: float) -> list[GiveFeeling]:
        """Let time pass; reasons that were touched and not sent go out."""
        if not self.open or now_s < self._until_s:
            return []
        if self._page == "why" and self._reasons:
            return self._explained(now_s)
        self.ended()
        return []

    def left_s(self, now_s: float) -> float | None:
        """Return in how many seconds the page ends by itself, None where there is none."""
        return max(self._until_s - now_s, 0.0) if self.open else None

    def press(self, action: str, argument: str, now_s: float) -> list[GiveFeeling]:
        """Do what a key of the page means; returns what to tell the hall."""
        if not self.open:
            return []
        if action == "face" and self._page == "faces":
            return self._given(int(argument), "counter_screen", now_s)
        if action == "why" and self._page == "why":
            return self._chosen(argument, now_s)
        if action == "done" and self._page == "why":
            return self._explained(now_s)
        if action == "skip" and self._page == "faces":
            self.ended()
        return []

    def key(self, score: int, now_s: float) -> list[GiveFeeling]:
        """Take a key of the keypad; nothing while nobody is asked."""
        if not self.open or self._page != "faces":
            return []
        return self._given(score, "keypad", now_s)

    def view(self) -> AskView | None:
        """Return the page of the question, None where nobody is asked."""
        facts, words = self._facts, self._strings
        if not self.open or facts is None:
            return None
        if self._page == "faces":
            title = "feelings_title_connected" if facts.feelings.connected else "feelings_title"
            note = "feelings_note" if self._answers.touched else "feelings_note_keypad"
            return AskView(
                "faces",
                words.get(title),
                words.get(note),
                tuple(AskKey("face", str(n), words.get(f"feeling_{n}")) for n in FACES),
                AskKey("skip", "", words.get("feelings_skip")) if self._answers.touched else None,
                self._answers.touched,
            )
        if self._page == "why":
            done = "feelings_done" if self._reasons else "feelings_skip_why"
            return AskView(
                "why",
                words.get("feelings_why"),
                words.get("feelings_why_note"),
                tuple(
                    AskKey("why", one.id, one.name, chosen=one.id in self._reasons)
                    for one in facts.feelings.reasons
                ),
                AskKey("done", "", words.get(done)),
            )
        low = self._score <= LOW_UP_TO
        note = words.get("feelings_thanks_low" if low else "feelings_thanks_note")
        drawing = "pencil_note" if low else "greeting"
        return AskView("thanks", words.get("feelings_thanks"), note, drawing=drawing)

    def _given(self, score: int, channel: Channel, now_s: float) -> list[GiveFeeling]:
        self._score = score
        asks_why = score <= LOW_UP_TO and self._answers.touched and channel == "counter_screen"
        if asks_why and self._facts is not None and self._facts.feelings.reasons:
            self._page, self._until_s = "why", now_s + self._facts.feelings.ask_s
        else:
            self._thank(now_s)
        return [self._said(channel)]

    def _chosen(self, reason: str, now_s: float) -> list[GiveFeeling]:
        """Take a reason or let it go again; with the last one there may be, that is all."""
        if reason in self._reasons:
            self._reasons = tuple(one for one in self._reasons if one != reason)
            return []
        self._reasons = (*self._reasons, reason)
        return self._explained(now_s) if len(self._reasons) == MOST_REASONS else []

    def _explained(self, now_s: float) -> list[GiveFeeling]:
        said = [self._said("counter_screen")] if self._reasons else []
        self._thank(now_s)
        return said

    def _thank(self, now_s: float) -> None:
        self._page, self._until_s = "thanks", now_s + THANKS_S

    def _said(self, channel: Channel) -> GiveFeeling:
        return GiveFeeling(
            command_id=self._answers.new_id(),
            station_id=self._answers.station_id,
            ticket_id=self._ticket_id,
            score=self._score,
            channel=channel,
            reasons=self._reasons,
        )
