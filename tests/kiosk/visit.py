"""A kiosk's presenter with a real hall behind it, told as a story."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import msgspec

from devices.ports import CardSeen, DeviceStatus, IdCard, PrintOutcome, Ready
from document_camera.memory import MemoryDocumentCamera
from hall.boards.kiosk import KioskBoard
from hall.kernel.errors import HallUnreachable
from hall.kernel.facts import HallFacts
from hall.kernel.gateway import HallGateway
from hall.kernel.messages import Command
from kiosk.presenter import Presenter
from kiosk.session import KioskTimes
from kiosk.tongues import Tongue
from kiosk.views import HomeView
from kiosk.wishes import (
    ForgetVisitor,
    PrintList,
    PrintPaper,
    PrintSlip,
    Say,
    SealNote,
    SealPage,
    Send,
    TakePage,
    Wish,
)
from tests.kiosk.people import MONDAY, card, setup


@dataclass
class Visit:
    """`link` cut means that there is no answer, `silent` that not even that is noticed.

    `paper` is how each print comes out, `a4` how each of an A4 printer does.
    """

    gateway: HallGateway
    times: KioskTimes = field(default_factory=KioskTimes)
    tongues: tuple[Tongue, ...] | None = None
    link: bool = True
    silent: bool = False
    lose_next_reply: bool = False
    paper: PrintOutcome | None = field(default_factory=lambda: PrintOutcome("printed", Ready()))
    epoch: int = 1
    now_s: float = 0.0
    said: list[str] = field(default_factory=list)
    sent: list[Command] = field(default_factory=list)
    slips: list[Any] = field(default_factory=list)
    lists: list[Any] = field(default_factory=list)
    papers: list[Any] = field(default_factory=list)
    a4: PrintOutcome | None = field(default_factory=lambda: PrintOutcome("printed", Ready()))
    prints_a4: bool = False
    camera: MemoryDocumentCamera | None = None
    wishes: list[Wish] = field(default_factory=list)

    def __post_init__(self) -> None:
        camera_id = "camera" if self.camera is not None else ""
        self.on = Presenter(
            setup(self.times, self.tongues, prints_a4=self.prints_a4, camera_id=camera_id)
        )
        self.on.tick(0.0, MONDAY)
        self.on.reader_session(self.epoch)
        if self.camera is not None:
            self.camera.start(lambda status: self.on.device_status("camera", status))
        self.look()

    @property
    def page(self) -> str:
        return self.on.page

    @property
    def local(self) -> datetime:
        return MONDAY + timedelta(seconds=self.now_s)

    def look(self) -> None:
        board = self.gateway.snapshot("kiosk", "kiosk-1").board
        assert isinstance(board, KioskBoard)
        self.on.board_changed(board)
        self._settle()

    def touch(self, action: str, argument: str = "") -> str:
        self.on.touch(action, argument)
        self._settle()
        return self.page

    def put(self, card: IdCard, epoch: int | None = None) -> str:
        self.on.card(CardSeen(card, self.epoch if epoch is None else epoch))
        self._settle()
        return self.page

    def tells(self, event: Any) -> str:
        self.on.card(event)
        self._settle()
        return self.page

    def spoken(self) -> str:
        self.on.spoken(self.on.page_no)
        self._settle()
        return self.page

    def device(self, device_id: str, status: DeviceStatus) -> str:
        self.on.device_status(device_id, status)
        self._settle()
        return self.page

    def waits(self, seconds: float) -> str:
        for _ in range(round(seconds * 2)):
            self.now_s += 0.5
            self.on.tick(self.now_s, self.local)
            self._settle()
        return self.page

    def cut(self) -> None:
        self.link = False
        self.on.link_changed(linked=False)
        self._settle()

    def mend(self) -> None:
        self.link = True
        self.on.link_changed(linked=True)
        self.look()

    def of(self, kind: type[Command]) -> list[Any]:
        return [command for command in self.sent if isinstance(command, kind)]

    def _settle(self) -> None:
        while wishes := self.on.drain():
            for wish in wishes:
                self.wishes.append(wish)
                self._grant(wish)
            self._watch()
        self._watch()

    def _watch(self) -> None:
        """Let the camera look while its page is shown, as the window does."""
        looks = self.on.view().looks
        if self.camera is not None and looks is not self.camera.watching:
            if looks:
                self.camera.watch(lambda seen: self.on.picturing.looked(seen.verdict))
            else:
                self.camera.rest()

    def _grant(self, wish: Wish) -> None:
        if isinstance(wish, Say):
            self.said.append(wish.text)
        elif isinstance(wish, ForgetVisitor):
            self.epoch += 1
            self.on.reader_session(self.epoch)
        elif isinstance(wish, PrintSlip | PrintList):
            self._print(wish)
        elif isinstance(wish, PrintPaper):
            self.papers.append(wish.paper)
            if self.a4 is not None:
                self.on.paper_printed(wish.name, self.a4)
        elif isinstance(wish, SealNote):
            self._seal(wish)
        elif isinstance(wish, Send):
            self._send(wish.command)
        else:
            self._grant_page(wish)

    def _print(self, wish: PrintSlip | PrintList) -> None:
        if isinstance(wish, PrintSlip):
            self.slips.append(wish.slip)
        else:
            self.lists.append(wish.papers)
        if self.paper is not None:
            paper_id = wish.ticket_id if isinstance(wish, PrintSlip) else wish.name
            self.on.printed(paper_id, self.paper)

    def _seal(self, wish: SealNote) -> None:
        if self.silent:
            return
        if self.link:
            self.on.writing.sealed(wish.name, self.gateway.seal(wish.data, "ink"))
        else:
            self.on.writing.not_sealed(wish.name)

    def _grant_page(self, wish: Wish) -> None:
        if isinstance(wish, TakePage):
            assert self.camera is not None
            came = partial(self.on.picturing.page_came, wish.job_id)
            self.camera.take(came, anyway=wish.anyway)
        elif isinstance(wish, SealPage) and self.link and not self.silent:
            blob_id = self.gateway.seal(wish.jpeg, "picture", wish.job_id)
            self.on.sealed(wish.job_id, blob_id)
        elif isinstance(wish, SealPage):
            self.on.not_sealed(wish.job_id, HallUnreachable("cut"))

    def _send(self, command: Command) -> None:
        self.sent.append(command)
        if not self.link:
            self.on.not_answered(command)
            return
        answer = self.gateway.handle(command)
        if self.lose_next_reply:
            self.lose_next_reply = False
            self.on.not_answered(command)
            return
        self.on.answered(command, answer)


def with_facts(facts: HallFacts, **changes: Any) -> HallFacts:
    return msgspec.structs.replace(facts, **changes)


def to_confirm(visit: Visit, holder: IdCard | None = None) -> str:
    visit.put(holder or card())
    visit.spoken()
    visit.touch("group", "pension")
    return visit.touch("matter", "m-pension")


def shown(visit: Visit) -> str:
    return str(visit.on.view())


def languages_offered(visit: Visit) -> list[str]:
    """The keys of other languages on the home page, as they are read."""
    body = visit.on.view().body
    assert isinstance(body, HomeView)
    return [key.label for key in body.languages]
