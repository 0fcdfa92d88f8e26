"""Every cell of the kiosk's page table."""

from __future__ import annotations

from collections import deque

import pytest

from kiosk.flow import (
    CARD_STARTS,
    NEEDS_HALL,
    NUMBER_STAYS,
    PAGES,
    RETURN,
    TABLE,
    TOUCHES,
    WORLD,
    Action,
    Page,
    next_page,
)
from ui_kit.dock_layout import DOCK_KEYS

ACTIONS = (*TOUCHES, *WORLD)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("action", ACTIONS)
def test_every_cell_leads_to_a_page_or_nowhere(page, action):
    target = TABLE.get((page, action))
    if target is None:
        assert next_page(page, action, "groups") is None
    elif target == RETURN:
        assert next_page(page, action, "groups") == "groups"
    else:
        assert next_page(page, action, "groups") == target
        assert target in PAGES


def test_the_table_knows_only_pages_and_actions_that_exist():
    assert {page for page, _ in TABLE} == set(PAGES)
    assert {action for _, action in TABLE} <= set(ACTIONS)
    assert {action for _, action in TABLE} >= set(TOUCHES)


@pytest.mark.parametrize("page", PAGES)
def test_help_is_asked_for_from_every_page_and_never_covers_a_number(page):
    for touch in ("help", "unwell"):
        assert next_page(page, touch, "home") == (page if page in NUMBER_STAYS else "help")


@pytest.mark.parametrize("page", PAGES)
def test_a_card_begins_a_visit_only_where_nobody_is_under_way(page):
    expected = "greeting" if page in CARD_STARTS else None
    assert next_page(page, "card_seen", "home") == expected


@pytest.mark.parametrize("page", PAGES)
def test_a_lost_hall_leads_to_the_guide_desk_only_where_the_hall_is_needed(page):
    expected = "hall_gone" if page in NEEDS_HALL else None
    assert next_page(page, "hall_lost", "home") == expected


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_a_way_back_to_the_home_page(page):
    reached, todo = {page}, deque([page])
    while todo:
        here = todo.popleft()
        for action in ACTIONS:
            there = next_page(here, action, "home")
            if there is not None and there not in reached:
                reached.add(there)
                todo.append(there)
    assert "home" in reached


def test_no_key_of_a_page_bears_the_name_of_a_key_of_the_dock():
    own = set(DOCK_KEYS) - {"back", "help"}
    assert own.isdisjoint(TOUCHES), "the dock would do what the page means"


def test_three_touches_lead_from_the_greeting_to_the_number():
    page: Page = "greeting"
    actions: tuple[Action, ...] = ("spoken", "group", "matter", "yes")
    for action in actions:
        following = next_page(page, action, "home")
        assert following is not None
        page = following
    assert page == "printing"
