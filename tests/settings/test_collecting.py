"""A hall that issues certificates says so in [collecting]; what cannot work is told at once."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from hall.kernel.facts import COLLECTING
from launch.facts import facts_of
from launch.languages import with_languages
from launch.settings import load_hall, load_names
from tests.settings.folder import Folder

CONFIG = Path(__file__).parents[2] / "config"
LINES = ("[collecting]", 'name = "领证"', 'queue = "general"', 'group = "subsidy"', "")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def written(folder: Folder, *lines: str) -> list[str]:
    folder.write("hall.toml", [*lines, *folder.lines("hall.toml")])
    return folder.check("hall.toml")


def test_a_queue_that_a_counter_serves_will_do(folder: Folder) -> None:
    assert [line for line in written(folder, *LINES) if "collecting" in line] == []


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ('queue = "generel"', 'collecting.queue: there is no queue "generel".'),
        ('group = "pensions"', 'collecting.group: there is no group "pensions".'),
        ('name = ""', "collecting.name: cannot be empty."),
    ],
)
def test_what_cannot_work_is_told_at_its_line(folder: Folder, wrong: str, said: str) -> None:
    key = wrong.split(" ", maxsplit=1)[0]
    lines = [wrong if line.startswith(key) else line for line in LINES]
    assert any(said in line for line in written(folder, *lines))


def test_somebody_must_issue_what_is_collected(folder: Folder) -> None:
    folder.spoil("hall.toml", "serves", 'serves = ["EL001", "EL002"]')
    folder.spoil("hall.toml", "serves", 'serves = ["EL001", "EL002"]', nth=2)
    said = written(folder, *LINES)
    assert any('collecting.queue: no counter serves "general".' in line for line in said)


@pytest.mark.parametrize("folder_name", ["", "demo"])
def test_the_shipped_halls_issue_certificates_in_a_row_of_their_own(folder_name: str) -> None:
    folder = CONFIG / folder_name
    loaded = load_hall(folder)
    facts = with_languages(
        facts_of(loaded.settings, loaded.matters), loaded.settings, load_names(folder, loaded)
    )
    one = facts.collecting
    assert one is not None
    assert facts.series_for(one.queue, "age_60").prefix == "证"
    assert any(one.queue in counter.serves for counter in facts.counters)
    english = facts.in_language("en").collecting
    assert english is not None
    assert english.id == COLLECTING
    assert english.plain_name.isascii()
    listed = tomllib.loads((CONFIG / "matters.toml").read_text(encoding="utf-8"))["matter"]
    assert COLLECTING not in {matter["id"] for matter in listed}
    assert one not in facts.matters
