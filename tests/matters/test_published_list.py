from __future__ import annotations

from pathlib import Path

import pytest

from hall.matters.model import MatterList
from launch.settings import load_matters
from tests.matters.lists import ROOT, SHIPPED


@pytest.fixture(scope="module")
def matters() -> MatterList:
    return load_matters(SHIPPED)


def test_all_thirty_nine_matters_stand_in_six_groups(matters: MatterList) -> None:
    assert [group.name for group in matters.groups] == [
        "养老金", "看病医保", "补贴救助", "证件户口", "房子水电", "看别的事",
    ]  # fmt: skip
    assert sum(len(matters.in_group(group.id)) for group in matters.groups) == 39


def test_a_group_is_listed_in_the_order_of_the_kiosk(matters: MatterList) -> None:
    assert [matter.plain_name for matter in matters.in_group("subsidy")] == [
        "80岁以上老人每月领的补贴",
        "高龄补贴每年认一次人",
        "困难、不能自理老人的养老补贴",
        "低保",
        "五保、特困供养",
        "家里突然有难，申请救急钱",
    ]


def test_bereavement_stands_in_the_last_group_and_is_named_under_it(matters: MatterList) -> None:
    mourned = {matter.id for matter in matters.matters if matter.bereavement}
    assert mourned == {"EL009", "EL016", "EL019", "EL031"}
    assert mourned <= {matter.id for matter in matters.in_group("other")}
    assert "身后事" in matters.groups[-1].examples


def test_every_matter_that_speaks_of_death_is_marked(matters: MatterList) -> None:
    words = ("死亡", "去世", "丧", "殡葬", "走后")
    speaks = {m.id for m in matters.matters if any(word in m.name + m.plain_name for word in words)}
    assert speaks == {matter.id for matter in matters.matters if matter.bereavement}


def test_a_matter_knows_its_queue(matters: MatterList) -> None:
    assert matters.queue_of("EL001").id == "general"
    assert matters.queue_of("EL004").id == "special"
    assert matters.queue_of("EL037").id == "bank"


def test_a_counter_takes_its_queues_and_the_matters_it_names(matters: MatterList) -> None:
    assert matters.served_by(("bank", "EL001")) == {"EL001", "EL022", "EL037"}


def test_a_long_name_breaks_by_sense_and_a_short_one_stays_whole(matters: MatterList) -> None:
    assert matters.matter("EL003").key_lines == ("困难、不能自理", "老人的养老补贴")
    assert matters.matter("EL007").key_lines == ("低保",)


def test_done_on_the_spot_is_not_the_same_as_not_known(matters: MatterList) -> None:
    assert matters.matter("EL004").on_the_spot
    assert not matters.matter("EL001").on_the_spot


def test_an_unknown_matter_is_not_on_the_list(matters: MatterList) -> None:
    assert "EL999" not in matters
    with pytest.raises(KeyError):
        matters.matter("EL999")


def test_every_group_has_its_icon(matters: MatterList) -> None:
    icons: Path = ROOT / "assets" / "icons"
    assert [g.id for g in matters.groups if not (icons / f"{g.icon}.svg").is_file()] == []


def test_nothing_is_said_to_be_confirmed_and_no_address_is_kept(matters: MatterList) -> None:
    assert not any(matter.confirmed_by_hall for matter in matters.matters)
    assert "http" not in SHIPPED.read_text(encoding="utf-8")
