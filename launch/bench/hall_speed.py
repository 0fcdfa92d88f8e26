"""How fast numbers are given and called, in process and over HTTP, with few and many waiting."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

from hall.calls.messages import CallNext, TicketCalled
from hall.client.local import LocalGateway
from hall.client.remote import TIMEOUT_S
from hall.client.request import request
from hall.kernel.gateway import HallGateway
from hall.store.opening import random_id
from hall.tickets.messages import TakeTicket
from launch.bench.crowd import KIOSK
from launch.bench.figure import Figure, of_ratio, of_times
from launch.bench.serving import expected, serve
from launch.bench.site import HallProcess, hall_process, local_site, new_state

FEW, MANY, MANY_QUICKLY = 10, 10_000, 1_000
ROUNDS, ROUNDS_QUICKLY = 400, 60
WARM_UP = 20
HTTP_P99_MS = 30.0
GROWTH = 1.3

IN_PROCESS = "command in, durable answer out, in one process; {n} waiting"
OVER_HTTP = "client, loopback, server, durable commit and the answer decoded; {n} waiting"


@dataclass
class Times:
    """Durations of one hall, in seconds."""

    take: list[float] = field(default_factory=list)
    call: list[float] = field(default_factory=list)


def measure(quick: bool) -> Iterator[Figure]:
    """Measure TakeTicket and CallNext at both crowds, by both ways."""
    rounds, many = (ROUNDS_QUICKLY, MANY_QUICKLY) if quick else (ROUNDS, MANY)
    local: dict[int, Times] = {}
    remote: dict[int, Times] = {}
    for waiting in (FEW, many):
        local[waiting], remote[waiting], bare = _at(waiting, rounds)
        at = f"at_{waiting}"
        for word in ("take", "call"):
            inside, outside = getattr(local[waiting], word), getattr(remote[waiting], word)
            name = {"take": "take_ticket", "call": "call_next"}[word]
            yield of_times(f"{name}_in_process_{at}", inside, includes=IN_PROCESS.format(n=waiting))
            yield of_times(
                f"{name}_http_{at}",
                outside,
                includes=OVER_HTTP.format(n=waiting),
                most_p99_ms=HTTP_P99_MS,
                ratio_to=("GET /healthz by the same client", bare),
            )
    for word, name in (("take", "take_ticket"), ("call", "call_next")):
        for way, times in (("in_process", local), ("http", remote)):
            yield of_ratio(
                f"{name}_{way}_growth",
                getattr(times[many], word),
                (f"the same with {FEW} waiting", getattr(times[FEW], word)),
                most=GROWTH,
                includes=f"median with {many} waiting against the median with {FEW} waiting",
            )


def _at(waiting: int, rounds: int) -> tuple[Times, Times, list[float]]:
    with new_state() as state:
        with local_site(state) as site:
            counter_id = site.busiest_counter()
            site.open_counter(counter_id)
            site.fill(waiting)
            gateway = LocalGateway(site.hall, KIOSK)
            comers = site.comers
            local = _work(gateway, gateway, comers, counter_id, rounds)
        with hall_process(state) as process:
            kiosk = process.gateway("kiosk", KIOSK)
            console = process.gateway("console", counter_id)
            remote = _work(kiosk, console, comers, counter_id, rounds)
            bare = _bare(process, rounds)
    return local, remote, bare


def _work(
    kiosk: HallGateway,
    console: HallGateway,
    comers: Iterator[TakeTicket],
    counter_id: str,
    rounds: int,
) -> Times:
    """Let somebody come and somebody be called, in turn, so that the crowd stays as it is."""
    times = Times()
    for done in range(WARM_UP + rounds):
        taken_s = _timed(partial(kiosk.handle, next(comers)))
        call = CallNext(command_id=random_id(), counter_id=counter_id)
        began_s = time.perf_counter()
        answer = console.handle(call)
        called_s = time.perf_counter() - began_s
        serve(console.handle, expected(answer, TicketCalled))
        if done >= WARM_UP:
            times.take.append(taken_s)
            times.call.append(called_s)
    return times


def _bare(process: HallProcess, rounds: int) -> list[float]:
    """Time what any request costs here: the same client, an answer of no work."""
    url = f"{process.url}/healthz"
    ask = partial(request, "GET", url, timeout_s=TIMEOUT_S, headers={})
    return [_timed(ask) for _ in range(WARM_UP + rounds)][WARM_UP:]


def _timed(deed: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    deed()
    return time.perf_counter() - began_s
