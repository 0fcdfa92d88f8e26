"""Joins the hall's messages: their templates, the port that takes them, the worker that sends."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from launch.paths import ASSETS

if TYPE_CHECKING:
    from hall.kernel.hall import Hall
    from hall.kernel.message_port import MessagePort, Template
    from launch.settings.care_schema import Messages

SHORTEST_SECRET = 32
"""Characters a shared secret must have."""


class SecretUnusable(RuntimeError):
    """The secret of the webhook is not there, too short, or open to others."""


def templates(path: Path = ASSETS / "messages.toml") -> Mapping[Template, str]:
    """Return the words of every message."""
    from hall.kernel.message_port import Template

    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: str(table[name]) for name in get_args(Template)}


def message_port(settings: Messages, config: Path) -> MessagePort | None:
    """Return the port a hall sends its messages through, None where it sends none.

    `config` is the folder of hall.toml. Raises SecretUnusable.
    """
    from hall.client.webhook import LogPort, WebhookPort

    if settings.driver == "off":
        return None
    if settings.driver == "log":
        return LogPort()
    secret = _secret(config / settings.secret_file)
    return WebhookPort(settings.url, secret, float(settings.timeout_s))


def start_sending(hall: Hall, port: MessagePort | None) -> Callable[[], None]:
    """Send the hall's messages from now on; returns how to end that."""
    from hall.kernel.message_worker import MessageWorker

    if port is None:
        return lambda: None
    return MessageWorker(hall, port, templates()).stop


def _secret(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        secret = path.read_text(encoding="utf-8").strip()
    except OSError as fault:
        raise SecretUnusable(f"{path}: the secret cannot be read: {fault.strerror}") from fault
    if mode & 0o077:
        raise SecretUnusable(f"{path}: others can read the secret; chmod 600 it")
    if len(secret) < SHORTEST_SECRET:
        raise SecretUnusable(f"{path}: a secret needs {SHORTEST_SECRET} characters or more")
    return secret.encode()
