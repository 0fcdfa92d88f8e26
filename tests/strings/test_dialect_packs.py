"""A dialect pack lies beside its language, changes what is said, and nothing that is read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from launch.words import installed_languages
from tests.kiosk.people import setup, tongue
from tests.kiosk.visit import Visit, languages_offered, shown, to_confirm
from tests.strings.tables import STRINGS, table
from ui_kit.languages import base_of, languages_in
from ui_kit.strings import BadWords, Strings, load_room

PACK = Path(__file__).parent / "pack"
HENAN = "zh-CN-henan"


def on_the_screen(words: Strings) -> dict[str, str]:
    """Every key as it is read, its placeholders filled with their own names."""
    entries = table("zh-CN", "kiosk")
    return {
        key: words.get(key, **{name: name for name in entries[key].placeholders[0]})
        for key in words
    }


@pytest.fixture
def strings(tmp_path: Path) -> Path:
    """The product's words with the test pack installed beside them."""
    shutil.copytree(STRINGS, tmp_path / "strings")
    shutil.copytree(PACK, tmp_path / "strings", dirs_exist_ok=True)
    return tmp_path / "strings"


def test_the_product_ships_no_dialect_of_its_own():
    assert installed_languages() == ("zh-CN", "en")


def test_a_pack_is_found_by_the_name_of_its_folder(strings):
    assert languages_in(strings) == ("zh-CN", "en", HENAN)
    assert base_of(strings, HENAN) == "zh-CN"
    assert base_of(strings, "en") == "en"


def test_what_the_pack_has_is_said_and_what_it_lacks_is_said_as_ever(strings):
    own, henan = load_room(strings, "kiosk"), load_room(strings, "kiosk", HENAN)
    assert henan.spoken("home") == "样例：请取号。"
    assert henan.spoken("card") == own.spoken("card")
    assert on_the_screen(henan) == on_the_screen(own)


def test_a_room_the_pack_does_not_have_is_that_of_its_language(strings):
    assert load_room(strings, "ui_kit", HENAN).get("dock_help") == "叫人\n帮忙"


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ('home = "取号"', "may only have spoken"),
        ('home = { screen = "取号", spoken = "取号。" }', "may only have spoken"),
        ('hoome = { spoken = "取号。" }', "has no hoome; the nearest is 'home'"),
        ('slip_desk = { spoken = "您的号是{number}。" }', "must have the placeholders"),
    ],
)
def test_a_pack_that_is_not_whole_is_refused_with_its_place(strings, entry, why):
    (strings / HENAN / "kiosk.toml").write_text(entry, encoding="utf-8")
    with pytest.raises(BadWords, match=why) as refused:
        load_room(strings, "kiosk", HENAN)
    assert f"{HENAN}/kiosk.toml" in str(refused.value)


def test_who_wants_to_hear_the_dialect_hears_it_and_reads_as_ever(visit, strings):
    told = Visit(visit.gateway, tongues=(tongue("zh-CN", strings), tongue(HENAN, strings)))
    assert languages_offered(told) == ["听河南话"]
    assert told.touch("language", HENAN) == "home"
    assert told.said[-1] == "好，下面用河南话说。样例：请取号。"
    assert languages_offered(told) == ["中文"]
    to_confirm(told)
    assert told.touch("yes") == "slip"
    said = "样例：您的号是老001，到咨询辅导台。要人陪着办，就点“要人陪”。"
    assert told.said[-1] == said
    assert "请拿好小票" in shown(told)
    assert told.slips[0].taken_at == "11月23日 上午9:40"
    told.touch("done")
    told.touch("again")
    assert told.said[-1].startswith("您好，这里是老年人服务专区。")


def test_without_a_pack_nobody_is_offered_one(visit):
    assert [one.id for one in setup().tongues] == ["zh-CN"]
    assert languages_offered(visit) == []
    visit.touch("language", HENAN)
    assert visit.said == []
