"""Drivers and simulators by name, and the words simulators understand."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from devices.catalog import ENTRY_POINT_GROUP, SIMULATORS, UnknownDriver, shipped_catalog
from devices.sim_control import WORDS, RefusedWord, apply
from devices.simulated_wire import instant_pace
from id_reader.simulator import SdtSimulator

KINDS = (
    "card_reader", "slip_printer", "paper_printer", "document_camera", "speaker", "call_strip",
    "simulator",
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, name) for kind in KINDS for name in shipped_catalog([]).names(kind)],
)
def test_every_shipped_name_loads(kind, name):
    assert callable(shipped_catalog([]).load(kind, name))


@pytest.mark.parametrize(
    ("kind", "name", "sentence"),
    [
        ("card_reader", "std", "did you mean 'sdt'"),
        ("slip_printer", "esc-pos", "did you mean 'escpos'"),
        ("card_raeder", "sdt", "did you mean 'card_reader'"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_one(kind, name, sentence):
    with pytest.raises(UnknownDriver, match=sentence):
        shipped_catalog([]).load(kind, name)


def test_an_outsider_adds_a_driver_but_does_not_replace_ours():
    catalog = shipped_catalog(
        [
            EntryPoint("card_reader.hid", "json:loads", ENTRY_POINT_GROUP),
            EntryPoint("card_reader.sdt", "json:loads", ENTRY_POINT_GROUP),
            EntryPoint("card_reader.lost", "no_such_module:build", ENTRY_POINT_GROUP),
        ]
    )

    assert catalog.load("card_reader", "hid") is json.loads
    assert catalog.place("card_reader", "sdt") == "id_reader.sdt.driver:build"
    with pytest.raises(UnknownDriver, match="does not load"):
        catalog.load("card_reader", "lost")


def test_looking_at_the_catalog_imports_no_driver():
    seen = subprocess.run(
        [sys.executable, "-c",
         "import sys; from devices.catalog import shipped_catalog; "
         "print(shipped_catalog([]).names('card_reader')); "
         "print([m for m in sys.modules if m.startswith(('id_reader','serial','usb'))])"],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2],
    )  # fmt: skip

    assert seen.stdout.splitlines() == ["('sdt',)", "[]"]


@pytest.mark.parametrize("name", SIMULATORS)
def test_every_word_a_simulator_knows_is_explained(name):
    simulator = shipped_catalog([]).load("simulator", name)({})

    assert set(simulator.words()) <= set(WORDS)


def test_every_word_has_one_sentence():
    assert all(sentence.endswith(".") and sentence[0].isupper() for sentence in WORDS.values())


@pytest.mark.parametrize(
    ("word", "arguments", "sentence"),
    [
        ("presnt_card", {}, "Did you mean 'present_card'"),
        ("paper_out", {}, "does not know the word 'paper_out'"),
        ("present_card", {"specimen": "nobody"}, "no specimen 'nobody'"),
        ("present_card", {"colour": "red"}, "no field 'colour'"),
        ("present_card", {"name": "x" * 16}, "room for 15"),
        ("present_card", {"frame": "AA"}, "1295 bytes"),
        ("present_card", {"photo": "AA"}, "1024 bytes"),
        ("fail_at", {"step": "photo"}, "find, select, read"),
        ("late", {}, "cannot be used like that"),
    ],
)
def test_a_word_that_cannot_be_meant_is_refused_with_a_sentence(word, arguments, sentence):
    with pytest.raises(RefusedWord, match=sentence):
        apply(SdtSimulator(instant_pace), word, arguments)
