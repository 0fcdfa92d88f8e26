"""An elder whose name would be recognised anywhere goes through the hall; then every byte is read.

Kiosk and hall are the processes of a real site. What is looked at: every file of the state
directory but the keys, every text that went over the wire, and every table.
"""

from __future__ import annotations

import base64
import json
import sqlite3
import uuid
from functools import partial
from typing import Any

import pytest

from hall.calls.messages import CallNext, FinishService, OpenCounter, StartService
from hall.kernel.messages import Command
from hall.tickets.messages import CloseDay
from tests.helpers.halls import StoryOfRoles, open_remote_hall
from tests.stories import canary
from tests.stories.canary import FORM_OF_ADDRESS, NEVER, files_of, traces_in
from tests.stories.site import Site, open_site

BOARDS_FOR_ALL = {
    "kiosk": ("kiosk", "kiosk-1"),
    "hall": ("display", "board-1"),
    "counter": ("display", "board-1"),
    "queue": ("partner", "partner-1"),
}
BOARDS_FOR_STAFF = {"console": ("console", "3"), "guide": ("guide", "guide-1")}
COUNTER = "3"
HOUR_S = 3600.0
CARD = {
    "name": canary.NAME,
    "sex": "2",
    "ethnicity": "01",
    "birth_date": canary.BORN,
    "address": canary.ADDRESS,
    "id_number": canary.id_number(),
    "issued_by": "测试市公安局测试分局",
    "valid_from": "20100506",
    "valid_to": "长期",
}


def command(kind: type[Command], **fields: Any) -> Command:
    return kind(command_id=str(uuid.uuid4()), **fields)


def elder_comes_and_goes(site: Site) -> dict[str, list[str]]:
    """Card, number, call, service, end; returns every text of the wire by who may read it."""
    heard: dict[str, list[str]] = {"all": [], "staff": []}
    feeds = []
    for readers, boards in (("all", BOARDS_FOR_ALL), ("staff", BOARDS_FOR_STAFF)):
        for board, (role, bound_to) in boards.items():
            token = site.token(role, bound_to)
            board_id = COUNTER if board == "counter" else bound_to
            feeds.append((readers, site.follows(token, board, board_id)))

    kiosk = site.start_kiosk()
    kiosk.shows("问问要带什么")
    kiosk.device("reader", "present_card", **CARD)
    kiosk.shows(f"{canary.SURNAME}奶奶")
    kiosk.touch("key.continue", "key.group.pension")
    kiosk.touch(kiosk.first_key("key.matter."), "key.yes")
    kiosk.shows("请拿好小票")
    kiosk.shows("尊001")
    kiosk.device("reader", "take_card")

    somebody = site.token("kiosk", "kiosk-1")
    for body in mistaken_commands():
        site.refuses(somebody, body)

    clerk = site.token("console", COUNTER)
    heard["all"].append(site.says(clerk, command(OpenCounter, counter_id=COUNTER, clerk_id="c01")))
    called = site.says(clerk, command(CallNext, counter_id=COUNTER))
    heard["all"].append(called)
    ticket_id = json.loads(called)["ticket"]["id"]
    for deed in (StartService, FinishService):
        for readers, boards in (("all", BOARDS_FOR_ALL), ("staff", BOARDS_FOR_STAFF)):
            for board, (role, bound_to) in boards.items():
                board_id = COUNTER if board == "counter" else bound_to
                token = site.token(role, bound_to)
                heard[readers].append(site.looks(token, board, board_id))
        heard["all"].append(
            site.says(clerk, command(deed, counter_id=COUNTER, ticket_id=ticket_id))
        )
    kiosk.touch("key.done")
    she_says_how_it_was(kiosk)
    for readers, texts in feeds:
        site.waits_for(partial(has_heard, texts, "ServiceFinished"))
        heard[readers] += texts
    return heard


def she_says_how_it_was(kiosk) -> None:
    """Her card finds her number once more, and is forgotten with the page."""
    kiosk.touch("key.say_how")
    kiosk.shows("请把身份证放这里")
    kiosk.device("reader", "present_card", **CARD)
    kiosk.shows("非常满意")
    kiosk.touch("key.face.4")
    kiosk.shows("请慢走")


def mistaken_commands() -> list[bytes]:
    """The elder's data in every place where it does not belong."""
    good = {
        "kind": "TakeTicket",
        "command_id": "mistaken",
        "station_id": "kiosk-1",
        "matter_id": "EL014",
        "visitor": {},
    }
    wrong: list[dict[str, Any]] = [
        {"kind": canary.NAME},
        {"command_id": canary.ADDRESS * 9},
        {canary.id_number(): canary.NAME},
        {"visitor": {"birth_date": canary.ADDRESS}},
        {"visitor": {"sex": canary.id_number()}},
        {"visitor": {"needs": [canary.NAME]}},
        {"visitor": {"card_valid_to": canary.NAME}},
        {"visitor": {"name": canary.NAME}},
    ]
    bodies = [json.dumps(good | one, ensure_ascii=False).encode() for one in wrong]
    return [*bodies, bodies[0][:-5], canary.NAME.encode("gb18030")]


def has_heard(texts: list[str], kind: str) -> bool:
    return any(f'"{kind}"' in text for text in texts)


def table_cells(site: Site, table: str) -> str:
    connection = sqlite3.connect(site.state / "hall.db")
    try:
        return str(connection.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608
    finally:
        connection.close()


def tables(site: Site) -> list[str]:
    connection = sqlite3.connect(site.state / "hall.db")
    try:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return [name for (name,) in names]
    finally:
        connection.close()


def person_keys(site: Site) -> list[str]:
    connection = sqlite3.connect(site.state / "hall.db")
    try:
        return [key for (key,) in connection.execute("SELECT person_key FROM visitor")]
    finally:
        connection.close()


@pytest.fixture
def site(tmp_path):
    with open_site(tmp_path) as one:
        yield one


def test_nothing_that_names_an_elder_is_left_anywhere(site):
    heard = elder_comes_and_goes(site)

    # Over the wire: nothing for everybody; for staff the form of address and nothing else.
    everything = "\n".join(heard["all"] + heard["staff"]).encode()
    assert "TicketTaken" in "".join(heard["all"])
    assert [form for one in NEVER for form in one.found_in(everything)] == []
    assert FORM_OF_ADDRESS.found_in("\n".join(heard["all"]).encode()) == []
    assert "plain" in FORM_OF_ADDRESS.found_in("\n".join(heard["staff"]).encode())

    # On the disk, while everybody works: only the surname, only in the purgeable table.
    assert traces_in(files_of(site.state), *NEVER) == {}
    known = traces_in(files_of(site.state), FORM_OF_ADDRESS)
    assert set(known) <= {"hall.db", "hall.db-wal"}
    assert known, "these eyes would see a name"
    holding = [name for name in tables(site) if FORM_OF_ADDRESS.text in table_cells(site, name)]
    assert holding == ["visitor"]

    # After the day is purged: no trace in the raw bytes, with the hall running and without it.
    keys = person_keys(site)
    assert len(keys) == 1
    site.says(site.token("manager", "manager-1"), command(CloseDay, station_id="manager-1"))
    site.processes.kill("kiosk")
    site.moves_on(3 * HOUR_S)
    site.waits_for(lambda: table_cells(site, "visitor") == "[]")
    site.waits_for(lambda: traces_in(files_of(site.state), FORM_OF_ADDRESS) == {})
    left = traces_in(files_of(site.state), *NEVER, FORM_OF_ADDRESS, canary.Canary(keys[0]))
    assert left == {}
    site.end_hall()
    left = traces_in(files_of(site.state), *NEVER, FORM_OF_ADDRESS, canary.Canary(keys[0]))
    assert left == {}


def test_a_hall_killed_in_the_middle_of_forgetting_forgets_at_its_next_start(tmp_path):
    with open_remote_hall(tmp_path) as remote:
        kiosk = StoryOfRoles(remote)
        kiosk.takes(number=canary.id_number(), surname=canary.SURNAME)
        reader = sqlite3.connect(tmp_path / "hall.db", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM visitor").fetchall()
        for _ in range(2):
            remote.advance(8 * HOUR_S)
        assert traces_in(files_of(tmp_path), FORM_OF_ADDRESS), "a reader keeps the log open"
        remote.kill()
        reader.close()
    with open_remote_hall(tmp_path):
        assert traces_in(files_of(tmp_path), FORM_OF_ADDRESS) == {}


@pytest.mark.parametrize("one", [*NEVER, FORM_OF_ADDRESS], ids=lambda one: one.text)
@pytest.mark.parametrize("before", [b"", b"x", b"xy", b"xyz"])
def test_the_eyes_of_these_tests_see_a_text_in_every_form(one, before):
    codings = ["utf-8"] if one is FORM_OF_ADDRESS else ["utf-8", "utf-16-le", "gb18030"]
    for coding in codings:
        raw = before + one.text.encode(coding) + b"tail"
        for hidden in (raw, raw.hex().encode(), base64.b64encode(raw)):
            assert one.found_in(b"noise" + hidden + b"noise"), coding
    assert one.found_in(json.dumps({"a": one.text}).encode())
    assert not one.found_in("王桂兰 410199194103120024 幸福路2号".encode())
