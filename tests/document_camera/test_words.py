"""What a page may be, by its words: a guess that says nothing rather than something wrong."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import cv2
import pytest

from devices.child_link import ChildLink
from document_camera.words.matching import guessed
from document_camera.words.suggester import COMMAND, ReadingSuggester, is_installed
from tests.document_camera.desk import pages

ROOT = Path(__file__).parents[2]
NAMES = {
    "form": ("申请表", "城乡居民养老保险待遇申请表"),
    "book": ("户口簿", "常住人口登记卡"),
    "bank": ("银行存折", "存折首页"),
    "bill": ("住院发票", "医疗住院收费票据"),
}

needs_ocr = pytest.mark.skipif(
    not is_installed(), reason="rapidocr is not installed: pip install -r requirements-ocr.lock"
)


class Answers:
    """What was guessed, from whatever thread."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self._news = threading.Condition()

    def __call__(self, key: str) -> None:
        with self._news:
            self.heard.append(key)
            self._news.notify_all()

    def until(self, count: int, within_s: float = 100.0) -> list[str]:
        with self._news:
            assert self._news.wait_for(lambda: len(self.heard) >= count, within_s), self.heard
        return self.heard


def jpeg_of(name: str) -> bytes:
    _, data = cv2.imencode(".jpg", pages()[name])
    return data.tobytes()


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        (["常住人口登记卡", "户号"], "book"),
        (["医疗住院收费票掘"], "bill"),  # one character read wrongly
        (["城乡居民养老保险", "待遇申请表"], "form"),  # a title over two lines
        (["存折 首页"], "bank"),
        (["情况说明", "县民政局："], ""),
        (["申请存折登记发票"], ""),
        ([], ""),
    ],
)
def test_a_page_is_guessed_by_its_name_or_not_at_all(lines, key):
    assert guessed(lines, NAMES) == key


def test_two_papers_of_nearly_one_name_are_no_guess():
    names = {"one": ("低保金申请表",), "other": ("低保证申请表",)}
    assert guessed(["低保 申请表"], names) == ""
    assert guessed(["低保金申请表"], {}) == ""


ANSWERS = """
import sys, os
from document_camera.messages import Unpacker, packed
from document_camera.words.messages import Guess, Guessed
import msgspec
unpacker = Unpacker(msgspec.msgpack.Decoder(Guess))
while data := os.read(0, 65536):
    for ask in unpacker.feed(data):
        os.write(1, packed(Guessed(next(iter(ask.names)))))
"""


def suggester(code: str, deadline_s: float = 20.0) -> ReadingSuggester:
    return ReadingSuggester(
        lambda: ChildLink([sys.executable, "-c", code], ROOT), deadline_s=deadline_s
    )


def test_each_page_is_answered_in_its_turn():
    reading, answers = suggester(ANSWERS), Answers()
    for key in ("book", "form", "bank"):
        reading.suggest(b"jpeg", {key: NAMES[key]}, answers)
    assert answers.until(3) == ["book", "form", "bank"]
    reading.stop()


@pytest.mark.parametrize(
    "code", ["raise SystemExit(1)", "import os; os.write(1, b'x' * 99)", "import time; input()"]
)
def test_a_process_that_fails_is_an_empty_guess_and_the_next_page_is_tried_again(code):
    reading, answers = suggester(code, deadline_s=1.0), Answers()
    reading.suggest(b"jpeg", NAMES, answers)
    reading.suggest(b"jpeg", NAMES, answers)
    assert answers.until(2) == ["", ""]
    reading.stop()


def test_what_was_not_guessed_when_the_station_stops_is_answered_with_nothing():
    reading, answers = suggester("input(); input()"), Answers()
    for _ in range(3):
        reading.suggest(b"jpeg", NAMES, answers)
    reading.stop()
    assert answers.until(3) == ["", "", ""]


def test_the_process_that_reads_reaches_no_network():
    code = (
        "import socket, urllib.request\n"
        "from document_camera.words.process import NoNetwork, forbid_network\n"
        "forbid_network()\n"
        "tries = [lambda: socket.create_connection(('127.0.0.1', 9)),\n"
        "         lambda: socket.getaddrinfo('hall.example', 80),\n"
        "         lambda: socket.socket().connect(('127.0.0.1', 9)),\n"
        "         lambda: socket.socket().sendto(b'x', ('127.0.0.1', 9)),\n"
        "         lambda: urllib.request.urlopen('http://127.0.0.1:9/')]\n"
        "for one in tries:\n"
        "    try: one()\n"
        "    except OSError as refused: print('without a network' in str(refused))\n"
    )
    told = subprocess.run(  # noqa: S603 - our own interpreter and our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert told.stdout.split() == ["True"] * 5


@needs_ocr
@pytest.mark.slow
def test_drawn_pages_are_recognised_by_their_titles():
    reading, answers = ReadingSuggester(deadline_s=90.0), Answers()
    assert COMMAND[-1] == "document_camera.words.process"
    for name in ("household_book", "hospital_bill", "letter", "blank"):
        reading.suggest(jpeg_of(name), NAMES, answers)
    assert answers.until(4) == ["book", "bill", "", ""]
    reading.stop()
