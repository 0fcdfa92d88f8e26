"""The published frames of Onbon, byte by byte."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from led_strip.onbon.area import Motion, RealtimeArea, RunMode, area_for, show_request
from led_strip.onbon.frames import (
    ANY_STRIP,
    CLEAR,
    PING,
    STATUS,
    Reply,
    ReplyParser,
    crc16_arc,
    request_frame,
)
from led_strip.simulated_onbon import OnbonCard

VECTORS = tomllib.loads(Path(__file__).with_name("vectors.toml").read_text(encoding="utf-8"))


def framed(vector: str) -> bytes:
    return b"\xa5" * 8 + bytes.fromhex(vector) + b"\x5a"


REPLIES = {name: framed(vector) for name, vector in VECTORS["reply"].items()}


@pytest.mark.parametrize(
    ("name", "data", "address"),
    [
        ("ping", PING, 1),
        ("status", STATUS, 1),
        ("clear", CLEAR, 1),
        (
            "welcome",
            show_request(
                RealtimeArea(
                    128, 32, "欢迎光临".encode("gb2312"),
                    timeout_s=10, single_line=False, speed=2,
                )
            ),
            ANY_STRIP,
        ),
        (
            "call",
            show_request(
                RealtimeArea(
                    256, 16, "请A023号到3号窗口".encode("gb2312"), motion=Motion.LEFT
                )
            ),
            1,
        ),
    ],
)  # fmt: skip
def test_requests_are_the_published_bytes(name, data, address):
    assert request_frame(data, address) == framed(VECTORS["request"][name])


@pytest.mark.parametrize("vector", VECTORS["request"].values())
def test_a_simulated_card_understands_the_published_requests(vector):
    shown: list[str] = []
    answers = OnbonCard(lambda text, _dark: shown.append(text)).take(framed(vector))

    assert len(answers) == 1
    parsed = ReplyParser(ANY_STRIP).feed(answers[0])
    assert parsed is not None
    unknown = "A1 02" in vector  # it knows nothing but ping, clear and the realtime area
    assert (parsed.group, parsed.command, parsed.error) == (0xA0, int(unknown), 2 if unknown else 0)


def test_the_published_replies_are_understood():
    assert ReplyParser(ANY_STRIP).feed(REPLIES["acknowledged"]) == Reply(ANY_STRIP, 0xA0, 0, 0)
    assert ReplyParser(1).feed(REPLIES["refused_checksum"]) is None
    assert ReplyParser(ANY_STRIP).feed(REPLIES["refused_checksum"]) == Reply(ANY_STRIP, 0xA0, 1, 5)


def test_a_reply_split_anywhere_or_after_noise_and_our_own_echo_is_understood():
    echo = request_frame(PING, 1)
    reply = REPLIES["acknowledged"]
    for at in range(len(reply)):
        parser = ReplyParser(ANY_STRIP)
        assert parser.feed(b"\x00\x5a\xff" + echo + reply[:at]) is None
        assert parser.feed(reply[at:]) is not None


def test_one_bit_turned_over_is_no_reply():
    reply = REPLIES["acknowledged"]
    for bit in range(8 * 8, 8 * (len(reply) - 1)):
        spoilt = bytearray(reply)
        spoilt[bit // 8] ^= 1 << bit % 8
        assert ReplyParser(ANY_STRIP).feed(bytes(spoilt)) is None


def test_an_endless_flood_is_not_kept():
    parser = ReplyParser(1)
    for _ in range(100):
        assert parser.feed(b"\x00" * 1000) is None
    assert parser.feed(b"") is None
    assert len(parser._kept) <= 1024


@given(st.binary(max_size=400))
def test_whatever_the_text_the_frame_arrives_whole(text):
    """Bytes that look like the beginning, the end or an escape of a frame are only text."""
    answers = OnbonCard(lambda *_: None).take(
        request_frame(show_request(RealtimeArea(256, 16, text)), 1)
    )

    assert [ReplyParser(1).feed(answer) for answer in answers] == [Reply(1, 0xA0, 0, 0)]


def test_the_checksum_is_the_one_everybody_calls_arc():
    assert crc16_arc(b"123456789") == (0xBB3D).to_bytes(2, "little")


def test_a_line_that_fits_stands_still_and_a_longer_one_moves():
    line = "请 老012 到3号窗口".encode("gb2312")
    still, moving = area_for(line, 144, 16, 16, 60), area_for(line, 136, 16, 16, 60)

    assert (still.motion, moving.motion) == (Motion.STATIC, Motion.LEFT)
    assert (still.run_mode, still.timeout_s) == (RunMode.DELETE_AFTER_TIMEOUT, 60)
    assert area_for(line, 288, 32, 32, 60).motion is Motion.STATIC
    assert area_for(line, 287, 32, 32, 60).text.startswith(rb"\FO002\FE002")
