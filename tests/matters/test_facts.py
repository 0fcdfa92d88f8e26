"""From the settings to what the hall and its stations are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hall.calls.messages import CallNext, OpenCounter
from hall.care.pictures.model import may_keep
from hall.kernel.facts import HallFacts
from hall.matters.model import MatterList
from launch.facts import facts_of, rules_of
from launch.settings import HallSettings, load_hall
from tests.helpers.facts import RULES
from tests.helpers.halls import local_story, open_local_hall
from tests.matters.lists import ROOT
from tests.settings.folder import Folder


@pytest.fixture(scope="module")
def shipped() -> tuple[HallSettings, MatterList]:
    return load_hall(ROOT / "config")


def facts(folder: Folder) -> HallFacts:
    loaded = load_hall(folder.path)
    return facts_of(loaded.settings, loaded.matters)


def test_the_shipped_hall_tells_its_stations_all_thirty_nine_matters_in_the_kiosks_order(
    shipped: tuple[HallSettings, MatterList],
) -> None:
    told = facts_of(*shipped)
    assert {matter.id for matter in told.matters} == {f"EL{n:03d}" for n in range(1, 40)}
    groups = [group.id for group in told.groups]
    order = [groups.index(matter.group) for matter in told.matters]
    assert order == sorted(order)
    mourned = {matter.id for matter in told.matters if matter.bereavement}
    assert mourned == {"EL009", "EL016", "EL019", "EL031"}


def test_every_matter_of_the_shipped_hall_waits_in_a_queue_some_counter_calls_from(
    shipped: tuple[HallSettings, MatterList],
) -> None:
    told = facts_of(*shipped)
    served = {queue for counter in told.counters for queue in counter.serves}
    assert [matter.id for matter in told.matters if matter.queue not in served] == []


def test_of_no_paper_that_shows_an_identity_card_a_picture_may_be_kept(
    shipped: tuple[HallSettings, MatterList],
) -> None:
    told = facts_of(*shipped)
    papers = [(matter, paper) for matter in told.matters for paper in matter.materials]
    cards = {paper.plain for _, paper in papers if paper.identity_card}
    assert {"身份证", "旧身份证", "身份证或社保卡", "办事人身份证、户口本"} <= cards
    assert [plain for matter, paper in papers for plain in [paper.plain]
            if "身份证" in plain and may_keep(matter, plain)] == []  # fmt: skip
    assert any(may_keep(matter, paper.plain) for matter, paper in papers)


def test_each_priority_and_collecting_have_their_own_row_of_numbers(
    shipped: tuple[HallSettings, MatterList],
) -> None:
    told = facts_of(*shipped)
    prefixes = {one.priority or one.queue: one.prefix for one in told.series}
    people = {"age_80": "尊", "claim": "优", "age_60": "老", "ordinary": "普"}
    assert prefixes == {**people, "collect": "证"}


def test_minutes_and_weekdays_become_what_the_hall_counts_in(
    shipped: tuple[HallSettings, MatterList],
) -> None:
    rules = rules_of(shipped[0])
    assert (rules.policy, rules.head_start_s, rules.guard_after_s, rules.guard_every) == (
        "credit", 900.0, 3600.0, 3,
    )  # fmt: skip
    assert (rules.help_escalate_s, rules.call_spoken_within_s, rules.hold_s) == (60, 20, 1200.0)
    assert rules.weekdays == (0, 1, 2, 3, 4)
    assert {"2026-10-01", "2027-01-01"} <= set(rules.holidays)
    assert {"2026-10-10", "2027-02-20"} <= set(rules.working_days)


def test_a_matter_a_counter_names_alone_waits_where_that_counter_and_its_queue_call(
    tmp_path: Path,
) -> None:
    folder = Folder(tmp_path)
    folder.spoil("hall.toml", "serves", 'serves = ["general"]', nth=1)
    folder.spoil("hall.toml", "serves", 'serves = ["EL001"]', nth=2)
    told = facts(folder)
    assert {matter.id: matter.queue for matter in told.matters} == {
        "EL001": "EL001",
        "EL002": "general",
    }
    assert [counter.serves for counter in told.counters] == [("general", "EL001"), ("EL001",)]


def test_whoever_comes_for_a_matter_named_alone_is_called_by_either_counter(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.spoil("hall.toml", "serves", 'serves = ["general"]', nth=1)
    folder.spoil("hall.toml", "serves", 'serves = ["EL001"]', nth=2)
    with open_local_hall(tmp_path, facts(folder), RULES) as (hall, _):
        story = local_story(hall)
        alone, common, again = (story.ticket(one) for one in ("EL001", "EL002", "EL001"))
        for counter in ("1", "2"):
            story.says(OpenCounter, counter_id=counter, clerk_id="c01")
        called: list[Any] = [story.says(CallNext, counter_id=one) for one in ("2", "1")]
        assert [said.ticket.id for said in called] == [alone.id, common.id]
        assert again.where == "guide_desk"  # taken while no counter was open
        assert story.ticket("EL001").where == "seats"


def test_a_hall_without_such_counters_has_its_queues_as_they_are(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.spoil("hall.toml", "serves", 'serves = ["general"]', nth=2)
    told = facts(folder)
    assert {matter.queue for matter in told.matters} == {"general"}
    assert [counter.serves for counter in told.counters] == [("general",), ("general",)]
