"""Whether one voice can say all calls of a hall: check-config reckons before the elders wait."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from launch.check_config import advise, check
from launch.cli import main
from launch.facts import facts_of
from launch.settings import load_hall
from launch.voice_channel import call_times
from tests.settings.folder import Folder

TODAY = date(2026, 11, 23)
CONFIG = Path(__file__).parents[2] / "config"

COUNTER = """
[[counter]]
id = "w{n}"
window_number = {n}
name = "综合受理"
serves = ["general"]
zone = "elder"
sound_zone = "{zone}"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def grown(folder: Folder, counters: int, zones: int = 1, said: int = 2, per_hour: int = 8) -> None:
    """Make a hall of so many counters, shared out over so many sound zones."""
    text = "\n".join(folder.lines("hall.toml"))
    text = text.replace("[voice]", f"[voice]\ncalls_per_hour_per_counter = {per_hour}")
    text = text.replace(
        'announcing_station = "board-1"', f'announcing_station = "board-1"\ncalls_said = {said}'
    )
    for zone in range(2, zones + 1):
        text += f'\n[[sound_zone]]\nid = "zone-{zone}"\nannouncing_station = "board-{zone}"\n'
    for extra in range(3, counters + 1):
        zone = extra % zones
        name = f"zone-{zone + 1}" if zone else "elder"
        text += COUNTER.format(n=extra, zone=name)
    folder.write("hall.toml", text.splitlines())
    assert folder.check("hall.toml") == []


def said(folder: Folder) -> list[str]:
    prefix = f"{folder.path}/"
    return [line.removeprefix(prefix) for line in advise([str(folder.path)], TODAY)]


def test_the_shipped_halls_have_voice_enough():
    assert advise([str(CONFIG)], TODAY) == []
    assert check([str(CONFIG)]) == []


def test_a_call_said_twice_takes_the_loudspeaker_for_as_long_as_its_clips_are():
    times = call_times(load_hall(CONFIG).settings)
    assert 6.0 < times.once_s < 10.0
    assert 4.0 < times.again_s < 8.0
    assert times.of(2) == times.once_s + times.again_s


def test_a_hall_of_a_dozen_counters_is_told_nothing(folder: Folder):
    grown(folder, 12)
    assert said(folder) == []


def test_a_hall_too_large_for_one_voice_is_told_what_to_do_and_may_open(
    folder: Folder, capsys: pytest.CaptureFixture[str]
):
    grown(folder, 30)
    [line] = said(folder)
    assert "sound_zone.calls_said: warning: the voice would speak for " in line
    assert "of the time at 30 counters" in line
    assert "Set calls_said = 1 (" in line
    assert "or divide them over 2 sound zones, each with a station of its own." in line
    number = folder.lines("hall.toml").index("calls_said = 2") + 1
    assert line.startswith(f"hall.toml:{number}: ")
    assert main(["check-config", str(folder.path / "hall.toml")]) == 0
    assert line in capsys.readouterr().out


def test_calls_said_once_are_enough_for_thirty_counters_and_so_are_two_zones(folder: Folder):
    grown(folder, 30, said=1)
    assert said(folder) == []


def test_two_zones_are_enough_for_thirty_counters(folder: Folder):
    grown(folder, 30, zones=2)
    assert said(folder) == []


def test_a_calm_hall_of_more_than_25_counters_is_told_as_well(folder: Folder):
    grown(folder, 26, per_hour=4)
    [line] = said(folder)
    assert "26 counters in one sound zone: the voice would speak for" in line
    assert "Set calls_said = 1" in line


def test_a_hall_nobody_could_call_in_is_told_how_many_zones_it_needs(folder: Folder):
    grown(folder, 90)
    [line] = said(folder)
    assert "Set calls_said" not in line
    assert "Divide them over 5 sound zones" in line
    assert "or over 3 with calls_said = 1." in line


def test_a_spoiled_hall_is_told_its_faults_and_no_advice(folder: Folder):
    grown(folder, 40)
    folder.spoil("hall.toml", "calls_said", "calls_said = 3")
    assert said(folder) == []
    assert folder.check("hall.toml")[0].endswith(
        "must be a whole number from 1 to 2, not the number 3."
    )


@pytest.mark.parametrize(
    ("counters", "wish", "told"),
    [(25, "auto", True), (26, "auto", False), (26, "on", True), (3, "off", False)],
)
def test_up_to_25_counters_those_who_are_nearly_next_are_told(
    folder: Folder, counters: int, wish: str, told: bool
):
    grown(folder, counters)
    lines = folder.lines("hall.toml")
    lines.insert(lines.index("[voice]") + 1, f'say_prepare = "{wish}"')
    folder.write("hall.toml", lines)
    settings, matters = load_hall(folder.path)
    assert facts_of(settings, matters).prepare_said is told


def test_cards_reach_the_stations_as_they_are_written():
    settings, matters = load_hall(CONFIG / "demo")
    facts = facts_of(settings, matters)
    assert 3 <= len(facts.cards) <= 5
    assert facts.cards[0].title == "现金、银行卡都行"
    assert facts.card_s >= 20


@pytest.mark.parametrize(
    ("card", "fault"),
    [
        (
            'title = "现金、银行卡、手机都能交各种费"',
            "card.title: must be text in quotes of 2 to 12",
        ),
        ('titel = "现金都行"', 'card.titel: this key is not known. Did you mean "title"?'),
        ('text = "没有题目"', "card.title: this key is missing"),
    ],
)
def test_a_card_that_cannot_be_read_from_a_seat_is_told(folder: Folder, card: str, fault: str):
    folder.write("hall.toml", [*folder.lines("hall.toml"), "[[card]]", card])
    assert any(fault in line for line in folder.check("hall.toml"))


def test_the_same_card_twice_and_a_hurried_board_are_faults(folder: Folder):
    twice = ["[[card]]", 'title = "现金都行"'] * 2
    folder.write("hall.toml", [*folder.lines("hall.toml"), *twice])
    assert any("stands here for the second time" in one for one in folder.check("hall.toml"))
    folder.write("hall.toml", [*folder.lines("hall.toml"), "[board]", "card_s = 5"])
    assert any("from 20 to 600" in one for one in folder.check("hall.toml"))
