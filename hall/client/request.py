"""One request to a hall over HTTP, from the standard library: a station is on its screen sooner.

Each request has a connection of its own. A station asks when somebody presses a key, which is
seldom more often than an idle connection would be kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from hall.kernel.errors import HallUnreachable


@dataclass(frozen=True)
class Reply:
    """What a hall answered: the status of HTTP and the bytes of the body."""

    status: int
    body: bytes


def request(
    method: str,
    url: str,
    *,
    timeout_s: float,
    headers: Mapping[str, str],
    body: bytes | None = None,
) -> Reply:
    """Send one request and read its whole answer, whatever its status.

    `timeout_s` is how long each step may be silent: connecting, sending, each reading. No proxy
    stands between a station and its hall. Raises HallUnreachable.
    """
    parts = urlsplit(url)
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    link = kind(parts.hostname or "", parts.port, timeout=timeout_s)
    try:
        link.request(method, target, body, dict(headers))
        response = link.getresponse()
        return Reply(response.status, response.read())
    except (OSError, HTTPException) as fault:
        raise HallUnreachable("the hall does not answer") from fault
    finally:
        link.close()
