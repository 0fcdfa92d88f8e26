"""The process that reads pages: `python -m document_camera.words.process`, spoken to by its pipes.

Its models come with the package rapidocr; it may not reach any network, keeps nothing of a page,
and answers with a key of what it was given, never with text.
"""

from __future__ import annotations

import logging
import os
import resource
import socket
import sys
from typing import Any, NoReturn

import msgspec

from document_camera.messages import Unpacker, packed
from document_camera.words.matching import guessed
from document_camera.words.messages import Guess, Guessed

NICENESS = 10
TITLE_SHARE = 0.45
"""A paper says in its upper part what it is; the rest is left unread."""
READ_PX = 900


class NoNetwork(OSError):
    """This process reaches no network."""


def forbid_network() -> None:
    """Let every attempt to open a connection or to look up a name fail."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise NoNetwork("pages are read without a network")

    names = ("connect", "connect_ex", "sendto", "bind")
    cut_off = type("socket", (socket.socket,), dict.fromkeys(names, refuse))
    for name, instead in (
        ("socket", cut_off),
        ("create_connection", refuse),
        ("getaddrinfo", refuse),
        ("gethostbyname", refuse),
    ):
        setattr(socket, name, instead)


class Reader:
    """Reads the lines of a page; loading its models takes seconds and 300 MB."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR

        logging.disable(logging.CRITICAL)  # a log line could carry what a page says
        self._engine: Any = RapidOCR()

    def lines(self, jpeg: bytes) -> tuple[str, ...]:
        """Return the lines of the upper part of a page; none where it is no picture."""
        import cv2
        import numpy as np

        page = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_COLOR)
        if page is None:
            return ()
        height, width = page.shape[:2]
        upper = page[: round(TITLE_SHARE * height)]
        scale = min(1.0, READ_PX / width)
        small = cv2.resize(upper, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        return tuple(self._engine(small).txts or ())


def main() -> int:
    """Answer one question after the other until the pipe ends."""
    forbid_network()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(NICENESS)
    pipe = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    reader = Reader()
    unpacker = Unpacker(msgspec.msgpack.Decoder(Guess))
    while data := os.read(sys.stdin.fileno(), 1 << 20):
        for ask in unpacker.feed(data):
            answer = memoryview(packed(Guessed(guessed(reader.lines(ask.jpeg), ask.names))))
            while answer:
                answer = answer[os.write(pipe, answer) :]
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
