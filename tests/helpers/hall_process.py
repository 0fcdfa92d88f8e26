"""A hall as a real process on a real socket, whose clock is moved by words on its stdin.

Words, one a line: `advance SECONDS`, `step SECONDS`; each is answered by `done` on stdout once
everything that became due has passed the door.
"""

from __future__ import annotations

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
from tests.helpers.facts import FACTS, RULES
from tests.helpers.halls import MONDAY_0940, open_local_hall


def main(folder: Path, port: int) -> None:
    facts, rules = FACTS, RULES
    if (folder / "facts.json").exists():
        facts = msgspec.json.decode((folder / "facts.json").read_bytes(), type=HallFacts)
        rules = msgspec.json.decode((folder / "rules.json").read_bytes(), type=HallRules)
    with open_local_hall(folder, facts, rules, ManualClock(MONDAY_0940)) as (hall, clock):
        app, hub = create_app(hall, Access(hall.parts.engine, facts.hall_id, "private"))
        listening = listen("127.0.0.1", port)
        threading.Thread(target=obey, args=(hall, clock), daemon=True).start()
        say(f"port {listening.getsockname()[1]}")
        serve(app, hub, listening, lambda: None, embedded=False)


def obey(hall: Hall, clock: ManualClock) -> None:
    for line in sys.stdin:
        word, _, amount = line.strip().partition(" ")
        {"advance": clock.advance, "step": clock.step}[word](float(amount))
        hall.run_due()
        say("done")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
