"""An elder whose papers are gone through: what may know who she is, where, and until when.

A guide greets her by card, keeps name, number, address and telephone for a paper, prints a notice,
puts it on record, and the case is closed. Then every byte is read. Readable she may stand in one
place only: on the paper itself, which the demo's printer lays into prints/<station>/papers.
"""

from __future__ import annotations

import json
import sqlite3
import threading
import uuid
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from devices.ports import PaperJob
from forms.papers.compose import compose
from forms.papers.samples import sample_values
from forms.papers.values import Person
from hall.kernel.messages import Command
from hall.kernel.secret import Secret
from hall.records.messages import KeepDetail, KeepPaper, WithdrawConsent
from hall.tickets.messages import CloseDay, Visitor
from hall.visits.messages import (
    BeginVisit,
    CloseCase,
    DecideItem,
    EndVisit,
    HandOverVisit,
    IssueNotice,
    MarkItem,
    MoveVisit,
    OpenByCode,
    ReleaseVisit,
    ResolveDeferral,
)
from launch.facts import facts_of
from launch.papers import form_book, paper_renderer
from launch.paths import DEMO_CONFIG
from launch.settings import load_hall
from printer_drivers.pdf_folder import PdfFolderPrinter
from tests.printer_drivers.test_pdf import poppler
from tests.stories import canary
from tests.stories.canary import FORM_OF_ADDRESS, NEVER, Canary, files_of, traces_in
from tests.stories.site import Site, open_site

PHONE = "13900004321"
WHO = (*NEVER, Canary(PHONE), Canary("139 0000 4321"))
GUIDE: dict[str, Any] = {"station_id": "guide-1"}
MATTER, MAIN, LATER = "EL017", "1", "4"
FORM = "deferral"
HOUR_S = 3600.0
BOARDS = {
    "kiosk": ("kiosk", "kiosk-1"),
    "hall": ("display", "board-1"),
    "counter": ("display", "board-1"),
    "queue": ("partner", "partner-1"),
    "console": ("console", "3"),
    "guide": ("guide", "guide-1"),
    "manager": ("manager", "manager-1"),
}
STAFF = {"console", "guide"}
"""Boards of those who serve her: they know the form of address."""

DETAILS = {
    "name": canary.NAME,
    "id_number": canary.id_number(),
    "address": canary.ADDRESS,
    "phone": PHONE,
}


class Desk:
    """The guide's desk as it speaks over the wire; it keeps every text it hears."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.token = site.token("guide", "guide-1")
        self.heard: list[str] = []

    def says(self, kind: type[Command], **fields: Any) -> Any:
        command = kind(command_id=str(uuid.uuid4()), **GUIDE, **fields)
        text = self.site.says(self.token, command)
        assert self.site.says(self.token, command) == text, "said again: the same answer"
        self.heard.append(text)
        return json.loads(text)

    def seals(self, data: bytes, media_type: str) -> str:
        answer = self._ask("POST", "", content=data, headers={"content-type": media_type})
        return str(answer.json()["blob_id"])

    def reads(self, blob_id: str) -> bytes:
        return self._ask("GET", f"/{blob_id}").content

    def _ask(
        self, method: str, path: str, content: bytes = b"", headers: dict[str, str] | None = None
    ) -> httpx.Response:
        answer = httpx.request(
            method,
            f"{self.site.url}/api/v1/blobs{path}",
            content=content,
            headers={"Authorization": f"Bearer {self.token}", **(headers or {})},
            trust_env=False,
        )
        return answer.raise_for_status()


def follow_all(site: Site) -> dict[str, list[str]]:
    return {
        board: site.follows(site.token(*who), board, "3" if board == "counter" else who[1])
        for board, who in BOARDS.items()
    }


def look_at_all(site: Site) -> dict[str, str]:
    return {
        board: site.looks(site.token(*who), board, "3" if board == "counter" else who[1])
        for board, who in BOARDS.items()
    }


def papers_are_gone_through(desk: Desk) -> dict[str, str]:
    """Greet, look at papers, keep details, print a notice; returns the ids that matter later."""
    visitor = Visitor(
        id_number=Secret(canary.id_number()),
        surname=Secret(canary.SURNAME),
        birth_date=Secret(f"{canary.BORN[:4]}-{canary.BORN[4:6]}-{canary.BORN[6:]}"),
        sex=2,
    )
    visit = desk.says(BeginVisit, visitor=visitor, matter_id=MATTER)["visit"]
    at = {"visit_id": visit["id"]}
    desk.says(MoveVisit, action="precheck", **at)
    written = f"电话{PHONE}，身份证{canary.id_number()}"
    desk.says(ReleaseVisit, reason=written, **at)
    desk.says(HandOverVisit, to_kind="guide_desk", to_id="guide-1", reason=written, **at)
    for item_id in (MAIN, LATER):
        case = desk.says(MarkItem, item_id=item_id, mark="missing", **at)["case"]
    desk.says(DecideItem, item_id=LATER, offer="deferral", taken=True, **at)
    case_id = str(case["id"])
    kept = {}
    for detail, value in DETAILS.items():
        blob_id = desk.seals(value.encode(), "text/plain")
        why = {"basis": "consent" if detail == "phone" else "duty", "purpose": "paper"}
        desk.says(KeepDetail, blob_id=blob_id, case_id=case_id, detail=detail, **why)
        assert desk.reads(blob_id).decode() == value
        kept[detail] = blob_id
    notice = desk.says(IssueNotice, **at)["notice"]
    pdf = printed_notice(desk.site.state)
    paper = desk.seals(pdf, "application/pdf")
    desk.says(KeepPaper, blob_id=paper, case_id=case_id, paper=FORM)
    assert desk.reads(paper) == pdf
    desk.says(EndVisit, outcome="with_notice", **at)
    return {**kept, "case": case_id, "paper": paper, "code": notice["code"]}


def printed_notice(state: Path) -> bytes:
    """Make the paper as a station does, and print it with the demo's driver."""
    loaded = load_hall(DEMO_CONFIG)
    facts = facts_of(loaded.settings, loaded.matters)
    book = form_book()
    values: Any = sample_values(book, FORM, facts, facts.matters[0])
    her = Person(
        name=canary.NAME,
        address=canary.ADDRESS,
        id_number=canary.id_number(),
        contact=PHONE,
    )
    pdf = paper_renderer()(compose(book, FORM, replace(values, person=her)))
    printer = PdfFolderPrinter(state / "prints" / "guide-1" / "papers")
    done = threading.Event()
    printer.print(PaperJob(FORM, pdf), lambda _outcome: done.set())
    assert done.wait(10)
    printer.stop()
    return pdf


def mistaken(site: Site, token: str) -> None:
    """Her data in the fields of other words: refused, and nowhere on record."""
    about = {"kind": "KeepDetail", "command_id": "x", "blob_id": "x", "case_id": "x"}
    for wrong in (
        {"detail": canary.NAME, "basis": "duty", "purpose": "paper"},
        {"detail": "phone", "basis": canary.ADDRESS, "purpose": "paper"},
        {"detail": "phone", "basis": "duty", "purpose": PHONE},
        {"detail": "phone", "basis": "duty", "purpose": "paper", canary.NAME: PHONE},
    ):
        site.refuses(token, json.dumps(about | wrong, ensure_ascii=False).encode())


def papers_in_front_of_the_printer(state: Path) -> list[Path]:
    return sorted((state / "prints").rglob("*.pdf"))


def everything_but_the_paper(state: Path) -> list[Path]:
    return [path for path in files_of(state) if path.suffix != ".pdf"]


def holders(state: Path) -> list[str]:
    connection = sqlite3.connect(state / "hall.db")
    try:
        return [key for (key,) in connection.execute("SELECT person_key FROM case_holder")]
    finally:
        connection.close()


def blobs(state: Path) -> set[str]:
    connection = sqlite3.connect(state / "hall.db")
    try:
        return {blob for (blob,) in connection.execute("SELECT blob_id FROM blob")}
    finally:
        connection.close()


@pytest.fixture
def site(tmp_path):
    with open_site(tmp_path) as one:
        yield one


def test_only_the_printed_paper_says_who_an_elder_is(site):
    desk, feeds = Desk(site), follow_all(site)
    ids = papers_are_gone_through(desk)
    mistaken(site, desk.token)
    heard = desk.heard + list(look_at_all(site).values())
    again = desk.says(OpenByCode, code=ids["code"])
    heard += look_at_all(site).values()
    for texts in feeds.values():
        site.waits_for(partial(bool, texts))
    desk.says(EndVisit, visit_id=again["visit"]["id"])

    # The paper is what it should be: whoever is handed it reads her name.
    (paper,) = papers_in_front_of_the_printer(site.state)
    assert canary.NAME in poppler("pdftotext", "-raw", str(paper), "-").decode()
    assert paper.stat().st_mode & 0o077 == 0
    middle = paper.read_bytes()[2000:2064]

    # While the case is open: nothing over the wire, nothing readable on the disk.
    heard += [text for texts in feeds.values() for text in texts] + desk.heard
    said = "\n".join(heard).encode()
    assert b"DetailKept" in said
    assert b"PaperKept" in said
    assert [form for one in WHO for form in one.found_in(said)] == []
    for_all = [text for board, texts in feeds.items() if board not in STAFF for text in texts]
    for_all += [text for board, text in look_at_all(site).items() if board not in STAFF]
    assert FORM_OF_ADDRESS.found_in("\n".join(for_all).encode()) == []
    assert FORM_OF_ADDRESS.found_in("\n".join(feeds["guide"]).encode()), "these eyes see"
    files = everything_but_the_paper(site.state)
    assert traces_in(files, *WHO) == {}
    assert [path.name for path in files if middle in path.read_bytes()] == []
    (key,) = holders(site.state)

    # The case is closed and the day is over: no key of her, no sealed detail; the paper is sealed.
    deferred = json.loads(look_at_all(site)["guide"])["board"]["visits"]
    for entry_id in deferred["entries"]:
        desk.says(ResolveDeferral, entry_id=entry_id, outcome="brought")
    desk.says(WithdrawConsent, case_id=ids["case"])
    desk.says(CloseCase, case_id=ids["case"])
    assert blobs(site.state) == {ids["paper"]}
    manager = site.token("manager", "manager-1")
    site.says(manager, CloseDay(command_id=str(uuid.uuid4()), station_id="manager-1"))
    site.moves_on(3 * HOUR_S)
    gone = (*WHO, FORM_OF_ADDRESS, Canary(key), Canary(key[:16]))
    site.waits_for(lambda: traces_in(everything_but_the_paper(site.state), *gone) == {})
    site.end_hall()
    assert traces_in(everything_but_the_paper(site.state), *gone) == {}
