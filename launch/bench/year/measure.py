"""How fast a hall still is after a year of 200 visits a day, and how large its file is by then."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from hall.boards.visits import due_first
from hall.calls.messages import CallNext, TicketCalled
from hall.care.feelings.messages import FindService, ServiceFound
from hall.care.not_done.messages import ListNotDone, NotDoneListed
from hall.client.local import LocalGateway
from hall.kernel.gateway import BoardKind
from hall.store.checking import faults_of
from hall.store.engine import open_engine, sqlite_url
from hall.store.opening import random_id
from hall.store.snapshots import take_snapshot
from hall.tickets.messages import Visitor
from launch.bench.crowd import KIOSK
from launch.bench.figure import Figure, of_size, of_times
from launch.bench.serving import BenchBroken, serve
from launch.bench.site import (
    Site,
    hall_process,
    local_site,
    morning_shift_s,
    new_state,
    resident_mb,
)
from launch.bench.year import caring
from launch.bench.year.build import make_year
from launch.bench.year.desk import Desk
from launch.bench.year.hands import GUIDE, GUIDE_ID, Hands
from launch.bench.year.standing import (
    CALLS_AFTERWARDS,
    LIES_OPEN,
    begin_what_lies_open,
    is_to_be_rung_up,
)
from launch.paths import DEMO_CONFIG
from launch.settings import load_hall

VISITS_A_DAY = 200
DAYS, DAYS_QUICKLY = 250, 15
ROUNDS, ROUNDS_QUICKLY = 100, 30
WAITING, AT_THE_DESK = 40, 20
LIST_P99_MS = 200.0
HALL_MB = 150.0
PICTURED = ("3", "5")
"""Papers of the matter at the desk of which pictures are kept."""
BOARDS: dict[BoardKind, str] = {
    "kiosk": KIOSK, "counter": "3", "hall": "", "console": "3", "guide": GUIDE_ID,
    "manager": "", "queue": "",
}  # fmt: skip
OVER_HTTP: tuple[BoardKind, ...] = ("guide", "console")


def measure(quick: bool) -> Iterator[Figure]:
    """Make the year, then measure a morning of the day after it."""
    days, rounds = (DAYS_QUICKLY, ROUNDS_QUICKLY) if quick else (DAYS, ROUNDS)
    with new_state() as state:
        now = datetime.now(UTC) + timedelta(seconds=morning_shift_s())
        zone = ZoneInfo(load_hall(DEMO_CONFIG).settings.hall.timezone)
        made = make_year(state, now.astimezone(zone).date(), days, VISITS_A_DAY)
        past = f"after {made.days} days of {VISITS_A_DAY} visits, {made.events} events"
        with local_site(state) as site:
            # What came due since the copied days is carried out, as at any start.
            caring.sends_messages(_hands(site))
        yield from _file(state, past)
        with local_site(state) as site:
            yield from _morning(site, rounds, past)
        yield from _process(state, rounds, past)


def _morning(site: Site, rounds: int, past: str) -> Iterator[Figure]:
    counter_id = site.busiest_counter()
    site.open_counter(counter_id)
    site.fill(WAITING)
    desk = Desk(site)
    cards = [desk.card() for _ in range(rounds)]
    for visitor in cards:
        desk.leaves(desk.checks(visitor))
    hands = _hands(site)
    begin_what_lies_open(hands)
    for visit_id in [desk.checks(desk.card()) for _ in range(CALLS_AFTERWARDS)]:
        is_to_be_rung_up(hands, visit_id)
    for visit_id in [desk.checks(desk.card()) for _ in range(AT_THE_DESK)]:
        caring.takes_pictures(hands, {"visit_id": visit_id, **GUIDE}, PICTURED)
    for board, board_id in BOARDS.items():
        look = partial(_look, site, board, board_id)
        yield _list(f"year_{board}", [_timed(look) for _ in range(rounds)], SNAPSHOT + past)
    size = len(_look(site, "guide", GUIDE_ID))
    yield _plain("year_guide_size", size / 1e3, "kB", f"the guide's board as JSON; {past}")
    yield from _lists(hands, rounds, past)
    yield from _deeds(site, desk, cards, counter_id, past)


def _lists(hands: Hands, rounds: int, past: str) -> Iterator[Figure]:
    """Open what no board holds: the register's month, and a service by the number of its slip."""
    query = "SELECT number FROM ticket WHERE state = 'finished' ORDER BY taken_seq DESC LIMIT 1"
    (number,) = hands.finds(query)
    month = f"{hands.local():%Y-%m}"
    slip = {"number": number, "days_before": 1}
    for name, ask in (
        ("not_done_month", partial(hands.asks, ListNotDone, NotDoneListed, month=month, **GUIDE)),
        ("find_service", partial(hands.asks, FindService, ServiceFound, **slip, **GUIDE)),
    ):
        yield _list(f"year_{name}", [_timed(ask) for _ in range(rounds)], DEED + past)


SNAPSHOT = (
    f"the board read from the tables and written as JSON, a morning with 60 people, {LIES_OPEN}; "
)
DEED = "command in, durable answer out, in one process; "


def _deeds(
    site: Site, desk: Desk, cards: list[Visitor], counter_id: str, past: str
) -> Iterator[Figure]:
    gateway = LocalGateway(site.hall, KIOSK)
    times: dict[str, list[float]] = {"take_ticket": [], "call_next": []}
    for _ in cards:
        times["take_ticket"].append(_timed(partial(gateway.handle, next(site.comers))))
        call = CallNext(command_id=random_id(), counter_id=counter_id)
        began_s = time.perf_counter()
        called = gateway.handle(call).message
        times["call_next"].append(time.perf_counter() - began_s)
        if not isinstance(called, TicketCalled):
            raise BenchBroken(f"nobody was called: {called}")
        serve(gateway.handle, called)
    times["visit_with_known_card"] = [_timed(partial(desk.comes_again, one)) for one in cards]
    codes = desk.codes(len(cards))
    times["open_by_code"] = [_timed(partial(desk.opens, code)) for code in codes]
    for name, times_s in times.items():
        yield _list(f"year_{name}", times_s, DEED + past)


def _process(state: Path, rounds: int, past: str) -> Iterator[Figure]:
    began_s = time.perf_counter()
    with hall_process(state) as process:
        started_s = time.perf_counter() - began_s
        yield of_times(
            "year_hall_start", [started_s], includes=f"from the command to ready; {past}"
        )
        for name in OVER_HTTP:
            board_id = BOARDS[name]
            look = partial(process.gateway(name, board_id).snapshot, name, board_id)
            yield _list(
                f"year_{name}_http",
                [_timed(look) for _ in range(rounds)],
                f"the board of the {name} over HTTP, decoded; {past}",
            )
        board: Any = process.gateway("guide", GUIDE_ID).snapshot("guide", GUIDE_ID).board
        register = partial(due_first, board.visits)
        yield _list(
            "year_register",
            [_timed(register) for _ in range(rounds)],
            f"{len(board.visits.entries)} open entries in the order of their last days; {past}",
        )
        yield of_size(
            "year_hall_memory",
            resident_mb(process.pid),
            most_mb=HALL_MB,
            includes=f"resident after {rounds} snapshots, shared pages too; {past}",
        )


def _file(state: Path, past: str) -> Iterator[Figure]:
    file = state / "hall.db"
    yield _plain("year_database", file.stat().st_size / 1e6, "MB", f"hall.db; {past}")
    began_s = time.perf_counter()
    with (
        closing(sqlite3.connect(file)) as from_hall,
        closing(sqlite3.connect(state / "copy.db")) as to_file,
    ):
        from_hall.backup(to_file)
    copied_s = time.perf_counter() - began_s
    copy = state / "copy.db"
    yield _plain("year_backup", copy.stat().st_size / 1e6, "MB", f"an online copy; {past}")
    yield _plain("year_backup_time", copied_s, "s", f"an online copy; {past}")
    copy.unlink()
    engine = open_engine(sqlite_url(state))
    began_s = time.perf_counter()
    faults = faults_of(engine)
    verified_s = time.perf_counter() - began_s
    engine.dispose()
    if faults:
        raise BenchBroken(f"the year is not whole: {faults}")
    yield _plain("year_verify", verified_s, "s", f"pages, indexes and the audit chain; {past}")


def _list(bench: str, times_s: list[float], includes: str) -> Figure:
    return of_times(bench, times_s, includes=includes, most_p99_ms=LIST_P99_MS)


def _plain(bench: str, figure: float, unit: str, includes: str) -> Figure:
    return Figure(bench=bench, figure=round(figure, 2), unit=unit, includes=includes)


def _look(site: Site, board: BoardKind, board_id: str) -> bytes:
    parts = site.hall.parts
    return msgspec.json.encode(take_snapshot(parts.engine, parts.facts, board, board_id).board)


def _hands(site: Site) -> Hands:
    return Hands(site.hall, random_id)


def _timed(deed: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    deed()
    return time.perf_counter() - began_s
