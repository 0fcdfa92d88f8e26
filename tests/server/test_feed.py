"""The feed: what each follower hears, in which words, and how it knows that it missed nothing."""

import asyncio
import json
from contextlib import suppress

import pytest
from sqlalchemy import event
from websockets.exceptions import ConnectionClosed, InvalidStatus

from hall.boards.catalog import BOARDS
from hall.calls.messages import CallNext, OpenCounter
from hall.client.local import LocalGateway
from hall.help.messages import ReportDevice, RequestHelp
from hall.kernel.errors import HallUnreachable, NotAllowed
from hall.server import feed as feeds
from hall.server.feed import FeedHub
from hall.store import feeds as stored_feeds
from tests.helpers.halls import Story, open_local_hall
from tests.server.desk import open_desk

STATION = {"kiosk": "kiosk-1", "console": "c1"}
ROLE = {
    "kiosk": "kiosk",
    "counter": "display",
    "hall": "display",
    "console": "console",
    "guide": "guide",
    "manager": "manager",
    "queue": "partner",
}


@pytest.fixture
def desk(tmp_path):
    with open_desk(tmp_path) as desk:
        yield desk


def hear(desk, board, after=0, count=1, board_id=None):
    """Follow a board and return the first so many texts of it, decoded."""
    one = board_id or STATION.get(board, "s")
    with desk.feed(ROLE[board], f"board={board}&id={one}&after={after}", one) as feed:
        return [json.loads(feed.recv(timeout=20)) for _ in range(count)]


def a_busy_minute(desk):
    """Somebody comes, somebody needs help at two kiosks, a device fails, somebody is called."""
    story = desk.story
    story.takes(surname="王", sex=1, band="80_plus", needs=("hearing",))
    story.says(RequestHelp, station_id="kiosk-2", help_kind="unwell")
    story.says(ReportDevice, station_id="kiosk-1", device_id="printer", status="paper_out")
    story.says(RequestHelp, station_id="kiosk-1", help_kind="help")
    story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    story.says(CallNext, counter_id="c1")


HEARD = {
    "kiosk": ["DayOpened", "TicketTaken", "HelpRequested", "CounterOpened", "TicketCalled"],
    "counter": ["DayOpened", "TicketTaken", "CounterOpened", "TicketCalled"],
    "hall": ["DayOpened", "TicketTaken", "CounterOpened", "TicketCalled"],
    "queue": ["DayOpened", "TicketTaken", "CounterOpened", "TicketCalled"],
    "console": [
        "DayOpened",
        "TicketTaken",
        "VisitBegun",
        "HelpRequested",
        "CounterOpened",
        "TicketCalled",
        "VisitMoved",
    ],
    "manager": [
        "DayOpened",
        "TicketTaken",
        "VisitBegun",
        "CounterOpened",
        "TicketCalled",
        "VisitMoved",
    ],
    "guide": [
        "DayOpened",
        "TicketTaken",
        "VisitBegun",
        "HelpRequested",
        "DeviceReported",
        "HelpRequested",
        "CounterOpened",
        "TicketCalled",
        "VisitMoved",
    ],
}


@pytest.mark.parametrize("board", sorted(BOARDS))
def test_each_role_hears_its_projection_and_the_gaps_are_no_gaps(desk, board):
    a_busy_minute(desk)
    heard = hear(desk, board, count=len(HEARD[board]))
    assert [one["kind"] for one in heard] == HEARD[board]
    assert [one["prev"] for one in heard] == [0, *(one["seq"] for one in heard[:-1])]
    assert all(one["at"].startswith("2026-11-23T01:40:00") for one in heard)


@pytest.mark.parametrize("board", sorted(BOARDS))
def test_form_of_address_and_needs_are_for_console_and_guide_only(desk, board):
    a_busy_minute(desk)
    taken = hear(desk, board, after=1)[0]
    assert taken["kind"] == "TicketTaken"
    person = {"surname": "王", "sex": 1, "age_band": "80_plus", "needs": ["hearing"]}
    if board in ("console", "guide"):
        assert taken["people"] == {taken["ticket"]["visitor_id"]: person}
    else:
        assert "people" not in taken
        assert "王" not in str(taken)
        assert "hearing" not in str(taken)
    board_now = desk.gateway(ROLE[board], STATION.get(board, "s")).snapshot(
        board, STATION.get(board, "s")
    )
    assert hasattr(board_now.board, "people") == (board in ("console", "guide"))


def test_a_follower_may_go_on_from_any_place(desk):
    a_busy_minute(desk)
    whole = hear(desk, "guide", count=len(HEARD["guide"]))
    for after in range(desk.hall.seq()):
        rest = [one for one in whole if one["seq"] > after]
        heard = hear(desk, "guide", after=after, count=len(rest))
        assert [one["seq"] for one in heard] == [one["seq"] for one in rest]
        assert heard[0]["prev"] == after


def test_what_happens_while_one_catches_up_is_heard_once(desk):
    a_busy_minute(desk)
    with desk.feed("display", "board=hall&after=0") as feed:
        numbers = [desk.story.ticket().number for _ in range(30)]
        texts = [json.loads(feed.recv(timeout=20)) for _ in range(34)]
    taken = [one["ticket"]["number"] for one in texts if one["kind"] == "TicketTaken"]
    assert taken == ["尊001", *numbers]
    assert [one["prev"] for one in texts] == [0, *(one["seq"] for one in texts[:-1])]


def following(desk):
    """Follow the hall board from now on."""
    return desk.feed("display", f"board=hall&after={desk.hall.seq()}")


def test_a_feed_says_every_five_seconds_where_it_stands():
    assert feeds.HEARTBEAT_S == 5.0


def test_a_beat_says_the_place_also_of_what_this_board_does_not_hear(tmp_path):
    with open_desk(tmp_path, heartbeat_s=0.05) as desk, following(desk) as feed:
        first = json.loads(feed.recv(timeout=20))
        assert first == {"kind": "at", "seq": desk.hall.seq()}
        desk.story.says(RequestHelp, station_id="kiosk-1", help_kind="help")
        seq = desk.hall.seq()
        beats = (json.loads(feed.recv(timeout=20)) for _ in range(200))
        assert next(beat for beat in beats if beat["seq"] == seq)["kind"] == "at"


def test_beats_go_on_while_events_come(tmp_path):
    with open_desk(tmp_path, heartbeat_s=0.05) as desk, following(desk) as feed:
        kinds = []
        for _ in range(200):
            desk.story.ticket()
            kinds.append(json.loads(feed.recv(timeout=20))["kind"])
            if {"at", "TicketTaken"} <= set(kinds):
                break
        assert {"at", "TicketTaken"} <= set(kinds)


@pytest.mark.parametrize("after", [10_000_000, 999])
def test_a_place_the_hall_never_reached_needs_a_snapshot(desk, after):
    assert hear(desk, "hall", after=after) == [{"kind": "resnapshot", "seq": desk.hall.seq()}]


def test_whoever_is_too_far_behind_takes_a_snapshot(desk, monkeypatch):
    monkeypatch.setattr(stored_feeds, "RESUME_LIMIT", 20)
    for _ in range(25):
        desk.story.ticket()
    seq = desk.hall.seq()
    assert hear(desk, "hall", after=seq - 21) == [{"kind": "resnapshot", "seq": seq}]
    assert hear(desk, "hall", after=seq - 20, count=20)[0]["seq"] == seq - 19


def test_a_follower_that_does_not_keep_up_is_cut_off_with_a_resnapshot(tmp_path):
    with open_local_hall(tmp_path) as (one, _):
        asyncio.run(_fall_behind(one))


async def _fall_behind(one):
    hub = FeedHub(one)
    running = asyncio.create_task(hub.run())
    texts = hub.follow(one.seq(), BOARDS["hall"], "")
    await asyncio.to_thread(_takes, one, 1)
    assert json.loads(await anext(texts))["kind"] == "TicketTaken"
    await asyncio.to_thread(_takes, one, feeds.QUEUE_LIMIT + 10)
    while hub.seq < one.seq():  # noqa: ASYNC110 - the hub tells nobody how far it has come
        await asyncio.sleep(0)
    rest = [json.loads(text)["kind"] async for text in texts]
    assert rest[-1] == "resnapshot"
    assert len(rest) <= feeds.QUEUE_LIMIT + 1
    assert hub.followers == 0
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def test_what_was_read_while_catching_up_is_not_said_again_when_it_is_handed_out(tmp_path):
    with open_local_hall(tmp_path) as (one, _):
        asyncio.run(_catch_up_beyond_the_hub(one))


async def _catch_up_beyond_the_hub(one):
    hub = FeedHub(one)
    await asyncio.to_thread(_takes, one, 3)  # committed, and not handed out yet
    texts = hub.follow(0, BOARDS["hall"], "")
    heard = [json.loads(await anext(texts))["seq"] for _ in range(4)]
    running = asyncio.create_task(hub.run())
    await asyncio.to_thread(_takes, one, 1)
    heard.append(json.loads(await anext(texts))["seq"])
    assert heard == [1, 2, 4, 6, 8]  # between them the visits, which a hall board does not hear
    await texts.aclose()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


def _takes(one, count):
    for _ in range(count):
        Story(LocalGateway(one)).takes()


@pytest.mark.parametrize(
    ("role", "query", "status"),
    [
        ("display", "board=guide", 403),
        ("kiosk", "board=kiosk&id=other", 403),
        ("partner", "board=hall", 403),
        ("display", "board=kitchen", 422),
        ("display", "", 422),
        ("display", "board=hall&after=-1", 422),
        ("display", "board=hall&after=soon", 422),
        ("display", "board=hall&after=1_0", 422),
        ("display", "board=hall&after=" + "9" * 400, 422),
    ],
)
def test_a_feed_is_refused_with_its_status_before_it_begins(desk, role, query, status):
    with pytest.raises(InvalidStatus) as refused, desk.feed(role, query):
        pass
    assert refused.value.response.status_code == status
    assert json.loads(refused.value.response.body or b"{}")["say"]


def test_a_feed_for_nobody_is_401(desk):
    desk.tokens[("display", "s")] = "wrong"
    with pytest.raises(InvalidStatus) as refused, desk.feed("display", "board=hall"):
        pass
    assert refused.value.response.status_code == 401


def test_a_station_hears_of_it_as_not_allowed_or_not_reachable(desk):
    with pytest.raises(NotAllowed):
        desk.gateway("partner").follow(0, "guide")
    with pytest.raises(HallUnreachable):
        desk.gateway("display").follow(-1, "hall")


def test_a_follower_that_talks_back_or_too_much_disturbs_nobody(desk):
    with desk.feed("display", "board=hall&after=0") as feed, desk.feed("guide", "board=guide") as b:
        feed.send("hello")
        feed.send(b"\x00" * 10)
        with suppress(ConnectionClosed):
            list(feed)  # until the hall hangs up
        desk.story.ticket()
        kinds = [json.loads(b.recv(timeout=20))["kind"] for _ in range(2)]
    assert kinds == ["DayOpened", "TicketTaken"]


def test_tables_that_cannot_be_read_for_a_moment_delay_the_feed_and_do_not_end_it(desk, caplog):
    with following(desk) as feed:
        refused: list[str] = []

        def refuse(_connection, _cursor, statement, *_):
            if "FROM event" in statement and not refused:
                refused.append(statement)
                raise RuntimeError("the disk is on fire")

        event.listen(desk.hall.parts.engine, "before_cursor_execute", refuse)
        number = desk.story.ticket().number
        heard = json.loads(feed.recv(timeout=20))
        event.remove(desk.hall.parts.engine, "before_cursor_execute", refuse)
    assert heard["ticket"]["number"] == number
    assert refused
    assert "events could not be read" in caplog.text
