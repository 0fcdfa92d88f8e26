"""Frames as bytes: what is asked, what is accepted, what is refused."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from id_reader.sdt import frames
from id_reader.sdt.frames import FrameParser, FrameRefused, Reply, command_frame
from id_reader.sdt.resident import decode_card, load_words
from tests.id_reader.desk import EXAMPLES, RESIDENT

WORDS = load_words()
CARD = decode_card(RESIDENT[14:270], WORDS)


def one_read(data: bytes) -> Reply | None:
    return FrameParser(frames.READ.reply_lengths).feed(data)


@pytest.mark.parametrize(
    ("command", "sent"),
    [
        (frames.RESET, "AAAAAA9669000310FFEC"),
        (frames.STATUS, "AAAAAA9669000311FFED"),
        (frames.MODULE_NUMBER, "AAAAAA9669000312FFEE"),
        (frames.FIND, "AAAAAA96690003200122"),
        (frames.SELECT, "AAAAAA96690003200221"),
        (frames.READ, "AAAAAA96690003300132"),
        (frames.ADDRESS, "AAAAAA96690003300330"),
    ],
)
def test_a_request_is_the_bytes_of_the_sheet(command, sent):
    assert command_frame(command) == bytes.fromhex(sent)


@pytest.mark.parametrize(
    ("received", "status", "data"),
    [
        ("AAAAAA9669 0004 000090 94", "000090", ""),
        ("AAAAAA9669 0004 000080 84", "000080", ""),
        ("AAAAAA9669 0008 00009F 00000000 97", "00009f", "00000000"),
        ("AAAAAA9669 000C 000090 0000000000000000 9C", "000090", "0000000000000000"),
        ("AAAAAA9669 0004 000091 95", "000091", ""),
        (
            "AAAAAA9669 0014 000090 05000300E5D634010100000002000000 87",
            "000090",
            "05000300e5d634010100000002000000",
        ),
    ],
)
def test_a_sound_reply_is_taken_apart(received, status, data):
    reply = FrameParser().feed(bytes.fromhex(received))

    assert reply == Reply(bytes.fromhex(status), bytes.fromhex(data))


@pytest.mark.parametrize("frame", [bytes.fromhex(text) for text in EXAMPLES.values()])
def test_a_card_reply_gives_its_text_and_never_the_photo(frame):
    reply = one_read(frame)

    assert reply is not None
    assert reply.data == frame[14:270]


def test_every_cut_of_a_card_reply_gives_no_card():
    for length in range(len(RESIDENT)):
        assert one_read(RESIDENT[:length]) is None


def test_every_flipped_bit_is_refused_or_harmless():
    """Within the preamble the identical card may be read; from there on no flip is accepted."""
    accepted = set()
    for position in range(len(RESIDENT) * 8):
        at, bit = divmod(position, 8)
        flipped = RESIDENT[:at] + bytes((RESIDENT[at] ^ (1 << bit),)) + RESIDENT[at + 1 :]
        try:
            reply = one_read(flipped)
        except FrameRefused:
            continue
        if reply is not None:
            assert decode_card(reply.data, WORDS) == CARD
            accepted.add(at)

    assert accepted == {0}


@given(st.lists(st.integers(1, len(RESIDENT) - 1), max_size=6))
def test_a_reply_may_come_in_any_pieces(places):
    parser = FrameParser()
    edges = [0, *sorted(places), len(RESIDENT)]
    replies = [parser.feed(RESIDENT[a:b]) for a, b in pairwise(edges)]

    assert [reply for reply in replies if reply is not None] == [
        Reply(b"\0\0\x90", RESIDENT[14:270])
    ]


@given(st.binary(max_size=40).filter(lambda noise: b"\xaa\xaa" not in noise + b"\x00"))
def test_noise_before_a_reply_is_skipped_and_counted(noise):
    parser = FrameParser()
    noise += b"\x00"

    assert parser.feed(noise + RESIDENT) is not None
    assert parser.noise_bytes == len(noise)


def test_a_lost_first_byte_does_not_matter():
    assert one_read(RESIDENT[1:]) is not None
    assert one_read(RESIDENT[2:]) is None


@pytest.mark.parametrize("length", [0, 1, 3, 5, 0x507, 0x509, 0x90B, 0xFFFF])
def test_a_length_that_no_reply_has_is_refused_at_once(length):
    with pytest.raises(FrameRefused, match="length"):
        FrameParser().feed(frames.PREAMBLE + length.to_bytes(2, "big"))


def test_a_card_reply_is_no_answer_to_a_search():
    with pytest.raises(FrameRefused, match="length"):
        FrameParser(frames.FIND.reply_lengths).feed(RESIDENT)


def test_two_answers_at_once_are_both_refused():
    with pytest.raises(FrameRefused, match="more_than_one"):
        one_read(RESIDENT + RESIDENT)


@pytest.mark.parametrize(("at", "value"), [(10, 0), (11, 1), (12, 5), (13, 1)])
def test_wrong_inner_lengths_are_refused_though_the_checksum_is_right(at, value):
    framed = bytearray(RESIDENT[5:-1])
    framed[at - 5] = value
    frame = frames.PREAMBLE + bytes(framed) + bytes((frames.checksum(framed),))

    with pytest.raises(FrameRefused, match="parts"):
        one_read(frame)


def test_a_photo_full_of_preambles_is_still_one_card():
    framed = bytearray(RESIDENT[5:-1])
    framed[-1024:] = (frames.PREAMBLE * 205)[:1024]
    frame = frames.PREAMBLE + bytes(framed) + bytes((frames.checksum(framed),))

    reply = one_read(frame)
    assert reply is not None
    assert decode_card(reply.data, WORDS) == CARD


def test_a_flood_of_noise_does_not_pile_up():
    parser = FrameParser()
    for _ in range(1000):
        parser.feed(b"\xaa\x55\x00\xff" * 1024)

    assert len(parser._kept) <= 8
    assert parser.noise_bytes >= 4_000_000


def test_a_reply_never_prints_what_a_card_says():
    reply = one_read(RESIDENT)

    assert repr(reply) == "Reply(status=000090, 256 bytes)"
