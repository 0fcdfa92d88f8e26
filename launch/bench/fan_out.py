"""From the clerk's press to the last of 100 screens: a real hall, a real loopback."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import msgspec

from hall.calls.messages import CallNext, TicketCalled
from hall.client.remote import TIMEOUT_S
from hall.client.request import request
from hall.store.opening import random_id
from launch.bench.bare_feed import bare_feed
from launch.bench.figure import Figure, of_times
from launch.bench.screens import Wish
from launch.bench.serving import BenchBroken, expected, serve
from launch.bench.site import HallProcess, hall_process, local_site, new_state
from launch.paths import PROJECT

SCREENS = 100
ROUNDS, ROUNDS_QUICKLY = 200, 30
WARM_UP = 5
MOST_P99_MS = 100.0
BARE_TEXT_BYTES = 900
"""About as long as the text of a TicketCalled."""

INCLUDES = (
    "CallNext encoded, HTTP over the loopback, durable commit, fan-out, and the texts received by "
    "100 screens in one other process, which does not decode them; all share this machine's cores"
)


def measure(quick: bool) -> Iterator[Figure]:
    """Measure presses, and a bare feed of as many screens in the same run."""
    rounds = ROUNDS_QUICKLY if quick else ROUNDS
    bare = _bare(rounds)
    yield of_times(
        "press_to_100_screens",
        _pressed(rounds),
        includes=INCLUDES,
        most_p99_ms=MOST_P99_MS,
        ratio_to=("a bare WebSocket broadcast to as many screens", bare),
    )


def _pressed(rounds: int) -> list[float]:
    times = []
    with new_state() as state:
        with local_site(state) as site:
            counter_id = site.busiest_counter()
            site.open_counter(counter_id)
            site.fill(WARM_UP + rounds)
        with hall_process(state) as process:
            console = process.gateway("console", counter_id)
            wish = Wish(_address(process), process.token("display", "board-1"), SCREENS)
            with _screens(wish) as told:
                for _ in range(WARM_UP + rounds):
                    pressed_s = time.monotonic()
                    answer = console.handle(CallNext(command_id=random_id(), counter_id=counter_id))
                    times.append(_until(told, answer.seq) - pressed_s)
                    serve(console.handle, expected(answer, TicketCalled))
    return times[WARM_UP:]


def _bare(rounds: int) -> list[float]:
    times = []
    filling = "x" * BARE_TEXT_BYTES
    with bare_feed() as feed, _screens(Wish(feed.address, "", SCREENS)) as told:
        for seq in range(WARM_UP + rounds):
            pressed_s = time.monotonic()
            feed.send(f'{{"seq":{seq},"filling":"{filling}"}}')
            times.append(_until(told, seq) - pressed_s)
    return times[WARM_UP:]


def _address(process: HallProcess) -> str:
    ready = request("GET", f"{process.url}/readyz", timeout_s=TIMEOUT_S, headers={})
    seq = msgspec.json.decode(ready.body)["seq"]
    return f"{process.url.replace('http', 'ws', 1)}/api/v1/feed?board=hall&after={seq}"


@contextmanager
def _screens(wish: Wish) -> Iterator[IO[str]]:
    """Start the screens and wait until all follow; yields what they tell."""
    command = [sys.executable, "-m", "launch.bench.screens"]
    with subprocess.Popen(  # noqa: S603 - our own module
        command, cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise BenchBroken("the screens have no pipes")
        print(msgspec.json.encode(wish).decode(), file=process.stdin, flush=True)
        try:
            if process.stdout.readline().strip() != "ready":
                raise BenchBroken("the screens did not reach the feed")
            yield process.stdout
        finally:
            process.terminate()


def _until(told: IO[str], seq: int) -> float:
    """Wait until the last screen has an event; returns when it had it."""
    for line in told:
        which, at_s = line.split()
        if int(which) == seq:
            return float(at_s)
    raise BenchBroken("the screens have gone")
