"""Strips described in a file: the frames they make, and descriptions that cannot be meant."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest

from devices.ports import StripText
from led_strip.template.description import (
    BadDescription,
    Description,
    description_named,
    load_description,
    shipped_names,
)
from led_strip.template.driver import build
from led_strip.template.encode import CHECKSUMS, frame
from tests.led_strip.counter import calling

VECTORS = tomllib.loads(Path(__file__).with_name("vectors.toml").read_text(encoding="utf-8"))
SMALL = {"what": "a small strip", "parts": [{"address_bytes": 1}, {"text": "{number}"}]}


def small(**more) -> Description:
    return msgspec.convert({**SMALL, **more}, Description)


def test_a_description_makes_the_published_frame_of_the_other_driver():
    described = frame(description_named("onbon_256x16"), StripText("请A023号到3号窗口"), 1)

    assert described.hex(" ").upper() == " ".join(["A5"] * 8) + f" {VECTORS['request']['call']} 5A"


def test_a_call_to_a_cpower_card_has_its_length_its_sum_and_its_escapes():
    sent = frame(description_named("cpower"), calling("老012"), 0xAA)

    assert sent.hex(" ").upper() == (
        "A5 68 32 AA 0A 7B 01 23 00 00 00 04 00 01 01 00 00 00 00 00 80 00 10 02 FF 00 00 "
        "C7 EB 20 C0 CF 30 31 32 20 B5 BD 33 BA C5 B4 B0 BF DA 00 AF 0D AE"
    )


@pytest.mark.parametrize(
    ("kind", "bytes_"),
    [
        ("none", ""),
        ("xor8", "31"),
        ("sum8", "DD"),
        ("sum16le", "DD 01"),
        ("sum16be", "01 DD"),
        ("crc16-arc", "3D BB"),
        ("crc16-modbus", "37 4B"),
    ],
)
def test_checksums_of_one_to_nine_are_those_everybody_publishes(kind, bytes_):
    assert CHECKSUMS[kind](b"123456789") == bytes.fromhex(bytes_)


def test_a_number_is_filled_up_or_cut_to_the_width_a_strip_wants():
    wide, narrow = small(pad_bytes=7, pad="30"), small(pad_bytes=4)

    assert frame(wide, calling("老012"), 5) == b"\x05" + "老012".encode("gbk") + b"00"
    assert frame(narrow, calling("老012"), 5) == b"\x05" + "老01".encode("gbk")


def test_what_the_checksum_counts_can_begin_later():
    assert frame(small(checksum="sum8", checksum_from=1), StripText("", "1"), 9) == b"\x0911"


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_description_is_sound_and_says_what_it_is(name):
    assert description_named(name).what


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('what = "x"', "`parts`"),
        ('what = "x"\nparts = [{ hex = "0" }]', "regex"),
        ('what = "x"\nparts = [{ hex = "00" }]', "no part holds the text"),
        ('what = "x"\nparts = [{ text = "{name}" }]', "{text}, {number}, {window}"),
        ('what = "x"\nparts = [{ text = "{" }]', "{text}, {number}, {window}"),
        ('what = "x"\nparts = [{ text = "{text}", hex = "00" }]', "exactly one of"),
        ('what = "x"\nparts = [{ text = "{text}" }]\nchecksum = "crc32"', "crc32"),
        ('what = "x"\nparts = [{ text = "{text}" }]\nchecksum_from = 1', "behind the last part"),
        ('what = "x"\nparts = [{ text = "{text}" }]\nack = "("', "no pattern"),
        ('what = "x"\nparts = [{ text = "{text}" }]\nheader = "A5"', "header"),
        ("what =", "Invalid value"),
    ],
)
def test_a_description_that_cannot_be_meant_is_refused_with_its_name(tmp_path, line, sentence):
    path = tmp_path / "strip.toml"
    path.write_text(line, encoding="utf-8")

    with pytest.raises(BadDescription) as refused:
        load_description(path)
    assert "strip.toml" in str(refused.value)
    assert sentence in str(refused.value)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({}, "did you mean"),
        ({"strip": "cpowr"}, "did you mean 'cpower'"),
        ({"strip": "/nowhere/strip.toml"}, "cannot be read"),
        ({"strip": "cpower", "adress": 1}, "did you mean 'address'"),
        ({"strip": "cpower", "address": 300}, "does not fit"),
        ({"strip": "cpower", "address": "1"}, "whole number"),
    ],
)
def test_options_that_cannot_be_meant_are_refused(options, sentence):
    with pytest.raises(ValueError, match=sentence):
        build(lambda: pytest.fail("nothing is opened"), options)
