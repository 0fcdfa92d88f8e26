"""Every rule of the list, broken once in the file: told at load with its line, key and sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from hall.matters.rules import MOST_GROUPS
from launch.settings import ConfigErrors, load_matters
from tests.settings.folder import Folder

SECOND = 2


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def said(folder: Folder) -> list[str]:
    """Return what loading the list says, as `line: key: sentence`."""
    with pytest.raises(ConfigErrors) as faults:
        load_matters(folder.path / "matters.toml")
    return [f"{one.line}: {one.key}: {one.sentence}" for one in faults.value.findings]


@pytest.mark.parametrize(
    ("old", "new", "nth", "told"),
    [
        ("is_main", "is_main = false", 3,
         "107: matter.material: EL002 needs at least one material with is_main."),
        ("is_main", "is_main = true", 2,
         "77: matter.material.deferrable: a main material cannot be handed in later; "
         "drop deferrable or is_main."),
        ("days_promised", "days_promised = 31", 1,
         "36: matter.days_promised: 31 days are more than the 30 that the law allows."),
        ("days_promised", "days_promised = -1", SECOND,
         "93: matter.days_promised: cannot be less than 0; 0 means done on the spot."),
        ("days_legal", "days_legal = -1", 1,
         "35: matter.days_legal: cannot be less than 0; 0 means done on the spot."),
        ("days_legal", "note2 = 1", 1,
         '35: matter.note2: this key is not known. Did you mean "note"?'),
        ("days_legal", "# not looked up yet", 1,
         "47: matter.confirmed_by_hall: a confirmed matter needs days_legal; look it up first."),
        ("payment_methods", 'payment_methods = ["bank_card", "mobile"]', SECOND,
         "97: matter.payment_methods: must contain cash and bank_card; cash missing."),
        ("agent_ok", "agent_ok = false", SECOND,
         "99: matter.home_visit: must be true where nobody may act for the elder "
         "(agent_ok = false)."),
        ('id = "EL002"', 'id = "EL001"', 1,
         '83: matter.id: "EL001" stands here for the second time.'),
        ('id = "EL002"', 'id = "general"', 1,
         '83: matter.id: "general" is the name of a queue already.'),
        ('id = "other"', 'id = "subsidy"', 1,
         '18: group.id: "subsidy" stands here for the second time.'),
        ("kiosk_group", 'kiosk_group = "subsidy"', SECOND,
         '88: matter.kiosk_group: a matter of bereavement belongs to "other".'),
        ("kiosk_group", 'kiosk_group = "other"', 1,
         '12: group.id: no matter belongs to the group "subsidy".'),
        ("kiosk_group", 'kiosk_group = "oter"', SECOND,
         '88: matter.kiosk_group: there is no group "oter". Did you mean "other"?'),
        ("examples", "examples = []", SECOND,
         "21: group.examples: one to 3 short examples are needed."),
        ("examples", 'examples = ["a", "b", "c", "d"]', 1,
         "15: group.examples: one to 3 short examples are needed."),
        ("accept_at", 'accept_at = ["township"]', SECOND,
         '91: matter.accept_at: there is no place "township". Valid: county_hall.'),
        ("accept_at", "accept_at = []", 1, "33: matter.accept_at: must name at least one place."),
        ("window_kinds", "window_kinds = []", 1,
         '34: matter.window_kind: no queue has "general" in its window_kinds.'),
        ("window_kind ", 'window_kind = "specail"', SECOND,
         '92: matter.window_kind: "specail" is not a valid word. Did you mean "special"?'),
        ("plain_lines", 'plain_lines = ["困难", "老人的养老补贴"]', 1,
         "27: matter.plain_lines: the lines together must be the plain_name."),
        ("minutes", "minutes = 481", 1, "48: matter.minutes: must be from 1 to 480."),
        ("fee_yuan", "fee_yuan = -0.5", SECOND,
         "95: matter.fee_yuan: must be an amount in yuan, 0 for free."),
        ("push_age", "push_age = [121]", 1, "51: matter.push_age: 121 is no age in years."),
        ("min_age", "min_age = 130", 1, "55: matter.eligibility: 130 is no age in years."),
        ("copies", "copies = -1", SECOND, "75: matter.material.copies: cannot be less than 0."),
        ("form", 'form = " "', 3, "110: matter.material.form: cannot be empty."),
        ("result", 'result = ""', SECOND, "101: matter.result: cannot be empty."),
        ("days_unit", 'days_unit = "weeks"', 1,
         '37: matter.days_unit: "weeks" is not a valid word. '
         "Valid: calendar_days, working_days."),
        ("evidence", 'evidence = "heard"', 1,
         '53: matter.evidence: "heard" is not a valid word. Valid: found, known, typical.'),
    ],
)  # fmt: skip
def test_a_broken_rule_is_told_where_it_stands(
    folder: Folder, old: str, new: str, nth: int, told: str
) -> None:
    folder.spoil("matters.toml", old, new, nth=nth)
    assert told in said(folder)


def test_a_seventh_group_is_told_at_its_line(folder: Folder) -> None:
    lines = folder.lines("matters.toml")
    more = [
        line
        for number in range(MOST_GROUPS - 1)
        for line in (
            "[[group]]", f'id = "g{number}"', 'name = "又"', 'icon = "house"', 'examples = ["例"]',
        )
    ]  # fmt: skip
    folder.write("matters.toml", lines[:22] + more + lines[22:])
    seventh = 23 + (MOST_GROUPS - 2) * 5
    assert f"{seventh}: group: the kiosk has room for 6 groups, not more." in said(folder)


def test_two_matters_at_one_place_of_the_kiosk_are_told_at_the_second(folder: Folder) -> None:
    folder.spoil("matters.toml", "kiosk_group", 'kiosk_group = "other"', nth=1)
    assert '89: matter.kiosk_order: "other" has another matter at place 1.' in said(folder)


def test_a_window_kind_of_two_queues_is_told_at_the_second(folder: Folder) -> None:
    lines = folder.lines("matters.toml")
    second = [
        "[[queue]]", 'id = "again"', 'name = "又"', 'board_name = "又"',
        'window_kinds = ["general"]',
    ]  # fmt: skip
    folder.write("matters.toml", lines[:10] + second + lines[10:])
    told = '15: queue.window_kinds: "general" already belongs to the queue "general".'
    assert told in said(folder)


def test_a_broken_rule_of_one_matter_does_not_hide_that_of_another(folder: Folder) -> None:
    folder.spoil("matters.toml", "minutes", "minutes = 0", nth=1)
    folder.spoil("matters.toml", "result", 'result = ""', nth=2)
    assert said(folder) == [
        "48: matter.minutes: must be from 1 to 480.",
        "101: matter.result: cannot be empty.",
    ]
