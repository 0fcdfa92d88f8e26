"""The verb hall: one hall over its state directory, served on a socket."""

from __future__ import annotations

import fcntl
import json
import logging
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from logging.handlers import RotatingFileHandler
from pathlib import Path

from hall.kernel.clock import SteadyClock
from hall.kernel.due import DueLoop
from hall.server.access import Access
from hall.server.app import create_app
from hall.server.serving import listen, serve
from hall.store.engine import migrate, open_engine, sqlite_url
from hall.store.keys import keep_secret, load_keyring
from hall.store.opening import last_steady_s, open_hall
from launch.evaluation import evaluation_system, tell_of_feelings
from launch.facts import facts_of, rules_of
from launch.languages import with_languages
from launch.messages import message_port, start_sending
from launch.settings import load_hall, load_names

ADDRESS_FILE = "hall.json"
PRIVATE_TOKEN = "private.token"  # noqa: S105 - a file's name
LOG_BYTES, LOG_FILES = 2_000_000, 5


class StateInUse(RuntimeError):
    """Another hall already runs over this state directory."""


def run_hall(
    config: Path, state: Path, host: str, port: int, shift_s: float, *, embedded: bool
) -> None:
    """Serve a hall until it is told to stop.

    Raises ConfigErrors, SecretUnusable, StateInUse, OSError.
    """
    loaded = load_hall(config)
    names = load_names(config, loaded)
    facts = with_languages(facts_of(loaded.settings, loaded.matters), loaded.settings, names)
    rules = rules_of(loaded.settings)
    port_of_messages = message_port(loaded.settings.messages, config)
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    with _only_one(state):
        log_to(state / "logs" / "hall.log")
        engine = open_engine(sqlite_url(state))
        migrate(engine)
        clock = SteadyClock(last_steady_s(engine, facts.hall_id), timedelta(seconds=shift_s))
        hall = open_hall(engine, clock, facts, rules, load_keyring(state))
        system = evaluation_system(loaded.settings.feelings)
        due = DueLoop(hall)
        stop_sending = start_sending(hall, port_of_messages)
        stop_telling = tell_of_feelings(hall, system)
        access = Access(engine, facts.hall_id, keep_secret(state, PRIVATE_TOKEN))
        app, hub = create_app(hall, access)
        listening = listen(host, port)
        bound = listening.getsockname()
        address = {"url": f"http://{bound[0]}:{bound[1]}", "pid": os.getpid()}
        _leave_signals_to_the_server()
        try:
            serve(
                app,
                hub,
                listening,
                lambda: _tell(state / ADDRESS_FILE, address),
                embedded=embedded,
            )
        finally:
            (state / ADDRESS_FILE).unlink(missing_ok=True)
            stop_sending()
            stop_telling()
            due.stop()
            hall.stop()
            engine.dispose()


def log_to(path: Path) -> None:
    """Write logs to a rotated file; they hold no personal data."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)


def _leave_signals_to_the_server() -> None:
    """Ignore what ends the server once it has ended: it raises the same signal again then.

    The process would be gone before the hall was put away.
    """
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)


def _tell(path: Path, address: dict[str, object]) -> None:
    """Write where the hall is found, whole or not at all."""
    draft = path.with_suffix(".new")
    draft.write_text(json.dumps(address), encoding="utf-8")
    draft.replace(path)


@contextmanager
def _only_one(state: Path) -> Iterator[None]:
    with (state / "hall.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StateInUse(f"another hall already runs over {state}") from error
        yield
