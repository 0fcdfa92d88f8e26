"""./run feelings: the figures of how it was, from a hall's own tables, as one JSON object."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hall.calls.messages import CallNext, FinishService, OpenCounter, StartService
from hall.care.feelings.messages import GiveFeeling
from launch.cli import main
from launch.facts import facts_of, rules_of
from launch.settings import load_hall
from tests.helpers.halls import local_story, open_local_hall

CONFIG = Path(__file__).parents[2] / "config"


@pytest.fixture(scope="module")
def state(tmp_path_factory) -> Path:
    """Six were served and five said how it was; one came after a death in the family."""
    folder: Path = tmp_path_factory.mktemp("state")
    loaded = load_hall(CONFIG)
    facts, rules = facts_of(loaded.settings, loaded.matters), rules_of(loaded.settings)
    solemn = next(one.id for one in facts.matters if one.bereavement)
    counter = facts.counters[0].id
    with open_local_hall(folder, facts, rules) as (hall, _):
        story = local_story(hall)
        story.says(OpenCounter, counter_id=counter, clerk_id=facts.clerks[0].id)
        for score in (5, 5, 4, 4, 2, None, 0):
            story.ticket(solemn if score == 0 else _served_by(facts, counter))
            ticket = story.says(CallNext, counter_id=counter).ticket
            for deed in (StartService, FinishService):
                story.says(deed, counter_id=counter, ticket_id=ticket.id)
            if score:
                said = {"ticket_id": ticket.id, "score": score, "channel": "kiosk"}
                story.says(GiveFeeling, station_id="kiosk-1", **said)
    return folder


def _served_by(facts, counter_id):
    serves = facts.counter(counter_id).serves
    return next(one.id for one in facts.matters if one.queue in serves and not one.bereavement)


def told(capsys, state: Path, *more: str):
    code = main(["feelings", "--state", str(state), "--config", str(CONFIG), *more])
    printed = capsys.readouterr()
    return code, json.loads(printed.out) if code == 0 else printed.err


def test_the_month_is_counted_and_nobody_is_named(capsys, state):
    code, document = told(capsys, state)
    assert code == 0
    (month,) = document["figures"]
    assert month["key"] == "2026-11"
    assert (month["services"], month["answers"]) == (6, 5), "a bereavement is not asked about"
    assert (month["mean"], month["good_share"]) == (4.0, 0.8)
    assert document["total"]["response_rate"] == 0.833


def test_days_outside_are_left_out(capsys, state):
    _, document = told(capsys, state, "--from", "2026-11-24", "--by", "day")
    assert document["figures"] == []
    assert document["total"]["hidden"]


def test_a_wrong_date_and_a_missing_hall_get_one_sentence(capsys, state, tmp_path):
    code, said = told(capsys, state, "--from", "yesterday")
    assert (code, said.count("\n")) == (2, 1)
    code, said = told(capsys, tmp_path)
    assert (code, said.count("\n")) == (2, 1)
