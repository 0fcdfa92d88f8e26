"""Guessing which paper a page is: only where it can be, and what is said where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from document_camera.words.suggester import is_installed
from launch.check_config import advise, check
from launch.settings import load_station
from launch.suggesting import check_suggesting, page_suggester

GUIDE = Path(__file__).parents[2] / "config" / "demo" / "guide.toml"
WANTED = "\n[guide]\nsuggests_items = true\n"


@pytest.fixture
def station(tmp_path):
    file = tmp_path / "guide.toml"
    file.write_text(GUIDE.read_text(encoding="utf-8") + WANTED, encoding="utf-8")
    return file


def test_a_machine_that_cannot_read_pages_is_told_so_in_one_sentence(station):
    (said,) = check_suggesting(load_station(station), lambda: False)
    assert said.sentence.startswith("pages cannot be read on this machine")
    assert not list(check_suggesting(load_station(station), lambda: True))
    assert not list(check_suggesting(load_station(GUIDE), lambda: False))


@pytest.mark.skipif(is_installed(), reason="the extra ocr is installed here")
def test_it_is_advice_and_the_desk_works_without(station):
    assert check([str(station)]) == []
    (line,) = advise([str(station)])
    assert "guide.suggests_items: warning: pages cannot be read" in line
    assert advise([str(station.parent)]) == [line]
    assert page_suggester(load_station(station)) is None


def test_only_a_guides_desk_with_a_camera_can(tmp_path, station):
    text = station.read_text(encoding="utf-8")
    for old, new, said in (
        ('kind = "guide"', 'kind = "board"', "has no checklist"),
        ('port = "document_camera"', 'port = "call_strip"', "needs a device of the port"),
    ):
        station.write_text(text.replace(old, new), encoding="utf-8")
        assert [line for line in check([str(station)]) if said in line]
