from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from hall.matters.model import Group, Queue
from hall.matters.rules import check_list, check_matter
from tests.matters.lists import broken_by, list_with, sample


def test_a_sound_list_breaks_nothing() -> None:
    matters = sample()
    assert check_list(matters) == ()
    assert [check_matter(matter) for matter in matters.matters] == [(), ()]


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"days_promised": 31}, ("days_promised",)),
        ({"days_promised": -1}, ("days_promised",)),
        ({"days_legal": None}, ("confirmed_by_hall",)),
        ({"payment_methods": ("cash",)}, ("payment_methods",)),
        ({"payment_methods": ("bank_card", "mobile")}, ("payment_methods",)),
        ({"home_visit": False}, ("home_visit",)),
        ({"bereavement": True}, ("kiosk_group",)),
        ({"materials": ()}, ("materials",)),
        ({"accept_at": ()}, ("accept_at",)),
        ({"result": " "}, ("result",)),
        ({"plain_lines": ("困难、不能自理",)}, ("plain_lines",)),
        ({"plain_lines": ("困难、", "不能自理", "老人的养老补贴")}, ("plain_lines",)),
        ({"plain_lines": ()}, ("plain_name",)),
        ({"minutes": 0}, ("minutes",)),
        ({"fee_yuan": -1.0}, ("fee_yuan",)),
        ({"fee_yuan": float("nan")}, ("fee_yuan",)),
        ({"push_age": (80, 200)}, ("push_age",)),
    ],
)
def test_a_matter_that_breaks_one_rule_is_told_at_that_key(
    changes: dict[str, Any], path: tuple[str, ...]
) -> None:
    assert broken_by(**changes) == [path]


def test_a_main_paper_cannot_be_handed_in_later() -> None:
    main, photo = sample().matters[0].materials
    assert broken_by(materials=(main, replace(photo, is_main=True))) == [
        ("materials", 1, "deferrable")
    ]


def test_a_matter_without_a_main_paper_is_told() -> None:
    _, photo = sample().matters[0].materials
    assert broken_by(materials=(photo,)) == [("materials",)]


def test_a_promise_equal_to_the_law_is_allowed() -> None:
    assert broken_by(days_promised=30) == []


def test_the_same_id_twice_is_told_at_the_second() -> None:
    twin = replace(sample().matters[0], kiosk_order=2)
    assert list_with(twin) == [("matters", 2, "id")]


def test_a_matter_cannot_have_the_id_of_a_queue() -> None:
    assert list_with(replace(sample().matters[0], id="general", kiosk_order=2)) == [
        ("matters", 2, "id")
    ]


def test_two_matters_cannot_take_the_same_place_on_the_kiosk() -> None:
    assert list_with(replace(sample().matters[0], id="EL009")) == [("matters", 2, "kiosk_order")]


def test_an_unknown_group_and_place_are_told_with_the_names_that_exist() -> None:
    base = sample()
    lost = replace(base.matters[0], id="EL009", kiosk_group="subsidi", accept_at=("county_hal",))
    found = check_list(replace(base, matters=(*base.matters, lost)))
    assert [(broken.path[-1], broken.word, broken.valid) for broken in found] == [
        ("kiosk_group", "subsidi", ("subsidy", "other")),
        ("accept_at", "county_hal", ("county_hall",)),
    ]


def test_a_group_without_a_matter_and_a_seventh_group_are_told() -> None:
    empty = tuple(Group(f"g{n}", "别的", "house", ("例",)) for n in range(5))
    assert list_with(groups=sample().groups + empty) == [
        ("groups", 6),
        *[("groups", index, "id") for index in range(2, 7)],
    ]


def test_a_window_kind_belongs_to_exactly_one_queue() -> None:
    second = Queue("again", "又一个", "又", ("general",))
    assert list_with(queues=(*sample().queues, second)) == [("queues", 1, "window_kinds")]
    assert list_with(queues=()) == [("matters", 0, "window_kind"), ("matters", 1, "window_kind")]
