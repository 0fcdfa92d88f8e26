"""Free mailing: what is ready goes home by post, and somebody sees that it arrives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from forms.papers.loading import FormFault
from guide_desk.areas.base import Told
from guide_desk.care.area import CareArea
from guide_desk.care.paper_page import paper_page
from guide_desk.care.pile import Pile
from guide_desk.care.writer import Writer
from guide_desk.care.writing import Line
from guide_desk.desk import Desk
from guide_desk.mail import pages
from guide_desk.mail.paper import FORM, mail_paper
from guide_desk.shell_views import Page
from hall.boards.guide import GuideBoard
from hall.care.mail.messages import (
    AskForMailing,
    CancelMailing,
    MailingAsked,
    MailingCommand,
    MailingSent,
    MailingView,
    ReceiveMailing,
    ReturnMailing,
    SendMailing,
)
from hall.care.mail.model import What
from hall.kernel.messages import Command, Event, Refusal

ID = "mail"
LEFT_S = 300.0
"""What somebody began and left lying is forgotten."""
READ_S = 12.0
"""An address the hall has not handed out by then is left to the pen."""
_WHERE = (
    Line("mail_address"), Line("mail_name"), Line("phone", "digits", optional=True),
)  # fmt: skip
_ITEM = (Line("item_number", "item_number"),)
_DEEDS: dict[str, type[MailingCommand]] = {
    "mail_receive": ReceiveMailing, "mail_return": ReturnMailing, "mail_cancel": CancelMailing,
}  # fmt: skip
Place = Literal["list", "groups", "matters", "whats", "write", "mailing", "paper"]


class MailArea(CareArea):
    """The book of mailings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "mail")
        self._pile: Pile[Place] = Pile("list", "mailing")
        self._writer = Writer(desk, "mail")
        self._group_id = self._matter_id = ""
        self._asked: MailingView | None = None
        self._touched_s, self._paper_s = 0.0, -1.0
        self._utc = datetime.min.replace(tzinfo=UTC)
        self._pages: Mapping[Place, Callable[[], Page | None]] = {
            "list": lambda: pages.list_view(
                desk.words, desk.hall.facts, desk.hall.mailings.values(), self._leaf.number
            ),
            "groups": lambda: pages.groups_view(desk.words, desk.hall.facts),
            "matters": lambda: pages.matters_view(
                desk.words, desk.hall.facts, self._group_id, self._leaf.number
            ),
            "whats": lambda: pages.whats_view(desk.words),
            "write": self._writer.page,
            "mailing": self._mailing_page,
            "paper": lambda: paper_page(desk, self._hand, "mail"),
        }
        self.deeds = {
            "mail_turn": lambda number: self._leaf.to(number, desk.now_s),
            "mail_open": self._open,
            "mail_new": lambda _: self._go("groups"),
            "mail_group": self._group,
            "mail_matter": self._matter,
            "mail_what": self._what,
            "mail_send": lambda _: self._write(_ITEM, self._send),
            "mail_read": lambda mailing_id: self._details.read({mailing_id}),
            "mail_write": lambda _: self._write(_WHERE, self._keep),
            "mail_paper": lambda _: self._want_paper(),
            "mail_paper_print": lambda _: self._hand.print(),
            "mail_paper_seen": lambda _: self._hand.seen(),
            "mail_paper_done": lambda _: self._put_away(),
            **{deed: partial(self._do, kind) for deed, kind in _DEEDS.items()},
            **self._writer.deeds(),
        }

    def page(self, utc: datetime) -> Page:
        """Return the page on top; one with nothing to show is left."""
        self._utc = utc
        while True:
            page = self._pages[self._pile.here]()
            if page is not None:
                return page
            self._pile.back()

    def told(self, utc: datetime) -> Told:
        """Tell of what came back, then of what is to be sent."""
        del utc
        words, every = self.desk.words, self.desk.hall.mailings.values()
        back = sum(one.state == "returned" for one in every)
        to_send = sum(one.state == "to_send" for one in every)
        if back:
            return Told(back + to_send, "call", words.get("rail_mail_back"))
        return Told(to_send)

    def back(self) -> bool:
        """Take one step back."""
        self._leaf.back()
        if self._pile.here == "write" and self._writer.back():
            return True
        if self._pile.here == "paper":
            self._hand.put_away()
        left = self._pile.here
        if not self._pile.back():
            return False
        if left in ("mailing", "paper"):
            self._details.forget()
        return True

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        super().tick(now_s)
        if self._writer.texts and now_s - self._touched_s >= LEFT_S:
            self._writer.taken()
            self._home()
        if self._paper_s >= 0 and (not self._details.waits or now_s - self._paper_s >= READ_S):
            self._paper_s = -1.0
            self._make_paper()

    def board_changed(self, before: GuideBoard | None) -> None:
        """A mailing that is over has no page any more."""
        del before
        if self._asked is not None and self._asked.id in self.desk.hall.mailings:
            self._asked = None
        if self._pile.entry_id and self._mailing() is None and self._hand.held is None:
            self._home()

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Go on where the hall did what was asked."""
        if isinstance(command, AskForMailing) and isinstance(message, MailingAsked):
            self._asked = message.mailing
            self._pile.open(message.mailing.id)
            self._keep()
            self.desk.say("mail_told_asked")
        elif isinstance(command, SendMailing) and isinstance(message, MailingSent):
            self.desk.say("mail_told_sent")

    def _mailing(self) -> MailingView | None:
        asked = self._asked
        if asked is not None and asked.id == self._pile.entry_id:
            return asked
        return self.desk.hall.mailings.get(self._pile.entry_id)

    def _mailing_page(self) -> Page | None:
        mailing, desk = self._mailing(), self.desk
        if mailing is None:
            return None
        kept = self._details.kept({mailing.id})
        return pages.mailing_page(
            desk.words, desk.hall.facts, mailing, self._details.known(mailing.id),
            self._busy(mailing.id), address=any(one.detail == "address" for one in kept),
            papers=desk.setup.forms is not None,
        )  # fmt: skip

    def _busy(self, mailing_id: str) -> frozenset[str]:
        keys = {kind: deed for deed, kind in _DEEDS.items()} | {SendMailing: "mail_send"}
        return frozenset(
            keys[type(one)]
            for one in self.desk.outbox.commands()
            if isinstance(one, MailingCommand) and one.mailing_id == mailing_id
        )

    def _open(self, mailing_id: str) -> None:
        self._leaf.back()
        self._pile.open(mailing_id)

    def _go(self, place: Place) -> None:
        self._leaf.back()
        self._pile.go(place)

    def _home(self) -> None:
        self._details.forget()
        self._pile.home()

    def _group(self, group_id: str) -> None:
        self._group_id = group_id
        self._go("matters")

    def _matter(self, matter_id: str) -> None:
        self._matter_id = matter_id
        self._go("whats")

    def _what(self, what: str) -> None:
        known: What | None = next((one for one in get_args(What) if one == what), None)
        if known is not None:
            self._write(_WHERE, partial(self._ask, known))

    def _write(self, lines: tuple[Line, ...], written: Callable[[], None]) -> None:
        self._touched_s = self.desk.now_s
        self._writer.taken()
        self._writer.begin(lines, written)
        self._go("write")

    def _ask(self, what: What) -> None:
        setup = self.desk.setup
        if any(isinstance(one, AskForMailing) for one in self.desk.outbox.commands()):
            return
        self.desk.send(
            AskForMailing(
                command_id=setup.new_id(), station_id=setup.station_id, matter_id=self._matter_id,
                what=what,
            )
        )  # fmt: skip

    def _keep(self) -> None:
        """Have what was written sealed under the mailing on the page."""
        texts = self._writer.taken()
        named = {"mail_address": "address", "mail_name": "name"}
        self._details.keep_all(
            self._pile.entry_id, {named.get(key, key): text for key, text in texts.items()}
        )
        if self._pile.here == "write":
            self._pile.back()

    def _send(self) -> None:
        setup, texts = self.desk.setup, self._writer.taken()
        self._pile.back()
        self.desk.send(
            SendMailing(
                command_id=setup.new_id(), station_id=setup.station_id,
                mailing_id=self._pile.entry_id, item_number=texts["item_number"],
            )
        )  # fmt: skip

    def _do(self, kind: type[MailingCommand], mailing_id: str) -> None:
        setup = self.desk.setup
        self.desk.send(
            kind(command_id=setup.new_id(), station_id=setup.station_id, mailing_id=mailing_id)
        )

    def _put_away(self) -> None:
        self.back()

    def _want_paper(self) -> None:
        self._details.read({self._pile.entry_id})
        self._paper_s = self.desk.now_s
        self.desk.say("home_preparing")

    def _make_paper(self) -> None:
        desk, mailing, book = self.desk, self._mailing(), self.desk.setup.forms
        if mailing is None or book is None:
            return
        session = desk.hall.sessions.get(desk.setup.station_id)
        staff = desk.hall.facts.member(session.staff_number) if session else None
        local = self._utc.astimezone(ZoneInfo(desk.hall.facts.timezone))
        known = self._details.known(mailing.id)
        try:
            paper = mail_paper(book, desk.words, desk.hall.facts, mailing, known, staff, local)
        except FormFault:
            desk.say("paper_no_form")
            return
        desk.notice = ""  # what it asked to wait for is there
        self._hand.take(FORM, mailing.id, paper, on_record=True)
        self._go("paper")
