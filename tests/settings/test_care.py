"""Visits at home end before their address does; messages say where they go and sign with what."""

from __future__ import annotations

import pytest

from launch.facts import facts_of, rules_of
from launch.paths import CONFIG, DEMO_CONFIG
from launch.settings import load_hall
from tests.settings.folder import Folder

HOOK = ("[messages]", 'driver = "webhook"', 'url = "http://127.0.0.1/x"', 'secret_file = "s"', "")


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def written(folder: Folder, *lines: str) -> list[str]:
    folder.write("hall.toml", [*lines, *folder.lines("hall.toml")])
    return folder.check("hall.toml")


def test_an_address_must_outlive_the_visit(folder):
    said = written(folder, "[home_visits]", "days_ahead = 54", "")
    assert any("home_visits.days_ahead: must be 7 days less" in line for line in said)


def test_a_visit_in_time_is_fine(folder):
    said = written(folder, "[home_visits]", "days_ahead = 53", "")
    assert not [line for line in said if "home_visits" in line]


@pytest.mark.parametrize(("after_days", "broken"), [(34, True), (33, False)])
def test_a_telephone_must_outlive_the_last_call(folder, after_days, broken):
    said = written(folder, "[follow_up]", f"after_days = {after_days}", "")
    assert any("follow_up.after_days: is too much" in line for line in said) is broken


def test_a_webhook_with_address_and_secret_is_fine(folder):
    assert not [line for line in written(folder, *HOOK) if "messages" in line]


@pytest.mark.parametrize(
    ("place", "wrong", "said"),
    [
        (2, 'url = "ftp://x/y"', "messages.url: must be the http or https address"),
        (2, 'url = ""', "messages.url: must be the http or https address"),
        (3, 'secret_file = ""', "messages.secret_file: names no file"),
        (1, 'driver = "webhok"', "messages.driver"),
    ],
)
def test_a_webhook_without_them_is_told_at_its_line(folder, place, wrong, said):
    lines = list(HOOK)
    lines[place] = wrong
    assert any(said in line for line in written(folder, *lines))


@pytest.mark.parametrize("config", [CONFIG, DEMO_CONFIG])
def test_the_shipped_halls_come_to_people_with_a_kit(config):
    loaded = load_hall(config)
    facts, rules = facts_of(loaded.settings, loaded.matters), rules_of(loaded.settings)
    assert facts.home_visits.kit
    assert facts.home_visits.from_age == 80
    assert rules.follow_up_tries == 3
    assert rules.messages is (loaded.settings.messages.driver != "off")
