"""How many touches lead from the card to a number: the shortest way through the kiosk's table."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from kiosk.flow import TABLE, TOUCHES, Action, Page
from launch.ux_report.rules import Measure

AFTER_CARD: Page = "greeting"
GIVEN: Page = "slip"
BY_ITSELF: frozenset[Action] = frozenset({"spoken", "taken", "printed"})
"""What happens without a finger when all goes well."""
MOST_TOUCHES = 3


def measures() -> Iterator[Measure]:
    """Measure the way after the card."""
    way = fewest_touches(AFTER_CARD, GIVEN)
    what = "no way" if way is None else " > ".join(way)
    touches = float("inf") if way is None else float(sum(one in TOUCHES for one in way))
    yield Measure("F1", touches, float(MOST_TOUCHES), what)


def fewest_touches(start: Page, goal: Page) -> list[Action] | None:
    """Return the actions of the way with the fewest touches; None when there is none.

    A breadth-first search in which what happens by itself costs nothing.
    """
    ways: dict[Page, list[Action]] = {start: []}
    nearest: deque[Page] = deque([start])
    done: set[Page] = set()
    while nearest:
        page = nearest.popleft()
        if page == goal:
            return ways[page]
        if page in done:
            continue
        done.add(page)
        for (here, action), target in TABLE.items():
            free = action in BY_ITSELF
            if here != page or target == "return" or not (free or action in TOUCHES):
                continue
            way = [*ways[page], action]
            if target not in ways or _touches(way) < _touches(ways[target]):
                ways[target] = way
                (nearest.appendleft if free else nearest.append)(target)
    return None


def _touches(way: list[Action]) -> int:
    return sum(action in TOUCHES for action in way)
