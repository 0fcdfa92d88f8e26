"""How it was, from the papers elders put into the box: a guide copies what stands there.

Nobody here says it for anybody: the channel is `paper_by_guide`, and the hall takes no other from
this desk.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from devices.ports import PrintOutcome
from forms.papers.compose import compose
from forms.papers.feelings import feelings_form
from forms.papers.loading import FormFault
from guide_desk.areas.base import Area
from guide_desk.care.paper_page import paper_page
from guide_desk.cases.paper_hand import PaperHand
from guide_desk.cases.signs import whole_day_words
from guide_desk.desk import Desk
from guide_desk.feelings.pages import faces_view, label_of, number_view, why_view
from guide_desk.finding.searching import Typed
from guide_desk.shell_views import Page
from hall.care.feelings.messages import (
    LOW_UP_TO,
    MOST_REASONS,
    FeelingEvent,
    FindService,
    GiveFeeling,
    ServiceFound,
)
from hall.kernel.messages import Command, Event, Refusal

ID = "feelings"
FORM = "feelings"
Step = Literal["number", "faces", "why", "paper"]
_BACK: dict[Step, Step] = {"faces": "number", "why": "faces", "paper": "number"}
_ERASE, _ENTER = ("\b", "\x7f"), ("\r", "\n")


@dataclass(frozen=True)
class _Open:
    """How far the paper was copied; `ticket_id` is the service its number means."""

    step: Step = "number"
    typed: Typed = field(default_factory=Typed)
    yesterday: bool = False
    ticket_id: str = ""
    number: str = ""
    score: int = 0
    reasons: tuple[str, ...] = ()


class FeelingsArea(Area):
    """Number, face, and after a bad one the reasons; then the next paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._open, self._under_way = _Open(), ""
        self._hand = PaperHand(desk)
        self._utc = datetime.min.replace(tzinfo=UTC)
        self.deeds = {
            "feel_digit": lambda digit: self._type(self._open.typed.with_digit(digit)),
            "feel_series": lambda series: self._type(self._open.typed.with_series(series)),
            "feel_erase": lambda _: self._type(self._open.typed.erased()),
            "feel_day": self._day,
            "feel_go": lambda _: self._find(),
            "feel_face": self._face,
            "feel_why": self._why,
            "feel_done": lambda _: self._give(),
            "feel_paper": lambda _: self._blank(),
            "feel_paper_print": lambda _: self._hand.print(),
            "feel_paper_seen": lambda _: self._hand.seen(),
            "feel_paper_done": lambda _: self._put_away(),
        }

    def page(self, utc: datetime) -> Page:
        """Return the page of the step."""
        self._utc = utc
        desk, here, busy = self.desk, self._open, bool(self._under_way)
        words, facts = desk.words, desk.hall.facts
        if here.step == "paper":
            paper = paper_page(desk, self._hand, "feel")
            if paper is not None:
                return paper
        if here.step == "faces":
            return faces_view(words, here.number, under_way=busy)
        if here.step == "why":
            return why_view(words, facts.feelings, here.reasons, under_way=busy)
        return number_view(words, facts, here.typed, yesterday=here.yesterday, under_way=busy)

    def back(self) -> bool:
        """Take one step back; at the number, forget what was typed."""
        here = self._open
        if here.step in _BACK:
            self._hand.put_away()
            self._open = replace(here, step=_BACK[here.step], reasons=())
            return True
        self._open = _Open(yesterday=here.yesterday)
        return not here.typed.empty

    def typed(self, text: str) -> None:
        """Take a digit from a keyboard, the key that erases, and the one that goes on."""
        if self._open.step != "number":
            return
        if text.isascii() and text.isdigit():
            self._type(self._open.typed.with_digit(text))
        elif text in _ERASE:
            self._type(self._open.typed.erased())
        elif text in _ENTER:
            self._find()

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Go on with the service that was found; a copied paper makes room for the next."""
        if command.command_id != self._under_way:
            return
        self._under_way = ""
        if isinstance(message, ServiceFound) and not message.given:
            self._open = replace(
                self._open, step="faces", ticket_id=message.ticket_id, number=message.number
            )
        elif isinstance(message, FeelingEvent):
            self.desk.say("feel_kept", number=self._open.number)
            self._open = _Open(yesterday=self._open.yesterday)

    def refused(self, command: Command) -> None:
        """The keys come back."""
        if command.command_id == self._under_way:
            self._under_way = ""

    def paper_made(self, job_id: str, pdf: bytes | None) -> None:
        """Take the empty paper."""
        self._hand.made(job_id, pdf)

    def paper_printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how it came out."""
        self._hand.printed(job_id, outcome)

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self._hand.tick(now_s)

    def _put_away(self) -> None:
        self._hand.put_away()
        self._open = replace(self._open, step="number")

    def _day(self, day: str) -> None:
        self._open = replace(self._open, yesterday=day == "before")

    def _type(self, typed: Typed) -> None:
        if not self._under_way:
            self._open = replace(self._open, typed=typed)

    def _find(self) -> None:
        number = label_of(self.desk.hall.facts, self._open.typed)
        if number and not self._under_way:
            self._send(
                FindService(
                    command_id=self.desk.setup.new_id(),
                    station_id=self.desk.setup.station_id,
                    number=number,
                    days_before=int(self._open.yesterday),
                )
            )

    def _face(self, score: str) -> None:
        self._open = replace(self._open, score=int(score), reasons=())
        if int(score) <= LOW_UP_TO and self.desk.hall.facts.feelings.reasons:
            self._open = replace(self._open, step="why")
        else:
            self._give()

    def _why(self, reason: str) -> None:
        chosen = self._open.reasons
        if reason in chosen:
            left = tuple(one for one in chosen if one != reason)
            self._open = replace(self._open, reasons=left)
        elif len(chosen) < MOST_REASONS:
            self._open = replace(self._open, reasons=(*chosen, reason))

    def _give(self) -> None:
        here = self._open
        if not here.ticket_id or self._under_way:
            return
        self._send(
            GiveFeeling(
                command_id=self.desk.setup.new_id(),
                station_id=self.desk.setup.station_id,
                ticket_id=here.ticket_id,
                score=here.score,
                channel="paper_by_guide",
                reasons=here.reasons,
            )
        )

    def _send(self, command: Command) -> None:
        self._under_way = command.command_id
        self.desk.send(command)

    def _blank(self) -> None:
        """Make an empty paper, to be looked at and printed."""
        desk, book = self.desk, self.desk.setup.forms
        if book is None:
            return
        today = self._utc.astimezone(ZoneInfo(desk.hall.facts.timezone)).date()
        date = whole_day_words(desk.words, today.isoformat())
        try:
            paper = compose(book, FORM, feelings_form(desk.hall.facts, date))
        except FormFault:
            desk.say("paper_no_form")
            return
        self._hand.take(FORM, "", paper, on_record=False)
        self._open = replace(self._open, step="paper")
