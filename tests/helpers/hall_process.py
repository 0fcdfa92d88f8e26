"""Halls as real processes on real sockets, whose clocks are moved by words.

This program is a nursery: it loads the hall's code once and forks a process for every line
`FOLDER PORT` on its stdin. Each child listens on FOLDER/control.sock, says `port N` there, and
answers `advance SECONDS` and `step SECONDS` with `done` once everything due has passed the door.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from pathlib import Path

import msgspec

from hall.kernel.clock import ManualClock
from hall.kernel.facts import HallFacts, HallRules
from hall.kernel.hall import Hall
from hall.server.access import Access
from hall.server.app import create_app
from hall.server.serving import listen, serve
from tests.helpers.halls import MONDAY_0940, new_tables, open_local_hall


def nurse() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    new_tables()
    for line in sys.stdin:
        folder, _, port = line.strip().rpartition(" ")
        if os.fork() == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            live(Path(folder), int(port))
            os._exit(0)


def live(folder: Path, port: int) -> None:
    facts = msgspec.json.decode((folder / "facts.json").read_bytes(), type=HallFacts)
    rules = msgspec.json.decode((folder / "rules.json").read_bytes(), type=HallRules)
    control = socket.socket(socket.AF_UNIX)
    control.bind(str(folder / "control.new"))
    control.listen(1)
    with open_local_hall(folder, facts, rules, ManualClock(MONDAY_0940)) as (hall, clock):
        app, hub = create_app(hall, Access(hall.parts.engine, facts.hall_id, "private"))
        listening = listen("127.0.0.1", port)
        bound = listening.getsockname()[1]
        words = threading.Thread(target=obey, args=(control, bound, hall, clock), daemon=True)
        words.start()
        (folder / "control.new").rename(folder / "control.sock")
        serve(app, hub, listening, lambda: None, embedded=False)


def obey(control: socket.socket, port: int, hall: Hall, clock: ManualClock) -> None:
    connection, _ = control.accept()
    with connection, connection.makefile("rw") as words:
        print(f"port {port} {os.getpid()}", file=words, flush=True)
        for line in words:
            word, _, amount = line.strip().partition(" ")
            {"advance": clock.advance, "step": clock.step}[word](float(amount))
            hall.run_due()
            print("done", file=words, flush=True)


if __name__ == "__main__":
    nurse()
