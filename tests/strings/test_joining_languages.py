"""The languages of a kiosk as the composition root joins them."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from hall.client.local import LocalGateway
from launch import words
from launch.joining import DeferredGateway
from launch.tongues import tongues
from tests.helpers.halls import open_local_hall
from tests.strings.tables import STRINGS
from tests.strings.test_choosing_a_language import shipped_facts

PACK = Path(__file__).parent / "pack"


@pytest.fixture
def gateway(tmp_path: Path):
    """A hall that answers when it is first needed."""
    with open_local_hall(tmp_path, shipped_facts()) as (hall, _clock):
        yield DeferredGateway(lambda: LocalGateway(hall, "kiosk-1"))


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The product's words with the test pack beside them."""
    strings = tmp_path / "strings"
    shutil.copytree(STRINGS, strings)
    shutil.copytree(PACK, strings, dirs_exist_ok=True)
    monkeypatch.setattr(words, "_STRINGS", strings)
    return strings


def test_the_halls_own_language_comes_first(gateway):
    assert [(one.id, one.base) for one in tongues(gateway)] == [("zh-CN", "zh-CN"), ("en", "en")]


def test_numbers_are_read_in_the_language_once_the_hall_has_answered(gateway):
    own, english = tongues(gateway)
    assert english.numbers.label("老012") == "老, zero, one, two"
    gateway.snapshot("kiosk", "kiosk-1")
    assert english.numbers.label("老012") == "Senior, zero, one, two"
    assert own.numbers.label("老012").replace("、", "") == "老年号零幺二"
    assert (english.numbers.count(2), own.numbers.count(2)) == ("2", "两")


def test_an_installed_dialect_is_joined_with_the_words_and_numbers_of_its_base(gateway, installed):
    assert (installed / "zh-CN-henan").is_dir()
    henan = tongues(gateway)[2]
    assert (henan.id, henan.base) == ("zh-CN-henan", "zh-CN")
    assert henan.names.get("key") == "听河南话"
    assert henan.slip_words["copy_mark"] == "补打"
    gateway.snapshot("kiosk", "kiosk-1")
    assert henan.numbers.count(2) == "两"


def test_a_pack_that_is_not_whole_is_left_out_and_the_kiosk_goes_on(gateway, installed, caplog):
    (installed / "zh-CN-henan" / "kiosk.toml").write_text('home = "取号"', encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        assert [one.id for one in tongues(gateway)] == ["zh-CN", "en"]
    assert "zh-CN-henan is left out" in caplog.text
    assert "may only have spoken" in caplog.text


def test_a_language_no_voice_reads_is_left_out(gateway, installed):
    shutil.copytree(installed / "en", installed / "fr")
    assert "fr" not in [one.id for one in tongues(gateway)]
