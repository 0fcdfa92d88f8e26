"""What people are told for every byte a printer may answer."""

from __future__ import annotations

import pytest

from devices.ports import CoverOpen, DeviceStatus, Fault, PaperLow, PaperOut, Ready, Unknown
from printer_drivers.escpos.status import REQUESTS, decode, is_status_reply, status_of, the_reply

GOOD: dict[int, int | None] = dict.fromkeys(REQUESTS, 0x12)


def told(near_end_sensor: bool = True, **changed: int | None) -> DeviceStatus:
    replies = GOOD | {int(name[1:]): byte for name, byte in changed.items()}
    decoded = {n: None if b is None else decode(n, b) for n, b in replies.items()}
    return status_of(decoded, near_end_sensor=near_end_sensor)


@pytest.mark.parametrize("request_number", REQUESTS)
@pytest.mark.parametrize("byte", range(256))
def test_a_byte_is_a_reply_only_with_its_four_fixed_bits(request_number, byte):
    fixed = [byte >> bit & 1 for bit in (0, 1, 4, 7)] == [0, 1, 1, 0]
    assert is_status_reply(byte) is fixed
    assert (decode(request_number, byte) is not None) is fixed
    if fixed and byte & 0x6C:
        assert told(**{f"n{request_number}": byte}) != Ready() or (request_number, byte & 0x68) == (
            1,
            0,
        ), "only the drawer's bit of the first reply means nothing"
    if not fixed:
        assert told(**{f"n{request_number}": byte}) == Unknown()


@pytest.mark.parametrize(
    ("replies", "status"),
    [
        ({}, Ready()),
        ({"n1": 0x16}, Ready()),
        ({"n2": 0x16}, CoverOpen()),
        ({"n2": 0x32}, PaperOut()),
        ({"n4": 0x72}, PaperOut()),
        ({"n4": 0x1E}, PaperLow()),
        ({"n2": 0x52, "n3": 0x1A}, Fault("cutter")),
        ({"n3": 0x32}, Fault("unrecoverable")),
        ({"n3": 0x52}, Fault("overheated")),
        ({"n1": 0x1A, "n2": 0x32, "n3": 0x12, "n4": 0x7E}, PaperOut()),
        ({"n4": None}, Unknown()),
        ({"n2": 0x16, "n4": None}, CoverOpen()),
    ],
)
def test_what_a_round_of_replies_means(replies, status):
    assert told(**replies) == status


def test_without_a_near_end_sensor_its_bits_mean_nothing():
    assert told(near_end_sensor=False, n4=0x1E) == Ready()


def test_two_replies_at_once_are_none():
    assert the_reply(b"\x12\x1a") is None
    assert the_reply(b"\x11\x12\x13") == 0x12
