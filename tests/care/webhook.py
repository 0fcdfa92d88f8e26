"""A receiver of messages on a real socket that can be told to fail, hang, or answer late."""

from __future__ import annotations

import json
import threading
from collections import deque
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Received:
    """One request: its body as bytes and as JSON, and its headers in lower case."""

    body: bytes
    said: dict[str, Any]
    headers: dict[str, str]


@dataclass
class Receiver:
    """`answers` are statuses for the next requests, 200 once they are used up.

    Status 0 says nothing until `let_go` is set: it hangs, or answers late.
    """

    answers: deque[int] = field(default_factory=deque)
    received: list[Received] = field(default_factory=list)
    let_go: threading.Event = field(default_factory=threading.Event)
    arrived: threading.Condition = field(default_factory=threading.Condition)

    def __enter__(self) -> Receiver:
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {key.lower(): value for key, value in self.headers.items()}
                with receiver.arrived:
                    receiver.received.append(Received(body, json.loads(body), headers))
                    status = receiver.answers.popleft() if receiver.answers else 200
                    receiver.arrived.notify_all()
                if status == 0:
                    receiver.let_go.wait(20)
                    status = 200
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing on the terminal."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.let_go.set()
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/messages"

    def waits_for(self, count: int, within_s: float = 15.0) -> list[Received]:
        """Wait until so many requests have come."""
        with self.arrived:
            came = self.arrived.wait_for(lambda: len(self.received) >= count, within_s)
            assert came, f"{len(self.received)} of {count} requests came"
            return list(self.received)
